// SPDX-License-Identifier: GPL-3.0-or-later
// Pictures of the intake form, the board and the call-backs in every theme and both sizes, for looking at them. Without
// GRIDDESK_PICTURES it only checks that the pages draw themselves.
#include "widgets/board/boardpage.h"
#include "widgets/board/callbackpage.h"
#include "widgets/intake/intakepage.h"
#include "widgets/screenwords.h"

#include "tests/support/fakecases.h"

#include <gtest/gtest.h>

#include <QApplication>
#include <QTest>

using namespace griddesk;

namespace {

class DeskPictures : public ::testing::TestWithParam<std::tuple<ThemeId, QSize>> {
protected:
    fake::FakeDesk desk;
    ThemeKeeper themes;
    ScreenWords words{desk.clock};
    Session session = fake::sessionOf();

    void SetUp() override
    {
        auto rules = std::make_shared<Rules>(*fake::smallDistrict());
        rules->categories.at(CategoryId::literal("0201")).standards.push_back(
            {.id = StandardId::literal("0201-1"), .filing = "道路、绿地、居住区内有未清理的生活垃圾", .closing = "垃圾清运完毕，地面清洁", .limits = {{.purpose = LimitPurpose::Restore, .urgency = {}, .limit = {LimitUnit::WorkingHours, 4}}}});
        session.rules = rules;
        words.setRules(rules);
        fake::fill(desk, 160);
        for (auto& [key, row] : desk.queries.cases) {
            if (row.stage == Stage::Dispatched)
                row.dispatchedAt = desk.clock.at - std::chrono::minutes(20 + key * 7 % 400);
            if (key % 4 == 0 && isOpen(row.stage))
                row.stage = Stage::Filed;
        }
        desk.places.areas = [](GeoPoint) {
            return PlaceAreas{.cell = AreaCode::literal("990101001001001"), .grid = AreaCode::literal("G101"), .community = AreaCode::literal("990101001001"), .subdistrict = AreaCode::literal("990101001")};
        };
        for (int n = 1; n <= 4; ++n)
            desk.queries.duplicateAnswer.push_back({.key = n * 10, .row = desk.queries.cases.at(n * 10), .metres = 14.0 * n, .age = std::chrono::minutes(17 * n), .sameCategory = n < 3, .textLikeness = 78 - 14 * n, .score = 92 - 17 * n});
        desk.queries.callers["13800001234"] = {5, 6, 7};
        themes.set(std::get<0>(GetParam()));
    }
    void look(QWidget& page, const char* name)
    {
        page.resize(std::get<1>(GetParam()));
        page.setAutoFillBackground(true);
        page.show();
        QCoreApplication::processEvents();
        const auto picture = page.grab();
        EXPECT_EQ(picture.size(), std::get<1>(GetParam()));
        if (const auto folder = qEnvironmentVariable("GRIDDESK_PICTURES"); !folder.isEmpty()) {
            EXPECT_TRUE(picture.save(QStringLiteral("%1/%2_%3_%4.png").arg(folder, QLatin1String(name), nameOf(std::get<0>(GetParam()))).arg(page.width())));
        }
    }
};

} // namespace

TEST_P(DeskPictures, IntakeForm)
{
    for (int n = 201; n <= 203; ++n) {
        auto row = fake::caseRow(n, desk.clock.at);
        row.stage = Stage::Reported;
        row.category = CategoryId::literal("0101");
        row.place = GeoPoint{1214700000 + n, 312300000};
        row.reportedAt = desk.clock.at - std::chrono::minutes(n - 195);
        row.address = "枫津路128号";
        row.mark(CaseMark::Hot);
        desk.queries.cases.emplace(n, row);
    }
    IntakePage page(desk.desk(), words, themes);
    page.duplicates().setDelay(Milliseconds(0));
    page.history().setDelay(Milliseconds(0));
    page.setSession(session);
    IntakeForm form;
    form.text = "枫津路128号门前绿化带内堆了大量生活垃圾，已经三天没有人清理，天热气味很大，居民经过都要绕行，希望尽快派人处理并加强巡查。";
    form.category = CategoryId::literal("0201");
    form.urgency = Urgency::Urgent;
    form.address = "枫津路128号";
    form.place = GeoPoint{1214700000, 312300000};
    form.person = {.name = "王先生", .phone = "13800001234", .room = "3号楼201室"};
    form.callbackWanted = true;
    form.orderNumber = "SH20260310001";
    form.orderPlatform = "12345";
    form.mustReply = true;
    page.setForm(form);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.duplicates().rowCount() == 4 && page.history().rowCount() > 2; }));
    look(page, "intake");
}

TEST_P(DeskPictures, DispatchBoard)
{
    BoardPage page(desk.desk(), words, themes);
    page.setSession(session);
    page.show();
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().cards() > 0; }));
    const auto column = page.model().index(0, 0);
    for (int row = 0; row < page.model().rowCount(column); ++row)
        if (const auto card = page.model().index(row, 0, column); !card.data(BoardModel::SuggestionRole).toString().isEmpty()) {
            page.goTo(page.model().keyOf(card));
            break;
        }
    page.dispatchAsSuggested();
    look(page, "board");
    page.dispatchTo(page.model().keyOf(page.model().index(0, 0, page.model().index(0, 0))), UnitId::literal("law"));
    look(page, "dispatch");
}

TEST_P(DeskPictures, Callbacks)
{
    for (auto& [key, row] : desk.queries.cases)
        if (row.stage == Stage::Closed) {
            row.mark(CaseMark::CallbackWanted);
            row.due = desk.clock.at + std::chrono::minutes(key * 9 - 300);
        }
    CallbackPage page(desk.desk(), words, themes);
    page.setSession(session);
    ASSERT_TRUE(QTest::qWaitFor([&] { return page.model().rowCount() > 0; }));
    look(page, "callbacks");
}

INSTANTIATE_TEST_SUITE_P(Themes, DeskPictures,
                         ::testing::Combine(::testing::Values(ThemeId::Light, ThemeId::Dark, ThemeId::Contrast), ::testing::Values(QSize(1920, 960), QSize(1366, 700))));
