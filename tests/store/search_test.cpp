// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/bigrams.h"
#include "models/store/casereader.h"
#include "models/store/pinyininitials.h"
#include "models/store/projectionstore.h"
#include "models/store/searchindex.h"
#include "models/store/storeschema.h"
#include "rowbuilder.h"
#include "tempfolder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

namespace griddesk::test {
namespace {

TEST(Bigrams, cutChineseIntoPairsAndLatinIntoWords)
{
    EXPECT_EQ(tokensOf("暴露垃圾，A栋 12号！"), "暴露 露垃 垃圾 a 栋 12 号");
    EXPECT_EQ(tokensOf("ＡＢ１２ Straße"), "ab12 straße");
    EXPECT_EQ(tokensOf("路灯路灯"), "路灯 灯路") << "each once";
    EXPECT_EQ(tokensOf(""), "");
    EXPECT_EQ(tokensOf("\xff\xfe路灯\xe8\xb7"), "路灯") << "malformed bytes separate";
    EXPECT_EQ(singleTokensOf("长江路 5"), "长 江 路");
    EXPECT_EQ(initialTokensOf("长江路"), "_cj _zj _jl");
    EXPECT_EQ(normalised("  Ａ  路灯，坏 "), "a 路灯 坏");
}

TEST(Bigrams, knowReadingsOfPolyphones)
{
    EXPECT_TRUE(pinyinInitials(U'长').contains('c'));
    EXPECT_TRUE(pinyinInitials(U'长').contains('z'));
    EXPECT_TRUE(pinyinInitials(U'重').starts_with('z'));
    EXPECT_EQ(pinyinInitials(U'垃'), "l");
    EXPECT_EQ(pinyinInitials(U'浜'), "b");
    EXPECT_TRUE(pinyinInitials(U'A').empty());
    EXPECT_TRUE(matchesInitials("长江路", "cjl"));
    EXPECT_TRUE(matchesInitials("长江路", "jl"));
    EXPECT_FALSE(matchesInitials("长江路", "cl"));
    EXPECT_FALSE(matchesInitials("", ""));
}

RC_GTEST_PROP(BigramsProperty, takeAnyBytes, (const std::string& bytes))
{
    const auto text = normalised(bytes);
    RC_ASSERT(normalised(text) == text);
    (void)tokensOf(bytes);
    (void)queryWords(bytes);
}

class Search : public ::testing::Test {
protected:
    void SetUp() override
    {
        ASSERT_TRUE(createDatabase(file, key, storeSchema()));
        database = *openDatabase(file, key, storeSchema(), OpenMode::ReadWrite);
        store = std::make_unique<ProjectionStore>(*database);
        index = std::make_unique<SearchIndex>(*database);
    }
    void put(const std::string& id, const std::string& title, const std::string& text, const std::string& address = {})
    {
        CaseRow row{.id = CaseId::literal(id)};
        row.title = title;
        row.text = text;
        row.address = address;
        row.number = "2026-990101001-" + id;
        ASSERT_TRUE(store->project({projected(row)}, ++seq));
    }
    void indexAll()
    {
        for (;;) {
            const auto done = index->indexSome(2);
            ASSERT_TRUE(done) << done.error().detail;
            if (*done == 0)
                return;
        }
    }
    std::string found(const std::string& query)
    {
        const auto keys = index->search(query, 10);
        if (!keys)
            return keys.error().detail;
        const auto rows = CaseReader(*database).rows(*keys);
        std::string ids;
        for (const auto& [k, row] : *rows)
            ids += row.id.text() + " ";
        return ids;
    }
    TempFolder folder;
    std::filesystem::path file = folder / "store.db";
    Secret key = keyFromSeed(1);
    std::unique_ptr<Database> database;
    std::unique_ptr<ProjectionStore> store;
    std::unique_ptr<SearchIndex> index;
    int seq = 0;
};

TEST_F(Search, findsTwoCharacterWordsInsideTexts)
{
    put("1", "暴露垃圾", "门口有一堆生活垃圾", "枫津路3号");
    put("2", "路灯不亮", "路灯坏了三天", "长江路口");
    put("3", "道路破损", "灯光暗");
    indexAll();
    EXPECT_EQ(found("垃圾"), "1 ");
    EXPECT_EQ(found("路灯"), "2 ");
    EXPECT_EQ(found("枫津 垃圾"), "1 ");
    EXPECT_EQ(found("垃圾 路灯"), "");
    EXPECT_EQ(found("生活垃圾"), "1 ");
    EXPECT_EQ(found("暴露"), "1 ");
    EXPECT_EQ(found("枫"), "1 ") << "one character of a name";
}

TEST_F(Search, checksCandidatesAgainstTheText)
{
    put("1", "甲", "垃圾桶旁有圾车垃圾");
    put("2", "乙", "生活垃圾车");
    indexAll();
    EXPECT_EQ(found("垃圾车"), "2 ") << "垃圾 and 圾车 both stand in the first, but not together";
}

TEST_F(Search, findsInitialsOfNamesLatinWordsAndNumbers)
{
    put("1", "暴露垃圾", "x", "长江路12号");
    put("2", "Pothole repair", "Broken sidewalk at Beacon St");
    indexAll();
    EXPECT_EQ(found("bllj"), "1 ");
    EXPECT_EQ(found("cjl"), "1 ");
    EXPECT_EQ(found("zjl"), "1 ");
    EXPECT_EQ(found("LJ"), "1 ");
    EXPECT_EQ(found("pothole"), "2 ");
    EXPECT_EQ(found("side"), "2 ") << "while typing";
    EXPECT_EQ(found("beacon broken"), "2 ");
    EXPECT_EQ(found("2026-990101001-2"), "2 ") << "numbers are no words";
}

TEST_F(Search, followsChangedTextsAndForgottenCases)
{
    put("1", "暴露垃圾", "甲");
    put("2", "路灯不亮", "乙");
    EXPECT_EQ(*index->lag(), 2);
    indexAll();
    EXPECT_EQ(*index->lag(), 0);
    put("1", "井盖缺失", "甲");
    EXPECT_EQ(*index->lag(), 1);
    EXPECT_EQ(found("垃圾"), "") << "also before it is indexed anew";
    indexAll();
    EXPECT_EQ(found("井盖"), "1 ");
    ASSERT_TRUE(store->forget(CaseId::literal("2")));
    EXPECT_EQ(found("路灯"), "");
    put("3", "路灯不亮", "丙");
    indexAll();
    EXPECT_EQ(found("路灯"), "3 ");
}

TEST_F(Search, takesQueriesOfAnyKind)
{
    put("1", "暴露垃圾", "甲");
    indexAll();
    for (const auto* query : {"", " ", "\"", "垃圾\" OR \"", "*", "NEAR(垃圾)", "垃圾 AND", "()", "^垃圾", "-", "word:垃圾", "\xff"})
        EXPECT_TRUE(index->search(query, 10)) << query;
    EXPECT_EQ(found("\"垃圾\""), "1 ");
    EXPECT_TRUE(index->search(std::string(100000, 'a'), 10));
    EXPECT_TRUE(index->search([] { std::string s; for (int i = 0; i < 10000; ++i) s += "垃"; return s; }(), 10));
}

} // namespace
} // namespace griddesk::test
