// SPDX-License-Identifier: GPL-3.0-or-later
#include "pairdrafts.h"

#include "models/core/operationtable.h"

#include <QRandomGenerator>

#include <array>
#include <cstdio>

namespace griddesk {

namespace {

/// A UUID of version 7 (RFC 9562 §5.7).
std::string freshUuid(Instant now)
{
    auto* random = QRandomGenerator::system();
    const auto ms = static_cast<std::uint64_t>(msOf(now));
    const auto a = random->generate64(), b = random->generate64();
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08x-%04x-7%03x-%04x-%012llx", static_cast<unsigned>(ms >> 16), static_cast<unsigned>(ms & 0xffff),
                  static_cast<unsigned>(a & 0xfff), static_cast<unsigned>(0x8000 | ((a >> 12) & 0x3fff)), static_cast<unsigned long long>(b & 0xffffffffffffULL));
    return text.data();
}

const char* otherSide(std::string_view side)
{
    if (side == "kept")
        return "absorbed";
    if (side == "absorbed")
        return "kept";
    return side == "from" ? "to" : "from";
}

} // namespace

std::vector<OperationDraft> draftsOf(const CaseId& caseId, OperationKind kind, const Value& payload, Instant now)
{
    OperationDraft own{.caseId = caseId, .kind = kind, .payload = payload, .pairId = {}};
    if (!specOf(kind).pair)
        return {std::move(own)};
    own.pairId = freshUuid(now);
    OperationDraft other{.caseId = {}, .kind = kind, .payload = {}, .pairId = own.pairId};
    if (kind == OperationKind::Split) {
        other.caseId = CaseId::literal(freshUuid(now));
        other.payload = payload;
        other.payload.set("side", "new");
        other.payload.set("other", caseId.text());
        own.payload = {};
        own.payload.set("side", "original");
        own.payload.set("other", other.caseId->text());
        if (const auto* reason = payload.find("reason"))
            own.payload.set("reason", *reason);
        return {std::move(own), std::move(other)};
    }
    const auto named = CaseId::parse(payload.textOr("other"));
    if (!named)
        return {std::move(own)}; // the judge says what is missing
    other.caseId = *named;
    other.payload = payload;
    other.payload.set("other", caseId.text());
    other.payload.set("side", otherSide(payload.textOr("side")));
    return {std::move(own), std::move(other)};
}

} // namespace griddesk
