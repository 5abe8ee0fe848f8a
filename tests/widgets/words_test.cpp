// SPDX-License-Identifier: GPL-3.0-or-later
// Every enumerator, field and choice has words, in English and in Chinese; and the sentences made of them.
#include "translations/languageswitch.h"
#include "widgets/screenwords.h"
#include "widgets/words/clockwords.h"
#include "widgets/words/dutywords.h"
#include "widgets/words/wordtables.h"

#include "tests/core/demorules.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <gmock/gmock.h>

#include <functional>
#include <string>
#include <vector>

namespace griddesk {
namespace {

using rulestest::time;
using ::testing::HasSubstr;

struct Fixed : ClockSource {
    Instant at = time("2026-03-10T06:05:00Z");
    [[nodiscard]] Instant now() const override { return at; }
};

std::string utf8(const QString& text) { return text.toStdString(); }
bool chinese(const QString& text)
{
    static const QRegularExpression han(QStringLiteral("\\p{Han}"));
    return text.contains(han);
}

/// One text of the tables: where it is from, its context and the English, nullptr when the table does not know it.
struct Entry {
    std::string what;
    const char* context;
    const char* text;
};

template <typename Enum>
void collect(std::vector<Entry>& all, const char* context, std::size_t count, const std::function<const char*(Enum)>& table)
{
    for (std::size_t i = 0; i < count; ++i)
        all.push_back({std::string(context) + ' ' + std::to_string(i), context, table(static_cast<Enum>(i))});
}

void collectFields(std::vector<Entry>& all, const std::string& path, std::span<const FieldSpec> fields)
{
    for (const auto& field : fields) {
        const auto name = path + '.' + std::string(field.name);
        all.push_back({name, "Field", words::field(name)});
        all.push_back({std::string(field.name), "Field", words::field(std::string(field.name))});
        for (const auto value : field.choices)
            all.push_back({name + '=' + std::string(value), "Choice", words::choice(name, std::string(value))});
        collectFields(all, name, field.fields());
    }
}

std::vector<Entry> everything()
{
    std::vector<Entry> all;
    collect<Stage>(all, "Stage", stageCount, words::stage);
    collect<Queue>(all, "Queue", queueCount, words::queue);
    collect<OperationKind>(all, "Operation", operationKindCount, words::operation);
    collect<Role>(all, "Role", roleCount, words::role);
    collect<ClockKind>(all, "Clock", allClockKinds().size(), words::clock);
    collect<Lamp>(all, "Lamp", static_cast<std::size_t>(Lamp::Suspended) + 1, words::lamp);
    collect<SegmentKind>(all, "Segment", static_cast<std::size_t>(SegmentKind::OutsideHours) + 1, words::segment);
    collect<Urgency>(all, "Urgency", static_cast<std::size_t>(Urgency::Critical) + 1, words::urgency);
    collect<AreaLevel>(all, "AreaLevel", static_cast<std::size_t>(AreaLevel::District) + 1, words::areaLevel);
    collect<RefusalRule>(all, "Refusal", refusalRuleCount, words::refusal);
    for (unsigned bit = 0; (1u << bit) <= static_cast<unsigned>(CaseMark::Hot); ++bit)
        all.push_back({"mark " + std::to_string(bit), "Mark", words::mark(static_cast<CaseMark>(1u << bit))});
    for (unsigned code = 0; code < 1000; ++code)
        if (const auto value = static_cast<ErrorCode>(code); std::string_view(errorName(value)) != "unknown")
            all.push_back({std::string("error ") + errorName(value), "Error", words::error(value)});
    for (const auto& spec : operationTable())
        collectFields(all, std::string(spec.name), spec.fields);
    for (std::size_t i = 0; i < assignmentStateCount; ++i) {
        const std::string state(nameOf(static_cast<AssignmentState>(i)));
        all.push_back({"state " + state, "Choice", words::choice("assignmentState", state)});
    }
    for (const auto* role : {"before", "after", "other"})
        all.push_back({role, "Choice", words::choice("evidenceRole", role)});
    return all;
}

class WordsTest : public ::testing::Test {
protected:
    void SetUp() override
    {
        const auto read = readRules(rulestest::smallRules());
        ASSERT_TRUE(read.has_value());
        words.setRules(std::make_shared<const Rules>(*read));
    }
    void speakChinese() { ASSERT_TRUE(language.use(Language::Chinese).has_value()); }

