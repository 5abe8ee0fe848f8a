// SPDX-License-Identifier: GPL-3.0-or-later
#include "support.h"

#include "models/exchange/caseimport.h"
#include "models/exchange/jsonfile.h"

#include <gmock/gmock.h>

using namespace griddesk;
using namespace griddesk::test;
using testing::ElementsAre;

namespace {

constexpr const char* profileText = R"({
    "format": "griddesk-case-profile", "version": 1, "platform": "test", "timeZone": "America/New_York",
    "timeFormats": ["%Y-%m-%d %H:%M:%S"], "extent": ["-72", "42", "-70", "43"], "absent": ["NA"],
    "columns": {"outsideNumber": ["id"], "opened": ["opened"], "target": ["target", "due"], "closed": ["closed"], "status": ["status"],
                "onTime": ["ontime"], "title": ["title"], "categoryPath": [["reason"], ["type"]], "address": ["address"],
                "source": ["source"], "longitude": ["lon"], "latitude": ["lat"]},
    "required": ["opened"],
    "stages": {"Closed": "closed", "Open": "reported"}, "sources": {"Call": "hotline12345"}, "onTime": {"ONTIME": true, "OVERDUE": false}})";

const std::string header = "id,opened,due,closed,status,ontime,title,reason,type,address,source,lon,lat\n";
const std::string row1 = "1,2011-07-01 12:00:00,2011-07-02 12:00:00,2011-07-01 13:00:00,Closed,ONTIME, A  title ,Trees,Tree Down,1 Main  St,Call,-71.05,42.35\n";

MappingProfile testProfile(const std::function<void(Value&)>& change = {})
{
    auto source = memoryByteSource(profileText, "profile");
    Value value = readJson(*source).value();
    if (change)
        change(value);
    return MappingProfile::fromValue(value).value();
}

struct Run {
    Result<ImportReport> report = ImportReport{};
    std::vector<AdoptRecord> records;
};

Run run(const std::string& text, const MappingProfile& profile = testProfile())
{
    Run out;
    auto source = memoryByteSource(text, "cases.csv");
    out.report = importCases(*source, profile, [&](AdoptRecord&& record) -> Result<RowAnswer> {
        out.records.push_back(std::move(record));
        return RowAnswer{};
    });
    if (out.report) {
        EXPECT_EQ(out.report->rows, out.report->imported + out.report->unchanged + out.report->rejected);
    }
    return out;
}

/// row1 with one column replaced.
std::string changed(std::size_t column, const std::string& value)
{
    std::string out;
    std::size_t at = 0;
    for (std::size_t i = 0; i < 13; ++i) {
        const std::size_t end = row1.find_first_of(",\n", at);
        out += (i > 0 ? "," : "") + (i == column ? value : row1.substr(at, end - at));
        at = end + 1;
    }
    return out + "\n";
}

} // namespace

TEST(CaseImport, ARecordStatesWhatTheRowStates)
{
    const auto got = run(header + row1);
    ASSERT_TRUE(got.report) << got.report.error().detail;
    ASSERT_EQ(got.records.size(), 1U);
    const auto& record = got.records[0];
    EXPECT_EQ(record.platform, "test");
    EXPECT_EQ(record.outsideNumber, "1");
    EXPECT_EQ(formatInstant(*record.opened), "2011-07-01T16:00:00Z");
    EXPECT_EQ(formatInstant(*record.target), "2011-07-02T16:00:00Z");
    EXPECT_EQ(formatInstant(*record.closed), "2011-07-01T17:00:00Z");
    EXPECT_EQ(record.stage, "closed");
    EXPECT_EQ(record.statusText, "Closed");
    EXPECT_EQ(record.title, "A title");
    EXPECT_THAT(record.categoryPath, ElementsAre("Trees", "Tree Down"));
    EXPECT_EQ(record.source, "hotline12345");
    EXPECT_EQ(record.lonLat, (std::pair{-71.05, 42.35}));
    EXPECT_EQ(record.datum, "wgs84");
    EXPECT_EQ(record.sourceOnTime, "ONTIME");
    EXPECT_EQ(record.sourceSaysOnTime, true);
    EXPECT_EQ(record.line, 2U);
    EXPECT_EQ(record.recordHash.size(), 64U);
}

