// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/wire/devicechain.h"

#include <gtest/gtest.h>

#include <string>

namespace griddesk::test {

/// The value, or a failed test that names the error.
template <typename T>
T valueOf(Result<T> result)
{
    if (!result)
        throw std::runtime_error(std::string(errorName(result.error().code)) + ": " + result.error().detail + " (" + result.error().context + ")");
    return *std::move(result);
}

template <typename T>
ErrorCode codeOf(const Result<T>& result)
{
    return result ? ErrorCode{} : result.error().code;
}

inline Operation sampleOperation(int number = 1)
{
    return {.id = OperationId::literal("017f22e2-79b0-7cc3-98c4-dc0c0c0739" + std::to_string(10 + number)),
            .caseId = CaseId::literal("017f22e2-79b0-7cc3-98c4-dc0c0c07398f"),
            .kind = OperationKind::Accept,
            .actor = {AccountId::literal("wang"), PostId::literal("operator-1")},
            .rules = std::string(64, 'a'),
            .payload = Value().set("category", "0201").set("note", "路面破损 \"大\"\n").set("urgent", false).set("floor", -2),
            .pairId = {}};
}

inline SealContext sampleContext()
{
    return {.trunkRev = 7, .hlc = {1'645'557'742'000, 3}, .wall = instantFromMs(1'645'557'742'123), .bootId = "boot-1", .monotonic = 90'000,
            .estOffset = -35, .blobs = {{.sha256 = sha256("photo"), .size = 5, .mime = "image/jpeg"}}};
}

inline ChainHead sampleHead()
{
    return {.device = DeviceId::literal("desk-1"), .stream = "310101001"};
}

inline DeviceKey sampleKey(std::uint64_t seed = 1)
{
    SeededRandom random(seed);
    return DeviceKey::generate(random);
}

} // namespace griddesk::test
