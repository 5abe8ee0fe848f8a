// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairs.h"

#include <array>
#include <string_view>
#include <utility>

namespace griddesk::gridctl {

namespace {

std::string_view usualSide(OperationKind kind, const Case& here)
{
    switch (kind) {
    case OperationKind::Split:
        return "original";
    case OperationKind::Link:
        return "from";
    default:
        return here.stage == Stage::Merged ? "absorbed" : "kept";
    }
}

std::string_view sideAcross(std::string_view side)
{
    constexpr std::array<std::pair<std::string_view, std::string_view>, 3> sides{{{"kept", "absorbed"}, {"from", "to"}, {"original", "new"}}};
    for (const auto& [one, two] : sides)
        if (side == one || side == two)
            return side == one ? two : one;
    return side; // no side at all: the rules refuse both
}

} // namespace

std::vector<NewOperation> bothHalves(NewOperation said, const Case& here, const CaseId& other)
{
    const std::string side(said.payload.textOr("side", usualSide(said.kind, here)));
    said.pairId = "pair";
    NewOperation across{.caseId = other, .kind = said.kind, .payload = said.payload, .pairId = said.pairId};
    across.payload.set("side", std::string(sideAcross(side))).set("other", here.id.text());
    if (said.kind == OperationKind::Split) { // the matter goes to the new case
        Value payload;
        if (const auto* reason = said.payload.find("reason"))
            payload.set("reason", *reason);
        said.payload = std::move(payload);
    }
    said.payload.set("side", side).set("other", other.text());
    return {std::move(said), std::move(across)};
}

} // namespace griddesk::gridctl