TEST(CaseImport, WhatIsNotStatedStaysUnknown)
{
    const auto got = run(header + "1,2011-07-01 12:00:00,NA,, ,,,,,,,,\n");
    ASSERT_EQ(got.records.size(), 1U);
    const auto& record = got.records[0];
    EXPECT_FALSE(record.target || record.closed || record.lonLat || record.sourceOnTime || record.sourceSaysOnTime);
    EXPECT_TRUE(record.stage.empty() && record.title.empty() && record.categoryPath.empty() && record.source.empty() && record.datum.empty());
    EXPECT_TRUE(got.report->warnings.empty());
}

TEST(CaseImport, TheHashDependsOnContentAndNotOnItsWriting)
{
    const std::string plain = run(header + row1).records[0].recordHash;
    std::string windows = "\xEF\xBB\xBF" + header + row1;
    for (std::size_t at = 0; (at = windows.find('\n', at)) != std::string::npos; at += 2)
        windows.insert(at, "\r");
    EXPECT_EQ(run(windows).records[0].recordHash, plain);
    EXPECT_EQ(run(header + changed(9, "\"1 Main  St\"")).records[0].recordHash, plain);
    EXPECT_NE(run(header + changed(9, "1 Main St.")).records[0].recordHash, plain);
    EXPECT_NE(run(header + "1,2011-07-01 12:00:00,,,,,a,bc,,,,,\n").records[0].recordHash,
              run(header + "1,2011-07-01 12:00:00,,,,,ab,c,,,,,\n").records[0].recordHash);
}

TEST(CaseImport, EveryKindOfBadRowIsRejectedAndTheNextIsRead)
{
    struct Case {
        std::string row;
        ErrorCode code;
        std::string value;
    };
    const std::vector<Case> table{
        {changed(0, ""), ErrorCode::MissingField, ""},
        {changed(1, ""), ErrorCode::MissingField, ""},
        {changed(1, "yesterday"), ErrorCode::Syntax, "yesterday"},
        {changed(1, "2011-02-30 12:00:00"), ErrorCode::OutOfRange, "2011-02-30 12:00:00"},
        {changed(2, "9999-01-01 00:00:00"), ErrorCode::OutOfRange, "9999-01-01 00:00:00"},
        {changed(3, "0000-00-00 00:00:00"), ErrorCode::OutOfRange, "0000-00-00 00:00:00"},
        {changed(4, "Halb"), ErrorCode::UnknownReference, "Halb"},
        {"1,2,3\n", ErrorCode::Inconsistent, "1"},
        {changed(6, "a,b"), ErrorCode::Inconsistent, "1"},
        {changed(6, "\xC2\xB7\xB5\xC6"), ErrorCode::Encoding, "1,2011-07-01 12:00:00,2011-07-02 12:00:00"},
        {changed(6, "\"a\"b"), ErrorCode::Syntax, "1,2011-07-01 12:00:00"},
        {changed(6, std::string(2 << 20, 'x')), ErrorCode::LimitExceeded, "1,2011-07-01"},
    };
    for (const auto& item : table) {
        std::string second = row1;
        second[0] = '9';
        const auto got = run(header + item.row + second);
        ASSERT_TRUE(got.report) << item.row;
        EXPECT_EQ(got.report->rows, 2U) << item.row.substr(0, 60);
        EXPECT_EQ(got.report->imported, 1U);
        ASSERT_EQ(got.report->rejects.size(), 1U) << item.row.substr(0, 60);
        const auto& reject = got.report->rejects[0];
        EXPECT_EQ(reject.line, 2U);
        EXPECT_EQ(reject.code, item.code) << reject.reason;
        EXPECT_FALSE(reject.reason.empty());
        EXPECT_TRUE(reject.value.starts_with(item.value)) << reject.value;
        EXPECT_LT(reject.value.size(), 600U);
    }
}

