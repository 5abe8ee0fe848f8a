// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/caseimport.h"
#include "models/exchange/jsonfile.h"
#include "models/exchange/jsonrecords.h"

#include <gmock/gmock.h>

using namespace griddesk;
using namespace griddesk::test;
using testing::ElementsAre;
using testing::HasSubstr;

namespace {

struct Read {
    std::vector<JsonRecord> records;
    std::optional<Error> error;
};

Read readAll(ByteSource& source, const CsvLimits& limits = {})
{
    Read out;
    JsonRecordReader reader(source, limits);
    for (JsonRecord record;;) {
        auto more = reader.next(record);
        if (!more) {
            out.error = more.error();
            return out;
        }
        if (!*more)
            return out;
        out.records.push_back(record);
    }
}

Read readAll(const std::string& text, const CsvLimits& limits = {})
{
    auto source = memoryByteSource(text, "cases.json");
    return readAll(*source, limits);
}

constexpr const char* profileText = R"({
    "format": "griddesk-case-profile", "version": 1, "platform": "test", "timeFormats": ["iso8601"], "absent": ["N/A"],
    "columns": {"outsideNumber": ["key", "Key"], "opened": ["opened"], "closed": ["closed"], "status": ["status"], "title": ["title"],
                "longitude": ["lon"], "latitude": ["lat"]},
    "required": ["opened"], "stages": {"Closed": "closed", "Open": "reported"}})";

MappingProfile testProfile(const char* form = nullptr)
{
    auto source = memoryByteSource(profileText, "profile");
    Value value = readJson(*source).value();
    if (form != nullptr)
        value.set("form", form);
    return MappingProfile::fromValue(value).value();
}

struct Run {
    Result<ImportReport> report = ImportReport{};
    std::vector<AdoptRecord> records;
};

Run run(const std::string& text, const MappingProfile& profile = testProfile())
{
    Run out;
    auto source = memoryByteSource(text, "cases.json");
    out.report = importCases(*source, profile, [&](AdoptRecord&& record) -> Result<RowAnswer> {
        out.records.push_back(std::move(record));
        return RowAnswer{};
    });
    if (out.report) {
        EXPECT_EQ(out.report->rows, out.report->imported + out.report->unchanged + out.report->rejected);
    }
    return out;
}

const std::string one = R"({"key": "1", "opened": "2026-08-19T02:26:58.000", "status": "Open", "title": "Pothole", "lon": -73.9, "lat": 40.7})";

std::string utf16(const std::string& ascii, bool bigEndian)
{
    std::string out = bigEndian ? "\xFE\xFF" : "\xFF\xFE";
    for (const char c : ascii) {
        out += bigEndian ? '\0' : c;
        out += bigEndian ? c : '\0';
    }
    return out;
}

} // namespace

TEST(JsonRecords, MembersAreTextsWithLineAndNumber)
{
    const auto got = readAll("\n[ {\"a\": \"x\", \"b\": 7, \"c\": -1.50, \"d\": true, \"e\": null, \"f\": {\"g\": [1]}},\n\n  {\"a\":\"}]\\\"{\"} ]\n");
    ASSERT_FALSE(got.error) << got.error->detail;
    ASSERT_EQ(got.records.size(), 2U);
    const auto& first = got.records[0];
    EXPECT_EQ(first.members, (std::map<std::string, std::string, std::less<>>{{"a", "x"}, {"b", "7"}, {"c", "-1.50"}, {"d", "true"}}));
    EXPECT_THAT(first.nested, ElementsAre("f"));
    EXPECT_EQ(first.line, 2U);
    EXPECT_EQ(got.records[1].line, 4U);
    EXPECT_EQ(got.records[1].number, 2U);
    EXPECT_EQ(got.records[1].members.at("a"), "}]\"{");
}

