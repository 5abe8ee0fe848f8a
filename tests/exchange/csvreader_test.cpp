// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/csvheader.h"

#include <gmock/gmock.h>
#include <random>

using namespace griddesk;
using namespace griddesk::test;
using testing::ElementsAre;

namespace {

struct Read {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::uint64_t> lines;
    std::vector<ErrorCode> problems; ///< with the line in problemLines
    std::vector<std::uint64_t> problemLines;
    std::optional<Error> error;
};

Read readAll(ByteSource& source, CsvOptions options = {})
{
    Read out;
    CsvReader reader(source, options);
    CsvRow row;
    for (;;) {
        auto more = reader.next(row);
        if (!more) {
            out.error = more.error();
            return out;
        }
        if (!*more)
            return out;
        if (row.problem) {
            out.problems.push_back(row.problem->code);
            out.problemLines.push_back(row.line);
        } else {
            out.rows.emplace_back(row.fields.begin(), row.fields.end());
            out.lines.push_back(row.line);
        }
    }
}

/// Reads at once and byte by byte; both must agree.
Read read(const std::string& text, CsvOptions options = {})
{
    auto whole = memoryByteSource(text, "text");
    Read first = readAll(*whole, options);
    DripSource drip(text);
    Read second = readAll(drip, options);
    EXPECT_EQ(first.rows, second.rows);
    EXPECT_EQ(first.lines, second.lines);
    EXPECT_EQ(first.problems, second.problems);
    EXPECT_EQ(first.problemLines, second.problemLines);
    return first;
}

using Row = std::vector<std::string>;

} // namespace

TEST(CsvReader, LineEndsOfEveryKindSeparateRows)
{
    const auto got = read("a,b\nc,d\r\ne,f\rg,h");
    EXPECT_THAT(got.rows, ElementsAre(Row{"a", "b"}, Row{"c", "d"}, Row{"e", "f"}, Row{"g", "h"}));
    EXPECT_THAT(got.lines, ElementsAre(1, 2, 3, 4));
}

TEST(CsvReader, QuotedFieldsHoldDelimitersLineEndsAndQuotes)
{
    const auto got = read("\"a,1\",\"say \"\"hi\"\"\",\"two\r\nlines\n\"\r\nnext,\"\",\"\"\"\"\n");
    EXPECT_THAT(got.rows, ElementsAre(Row{"a,1", "say \"hi\"", "two\r\nlines\n"}, Row{"next", "", "\""}));
    EXPECT_THAT(got.lines, ElementsAre(1, 4));
}

TEST(CsvReader, EmptyFieldsAreKeptAndEmptyLinesSkipped)
{
    EXPECT_THAT(read(",\n\n\r\n,,x\n\"\"\na,").rows, ElementsAre(Row{"", ""}, Row{"", "", "x"}, Row{""}, Row{"a", ""}));
    EXPECT_TRUE(read("").rows.empty());
    EXPECT_TRUE(read("\n\n\n").rows.empty());
}

TEST(CsvReader, QuoteInsideAnUnquotedFieldIsOrdinary)
{
    EXPECT_THAT(read("5\" pipe,a\"b\"c\n").rows, ElementsAre(Row{"5\" pipe", "a\"b\"c"}));
}

TEST(CsvReader, ByteOrderMarkIsNoPartOfTheFirstName)
{
    EXPECT_THAT(read("\xEF\xBB\xBF名称,b\n1,2\n").rows, ElementsAre(Row{"名称", "b"}, Row{"1", "2"}));
    EXPECT_TRUE(read("\xEF\xBB\xBF").rows.empty());
}

TEST(CsvReader, Utf16WithItsMarkIsConverted)
{
    const std::u16string text = u"编号,街道\r\n1,示范😀\r\n";
    std::string little = "\xFF\xFE", big = "\xFE\xFF";
    for (const char16_t c : text) {
        little += {static_cast<char>(c & 0xFF), static_cast<char>(c >> 8)};
        big += {static_cast<char>(c >> 8), static_cast<char>(c & 0xFF)};
    }
    for (const auto& bytes : {little, big})
        EXPECT_THAT(read(bytes).rows, ElementsAre(Row{"编号", "街道"}, Row{"1", "示范😀"}));
    const auto cut = read(little + "x");
    EXPECT_THAT(cut.problems, ElementsAre(ErrorCode::Encoding));
    EXPECT_EQ(cut.rows.size(), 2U);
}

