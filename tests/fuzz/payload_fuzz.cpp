// libs: GridDesk::Wire
// SPDX-License-Identifier: GPL-3.0-or-later
// The way of an operation that somebody typed: whatever the rules let through can be sealed, and what was sealed can be
// read again as the same. An operation that is saved and cannot be sealed keeps a desk from opening.
//
// The input is one line for the operation, and behind it JSON or lines NAME=TEXT.
#include "models/core/apply.h"
#include "models/core/operationtable.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/devicechain.h"
#include "models/wire/envelope.h"
#include "models/wire/random.h"
#include "tests/support/rulesbuilder.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace griddesk;

namespace {

const Rules& rules()
{
    static const Rules all = testing::testRules();
    return all;
}

const DeviceKey& key()
{
    static const DeviceKey made = [] {
        SeededRandom random(1);
        return DeviceKey::generate(random);
    }();
    return made;
}

/// A post of the rules that bears a role for it, so that the payload is what decides.
Actor actorFor(const OperationSpec& spec)
{
    for (const auto& [id, post] : rules().posts)
        if (post.roles.meets(spec.roles))
            return {AccountId::literal("u-" + id.text()), id};
    std::abort(); // an operation nobody may do
}

void through(const std::optional<Case>& before, OperationKind kind, Value payload)
{
    const auto& spec = specOf(kind);
    const Operation operation{.id = OperationId::literal("0192f0c1-0000-7000-8000-000000000001"),
                              .caseId = CaseId::literal("0192f0c1-0000-7000-8000-000000000002"),
                              .kind = kind,
                              .actor = actorFor(spec),
                              .rules = rules().hash,
                              .payload = std::move(payload),
                              .pairId = spec.pair ? "0192f0c1-0000-7000-8000-000000000003" : ""};
    const Instant at = *parseInstant("2026-03-02T01:00:00Z");
    if (!apply(before, operation, rules(), at))
        return;
    DeviceChain chain(ChainHead{.device = DeviceId::literal("desk-1"), .stream = "990101001", .lastHash = {}}, key());
    const auto sealed = chain.seal(operation, SealContext{.trunkRev = 0, .hlc = {1'700'000'000'000, 0}, .wall = at, .bootId = "boot-1", .estOffset = 0});
    if (!sealed) {
        // Longer than an envelope may be is told to whoever typed it before anything is saved (Submitter); all else is a text
        // that should never have been let through.
        if (sealed.error().code == ErrorCode::LimitExceeded)
            return;
        std::abort();
    }
    const auto again = readEnvelope(sealed->bytes);
    if (!again || again->envelope.op != operation)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto end = text.find('\n');
    if (end == std::string_view::npos)
        return 0;
    const auto kind = parseOperationKind(text.substr(0, end));
    if (!kind)
        return 0;
    std::string_view rest = text.substr(end + 1);
    Value payload;
    if (const auto json = fromJson(rest)) {
        payload = *json;
    } else { // NAME=TEXT lines, byte by byte as a command line gives them
        while (!rest.empty()) {
            const auto stop = std::min(rest.find('\n'), rest.size());
            const auto line = rest.substr(0, stop);
            rest.remove_prefix(std::min(rest.size(), stop + 1));
            if (const auto equals = line.find('='); equals != std::string_view::npos && equals > 0)
                payload.set(std::string(line.substr(0, equals)), std::string(line.substr(equals + 1)));
        }
    }
    static const Case reported = [] {
        Value report;
        report.set("source", "patrol").set("text", "x").set("address", "y");
        const Operation first{.id = OperationId::literal("0192f0c1-0000-7000-8000-000000000000"),
                              .caseId = CaseId::literal("0192f0c1-0000-7000-8000-000000000002"),
                              .kind = OperationKind::Report,
                              .actor = {AccountId::literal("u-op"), PostId::literal("op")},
                              .rules = rules().hash,
                              .payload = std::move(report),
                              .pairId = {}};
        auto made = apply(std::nullopt, first, rules(), *parseInstant("2026-03-02T00:00:00Z"));
        if (!made)
            std::abort();
        return *std::move(made);
    }();
    if (specOf(*kind).first)
        through(std::nullopt, *kind, payload);
    through(reported, *kind, std::move(payload));
    return 0;
}
