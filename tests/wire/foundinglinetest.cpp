// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/founding.h"
#include "models/wire/hash.h"

#include <gtest/gtest.h>

namespace griddesk {
namespace {

using Kind = FoundingLine::Kind;

FoundingLine entryLine()
{
    return {.kind = Kind::Entry, .seq = 3, .caseRev = 2, .doubtMs = 7, .envelope = "{\"a\":\"\\n\"}", .outcome = "conflict", .reason = "stageClosed",
            .number = "2026-990101001-000001", .effective = instantFromMs(5), .receivedAt = instantFromMs(6)};
}

TEST(FoundingLineText, readsWhatItWrites)
{
    FoundingLine bare = entryLine();
    bare.reason.clear();
    bare.number.clear();
    bare.receivedAt.reset();
    const std::vector<FoundingLine> lines{
        entryLine(), bare,
        {.kind = Kind::Bundle, .hash = sha256("b").hex(), .bytes = "{\"名\":1}", .validFrom = instantFromMs(9)},
        {.kind = Kind::Document, .hash = sha256("d").hex(), .bytes = "line\n\"quoted\"\t"},
        {.kind = Kind::Device, .device = DeviceId::literal("desk-1"), .publicKey = {{1, 2, 3}}},
    };
    for (const auto& line : lines) {
        const auto text = write(line);
        EXPECT_EQ(text.find('\n'), std::string::npos);
        const auto read = readFoundingLine(text);
        ASSERT_TRUE(read) << text << ": " << read.error().detail;
        EXPECT_EQ(write(*read), text);
        EXPECT_EQ(read->kind, line.kind);
        EXPECT_EQ(read->bytes, line.bytes);
        EXPECT_EQ(read->envelope, line.envelope);
        EXPECT_EQ(read->receivedAt, line.receivedAt);
        EXPECT_EQ(read->device, line.device);
    }
}

TEST(FoundingLineText, refusesEverythingElse)
{
    const auto codeOf = [](std::string_view text) { return readFoundingLine(text).error().code; };
    EXPECT_EQ(codeOf(""), ErrorCode::Syntax);
    EXPECT_EQ(codeOf("{\"kind\":\"other\"}"), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf("{\"kind\":\"device\"}"), ErrorCode::MissingField);
    EXPECT_EQ(codeOf("{\"bytes\":1,\"hash\":\"" + sha256("d").hex() + "\",\"kind\":\"document\"}"), ErrorCode::WrongType);
    EXPECT_EQ(codeOf("{\"bytes\":\"\",\"hash\":\"x\",\"kind\":\"document\"}"), ErrorCode::Syntax);
    EXPECT_EQ(codeOf("{\"bytes\":\"\",\"extra\":1,\"hash\":\"" + sha256("d").hex() + "\",\"kind\":\"document\"}"), ErrorCode::UnknownField);
    auto line = entryLine();
    line.seq = 0;
    EXPECT_EQ(codeOf(write(line)), ErrorCode::OutOfRange);
    const auto whole = write(entryLine());
    for (std::size_t i = 0; i < whole.size(); ++i)
        EXPECT_FALSE(readFoundingLine(std::string_view(whole).substr(0, i)));
}

} // namespace
} // namespace griddesk