TEST(JsonRecords, TheSameHoweverTheBytesArrive)
{
    const std::string text = "[" + one + ",\r\n{\"k\":\"\\u8def\\u706f\"}, 5, " + one + "]";
    const auto whole = readAll(text);
    ASSERT_FALSE(whole.error);
    for (const auto& form : {text, "\xEF\xBB\xBF" + text, utf16(text, false), utf16(text, true)}) {
        DripSource drip(form);
        const auto got = readAll(drip);
        ASSERT_FALSE(got.error) << got.error->detail;
        ASSERT_EQ(got.records.size(), 4U);
        for (std::size_t i = 0; i < 4; ++i) {
            EXPECT_EQ(got.records[i].content, whole.records[i].content);
            EXPECT_EQ(got.records[i].line, whole.records[i].line);
            EXPECT_EQ(got.records[i].problem.has_value(), i == 2);
        }
    }
    EXPECT_EQ(whole.records[1].members.at("k"), "路灯");
}

TEST(JsonRecords, ContentDoesNotDependOnOrderBlanksOrNulls)
{
    const auto content = [](const char* text) { return readAll(std::string("[") + text + "]").records.at(0).content; };
    EXPECT_EQ(content(R"({"a":"1","b":{"c":[1,2]}})"), content(R"({ "b" : {"c": [1, 2]}, "z": null, "a": "1" })"));
    EXPECT_NE(content(R"({"a":"1","b":{"c":[1,2]}})"), content(R"({"a":"1","b":{"c":[12]}})"));
    EXPECT_NE(content(R"({"a":"1"})"), content(R"({"b":"1"})"));
    EXPECT_NE(content(R"({"a":"b"})"), content(R"({"ab":""})"));
}

TEST(JsonRecords, ABadRecordCostsItself)
{
    struct Case {
        std::string record;
        ErrorCode code;
        std::string says;
    };
    const CsvLimits limits{.fieldBytes = 100, .rowBytes = 300, .columns = 5};
    const std::vector<Case> table{
        {"5", ErrorCode::WrongType, "no object"},
        {"\"text, with ] and }\"", ErrorCode::WrongType, "no object"},
        {"null", ErrorCode::WrongType, "no object"},
        {"[1, [2]]", ErrorCode::WrongType, "no object"},
        {"nonsense", ErrorCode::Syntax, "not JSON"},
        {"{a: 1}", ErrorCode::Syntax, "not JSON"},
        {"{\"a\": 1,}", ErrorCode::Syntax, "not JSON"},
        {"{\"a\": 1 \"b\": 2}", ErrorCode::Syntax, "not JSON"},
        {"{\"a\": \"\\ud800\"}", ErrorCode::Syntax, "not JSON"},
        {"{\"a\": NaN}", ErrorCode::Syntax, "not JSON"},
        {"{\"a\": 1e999}", ErrorCode::OutOfRange, "too large"},
        {"{\"a\": \"\xC2\xB7\xB5\xC6\"}", ErrorCode::Encoding, "not UTF-8"},
        {"{\"a\": \"x\\u0000y\"}", ErrorCode::Encoding, "NUL"},
        {"{\"a\": 1, \"b\": 2, \"a\": 1}", ErrorCode::Duplicate, "\"a\" stands twice"},
        {"{\"a\": \"" + std::string(101, 'x') + "\"}", ErrorCode::LimitExceeded, "longer than 100"},
        {"{\"" + std::string(101, 'x') + "\": 1}", ErrorCode::LimitExceeded, "longer than 100"},
        {"{\"a\": \"" + std::string(5000, 'x') + "\"}", ErrorCode::LimitExceeded, "longer than 300"},
        {"{\"a\":1,\"b\":1,\"c\":1,\"d\":1,\"e\":1,\"f\":1}", ErrorCode::LimitExceeded, "more than 5"},
        {"{\"a\": " + std::string(40, '[') + std::string(40, ']') + "}", ErrorCode::LimitExceeded, "deeper"},
    };
    for (const auto& item : table) {
        const auto got = readAll("[{\"k\":1},\n" + item.record + ",\n{\"k\":2}]", limits);
        ASSERT_FALSE(got.error) << item.record << ": " << got.error->detail;
        ASSERT_EQ(got.records.size(), 3U) << item.record;
        ASSERT_TRUE(got.records[1].problem) << item.record;
        EXPECT_EQ(got.records[1].problem->code, item.code) << item.record << ": " << got.records[1].problem->detail;
        EXPECT_THAT(got.records[1].problem->detail, HasSubstr(item.says));
        EXPECT_TRUE(got.records[1].members.empty() && got.records[1].content.empty());
        EXPECT_EQ(got.records[1].line, 2U);
        EXPECT_EQ(got.records[2].members.at("k"), "2");
        EXPECT_EQ(got.records[2].line, 3U);
    }
}