TEST(CaseImport, APlaceThatCannotBeIsLeftOutAndCounted)
{
    struct Case {
        std::string lon, lat, kind;
    };
    for (const auto& item : {Case{"0", "0", "place-zero"}, Case{"42.35", "-71.05", "place-swapped"}, Case{"500", "42.35", "place-out-of-range"},
                             Case{"x", "42.35", "place-unreadable"}, Case{"", "42.35", "place-unreadable"}, Case{"nan", "nan", "place-out-of-range"},
                             Case{"120.6", "31.3", "place-outside-extent"}, Case{"1e400", "42.35", "place-unreadable"}}) {
        const std::string row = "1,2011-07-01 12:00:00,,,,,,,,,," + item.lon + "," + item.lat + "\n";
        const auto got = run(header + row);
        ASSERT_EQ(got.records.size(), 1U);
        EXPECT_FALSE(got.records[0].lonLat) << item.kind;
        ASSERT_EQ(got.report->warnings.size(), 1U) << item.kind;
        EXPECT_EQ(got.report->warnings.begin()->first, item.kind);
        EXPECT_EQ(got.report->warnings.begin()->second.firstLine, 2U);
        const auto strict = run(header + row, testProfile([](Value& value) { value.set("required", Value::List{Value("place")}); }));
        EXPECT_EQ(strict.report->rejected, 1U) << item.kind;
        EXPECT_TRUE(strict.report->warnings.empty());
    }
}

TEST(CaseImport, ClosedBeforeOpenedIsKeptAndFlagged)
{
    const auto got = run(header + changed(3, "2011-06-01 00:00:00"));
    ASSERT_EQ(got.records.size(), 1U);
    EXPECT_TRUE(got.records[0].clockDisorder);
    EXPECT_EQ(got.report->warnings.at("clock-disorder").count, 1U);
}

TEST(CaseImport, AStatusAndAClosingDateThatContradictAreBothKept)
{
    const auto open = run(header + changed(4, "Open"));
    ASSERT_EQ(open.records.size(), 1U);
    EXPECT_EQ(open.records[0].stage, "reported");
    EXPECT_EQ(formatInstant(*open.records[0].closed), "2011-07-01T17:00:00Z");
    EXPECT_EQ(open.report->warnings.at("closing-date-but-open").count, 1U);
    const auto closed = run(header + changed(3, ""));
    ASSERT_EQ(closed.records.size(), 1U);
    EXPECT_EQ(closed.records[0].stage, "closed");
    EXPECT_FALSE(closed.records[0].closed);
    EXPECT_EQ(closed.report->warnings.at("closed-without-date").firstLine, 2U);
}

TEST(CaseImport, UnknownChannelsAndVerdictsAreKeptAsWritten)
{
    const auto got = run(header + changed(10, "Pigeon") + "2" + changed(5, "MAYBE").substr(1));
    ASSERT_EQ(got.records.size(), 2U);
    EXPECT_EQ(got.records[0].sourceText, "Pigeon");
    EXPECT_TRUE(got.records[0].source.empty());
    EXPECT_EQ(got.records[1].sourceOnTime, "MAYBE");
    EXPECT_FALSE(got.records[1].sourceSaysOnTime);
    EXPECT_EQ(got.report->warnings.size(), 2U);
}

TEST(CaseImport, ANumberThatComesAgainIsUnchangedOrADuplicate)
{
    const auto got = run(header + row1 + row1 + changed(6, "other"));
    EXPECT_EQ(got.report->imported, 1U);
    EXPECT_EQ(got.report->unchanged, 1U);
    ASSERT_EQ(got.report->rejects.size(), 1U);
    EXPECT_EQ(got.report->rejects[0], (ImportReject{4, ErrorCode::Duplicate, "the outside number stands in the file already, with other content", "1"}));
}

TEST(CaseImport, HeadersThatDoNotFitStopBeforeTheFirstRow)
{
    struct Case {
        std::string text;
        ErrorCode code;
    };
    for (const auto& item : {Case{"", ErrorCode::FileDamaged}, Case{"\n\n", ErrorCode::FileDamaged}, Case{"number,when\n1,2\n", ErrorCode::MissingField},
                             Case{"id,opened,opened\n1,2,3\n", ErrorCode::Duplicate}, Case{"{\"a\":1}\n", ErrorCode::WrongType},
                             Case{"\xB1\xE0\xBA\xC5,opened\n", ErrorCode::Encoding}, Case{"PK\x03\x04........", ErrorCode::FileForeign}}) {
        const auto got = run(item.text);
        ASSERT_FALSE(got.report) << item.text;
        EXPECT_EQ(got.report.error().code, item.code) << got.report.error().detail;
        EXPECT_TRUE(got.records.empty());
    }
    const auto missing = run("number,when\n1,2\n").report.error();
    EXPECT_NE(missing.detail.find("outsideNumber (id)"), std::string::npos) << missing.detail;
    EXPECT_NE(missing.detail.find("number, when"), std::string::npos) << missing.detail;
}

