// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"

#include "wiretestsupport.h"

#include <string>

using namespace griddesk;
using griddesk::test::codeOf;
using griddesk::test::valueOf;
using namespace std::string_literals;

// RFC 8785 §3.2.2 and §3.2.3, with the fractions and the null taken out.
TEST(CanonicalJson, SampleOfTheRfcIsWrittenAsTheRfcWritesIt)
{
    const auto value = valueOf(fromJson(R"({
      "numbers": [333333333, 1000000, 4, -2, 0],
      "string": "\u20ac$\u000F\u000aA'\u0042\u0022\u005c\\\"\/",
      "literals": [true, false]
    })"));
    EXPECT_EQ(toCanonical(value),
              "{\"literals\":[true,false],\"numbers\":[333333333,1000000,4,-2,0],\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
}

TEST(CanonicalJson, OnlyWhatMustBeEscapedIsEscaped)
{
    EXPECT_EQ(toCanonical(Value("\b\t\n\f\r\x01\x1f\x7f/<>\0"s)), "\"\\b\\t\\n\\f\\r\\u0001\\u001f\x7f/<>\\u0000\"");
    EXPECT_EQ(toCanonical(Value("网格😀")), "\"网格😀\"");
}

TEST(CanonicalJson, KeysAreSortedByCodeUnitNotByAlphabet)
{
    EXPECT_EQ(toCanonical(Value().set("b", 1).set("A", 2).set("a", 3).set("10", 4).set("1", 5).set("_", 6)),
              R"({"1":5,"10":4,"A":2,"_":6,"a":3,"b":1})");
}

TEST(CanonicalJson, LargestIntegersSurvive)
{
    const auto bytes = "[9007199254740991,-9007199254740991]"s;
    EXPECT_EQ(toCanonical(valueOf(fromCanonical(bytes))), bytes);
}

struct Refused {
    const char* name;
    std::string bytes;
    ErrorCode code;
};

void PrintTo(const Refused& refused, std::ostream* out)
{
    *out << refused.name;
}

class RefusedByBoth : public testing::TestWithParam<Refused> {};

TEST_P(RefusedByBoth, WithTheStatedCode)
{
    EXPECT_EQ(codeOf(fromCanonical(GetParam().bytes)), GetParam().code);
    EXPECT_EQ(codeOf(fromJson(GetParam().bytes)), GetParam().code);
}

INSTANTIATE_TEST_SUITE_P(
    CanonicalJson, RefusedByBoth,
    testing::Values(Refused{"nothing", "", ErrorCode::Syntax}, Refused{"null", "null", ErrorCode::WrongType},
                    Refused{"nullMember", R"({"a":null})", ErrorCode::WrongType}, Refused{"fraction", "[1.5]", ErrorCode::WrongType},
                    Refused{"zeroFraction", "[1.0]", ErrorCode::WrongType}, Refused{"exponent", "[1e3]", ErrorCode::WrongType},
                    Refused{"tooLarge", "[9007199254740992]", ErrorCode::OutOfRange},
                    Refused{"tooSmall", "[-9007199254740992]", ErrorCode::OutOfRange},
                    Refused{"hugeInteger", "[123456789012345678901234567890]", ErrorCode::OutOfRange},
                    Refused{"hugeExponent", "[1e999]", ErrorCode::Syntax}, Refused{"notANumber", "[NaN]", ErrorCode::Syntax},
                    Refused{"leadingZero", "[01]", ErrorCode::Syntax}, Refused{"plusSign", "[+1]", ErrorCode::Syntax},
                    Refused{"duplicateKey", R"({"a":1,"a":1})", ErrorCode::Duplicate},
                    Refused{"duplicateKeyEscaped", R"({"a":1,"\u0061":2})", ErrorCode::Duplicate},
                    Refused{"keyNotAscii", R"({"网":1})", ErrorCode::Encoding}, Refused{"keyWithControl", "{\"\\n\":1}", ErrorCode::Encoding},
                    Refused{"invalidUtf8", "\"\xff\"", ErrorCode::Encoding}, Refused{"overlongUtf8", "\"\xc0\xaf\"", ErrorCode::Encoding},
                    Refused{"surrogateInUtf8", "\"\xed\xa0\x80\"", ErrorCode::Encoding},
                    Refused{"beyondUnicode", "\"\xf4\x90\x80\x80\"", ErrorCode::Encoding},
                    Refused{"cutUtf8", "\"\xe7\xbd\"", ErrorCode::Encoding},
                    Refused{"loneHighSurrogate", R"("\ud800")", ErrorCode::Encoding},
                    Refused{"loneLowSurrogate", R"("\udc00")", ErrorCode::Encoding},
                    Refused{"swappedSurrogates", R"("\udc00\ud800")", ErrorCode::Encoding},
                    Refused{"gb18030", "\"\xcd\xf8\xb8\xf1\"", ErrorCode::Encoding},
                    Refused{"utf16", "\xff\xfe{\x00}\x00"s, ErrorCode::Encoding}, Refused{"nulByte", "{}\0"s, ErrorCode::Encoding},
                    Refused{"nulByteInText", "\"a\0b\""s, ErrorCode::Encoding}, Refused{"rawLineBreak", "\"a\nb\"", ErrorCode::Syntax},
                    Refused{"trailingComma", "[1,]", ErrorCode::Syntax}, Refused{"trailingText", "{} {}", ErrorCode::Syntax},
                    Refused{"cut", R"({"a":[1,2)", ErrorCode::Syntax}, Refused{"comment", "[1/*x*/]", ErrorCode::Syntax},
                    Refused{"singleQuotes", "{'a':1}", ErrorCode::Syntax}, Refused{"badEscape", R"("\x41")", ErrorCode::Syntax},
                    Refused{"tooDeep", std::string(33, '[') + std::string(33, ']'), ErrorCode::LimitExceeded},
                    Refused{"bottomless", std::string(500'000, '['), ErrorCode::LimitExceeded},
                    Refused{"tooLong", "\"" + std::string(1024 * 1024, 'a') + "\"", ErrorCode::LimitExceeded}),
    [](const auto& testCase) { return std::string(testCase.param.name); });

class NotCanonical : public testing::TestWithParam<std::string> {};

TEST_P(NotCanonical, IsReadFromPeopleAndRefusedFromTheWire)
{
    EXPECT_EQ(codeOf(fromJson(GetParam())), ErrorCode{});
    EXPECT_EQ(codeOf(fromCanonical(GetParam())), ErrorCode::Syntax);
}

INSTANTIATE_TEST_SUITE_P(CanonicalJson, NotCanonical,
                         testing::Values("{ }", " {}", "{}\n", "{\"a\": 1}", R"({"b":1,"a":2})", R"(["\u0041"])", R"(["\/"])", R"(["\u000a"])",
                                         R"(["\u001F"])", "[-0]", "\xef\xbb\xbf{}", R"(["\ud83d\ude00"])", "[1,\r\n2]"));

TEST(CanonicalJson, DepthAtTheLimitIsRead)
{
    EXPECT_TRUE(fromCanonical(std::string(32, '[') + std::string(32, ']')));
}

TEST(CanonicalJson, ErrorsSayWhere)
{
    const auto whereIs = [](std::string_view text) { return fromJson(text).error().context; };
    EXPECT_EQ(whereIs("{\n  \"a\": 1,\n  \"b\": nul\n}"), "line 3, column 11");
    EXPECT_EQ(whereIs("{\n  \"a\": null}"), "line 2, column 11");
    EXPECT_EQ(whereIs("{\"a\":1,\n\"a\":2}"), "line 2, column 3");
    EXPECT_EQ(fromCanonical(R"({"a": 1})").error().context, "line 1, column 6");
}

TEST(CanonicalJson, DetailNeverRepeatsBrokenInput)
{
    EXPECT_EQ(fromJson("\"\xff\"").error().detail.find('\xff'), std::string::npos);
}

TEST(CanonicalJson, ValuesOutsideTheSubsetAreNotSealed)
{
    EXPECT_EQ(codeOf(canonicalBytes(Value("\xff"))), ErrorCode::Encoding);
    EXPECT_EQ(codeOf(canonicalBytes(Value().set("网", 1))), ErrorCode::Encoding);
    EXPECT_EQ(codeOf(canonicalBytes(Value(std::int64_t{1} << 60))), ErrorCode::OutOfRange);
    EXPECT_EQ(codeOf(canonicalBytes(Value(std::string(100, 'a')), {.bytes = 50})), ErrorCode::LimitExceeded);
    EXPECT_EQ(valueOf(canonicalBytes(Value().set("a", Value::List{}))), R"({"a":[]})");
}
