// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/jsonfile.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

Result<Value> read(const std::string& text, JsonNames names = JsonNames::Ascii)
{
    auto source = memoryByteSource(text, "units.json");
    return readJson(*source, names);
}

} // namespace

TEST(JsonFile, ReadsWhatAValueCanHold)
{
    const auto got = read(R"({"a":[1,-2,5.0,true,"文字"],"b":{"c":{}},"gone":null})");
    ASSERT_TRUE(got) << got.error().detail;
    const Value::List expected{Value(1), Value(-2), Value(5), Value(true), Value("文字")};
    EXPECT_EQ(*got->find("a")->list(), expected);
    EXPECT_FALSE(got->has("gone"));
    EXPECT_TRUE(got->find("b")->find("c")->isObject());
    EXPECT_EQ(read("7").value(), Value(7));
}

TEST(JsonFile, RefusesWhatItCannot)
{
    struct Case {
        std::string text;
        ErrorCode code;
    };
    const std::vector<Case> table{
        {"", ErrorCode::FileDamaged},
        {"{", ErrorCode::Syntax},
        {"{} {}", ErrorCode::Syntax},
        {R"({"a":1.5})", ErrorCode::WrongType},
        {R"({"a":1e300})", ErrorCode::OutOfRange},
        {R"({"a":1e999})", ErrorCode::OutOfRange},
        {R"({"a":9007199254740992})", ErrorCode::OutOfRange},
        {R"({"a":-9007199254740992})", ErrorCode::OutOfRange},
        {R"({"a":18446744073709551615})", ErrorCode::OutOfRange},
        {R"({"a":1,"a":2})", ErrorCode::Duplicate},
        {R"({"名":1})", ErrorCode::UnknownField},
        {R"([null])", ErrorCode::WrongType},
        {"{\"a\":\"\xC0\xAF\"}", ErrorCode::Encoding},
        {"\xFE\xFF", ErrorCode::Encoding},
        {std::string(33, '[') + std::string(33, ']'), ErrorCode::LimitExceeded},
        {std::string(1'000'000, '['), ErrorCode::LimitExceeded},
        {"\"" + std::string(2 << 20, 'x') + "\"", ErrorCode::LimitExceeded},
    };
    for (const auto& item : table) {
        const auto got = read(item.text);
        ASSERT_FALSE(got) << item.text.substr(0, 60);
        EXPECT_EQ(got.error().code, item.code) << item.text.substr(0, 60) << got.error().detail;
        EXPECT_TRUE(got.error().context.starts_with("units.json"));
    }
    EXPECT_EQ(read(R"({"u":[{},{"x":0.5}]})").error().context, "units.json: /u/1/x");
    EXPECT_TRUE(read(R"({"名":1})", JsonNames::Any));
}

TEST(JsonFile, AFileIsReadAndAFolderRefused)
{
    const TempFolder folder;
    EXPECT_TRUE(readJsonFile(folder.write("a.json", "{}")));
    EXPECT_EQ(readJsonFile(folder.path()).error().code, ErrorCode::NotAFile);
    EXPECT_EQ(readJsonFile(folder / "no.json").error().code, ErrorCode::FileNotFound);
}