TEST(CsvReader, BytesThatAreNotUtf8SpoilOnlyTheirRow)
{
    const auto got = read("a,b\n1,\xB5\xC4\n2,ok\n3,\xC0\x80\n4,\xED\xA0\x80\n5,\xF5\x80\x80\x80\n6,z\n");
    EXPECT_THAT(got.rows, ElementsAre(Row{"a", "b"}, Row{"2", "ok"}, Row{"6", "z"}));
    EXPECT_THAT(got.problems, testing::Each(ErrorCode::Encoding));
    EXPECT_THAT(got.problemLines, ElementsAre(2, 4, 5, 6));
}

TEST(CsvReader, NulBytesAreNoText)
{
    const auto got = read(std::string("a,b\n1,\0\n2,c\n", 12));
    EXPECT_THAT(got.problems, ElementsAre(ErrorCode::Encoding));
    EXPECT_EQ(got.rows.size(), 2U);
}

TEST(CsvReader, DeclaredEncodingsAreDecoded)
{
    // 路灯 in GB18030, and a character whose second byte is an ASCII letter (0x81 0x41).
    EXPECT_THAT(read("\xC2\xB7\xB5\xC6,\"\x81\x41\"\n", {.encoding = TextEncoding::Gb18030}).rows, ElementsAre(Row{"路灯", "丄"}));
    EXPECT_THAT(read("\x93quoted\x94,\x80\n", {.encoding = TextEncoding::Windows1252}).rows, ElementsAre(Row{"“quoted”", "€"}));
    EXPECT_THAT(read("caf\xE9\n", {.encoding = TextEncoding::Latin1}).rows, ElementsAre(Row{"café"}));
    const auto bad = read("a\n\xFF\xFF\nb\n", {.encoding = TextEncoding::Gb18030});
    EXPECT_THAT(bad.problems, ElementsAre(ErrorCode::Encoding));
    EXPECT_EQ(bad.rows.size(), 2U);
}

TEST(CsvReader, OtherDelimiters)
{
    EXPECT_THAT(read("a;b,c\n", {.delimiter = ';'}).rows, ElementsAre(Row{"a", "b,c"}));
    EXPECT_THAT(read("a\tb\n", {.delimiter = '\t'}).rows, ElementsAre(Row{"a", "b"}));
}

TEST(CsvReader, TextBehindAClosingQuoteSpoilsOneLine)
{
    const auto got = read("a,b\n\"x\"y,2\nc,d\n");
    EXPECT_THAT(got.problems, ElementsAre(ErrorCode::Syntax));
    EXPECT_THAT(got.problemLines, ElementsAre(2));
    EXPECT_THAT(got.rows, ElementsAre(Row{"a", "b"}, Row{"c", "d"}));
}

TEST(CsvReader, AQuoteNeverClosedSpoilsOneLineAndTheRestIsRead)
{
    const auto got = read("a,b\n1,\"open\n2,x\n3,y\n");
    EXPECT_THAT(got.problemLines, ElementsAre(2));
    EXPECT_THAT(got.rows, ElementsAre(Row{"a", "b"}, Row{"2", "x"}, Row{"3", "y"}));
    EXPECT_THAT(got.lines, ElementsAre(1, 3, 4));
    // A stray quote that meets a later, honest one.
    const auto stray = read("a,b\n1,\"open\n2,\"x\"\n3,y\n");
    EXPECT_THAT(stray.problemLines, ElementsAre(2));
    EXPECT_THAT(stray.rows, ElementsAre(Row{"a", "b"}, Row{"2", "x"}, Row{"3", "y"}));
}

