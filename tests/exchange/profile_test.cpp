// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/jsonfile.h"
#include "models/exchange/profile.h"

using namespace griddesk;
using namespace griddesk::test;

namespace {

Result<MappingProfile> profile(const std::string& text)
{
    auto source = memoryByteSource(text, "profile");
    auto value = readJson(*source, JsonNames::Any);
    return value ? MappingProfile::fromValue(*value) : std::unexpected(value.error());
}

std::string with(const std::string& members, const std::string& columns = R"("outsideNumber":["id"])")
{
    return R"({"format":"griddesk-case-profile","version":1,"platform":"p","columns":{)" + columns + "}" + (members.empty() ? "" : "," + members) + "}";
}

} // namespace

TEST(MappingProfile, TheShippedOnesAreSound)
{
    for (const char* name : {"boston311.json", "la311.json", "nyc311.json"}) {
        const auto got = MappingProfile::fromFile(profilePath(name));
        ASSERT_TRUE(got) << name << ": " << got.error().detail << " " << got.error().context;
        EXPECT_EQ(got->platform + ".json", name);
        EXPECT_TRUE(got->extent);
    }
}

TEST(MappingProfile, WordsOfTheSourceMayBeChinese)
{
    const auto got = profile(with(R"("stages":{"已结案":"closed"},"encoding":"GBK","timeZone":"Asia/Shanghai","datum":"gcj02")",
                                  R"("outsideNumber":["工单号"],"status":["状态"])"));
    ASSERT_TRUE(got) << got.error().detail;
    EXPECT_EQ(got->stages.at("已结案"), "closed");
    EXPECT_EQ(got->encoding, TextEncoding::Gb18030);
}

TEST(MappingProfile, EveryMistakeIsNamedWithItsMember)
{
    struct Case {
        std::string text;
        ErrorCode code;
        std::string context;
    };
    const std::vector<Case> table{
        {"{}", ErrorCode::Unsupported, "format"},
        {R"({"format":"griddesk-case-profile","version":2})", ErrorCode::Unsupported, "format"},
        {R"({"format":"griddesk-case-profile","version":1,"platform":"p"})", ErrorCode::MissingField, "columns"},
        {with("\"colums\":{}"), ErrorCode::UnknownField, "colums"},
        {with("", R"("outsideNumer":["id"])"), ErrorCode::UnknownField, "columns.outsideNumer"},
        {with("", R"("outsideNumber":"id")"), ErrorCode::WrongType, "columns.outsideNumber"},
        {with("", R"("opened":["t"])"), ErrorCode::MissingField, "required.outsideNumber"},
        {with("\"required\":[\"opened\"]"), ErrorCode::MissingField, "required.opened"},
        {with("\"required\":[\"opend\"]"), ErrorCode::UnknownField, "required.opend"},
        {with("\"required\":[\"place\"]"), ErrorCode::MissingField, "required.place"},
        {with("", R"("outsideNumber":["id"],"longitude":["x"])"), ErrorCode::MissingField, "columns"},
        {with("", R"("outsideNumber":["id"],"status":["s"])"), ErrorCode::MissingField, "stages"},
        {with(R"("stages":{"Closed":"done"})"), ErrorCode::UnknownReference, "stages.Closed"},
        {with(R"("sources":{"Call":"phone"})"), ErrorCode::UnknownReference, "sources.Call"},
        {with(R"("onTime":{"Y":"yes"})"), ErrorCode::WrongType, "onTime.Y"},
        {with(R"("datum":"bj54")"), ErrorCode::UnknownReference, "datum"},
        {with(R"("encoding":"ebcdic")"), ErrorCode::Unsupported, "ebcdic"},
        {with(R"("timeZone":"Mars/Olympus")"), ErrorCode::UnknownReference, "Mars/Olympus"},
        {with(R"("timeFormats":["%Q"])"), ErrorCode::Syntax, "%Q"},
        {with(R"("delimiter":"|")"), ErrorCode::Unsupported, "delimiter"},
        {with(R"("extent":["1","2","3"])"), ErrorCode::Syntax, "extent"},
        {with(R"("extent":["3","2","1","4"])"), ErrorCode::OutOfRange, "extent"},
        {with(R"("extent":["a","2","1","4"])"), ErrorCode::Syntax, "extent"},
    };
    for (const auto& item : table) {
        const auto got = profile(item.text);
        ASSERT_FALSE(got) << item.text;
        EXPECT_EQ(got.error().code, item.code) << item.text << got.error().detail;
        EXPECT_EQ(got.error().context, item.context) << item.text;
    }
}