    LanguageSwitch language;
    Fixed clock;
    ScreenWords words{clock};
};

TEST_F(WordsTest, everyTextOfTheDomainIsThere)
{
    const auto all = everything();
    EXPECT_GT(all.size(), 500u);
    for (const auto& entry : all)
        EXPECT_TRUE(entry.text != nullptr && *entry.text != '\0') << entry.what;
}

TEST_F(WordsTest, everyTextOfTheDomainIsChineseInChinese)
{
    speakChinese();
    for (const auto& entry : everything()) {
        ASSERT_NE(entry.text, nullptr) << entry.what;
        const auto text = QCoreApplication::translate(entry.context, entry.text);
        EXPECT_TRUE(chinese(text)) << entry.what << ": " << utf8(text);
    }
}

TEST_F(WordsTest, aWordThatNobodyKnowsIsShownAsItIs)
{
    EXPECT_EQ(utf8(words.field("noSuchField")), "noSuchField");
    EXPECT_EQ(utf8(words.choice("source", "pigeon")), "pigeon");
    EXPECT_EQ(utf8(words.unit(UnitId::literal("gone"))), "gone");
}

TEST_F(WordsTest, theSameValueIsSaidAsItsOperationMeansIt)
{
    EXPECT_EQ(utf8(words.choiceOf(OperationKind::Verify, "result", "partly")), "Partly confirmed");
    EXPECT_EQ(utf8(words.choiceOf(OperationKind::Reply, "result", "partly")), "Partly solved");
    EXPECT_EQ(utf8(words.choice("result", "noEntry")), "No access");
    EXPECT_EQ(utf8(words.field("report.reporter.relation")), "Relation to the matter");
    EXPECT_EQ(utf8(words.field("link.relation")), "Relation");
}

TEST_F(WordsTest, timeLeftAndTimeOver)
{
    using namespace std::chrono_literals;
    struct Case {
        Milliseconds left;
        const char *english, *chinese;
    };
    const std::vector<Case> cases{
        {0ms, "0 min", "0分"},
        {59'999ms, "under 1 min", "不足1分"},
        {60'000ms, "1 min", "1分"},
        {135min, "2 h 15 min", "2小时15分"},
        {2h, "2 h", "2小时"},
        {76h, "3 d 4 h", "3天4小时"},
        {72h + 59min, "3 d", "3天"},
        {-1ms, "just over", "刚超期"},
        {-135min, "2 h 15 min over", "超 2小时15分"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.remaining(each.left)), each.english);
    EXPECT_TRUE(words.remaining(Milliseconds::min()).endsWith(QLatin1String(" over")));
    EXPECT_FALSE(words.remaining(Milliseconds::max()).isEmpty());
    speakChinese();
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.remaining(each.left)), each.chinese);
}

TEST_F(WordsTest, momentsAreSaidInTheZoneOfTheDistrict)
{
    // Shanghai is eight hours ahead: the clock shows 14:05 on 10 March 2026.
    struct Case {
        const char *at, *english, *chinese;
    };
    const std::vector<Case> cases{
        {"2026-03-10T06:05:00Z", "today 14:05", "今天 14:05"},     {"2026-03-09T16:00:00Z", "today 00:00", "今天 00:00"},
        {"2026-03-09T15:59:59Z", "03-09 23:59", "03-09 23:59"},   {"2026-03-10T16:00:00Z", "03-11 00:00", "03-11 00:00"},
        {"2025-12-31T15:59:00Z", "2025-12-31 23:59", "2025-12-31 23:59"}, {"2025-12-31T16:00:00Z", "01-01 00:00", "01-01 00:00"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.dateTime(time(each.at))), each.english);
    EXPECT_EQ(utf8(words.date(time("2025-12-31T16:00:00Z"))), "2026-01-01");
    speakChinese();
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.dateTime(time(each.at))), each.chinese);
}

