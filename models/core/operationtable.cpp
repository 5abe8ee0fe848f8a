// SPDX-License-Identifier: GPL-3.0-or-later
#include "operationtable.h"

#include "machine/fields.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

constexpr std::array<std::string_view, 6> classNames{"claim", "transition", "timeLaw", "additive", "nudge", "correction"};
constexpr std::array<std::string_view, 21> typeNames{"bool",     "integer", "line",   "words",    "moment", "place",      "case",
                                                     "assignment", "area",  "unit",   "units",    "account", "category",   "standard",
                                                     "limit",    "choice",  "evidence", "commitment", "texts", "object",   "objects"};

using Table = std::array<OperationSpec, operationKindCount>;

const Table& table() noexcept
{
    static const Table rows = [] {
        Table all{};
        for (const auto part : {machine::intakeTable(), machine::dispatchTable(), machine::handlingTable(), machine::closingTable(),
                                machine::oversightTable()})
            for (const auto& row : part)
                all[static_cast<std::size_t>(row.kind)] = row;
        return all;
    }();
    return rows;
}

} // namespace

std::string_view nameOf(OperationClass c) noexcept { return classNames[static_cast<std::size_t>(c)]; }
std::string_view nameOf(FieldType type) noexcept { return typeNames[static_cast<std::size_t>(type)]; }

std::size_t FieldSpec::limit() const noexcept
{
    if (maximum != 0)
        return maximum;
    switch (type) {
    case FieldType::Words: return 20'000;
    case FieldType::Line: return 600;
    case FieldType::Units: return 30;
    case FieldType::Evidence: return 50;
    case FieldType::Texts: return 50;
    case FieldType::Objects: return 50;
    case FieldType::Commitment: return 128;
    case FieldType::Integer: return 1'000'000'000;
    default: return 64;
    }
}

const FieldSpec* OperationSpec::field(std::string_view fieldName) const noexcept
{
    const auto found = std::ranges::find(fields, fieldName, &FieldSpec::name);
    return found == fields.end() ? nullptr : &*found;
}

const OperationSpec& specOf(OperationKind kind) noexcept { return table()[static_cast<std::size_t>(kind)]; }
std::span<const OperationSpec> operationTable() noexcept { return table(); }

std::string_view nameOf(OperationKind kind) noexcept { return specOf(kind).name; }

Result<OperationKind> parseOperationKind(std::string_view name)
{
    const auto found = std::ranges::find(table(), name, &OperationSpec::name);
    if (found == table().end() || name.empty())
        return fail(ErrorCode::Syntax, "not an operation", std::string(name.substr(0, 64)));
    return found->kind;
}

} // namespace griddesk