TEST(JsonRecords, AFileThatIsNoListIsRefusedWithItsLine)
{
    struct Case {
        std::string text;
        ErrorCode code;
        std::string says;
    };
    for (const auto& item : {Case{"", ErrorCode::FileDamaged, "holds nothing"}, Case{" \n ", ErrorCode::FileDamaged, "holds nothing"},
                             Case{"{\"data\": []}", ErrorCode::WrongType, "one JSON object"}, Case{"\"text\"", ErrorCode::WrongType, "not a JSON list"},
                             Case{"\xEF\xBB", ErrorCode::FileDamaged, "nothing"}, Case{"\xFF", ErrorCode::FileDamaged, "nothing"},
                             Case{"\xB1\xE0[]", ErrorCode::WrongType, "not a JSON list"}, Case{"[", ErrorCode::FileDamaged, "line 1: the file ends before its list does"},
                             Case{"[{\"a\":1}", ErrorCode::FileDamaged, "line 1: the file ends before its list does"}, Case{"[{\"a\":1},\n", ErrorCode::FileDamaged, "line 2: the file ends before its list does"},
                             Case{"[{\"a\":1},\n{\"a\":\"x", ErrorCode::FileDamaged, "line 2: the record that begins here does not end"},
                             Case{"[\n{\"a\":[1}, {\"a\":1}]", ErrorCode::FileDamaged, "a bracket is missing"},
                             Case{"[{\"a\":1}\n{\"a\":1}]", ErrorCode::Syntax, "line 2: a comma is wanted"}, Case{"[{\"a\":1},]", ErrorCode::Syntax, "line 1: a record is wanted"},
                             Case{"[,{\"a\":1}]", ErrorCode::Syntax, "a record is wanted"}, Case{"[{\"a\":1}}]", ErrorCode::Syntax, "a comma is wanted"},
                             Case{"[{\"a\":1}]\n\n[]", ErrorCode::Syntax, "line 3: something stands behind"}, Case{"[7", ErrorCode::FileDamaged, "cut off"}}) {
        const auto got = readAll(item.text);
        ASSERT_TRUE(got.error) << item.text;
        EXPECT_EQ(got.error->code, item.code) << item.text << ": " << got.error->detail;
        EXPECT_THAT(got.error->detail, HasSubstr(item.says));
        EXPECT_EQ(got.error->context, "cases.json");
    }
    EXPECT_FALSE(readAll("[]").error);
}

TEST(JsonRecords, ARecordOfAHundredMegabytesIsSkippedAndTheNextRead)
{
    RepeatSource source("[{\"k\":\"", 'x', std::uint64_t{100} << 20, "\"},\n{\"k\":\"2\"}]");
    const auto got = readAll(source);
    ASSERT_FALSE(got.error) << got.error->detail;
    ASSERT_EQ(got.records.size(), 2U);
    EXPECT_EQ(got.records[0].problem->code, ErrorCode::LimitExceeded);
    EXPECT_LT(got.records[0].problemText.size(), 600U);
    EXPECT_EQ(got.records[1].members.at("k"), "2");
    RepeatSource open("[{\"k\":", '[', std::uint64_t{8} << 20, "");
    EXPECT_EQ(readAll(open).error->code, ErrorCode::FileDamaged);
}

TEST(CaseImportOfJson, ARecordStatesWhatItsMembersState)
{
    for (const std::string& text : {"[" + one + "]", "\xEF\xBB\xBF\n [" + one + "]", utf16("[" + one + "]", true), gzipped("[" + one + "]")}) {
        const auto got = run(text);
        ASSERT_TRUE(got.report) << got.report.error().detail;
        ASSERT_EQ(got.records.size(), 1U);
        const auto& record = got.records[0];
        EXPECT_EQ(record.outsideNumber, "1");
        EXPECT_EQ(formatInstant(*record.opened), "2026-08-19T02:26:58Z");
        EXPECT_EQ(record.stage, "reported");
        EXPECT_EQ(record.title, "Pothole");
        EXPECT_EQ(record.lonLat, (std::pair{-73.9, 40.7}));
        EXPECT_FALSE(record.closed);
        EXPECT_EQ(record.recordHash.size(), 64U);
    }
}

