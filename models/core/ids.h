// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "error.h"

#include <compare>
#include <cstdlib>
#include <functional>
#include <string>
#include <string_view>
#include <utility>

namespace griddesk {

/// Characters allowed in an identifier: printable ASCII without blank, quote, backslash and '<'; 1 to 64 of them.
[[nodiscard]] bool isIdentifier(std::string_view text) noexcept;

/// A typed identifier: made only by parse(), so one that exists is well formed; ids of different things do not mix.
template <typename Tag>
class Id {
public:
    /// Errors: Syntax when `text` is not an identifier.
    [[nodiscard]] static Result<Id> parse(std::string_view text)
    {
        if (!isIdentifier(text))
            return fail(ErrorCode::Syntax, std::string("not a valid ") + Tag::name, std::string(text.substr(0, 64)));
        return Id(std::string(text));
    }
    /// For literals in tests and built-in tables: stops the program when `text` is not an identifier.
    [[nodiscard]] static Id literal(std::string_view text)
    {
        if (!isIdentifier(text))
            std::abort();
        return Id(std::string(text));
    }
    [[nodiscard]] const std::string& text() const noexcept { return m_text; }

    auto operator<=>(const Id&) const = default;
    bool operator==(const Id&) const = default;

private:
    explicit Id(std::string text) : m_text(std::move(text)) {}
    std::string m_text;
};

struct CaseTag { static constexpr const char* name = "case id"; };
struct OperationTag { static constexpr const char* name = "operation id"; };
struct AssignmentTag { static constexpr const char* name = "assignment id"; };
struct AreaTag { static constexpr const char* name = "area code"; };
struct UnitTag { static constexpr const char* name = "unit id"; };
struct PostTag { static constexpr const char* name = "post id"; };
struct AccountTag { static constexpr const char* name = "account id"; };
struct CategoryTag { static constexpr const char* name = "category code"; };
struct StandardTag { static constexpr const char* name = "standard id"; };
struct DutyTag { static constexpr const char* name = "duty item id"; };
struct DeviceTag { static constexpr const char* name = "device id"; };

using CaseId = Id<CaseTag>;           ///< UUIDv7 text
using OperationId = Id<OperationTag>; ///< UUIDv7 text
using AssignmentId = Id<AssignmentTag>; ///< "a1", "a2" … within one case
using AreaCode = Id<AreaTag>;         ///< 15-digit cell, 12-digit community …; outside districts use their own codes
using UnitId = Id<UnitTag>;
using PostId = Id<PostTag>;
using AccountId = Id<AccountTag>;
using CategoryId = Id<CategoryTag>;
using StandardId = Id<StandardTag>;
using DutyId = Id<DutyTag>;
using DeviceId = Id<DeviceTag>;

} // namespace griddesk

template <typename Tag>
struct std::hash<griddesk::Id<Tag>> {
    std::size_t operator()(const griddesk::Id<Tag>& id) const noexcept { return std::hash<std::string>{}(id.text()); }
};