TEST(CsvReader, ALineOf100MegabytesIsOneBadRow)
{
    for (const std::string quote : {"", "\""}) {
        RepeatSource source("a,b\n1," + quote, 'x', 100'000'000, quote + "\n2,ok\n");
        const auto got = readAll(source);
        EXPECT_THAT(got.problems, ElementsAre(ErrorCode::LimitExceeded)) << quote;
        EXPECT_THAT(got.problemLines, ElementsAre(2));
        EXPECT_THAT(got.rows, ElementsAre(Row{"a", "b"}, Row{"2", "ok"}));
    }
    RepeatSource endless("a\n", 'x', 20'000'000, "");
    EXPECT_THAT(readAll(endless).problems, ElementsAre(ErrorCode::LimitExceeded));
}

TEST(CsvReader, FieldAndColumnLimits)
{
    const CsvOptions small{.limits = {.fieldBytes = 5, .rowBytes = 100, .columns = 3}};
    const auto got = read("12345,b\n123456,b\na,b,c\na,b,c,d\na,b,c,\nz\n", small);
    EXPECT_THAT(got.problemLines, ElementsAre(2, 4, 5));
    EXPECT_THAT(got.rows, ElementsAre(Row{"12345", "b"}, Row{"a", "b", "c"}, Row{"z"}));
    EXPECT_THAT(got.problems, testing::Each(ErrorCode::LimitExceeded));
}

TEST(CsvReader, SpreadsheetsAndDatabasesAreForeign)
{
    auto sheet = memoryByteSource("PK\x03\x04xxxxxxxxxxxxxxxx", "book.xlsx");
    EXPECT_EQ(readAll(*sheet).error->code, ErrorCode::FileForeign);
    auto database = memoryByteSource(std::string("SQLite format 3\0xxxx", 20), "a.db");
    EXPECT_EQ(readAll(*database).error->code, ErrorCode::FileForeign);
}

TEST(CsvReader, ErrorsOfTheSourceComeThrough)
{
    std::string text;
    for (int i = 0; i < 100'000; ++i)
        text += std::to_string(i * 7919) + ",x\n";
    const std::string packed = gzipped(text);
    auto source = memoryByteSource(packed.substr(0, packed.size() / 2), "cut.csv.gz");
    const auto got = readAll(*source);
    ASSERT_TRUE(got.error);
    EXPECT_EQ(got.error->code, ErrorCode::FileDamaged);
}

TEST(CsvReader, RandomBytesNeverStopItAndAreTheSameByteByByte)
{
    std::mt19937 random(20260214);
    const std::string alphabet = "\"\",,\n\r a\xE8\xB7\xAF\xFF";
    for (int round = 0; round < 3000; ++round) {
        std::string text;
        for (std::size_t i = random() % 40; i > 0; --i)
            text += alphabet[random() % alphabet.size()];
        read(text, {.limits = {.fieldBytes = 8, .rowBytes = 16, .columns = 4}});
        if (HasFailure())
            FAIL() << testing::PrintToString(text);
    }
}

TEST(CsvHeader, NamesAreTrimmedAndFound)
{
    auto source = memoryByteSource(" id ,name,,\n", "h");
    CsvReader reader(*source);
    const auto header = CsvHeader::read(reader, "h").value();
    EXPECT_EQ(header.find("id").value(), 0U);
    EXPECT_EQ(header.find("missing").value(), std::nullopt);
}

TEST(CsvHeader, ANameThatStandsTwiceIsAmbiguous)
{
    auto source = memoryByteSource("id,name,id\n", "h");
    CsvReader reader(*source);
    const auto header = CsvHeader::read(reader, "h").value();
    EXPECT_EQ(header.find("id").error().code, ErrorCode::Duplicate);
    EXPECT_TRUE(header.find("name"));
}

TEST(CsvHeader, NoRowOrABadRowIsNoHeader)
{
    for (const auto& [text, code] : {std::pair<std::string, ErrorCode>{"", ErrorCode::FileDamaged},
                                     {"\n\n", ErrorCode::FileDamaged},
                                     {"\xB1\xE0\xBA\xC5\n", ErrorCode::Encoding},
                                     {"\"a\n", ErrorCode::Syntax}}) {
        auto source = memoryByteSource(text, "h");
        CsvReader reader(*source);
        const auto header = CsvHeader::read(reader, "h");
        ASSERT_FALSE(header);
        EXPECT_EQ(header.error().code, code);
    }
}