TEST(CaseImportOfJson, EveryRecordIsCountedOnce)
{
    const auto got = run("[" + one + ",\n" + one + ",\n{\"key\": 2, \"opened\": \"2026-08-19T02:26:58\", \"where\": {\"x\": 1}},\n"
                         "{\"key\": {\"id\": 3}, \"opened\": \"2026-08-19T02:26:58\"},\n{\"key\": 4},\n{\"key\": 5, \"opened\": \"yesterday\"},\n"
                         "{\"key\": 6, \"opened\": \"N/A\"},\n7,\n{\"key\": 1, \"opened\": \"2026-08-19T02:26:58\"}]");
    ASSERT_TRUE(got.report) << got.report.error().detail;
    EXPECT_EQ(got.report->rows, 9U);
    EXPECT_EQ(got.report->imported, 2U);
    EXPECT_EQ(got.report->unchanged, 1U);
    ASSERT_EQ(got.report->rejects.size(), 6U);
    EXPECT_EQ(got.report->rejects[0].line, 4U);
    EXPECT_EQ(got.report->rejects[0].reason, "\"key\" holds a list or an object; the profile wants a text there (record 4)");
    EXPECT_EQ(got.report->rejects[1].reason, "opened is not stated (record 5)");
    EXPECT_EQ(got.report->rejects[2].value, "yesterday");
    EXPECT_EQ(got.report->rejects[4].code, ErrorCode::WrongType);
    EXPECT_EQ(got.report->rejects[5].code, ErrorCode::Duplicate);
}

TEST(CaseImportOfJson, AForeignListSaysWhichNamesItHas)
{
    const auto got = run(R"([{"number": 1, "when": "x"}, {"number": 2}])");
    ASSERT_FALSE(got.report);
    EXPECT_EQ(got.report.error().code, ErrorCode::MissingField);
    EXPECT_THAT(got.report.error().detail, HasSubstr("outsideNumber (key or Key)"));
    EXPECT_THAT(got.report.error().detail, HasSubstr("number, when"));
    auto source = memoryByteSource(R"([{"number": 1, "opened": "x"}])", "cases.json");
    const auto preview = previewCases(*source, testProfile(), 5);
    ASSERT_TRUE(preview);
    EXPECT_THAT(preview->columns.missingRequired, ElementsAre("outsideNumber (key or Key)"));
    EXPECT_THAT(preview->columns.unused, ElementsAre("number"));
}

TEST(CaseImportOfJson, TheProfileMayDecideTheForm)
{
    const std::string csv = "key,opened\n1,2026-08-19T02:26:58\n";
    EXPECT_EQ(run(csv).report->imported, 1U);
    EXPECT_EQ(run(csv, testProfile("csv")).report->imported, 1U);
    EXPECT_EQ(run(csv, testProfile("json")).report.error().code, ErrorCode::WrongType);
    EXPECT_EQ(run("[" + one + "]", testProfile("json")).report->imported, 1U);
    EXPECT_EQ(run("[" + one + "]", testProfile("csv")).report.error().code, ErrorCode::MissingField);
    EXPECT_EQ(run("[key],opened\n", testProfile("csv")).report.error().code, ErrorCode::MissingField);
}

TEST(CaseImportOfJson, ManyRecordsBeyondTheOnesLookedAtFirst)
{
    std::string text = "[";
    for (int i = 0; i < 5000; ++i)
        text += std::string(i > 0 ? "," : "") + "{\"key\":" + std::to_string(i) + ",\"opened\":\"2026-08-19T02:26:58\"" + (i > 100 ? ",\"title\":\"late\"" : "") + "}";
    const auto got = run(text + "]");
    ASSERT_TRUE(got.report);
    EXPECT_EQ(got.report->imported, 5000U);
    EXPECT_EQ(got.records[4999].title, "late");
    EXPECT_EQ(run(text).report.error().code, ErrorCode::FileDamaged);
    auto source = memoryByteSource(text + "]", "cases.json");
    EXPECT_EQ(dryRunCases(*source, testProfile(), [](const ImportProgress& at) { return at.rows < 2000; }).error().code, ErrorCode::Cancelled);
}