TEST_F(WordsTest, limitsNameTheirUnit)
{
    struct Case {
        const char *limit, *english, *chinese;
    };
    const std::vector<Case> cases{
        {"1wh", "1 working hour", "1工作时"},    {"4wh", "4 working hours", "4工作时"},     {"2uh", "2 urgent hours", "2紧急工作时"},
        {"1wd", "1 working day", "1工作日"},     {"3wdb", "3 working days", "3工作日"},     {"5nd", "5 calendar days", "5自然日"},
        {"stated", "as stated by the source", "按来源要求"},
    };
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.limit(parseLimit(each.limit).value())), each.english);
    EXPECT_EQ(utf8(words.limit({LimitUnit::WorkingHours, 0})), "no limit");
    speakChinese();
    for (const auto& each : cases)
        EXPECT_EQ(utf8(words.limit(parseLimit(each.limit).value())), each.chinese);
}

TEST_F(WordsTest, aRefusalSaysWhatIsMissingAndWhoCanSupplyIt)
{
    const Refusal refusal{RefusalRule::CallbackOpen, {"callback", "waiveCallback"}, {Role::Operator, Role::ShiftLeader}, {}};
    EXPECT_EQ(utf8(words.refusal(refusal)),
              "The resident has not been called back yet. Call, or waive the call with a reason. Next step: Call back, Waive "
              "call-back. Who can do it: operator, shift leader.");
    speakChinese();
    EXPECT_EQ(utf8(words.refusal(refusal)), "尚未回访诉求人，请回访或说明理由免回访。须先办理：回访、免回访。由 受理员、值班长 处理。");
    EXPECT_THAT(utf8(words.refusal({RefusalRule::FieldMissing, {"place", "reporter.phoneCommitment"}, {}, {}})), HasSubstr("缺少：位置、电话。"));
}

TEST_F(WordsTest, aRefusalNamesThingsAsPeopleKnowThem)
{
    const auto said = [&](RefusalRule rule, const char* detail) { return utf8(words.refusal({rule, {}, {}, detail})); };
    EXPECT_THAT(said(RefusalRule::StageClosed, "handling"), HasSubstr("“Handling”"));
    EXPECT_THAT(said(RefusalRule::AssignmentState, "a1 replied"), HasSubstr("“Replied”"));
    EXPECT_THAT(said(RefusalRule::SameUnit, "city"), HasSubstr("“市容科”"));
    EXPECT_THAT(said(RefusalRule::PostNotHeld, "p-op"), HasSubstr("“受理”"));
    EXPECT_THAT(said(RefusalRule::InThePast, "2026-03-10T00:00:00Z"), HasSubstr("“today 08:00”"));
    EXPECT_THAT(said(RefusalRule::TooFar, "9wh"), HasSubstr("“9 working hours”"));
    EXPECT_THAT(said(RefusalRule::ReferenceUnknown, "100%1%2"), HasSubstr("“100%1%2”")) << "placeholders in data stay as they are";
}

TEST_F(WordsTest, everyRefusalIsASentenceWithoutOpenPlaceholders)
{
    for (const auto tongue : {Language::English, Language::Chinese}) {
        ASSERT_TRUE(language.use(tongue).has_value());
        for (std::size_t i = 0; i < refusalRuleCount; ++i) {
            const auto text = words.refusal({static_cast<RefusalRule>(i), {}, {}, {}});
            EXPECT_FALSE(text.contains(u'%')) << utf8(text);
            EXPECT_TRUE(text.endsWith(u'.') || text.endsWith(u'。')) << utf8(text);
        }
    }
}

TEST_F(WordsTest, anErrorSaysWhatWhereAndWhatToDo)
{
    EXPECT_EQ(utf8(words.error({ErrorCode::FileNotFound, "open: no such file", "rules.json"})), "rules.json was not found. Check the name and the folder.");
    EXPECT_THAT(utf8(words.error({ErrorCode::Network, "refused", {}})), HasSubstr("refused"));
    EXPECT_THAT(utf8(words.error({ErrorCode::Io, {}, {}})), HasSubstr("–"));
}

