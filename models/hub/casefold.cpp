// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefold.h"

#include "models/wire/envelope.h"

namespace griddesk {

Result<Case> foldEntry(const std::optional<Case>& before, const LogEntry& entry, RuleLibrary& rules)
{
    auto sealed = readEnvelope(entry.envelope);
    if (!sealed)
        return std::unexpected(sealed.error());
    const Operation& operation = sealed->envelope.op;
    auto bundle = rules.rules(operation.rules);
    if (!bundle)
        return std::unexpected(bundle.error());
    auto after = apply(before, operation, **bundle, entry.effective);
    if (!after)
        return fail(ErrorCode::Inconsistent, std::string("a logged operation does not replay: ") + std::string(nameOf(after.error().rule)),
                    operation.id.text());
    if (!entry.number.empty())
        after->number = entry.number;
    return *std::move(after);
}

Result<std::optional<Case>> foldCase(std::span<const LogEntry> history, RuleLibrary& rules)
{
    std::optional<Case> state;
    for (const auto& entry : history) {
        if (!isApplied(entry.outcome))
            continue;
        auto after = foldEntry(state, entry, rules);
        if (!after)
            return std::unexpected(after.error());
        state = *std::move(after);
    }
    return state;
}

} // namespace griddesk
