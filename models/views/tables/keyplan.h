// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casequeries.h"

#include <vector>

namespace griddesk {

/// One step of turning a list of keys into another; positions are those of the list at that step.
struct KeyEdit {
    enum class Kind { Remove, Move, Insert };
    Kind kind = Kind::Remove;
    int first = 0, count = 0;
    int to = 0;                ///< Move: the place before which the range goes, as QAbstractItemModel counts it
    std::vector<CaseKey> keys; ///< Insert: what comes in

    bool operator==(const KeyEdit&) const = default;
};

/// How a shown list follows the wanted one.
struct KeyPlan {
    std::vector<KeyEdit> edits;   ///< in order; empty with `wholesale`
    std::vector<CaseKey> result;  ///< the list afterwards
    std::vector<CaseKey> pending; ///< wanted keys that are held back, in wanted order
    bool wholesale = false;       ///< more edits than allowed: permute instead
};

/// Works out the fewest removals and moves (the longest run that keeps its order stays where it is). With `holdNew` keys
/// that are not shown yet are held back; else they are inserted. Keys occur once in each list. O(n log n). Pure; any thread.
[[nodiscard]] KeyPlan planUpdate(const std::vector<CaseKey>& shown, const std::vector<CaseKey>& wanted, bool holdNew, int maximumEdits);

/// Applies one edit to a list, as a model does.
void applyEdit(std::vector<CaseKey>& keys, const KeyEdit& edit);

} // namespace griddesk
