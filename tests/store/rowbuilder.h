// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/case.h"
#include "models/core/caserow.h"
#include "models/sync/projectionport.h"

#include <string>

namespace griddesk::test {

/// A plausible row; the same number gives the same row.
[[nodiscard]] inline CaseRow plainRow(int n)
{
    CaseRow row{.id = CaseId::literal("case-" + std::to_string(n))};
    row.localNumber = "B-" + std::to_string(1000 + n);
    row.source = n % 3 == 0 ? "hotline" : "patrol";
    row.title = "暴露垃圾";
    row.text = "枫津路口有一堆垃圾没有清运";
    row.address = "枫津路" + std::to_string(n) + "号";
    row.reportedAt = instantFromMs(1'760'000'000'000 + n * 60'000LL);
    row.changedAt = *row.reportedAt;
    row.operations = 1;
    return row;
}

[[nodiscard]] inline ProjectedCase projected(CaseRow row, bool pending = false)
{
    Case state{.id = row.id};
    return ProjectedCase{std::move(row), std::move(state), pending};
}

} // namespace griddesk::test
