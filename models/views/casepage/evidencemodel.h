// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "difflistmodel.h"
#include "models/service/casequeries.h"
#include "models/views/words.h"

namespace griddesk {

/// One file as it is shown: which, from whom and when.
struct EvidenceItem {
    QString sha256{}, mime{};
    QString caption{}; ///< "Reply · Li Hua · Nov 22 14:05"
    bool operator==(const EvidenceItem&) const = default;
};

/// A picture from before beside one from after; or a single file with no role, in `before`.
struct EvidenceRow {
    std::string id;
    EvidenceItem before, after;
    bool pair = false; ///< false: `before` is a file of role "other"
    bool operator==(const EvidenceRow&) const = default;
};

/// Pictures and documents of a case: the first "before" beside the first "after" and so on, what has no partner alone,
/// other files last. Thread: GUI.
class EvidenceModel : public DiffListModel<EvidenceRow> {
    Q_OBJECT

public:
    enum Role { BeforeRole = Qt::UserRole, AfterRole, BeforeCaptionRole, AfterCaptionRole, PairRole };

    explicit EvidenceModel(const Words& words, QObject* parent = nullptr) : DiffListModel(parent), m_words(words) {}

    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    void setDetail(const CaseDetail& detail);
    void clear() { replace({}); }

private:
    const Words& m_words;
};

} // namespace griddesk