TEST_F(WordsTest, aDutySuggestionGivesItsReason)
{
    DutyReason reason{AreaCode::literal("990101001001001"), AreaCode::literal("G1"), CategoryId::literal("E0110"), "暴露生活垃圾",
                      UnitId::literal("city"), "市容科", DutyId::literal("4.2"), CategoryId::literal("E0110"), {}, "权责清单第4.2项", {},
                      time("2025-01-01T00:00:00Z")};
    DutyMatch match{DutyMatch::Kind::One, reason.unit, {UnitId::literal("east")}, reason.item, {reason}};
    EXPECT_EQ(utf8(words::dutySentence(match, words)),
              "市容科 handles 暴露生活垃圾 in 一网格, as laid down by: 权责清单第4.2项, valid from 2025-01-01. Assisting: 东社区.");
    match.kind = DutyMatch::Kind::Several;
    EXPECT_THAT(utf8(words::dutySentence(match, words)), HasSubstr("several units: 市容科 (duty list item 4.2)"));
    speakChinese();
    EXPECT_THAT(utf8(words::dutyReason(reason, words)), HasSubstr("一网格的“暴露生活垃圾”由市容科主办，依据：权责清单第4.2项"));
    EXPECT_THAT(utf8(words::dutySentence({}, words)), HasSubstr("提请会商"));
}

TEST_F(WordsTest, aClockIsExplainedStretchByStretch)
{
    ClockExplanation explained;
    explained.clock.kind = ClockKind::Handle;
    explained.clock.limit = {LimitUnit::WorkingHours, 4};
    auto& e = explained.explanation;
    e.due = {time("2026-03-10T08:00:00Z"), true, false};
    e.lamp = Lamp::Yellow;
    e.countedMs = Milliseconds{std::chrono::minutes{135}}.count();
    e.segments = {
        {time("2026-03-10T01:00:00Z"), time("2026-03-10T03:15:00Z"), "city", SegmentKind::Running, false, e.countedMs, {}, {}},
        {time("2026-03-10T03:15:00Z"), time("2026-03-10T04:00:00Z"), "centre", SegmentKind::Paused, false, 0, "鉴定", "bo"},
        {time("2026-03-10T04:00:00Z"), time("2026-03-10T06:00:00Z"), {}, SegmentKind::OutsideHours, false, 0, {}, {}},
    };
    EXPECT_EQ(utf8(words::clockText(explained, words)),
              "Handling: 4 working hours, due today 16:00, 2 h 15 min used. Lamp: Due soon. The deadline is provisional: the holidays of "
              "its year are not known yet.\n"
              "1. today 09:00 to today 11:15, 市容科: 2 h 15 min counted.\n"
              "2. today 11:15 to today 12:00, 指挥中心: stood still, not counted (鉴定, approved by 博).\n"
              "3. today 12:00 to today 14:00: outside working hours, not counted.");
    speakChinese();
    EXPECT_THAT(utf8(words::clockText(explained, words)), HasSubstr("2. 今天 11:15 至 今天 12:00，指挥中心：暂停，不计时（鉴定、博 批准）。"));
}

TEST_F(WordsTest, theLanguageChangesBackAndForth)
{
    EXPECT_EQ(utf8(words.stage(Stage::Handled)), "To check");
    speakChinese();
    EXPECT_EQ(utf8(words.stage(Stage::Handled)), "待核查");
    ASSERT_TRUE(language.use(Language::English).has_value());
    EXPECT_EQ(utf8(words.stage(Stage::Handled)), "To check");
    EXPECT_EQ(parseLanguage("zh_CN").value(), Language::Chinese);
    EXPECT_FALSE(parseLanguage("zh").has_value());
}

} // namespace
} // namespace griddesk

int main(int argc, char** argv)
{
    QCoreApplication application(argc, argv);
    ::testing::InitGoogleMock(&argc, argv);
    return RUN_ALL_TESTS();
}