TEST(CaseImport, CancelAndErrorsOfTheReceiverStopIt)
{
    std::string text = header;
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i) + ",2011-07-01 12:00:00,,,,,,,,,,,\n";
    const MappingProfile profile = testProfile();
    auto source = memoryByteSource(text, "cases.csv");
    std::vector<std::uint64_t> seen;
    auto stopped = dryRunCases(*source, profile, [&](const ImportProgress& at) {
        seen.push_back(at.rows);
        return at.rows < 2000;
    });
    ASSERT_FALSE(stopped);
    EXPECT_EQ(stopped.error().code, ErrorCode::Cancelled);
    EXPECT_THAT(seen, ElementsAre(0, 1000, 2000));

    source = memoryByteSource(text, "cases.csv");
    auto failed = importCases(*source, profile, [](AdoptRecord&&) -> Result<RowAnswer> { return fail(ErrorCode::DiskFull, "full"); });
    EXPECT_EQ(failed.error().code, ErrorCode::DiskFull);

    source = memoryByteSource(text, "cases.csv");
    auto counted = importCases(*source, profile, [](AdoptRecord&& record) -> Result<RowAnswer> {
        const auto kind = record.line % 3 == 0 ? RowAnswer::Kind::Unchanged : record.line % 3 == 1 ? RowAnswer::Kind::Rejected : RowAnswer::Kind::Imported;
        return RowAnswer{kind, {ErrorCode::Refused, "no", "x"}};
    });
    EXPECT_EQ(counted->rows, 5000U);
    EXPECT_EQ(counted->imported + counted->unchanged + counted->rejected, 5000U);
    EXPECT_EQ(counted->rejects.size(), importRejectsKept);
    EXPECT_GT(counted->rejected, importRejectsKept);

    source = memoryByteSource(text, "cases.csv");
    EXPECT_EQ(dryRunCases(*source, profile, {}, {.maximumRows = 100}).error().code, ErrorCode::LimitExceeded);
}

TEST(CaseImport, ATruncatedGzipIsAnErrorOfTheWholeFile)
{
    std::string text = header;
    for (int i = 0; i < 5000; ++i)
        text += std::to_string(i * 7919) + ",2011-07-01 12:00:00,,,,,,,,,,,\n";
    const std::string packed = gzipped(text);
    EXPECT_EQ(run(packed).report->imported, 5000U);
    EXPECT_EQ(run(packed.substr(0, packed.size() / 2)).report.error().code, ErrorCode::FileDamaged);
}

TEST(CaseImport, GbkFilesNeedTheirProfileToSaySo)
{
    const std::string text = header + changed(6, "\xC2\xB7\xB5\xC6\xB2\xBB\xC1\xC1");
    EXPECT_EQ(run(text).report->rejected, 1U);
    const auto got = run(text, testProfile([](Value& value) { value.set("encoding", "gb18030"); }));
    ASSERT_EQ(got.records.size(), 1U);
    EXPECT_EQ(got.records[0].title, "路灯不亮");
}

TEST(CaseImport, PreviewShowsColumnsAndFirstRecords)
{
    auto source = memoryByteSource("extra," + header + "x," + row1 + "x,bad\nx," + row1, "cases.csv");
    const auto got = previewCases(*source, testProfile(), 2);
    ASSERT_TRUE(got);
    EXPECT_EQ(got->records.size(), 1U);
    EXPECT_EQ(got->report.rejected, 1U);
    EXPECT_THAT(got->columns.found.at("target"), ElementsAre("due"));
    EXPECT_THAT(got->columns.unused, ElementsAre("extra"));
    auto other = memoryByteSource("number,lat\n1,2\n", "cases.csv");
    const auto foreign = previewCases(*other, testProfile(), 2);
    ASSERT_TRUE(foreign);
    EXPECT_THAT(foreign->columns.missingRequired, ElementsAre("outsideNumber (id)", "opened (opened)"));
    EXPECT_TRUE(foreign->records.empty());
}

TEST(CaseImport, TheReportAsAValue)
{
    const auto value = run(header + row1 + changed(3, "x")).report->toValue();
    EXPECT_EQ(value.intOr("rows", 0), 2);
    EXPECT_EQ(value.intOr("rejected", 0), 1);
    const auto& reject = value.find("rejects")->list()->front();
    EXPECT_EQ(reject.intOr("line", 0), 3);
    EXPECT_EQ(reject.textOr("value"), "x");
}
