// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/commandlanguage.h"

#include "widgets/shell/commandrunner.h"

#include <gtest/gtest.h>

using namespace griddesk;
using Kind = CommandProblem::Kind;
using What = CommandPrompt::What;

namespace {

CommandLanguage language()
{
    auto verbs = CommandRunner::verbs();
    verbs.push_back({QStringLiteral("case.find"), {QStringLiteral("找"), QStringLiteral("find")}, {}, true});
    return CommandLanguage(std::move(verbs));
}

Kind problemOf(const QString& text)
{
    const auto line = language().parse(text);
    return line ? Kind::Empty : line.error().kind;
}

} // namespace

TEST(CommandLanguage, ReadsADispatchWithNamedFieldsInAnyOrder)
{
    const auto line = language().parse(QStringLiteral("/派 案 3217 单位 市容科 依据 法定"));
    ASSERT_TRUE(line);
    EXPECT_EQ(line->verb, QStringLiteral("dispatch"));
    EXPECT_EQ(line->fields.value(QStringLiteral("case")), QStringLiteral("3217"));
    EXPECT_EQ(line->fields.value(QStringLiteral("unit")), QStringLiteral("市容科"));
    EXPECT_EQ(line->fields.value(QStringLiteral("basis")), QStringLiteral("法定"));
    EXPECT_EQ(language().parse(QStringLiteral("/派 依据 法定 单位 市容科 案 3217")), line);
}

TEST(CommandLanguage, KnowsPinyinAndEnglishAndBothKindsOfSlashAndBlank)
{
    const auto line = language().parse(QStringLiteral("/派 案 3217 单位 市容科"));
    EXPECT_EQ(language().parse(QStringLiteral("、pai an 3217 danwei 市容科")), line);
    EXPECT_EQ(language().parse(QStringLiteral("／DISPATCH　case　3217　unit　市容科")), line);
}

TEST(CommandLanguage, AValueReachesToTheNextFieldOrStandsInQuotes)
{
    const auto line = language().parse(QStringLiteral("/派 案 1 单位 综合 执法队 理由 “单位 不明 案 情”"));
    ASSERT_TRUE(line);
    EXPECT_EQ(line->fields.value(QStringLiteral("unit")), QStringLiteral("综合 执法队"));
    EXPECT_EQ(line->fields.value(QStringLiteral("reason")), QStringLiteral("单位 不明 案 情"));
}

TEST(CommandLanguage, KeepsFreeWordsAsTheRest)
{
    const auto line = language().parse(QStringLiteral("/找 暴露垃圾  枫津"));
    ASSERT_TRUE(line);
    EXPECT_EQ(line->verb, QStringLiteral("case.find"));
    EXPECT_EQ(line->rest, QStringLiteral("暴露垃圾 枫津"));
}

TEST(CommandLanguage, SaysWhatIsWrongWithABadLine)
{
    const struct {
        QString text;
        Kind kind;
    } table[]{
        {QString(), Kind::Empty},
        {QStringLiteral("/"), Kind::Empty},
        {QStringLiteral("暴露垃圾"), Kind::Empty},
        {QStringLiteral("/没有"), Kind::UnknownVerb},
        {QStringLiteral("/派"), Kind::MissingField},
        {QStringLiteral("/派 案 1"), Kind::MissingField},
        {QStringLiteral("/派 案 单位 市容科"), Kind::MissingValue},
        {QStringLiteral("/派 案 1 单位"), Kind::MissingValue},
        {QStringLiteral("/派 案 1 案 2 单位 x"), Kind::RepeatedField},
        {QStringLiteral("/派 3217 案 1 单位 x"), Kind::Unexpected},
        {QStringLiteral("/找 \"没有关上"), Kind::UnclosedQuote},
        {QLatin1Char('/') + QString(600, QLatin1Char('x')), Kind::TooLong},
    };
    for (const auto& [text, kind] : table)
        EXPECT_EQ(problemOf(text), kind) << text.toStdString();
}

TEST(CommandLanguage, PromptsForVerbThenFieldsThenValues)
{
    const auto l = language();
    EXPECT_EQ(l.promptAt(QStringLiteral("垃圾")).what, What::Search);
    auto prompt = l.promptAt(QStringLiteral("/pa"));
    EXPECT_EQ(prompt.what, What::Verb);
    EXPECT_EQ(l.completions(prompt, QStringLiteral("/pa")), QStringList{QStringLiteral("pai")});

    const auto text = QStringLiteral("/派 案 3217 ");
    prompt = l.promptAt(text);
    EXPECT_EQ(prompt.what, What::Field);
    const auto offered = l.completions(prompt, text);
    EXPECT_TRUE(offered.contains(QStringLiteral("单位")));
    EXPECT_FALSE(offered.contains(QStringLiteral("案"))) << "a field that is there is not offered again";

    prompt = l.promptAt(QStringLiteral("/派 案 3217 单位 市"));
    EXPECT_EQ(prompt.what, What::Value);
    EXPECT_EQ(prompt.field, QStringLiteral("unit"));
    EXPECT_EQ(prompt.prefix, QStringLiteral("市"));
}

TEST(CommandLanguage, OffersWordsOfTheLanguageOfTheScreen)
{
    const auto l = language();
    const auto text = QStringLiteral("/");
    const auto prompt = l.promptAt(text);
    EXPECT_TRUE(l.completions(prompt, text, true).contains(QStringLiteral("dispatch")));
    EXPECT_FALSE(l.completions(prompt, text, true).contains(QStringLiteral("派")));
    EXPECT_TRUE(l.completions(prompt, text, false).contains(QStringLiteral("派")));
    // What was begun decides before the language does.
    const auto begun = QStringLiteral("/派");
    EXPECT_TRUE(l.completions(l.promptAt(begun), begun, true).contains(QStringLiteral("派")));
}
