// SPDX-License-Identifier: GPL-3.0-or-later
#include "importreport.h"

namespace griddesk {
namespace {

Value number(std::uint64_t n) { return Value(static_cast<std::int64_t>(n)); }

} // namespace

void ImportReport::reject(std::uint64_t line, const Error& why)
{
    ++rejected;
    if (rejects.size() < importRejectsKept)
        rejects.push_back({line, why.code, why.detail, why.context});
}

void ImportReport::warn(const std::string& kind, std::uint64_t line)
{
    auto& warning = warnings[kind];
    if (warning.count++ == 0)
        warning.firstLine = line;
}

Value ImportReport::toValue() const
{
    Value list{Value::List{}};
    for (const auto& reject : rejects) {
        Value item;
        item.set("line", number(reject.line)).set("reason", reject.reason).set("value", reject.value);
        list.list()->push_back(std::move(item));
    }
    Value kinds;
    for (const auto& [kind, warning] : warnings) {
        Value item;
        item.set("count", number(warning.count)).set("firstLine", number(warning.firstLine));
        kinds.set(kind, std::move(item));
    }
    Value out;
    out.set("rows", number(rows)).set("imported", number(imported)).set("unchanged", number(unchanged)).set("rejected", number(rejected));
    out.set("rejects", std::move(list)).set("warnings", std::move(kinds));
    return out;
}

} // namespace griddesk
