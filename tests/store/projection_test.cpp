// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/casefacts.h"
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "models/store/casestatistics.h"
#include "models/store/projectionstore.h"
#include "models/store/rowcodec.h"
#include "models/store/searchindex.h"
#include "models/store/storeschema.h"
#include "rowbuilder.h"
#include "tempfolder.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

#include <algorithm>
#include <map>
#include <span>

namespace griddesk::test {
namespace {

constexpr std::int64_t base = 1'760'000'000'000;

class Projection {
public:
    Projection()
    {
        if (!createDatabase(file, key, storeSchema()))
            std::abort();
        database = *openDatabase(file, key, storeSchema(), OpenMode::ReadWrite);
        store = std::make_unique<ProjectionStore>(*database);
    }
    TempFolder folder;
    std::filesystem::path file = folder / "store.db";
    Secret key = keyFromSeed(1);
    std::unique_ptr<Database> database;
    std::unique_ptr<ProjectionStore> store;
};

/// A row in any state a case can be shown in.
CaseRow anyRow(int n)
{
    auto row = plainRow(n);
    row.stage = static_cast<Stage>(*rc::gen::inRange(0, static_cast<int>(stageCount)));
    row.urgency = static_cast<Urgency>(*rc::gen::inRange(0, 3));
    row.marks = *rc::gen::inRange<std::uint32_t>(0, 1U << 24U) & *rc::gen::inRange<std::uint32_t>(0, 1U << 24U);
    if (*rc::gen::inRange(0, 4) != 0) {
        row.due = instantFromMs(base + *rc::gen::inRange<std::int64_t>(-200'000'000, 200'000'000));
        if (*rc::gen::inRange(0, 3) != 0)
            row.yellowAt = *row.due - Milliseconds(*rc::gen::inRange(0, 90'000'000));
    }
    row.changedAt = instantFromMs(base + *rc::gen::inRange<std::int64_t>(0, 1'000'000));
    if (*rc::gen::inRange(0, 2) == 0)
        row.number = "2026-990101001-" + std::to_string(*rc::gen::inRange(1, 900));
    const std::string units[] = {"u1", "u2", "u3"};
    if (*rc::gen::inRange(0, 2) == 0)
        row.unit = UnitId::literal(units[*rc::gen::inRange(0, 3)]);
    if (*rc::gen::inRange(0, 2) == 0)
        row.unit2 = UnitId::literal(units[*rc::gen::inRange(0, 3)]);
    if (*rc::gen::inRange(0, 3) == 0)
        row.assists.push_back(UnitId::literal(units[*rc::gen::inRange(0, 3)]));
    if (*rc::gen::inRange(0, 2) == 0)
        row.community = AreaCode::literal(*rc::gen::inRange(0, 2) == 0 ? "c1" : "c2");
    if (*rc::gen::inRange(0, 2) == 0)
        row.category = CategoryId::literal(*rc::gen::inRange(0, 2) == 0 ? "1-1" : "1-2");
    if (*rc::gen::inRange(0, 3) != 0) // neighbours lie 30 m apart: the outer two are not similar
        row.place = GeoPoint{1'205'000'000 + *rc::gen::inRange(0, 3) * 3'150, 313'000'000};
    if (*rc::gen::inRange(0, 4) == 0)
        row.handler = AccountId::literal("zhang");
    return row;
}

/// CaseMark::Hot by the words of the rule: two other reports of the category, within 50 m, all three within half an hour.
void markHot(std::map<int, ProjectedCase>& cases)
{
    const auto counts = [](const CaseRow& row) { return row.category && row.place && row.reportedAt && !row.marked(CaseMark::Imported); };
    const auto similar = [&](const CaseRow& a, const CaseRow& b) {
        return a.id != b.id && counts(b) && a.category == b.category && std::abs(a.place->lonE7 - b.place->lonE7) < 5'000;
    };
    for (auto& [n, c] : cases) {
        auto& row = c.row;
        row.marks &= ~static_cast<std::uint32_t>(CaseMark::Hot);
        if (!counts(row))
            continue;
        for (const auto& [m, one] : cases)
            for (const auto& [k, two] : cases)
                if (m < k && similar(row, one.row) && similar(row, two.row)) {
                    const auto [first, last] = std::minmax({*row.reportedAt, *one.row.reportedAt, *two.row.reportedAt});
                    if (last - first <= std::chrono::minutes(30))
                        row.mark(CaseMark::Hot);
                }
    }
}

bool isMine(const CaseRow& row)
{
    return isOpen(row.stage) && row.handler && row.handler->text() == "zhang";
}

/// What a table over a plain list of rows would show.
bool passes(const CaseRow& row, bool pending, const CaseFilter& f, Instant now)
{
    const auto facts = factsOf(row, pending ? 1 : 0);
    if (f.queue == Queue::Mine ? !isMine(row) : !inQueue(facts, f.queue, now))
        return false;
    if (f.unit && row.unit != f.unit && row.unit2 != f.unit && std::ranges::find(row.assists, *f.unit) == row.assists.end())
        return false;
    if (f.area && row.community != f.area)
        return false;
    if (f.category && row.category != f.category)
        return false;
    if (!f.source.empty() && row.source != f.source)
        return false;
    return !f.urgency || row.urgency == *f.urgency;
}

RC_GTEST_PROP(ProjectionProperty, everyTableAndCounterAgreesWithTheRows, ())
{
    static Projection p; // one file for all runs: making one costs more than a run
    RC_ASSERT(p.store->clear().has_value());
    std::map<int, ProjectedCase> model;
    const int steps = *rc::gen::inRange(1, 8);
    for (int step = 0; step < steps; ++step) {
        std::vector<ProjectedCase> batch;
        const int changes = *rc::gen::inRange(1, 12);
        for (int i = 0; i < changes; ++i) {
            const int n = *rc::gen::inRange(0, 30);
            model.insert_or_assign(n, projected(anyRow(n), *rc::gen::inRange(0, 4) == 0));
            batch.push_back(model.at(n));
        }
        RC_ASSERT(p.store->project(batch, step + 1).has_value());
        if (*rc::gen::inRange(0, 4) == 0) {
            const int gone = model.begin()->first;
            RC_ASSERT(p.store->forget(model.begin()->second.row.id).has_value());
            model.erase(gone);
        }
    }
    markHot(model);
    const auto now = instantFromMs(base + *rc::gen::inRange<std::int64_t>(-200'000'000, 200'000'000));
    CaseLists lists(*p.database);
    CaseReader reader(*p.database);
    CaseSelection within;
    within.filter.mine = AccountId::literal("zhang");
    CaseSelection filtered = within;
    filtered.filter.unit = UnitId::literal("u2");
    const auto counts = lists.counts(within, now);
    const auto filteredCounts = lists.counts(filtered, now);
    RC_ASSERT(counts.has_value());
    RC_ASSERT(filteredCounts.has_value());
    for (std::size_t q = 0; q < queueCount; ++q) {
        std::vector<CaseFilter> filters(6, within.filter);
        filters[1].unit = UnitId::literal("u2");
        filters[2].area = AreaCode::literal("c1");
        filters[3].category = CategoryId::literal("1-2");
        filters[4].source = "hotline";
        filters[5].urgency = Urgency::Urgent;
        for (auto& filter : filters) {
            filter.queue = static_cast<Queue>(q);
            std::vector<CaseRow> wanted;
            for (const auto& [n, c] : model)
                if (passes(c.row, c.pending, filter, now))
                    wanted.push_back(c.row);
            for (const auto order : {CaseOrder::Work, CaseOrder::Due, CaseOrder::Reported, CaseOrder::Changed, CaseOrder::Number}) {
                const auto keys = lists.keys({.filter = filter, .categories = {}, .units = {}, .among = {}}, {order, false}, now);
                RC_ASSERT(keys.has_value());
                const auto rows = reader.rows(*keys);
                RC_ASSERT(rows.has_value());
                RC_ASSERT(rows->size() == wanted.size());
                const auto place = [&](const CaseRow& row) -> std::pair<bool, std::int64_t> {
                    const auto facts = factsOf(row, 0);
                    switch (order) {
                    case CaseOrder::Work:
                        return {facts.closed, facts.closed && filter.queue != Queue::ToCallback ? facts.ordinal : facts.work};
                    case CaseOrder::Due: return {!row.due, row.due ? msOf(*row.due) : 0};
                    case CaseOrder::Reported: return {false, msOf(*row.reportedAt)};
                    case CaseOrder::Changed: return {false, msOf(row.changedAt)};
                    case CaseOrder::Number: break;
                    }
                    return {false, facts.ordinal};
                };
                for (std::size_t i = 0; i + 1 < rows->size(); ++i)
                    RC_ASSERT(place((*rows)[i].second) <= place((*rows)[i + 1].second));
                for (const auto& row : wanted)
                    RC_ASSERT(std::ranges::any_of(*rows, [&](const auto& pair) { return pair.second == row; }));
                const auto down = lists.keys({.filter = filter, .categories = {}, .units = {}, .among = {}}, {order, true}, now, 3);
                RC_ASSERT(down.has_value());
                RC_ASSERT(down->size() == std::min<std::size_t>(3, keys->size()));
                for (std::size_t i = 0; i < down->size(); ++i)
                    RC_ASSERT((*down)[i] == (*keys)[keys->size() - 1 - i]);
                const auto first = lists.keys({.filter = filter, .categories = {}, .units = {}, .among = {}}, {order, false}, now, 3);
                RC_ASSERT(std::ranges::equal(*first, std::span(*keys).first(std::min<std::size_t>(3, keys->size()))));
            }
            if (!filter.area && !filter.category && filter.source.empty() && !filter.urgency)
                RC_ASSERT((filter.unit ? filteredCounts : counts)->count[q] == static_cast<std::int64_t>(wanted.size()));
        }
    }
    RC_ASSERT(*p.store->appliedSeq() == steps);
}

TEST(Projection, tellsWhatChangedAndOnlyThat)
{
    Projection p;
    auto changes = p.store->project({projected(plainRow(1)), projected(plainRow(2))}, 2);
    ASSERT_TRUE(changes) << changes.error().detail;
    EXPECT_EQ(changes->added.size(), 2U);
    changes = p.store->project({projected(plainRow(2)), projected(plainRow(3))}, 3);
    EXPECT_EQ(changes->added, std::vector{CaseId::literal("case-3")});
    EXPECT_EQ(changes->changed, std::vector{CaseId::literal("case-2")});
    std::vector<ProjectedCase> many;
    for (int i = 10; i < 10 + static_cast<int>(namedChanges) + 1; ++i)
        many.push_back(projected(plainRow(i)));
    EXPECT_TRUE(p.store->project(many, 4)->bulk);
}

TEST(Projection, keepsTheTrayApartFromWhatWaits)
{
    Projection p;
    ASSERT_TRUE(p.store->project({projected(plainRow(1), true), projected(plainRow(2))}, 1));
    ASSERT_TRUE(p.store->setRefused({CaseId::literal("case-1"), CaseId::literal("case-2"), CaseId::literal("unknown")}));
    CaseLists lists(*p.database);
    EXPECT_EQ(lists.counts({}, instantFromMs(0))->of(Queue::Tray), 2);
    EXPECT_EQ(lists.counts({}, instantFromMs(0))->of(Queue::ToSend), 1);
    ASSERT_TRUE(p.store->project({projected(plainRow(1), false)}, 2));
    EXPECT_EQ(lists.counts({}, instantFromMs(0))->of(Queue::Tray), 2) << "projecting does not empty the tray";
    const auto changes = p.store->setRefused({CaseId::literal("case-2")});
    EXPECT_EQ(changes->changed, std::vector{CaseId::literal("case-1")});
    EXPECT_EQ(lists.counts({}, instantFromMs(0))->of(Queue::Tray), 1);
}

TEST(Projection, threeSimilarReportsInHalfAnHourAreAHotEvent)
{
    Projection p;
    const auto reported = [](int n, int minute, const char* category = "1-1", int east = 0) {
        auto row = plainRow(n);
        row.category = CategoryId::literal(category);
        row.place = GeoPoint{1'205'000'000 + east, 313'000'000};
        row.reportedAt = instantFromMs(base + minute * 60'000LL);
        return row;
    };
    CaseLists lists(*p.database);
    CaseReader reader(*p.database);
    const auto hot = [&] { return lists.counts({}, instantFromMs(base))->of(Queue::Hot); };
    const auto marked = [&](int n) { return (*reader.row(CaseId::literal("case-" + std::to_string(n))))->marked(CaseMark::Hot); };
    ASSERT_TRUE(p.store->project({projected(reported(1, 0)), projected(reported(2, 10))}, 1));
    ASSERT_TRUE(p.store->project({projected(reported(3, 12, "1-2")), projected(reported(4, 12, "1-1", 100'000)), projected(reported(5, 50))}, 2));
    EXPECT_EQ(hot(), 0) << "two, another class, another place, too late";
    auto imported = reported(6, 11);
    imported.mark(CaseMark::Imported);
    ASSERT_TRUE(p.store->project({projected(imported)}, 3));
    EXPECT_EQ(hot(), 0) << "an import is no call";
    const auto changes = p.store->project({projected(reported(7, 30))}, 4);
    ASSERT_TRUE(changes) << changes.error().detail;
    EXPECT_EQ(hot(), 3) << "1, 2 and 7 within one half hour; 5 with two others in none";
    EXPECT_TRUE(marked(1) && marked(2) && marked(7));
    EXPECT_EQ(changes->added.size(), 1U);
    EXPECT_EQ(changes->changed.size(), 2U) << "tables learn of the cases that became hot through another";
    auto closed = reported(1, 0);
    closed.stage = Stage::Closed;
    ASSERT_TRUE(p.store->project({projected(closed)}, 5));
    EXPECT_TRUE(marked(1) && marked(2)) << "what was reported stays reported";
    EXPECT_EQ(hot(), 2) << "but a closed case waits in no queue";
    ASSERT_TRUE(p.store->project({projected(reported(2, 10, "1-2"))}, 6));
    EXPECT_EQ(hot(), 0) << "corrected to another class";
    ASSERT_TRUE(p.store->project({projected(reported(2, 10))}, 7));
    EXPECT_EQ(hot(), 2);
    ASSERT_TRUE(p.store->forget(CaseId::literal("case-7")));
    EXPECT_EQ(hot(), 0) << "taken back";
}

TEST(Projection, theHotRadiusIsThatOfTheRules)
{
    Projection p;
    p.store->setHotRadius(300);
    std::vector<ProjectedCase> cases;
    for (int n = 0; n < 3; ++n) {
        auto row = plainRow(n);
        row.category = CategoryId::literal("1-1");
        row.place = GeoPoint{1'205'000'000 + n * 10'000, 313'000'000}; // 95 m apart
        cases.push_back(projected(row));
    }
    ASSERT_TRUE(p.store->project(cases, 1));
    EXPECT_EQ(CaseLists(*p.database).counts({}, instantFromMs(base))->of(Queue::Hot), 3);
}

TEST(Projection, isMadeAnewAfterClearing)
{
    Projection p;
    ASSERT_TRUE(p.store->project({projected(plainRow(1)), projected(plainRow(2))}, 7));
    ASSERT_TRUE(p.store->clear());
    EXPECT_EQ(*p.store->appliedSeq(), 0);
    EXPECT_EQ(CaseLists(*p.database).counts({}, instantFromMs(0))->of(Queue::All), 0);
    ASSERT_TRUE(p.store->project({projected(plainRow(1))}, 1));
    EXPECT_EQ(CaseLists(*p.database).counts({}, instantFromMs(0))->of(Queue::All), 1);
}

TEST(Projection, neverUsesAKeyTwice)
{
    Projection p;
    ASSERT_TRUE(p.store->project({projected(plainRow(1))}, 1));
    const auto key = CaseReader(*p.database).keysOf({CaseId::literal("case-1")})->front();
    ASSERT_TRUE(p.store->forget(CaseId::literal("case-1")));
    ASSERT_TRUE(p.store->project({projected(plainRow(2))}, 2));
    EXPECT_GT(CaseReader(*p.database).keysOf({CaseId::literal("case-2")})->front(), key);
}

TEST(Projection, findsCasesByAnyNumberAndByItsEnd)
{
    Projection p;
    auto row = plainRow(1);
    row.number = "2026-990101001-003217";
    row.outsideNumbers = {"12345-AB"};
    ASSERT_TRUE(p.store->project({projected(row), projected(plainRow(2))}, 1));
    CaseReader reader(*p.database);
    const auto key = reader.keysOf({row.id})->front();
    EXPECT_EQ(*reader.find(row.number), std::vector{key}) << "a whole number is found before it is indexed";
    while (*SearchIndex(*p.database).indexSome() > 0) { }
    for (const auto* number : {"2026-990101001-003217", "3217", "217", "12345-AB", "45-AB", "B-1001"})
        EXPECT_EQ(*reader.find(number), std::vector{key}) << number;
    EXPECT_TRUE(reader.find("17")->empty()) << "too short for an end";
    EXPECT_TRUE(reader.find("%")->empty());
    EXPECT_TRUE(reader.find("")->empty());
    row.outsideNumbers.clear();
    ASSERT_TRUE(p.store->project({projected(row)}, 2));
    EXPECT_TRUE(reader.find("12345-AB")->empty()) << "a number that was taken away is forgotten";
    EXPECT_TRUE(reader.find("45-AB")->empty()) << "also before it is indexed anew";
}

TEST(Projection, findsNeighboursByDistance)
{
    Projection p;
    std::vector<ProjectedCase> cases;
    for (int i = 0; i < 5; ++i) {
        auto row = plainRow(i);
        row.place = GeoPoint{1'205'000'000 + i * 10'000, 313'000'000}; // about 95 m apart
        cases.push_back(projected(row));
    }
    ASSERT_TRUE(p.store->project(cases, 1));
    CaseReader reader(*p.database);
    const GeoPoint here{1'205'000'000, 313'000'000};
    const auto before = reader.nearby(here, 200, 10);
    while (*SearchIndex(*p.database).indexSome() > 0) { }
    const auto near = reader.nearby(here, 200, 10);
    ASSERT_TRUE(near) << near.error().detail;
    EXPECT_EQ(*before, *near) << "the same from the index and before it";
    ASSERT_EQ(near->size(), 3U);
    EXPECT_NEAR((*near)[1].first, 95.0, 1.0);
    EXPECT_EQ(reader.nearby(here, 200, 10, plainRow(1).reportedAt)->size(), 2U);
    EXPECT_EQ(reader.nearby(here, 1000, 10)->size(), 5U);
    cases[1].row.place = GeoPoint{0, 0};
    ASSERT_TRUE(p.store->project({cases[1]}, 2));
    EXPECT_EQ(reader.nearby(here, 200, 10)->size(), 2U) << "a case that was moved is not here any more";
    EXPECT_EQ(reader.nearby(GeoPoint{0, 0}, 200, 10)->size(), 1U) << "but there, before it is indexed anew";
    EXPECT_FALSE(reader.nearby(GeoPoint{}, -1, 10));
}

TEST(Projection, countsForTheMorningAndForTheUnits)
{
    Projection p;
    auto one = plainRow(1);
    one.unit = UnitId::literal("u1");
    one.unit2 = UnitId::literal("c9");
    one.stage = Stage::Handling;
    one.due = instantFromMs(base);
    one.community = AreaCode::literal("c1");
    auto two = plainRow(2);
    two.unit = UnitId::literal("u1");
    two.stage = Stage::Archived;
    two.closedAt = instantFromMs(base + 10);
    two.caseDue = instantFromMs(base + 10);
    ASSERT_TRUE(p.store->project({projected(one), projected(two)}, 1));
    CaseStatisticsReader reader(*p.database);
    const auto loads = reader.unitLoads(instantFromMs(base));
    ASSERT_TRUE(loads) << loads.error().detail;
    EXPECT_EQ(loads->at(UnitId::literal("u1")), (UnitLoad{1, 1}));
    EXPECT_EQ(loads->at(UnitId::literal("c9")), (UnitLoad{1, 1}));
    const auto morning = reader.morningCount(*one.reportedAt, *two.reportedAt);
    ASSERT_TRUE(morning) << morning.error().detail;
    EXPECT_EQ(morning->size(), 1U);
    EXPECT_EQ(morning->at({"patrol", "c1", Stage::Handling}), 1);
    // Every number opens its cases: a filter with the same bounds finds as many.
    CaseSelection behind;
    behind.filter.queue = Queue::All;
    behind.filter.area = AreaCode::literal("c1");
    behind.filter.source = "patrol";
    behind.filter.stage = Stage::Handling;
    behind.filter.reportedFrom = one.reportedAt;
    behind.filter.reportedUntil = two.reportedAt;
    const auto opened = CaseLists(*p.database).keys(behind, {}, instantFromMs(base));
    ASSERT_TRUE(opened) << opened.error().detail;
    EXPECT_EQ(opened->size(), 1U);
    CaseSelection nowhere;
    nowhere.filter.queue = Queue::All;
    nowhere.filter.stage = Stage::Archived;
    nowhere.filter.noCommunity = true;
    EXPECT_EQ(CaseLists(*p.database).keys(nowhere, {}, instantFromMs(base))->size(), 1U) << "the case whose community is unknown";
    nowhere.filter.noSource = true;
    EXPECT_TRUE(CaseLists(*p.database).keys(nowhere, {}, instantFromMs(base))->empty());
    const auto total = reader.statistics(instantFromMs(base + 1'000'000'000));
    ASSERT_TRUE(total) << total.error().detail;
    EXPECT_EQ(total->cases, 2);
    EXPECT_EQ(total->closedOnTime, 1);
    EXPECT_EQ(total->openOverdue, 1);
    EXPECT_EQ(total->byUnit.at("u1"), 2);
}

TEST(Projection, theMorningCountAndTheListsBehindItsNumbersAgreeForEveryNumber)
{
    Projection p;
    std::vector<ProjectedCase> cases;
    constexpr std::array<const char*, 3> sources{"patrol", "hotline12345", ""};
    constexpr std::array<const char*, 3> communities{"c1", "c2", ""};
    constexpr std::array stages{Stage::Reported, Stage::Handling, Stage::Closed};
    for (int n = 1; n <= 60; ++n) {
        auto row = plainRow(n);
        const auto at = static_cast<std::size_t>(n);
        row.source = sources[at % 3];
        row.stage = stages[at / 3 % 3];
        row.community = communities[at / 9 % 3][0] == '\0' ? std::nullopt : std::optional(AreaCode::literal(communities[at / 9 % 3]));
        if (row.stage == Stage::Closed)
            row.closedAt = instantFromMs(base + n);
        cases.push_back(projected(row));
    }
    const auto from = *plainRow(5).reportedAt, until = *plainRow(56).reportedAt;
    ASSERT_LT(from, until);
    ASSERT_TRUE(p.store->project(cases, 1));
    const auto morning = CaseStatisticsReader(*p.database).morningCount(from, until);
    ASSERT_TRUE(morning) << morning.error().detail;
    EXPECT_GT(morning->size(), 20U);
    std::int64_t sum = 0;
    for (const auto& [where, count] : *morning) {
        const auto& [source, community, stage] = where;
        CaseSelection behind;
        behind.filter.queue = Queue::All;
        behind.filter.source = source;
        behind.filter.noSource = source.empty();
        if (!community.empty())
            behind.filter.area = AreaCode::literal(community.c_str());
        behind.filter.noCommunity = community.empty();
        behind.filter.stage = stage;
        behind.filter.reportedFrom = from;
        behind.filter.reportedUntil = until;
        const auto keys = CaseLists(*p.database).keys(behind, {}, instantFromMs(base));
        ASSERT_TRUE(keys) << keys.error().detail;
        EXPECT_EQ(static_cast<std::int64_t>(keys->size()), count) << source << ' ' << community << ' ' << nameOf(stage);
        sum += count;
    }
    EXPECT_EQ(sum, 51) << "the first instant counts, the last does not";
}

TEST(RowCodec, refusesEveryCutAndForeignFormat)
{
    auto row = plainRow(1);
    row.place = GeoPoint{-1, 5};
    row.due = instantFromMs(-5);
    row.assists = {UnitId::literal("a"), UnitId::literal("b")};
    std::vector<std::byte> bytes;
    encodeRow(row, bytes);
    EXPECT_EQ(*decodeRow(bytes), row);
    for (std::size_t n = 0; n < bytes.size(); ++n)
        EXPECT_FALSE(decodeRow(std::span(bytes).first(n)));
    bytes.push_back(std::byte{0});
    EXPECT_EQ(decodeRow(bytes).error().code, ErrorCode::FileDamaged);
    bytes.front() = std::byte{9};
    EXPECT_EQ(decodeRow(bytes).error().code, ErrorCode::FileNewer);
}

RC_GTEST_PROP(RowCodecProperty, survivesAnyBytes, (const std::vector<std::uint8_t>& raw))
{
    std::vector<std::byte> bytes{static_cast<std::byte>(rowFormat)};
    for (const auto b : raw)
        bytes.push_back(static_cast<std::byte>(b));
    const auto row = decodeRow(bytes);
    if (!row) {
        const bool saidSo = row.error().code == ErrorCode::FileDamaged;
        RC_ASSERT(saidSo);
        return;
    }
    // Bytes that happen to be a row are one in full: it can be written and read again.
    std::vector<std::byte> again;
    encodeRow(*row, again);
    const auto second = decodeRow(again);
    const bool same = second && *second == *row;
    RC_ASSERT(same);
}

TEST(StoreSchema, isTheReleasedOne)
{
    // A released step is never edited, only followed by another: then the version and a sum are added here.
    const auto sum = [](const Schema& schema) {
        std::uint32_t hash = 2166136261U;
        for (const auto& step : schema.migrations)
            for (const char c : step.sql.text())
                hash = (hash ^ static_cast<unsigned char>(c)) * 16777619U;
        return hash;
    };
    EXPECT_EQ(storeSchema().version(), 3);
    EXPECT_EQ(sum(storeSchema()), 1980429040U);
    EXPECT_EQ(deskSchema().version(), 1);
    EXPECT_EQ(sum(deskSchema()), 2216608072U);
}

} // namespace
} // namespace griddesk::test
