// SPDX-License-Identifier: GPL-3.0-or-later
// Grabs the case page with a real story in all themes into the folder named on the command line.
#include "story.h"
#include "widgets/casepage/casepage.h"
#include "widgets/screenwords.h"

#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFontDatabase>
#include <QPushButton>
#include <QTabWidget>
#include <QTranslator>

using namespace griddesk;

namespace {

void settle()
{
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < 400;)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 20);
}

} // namespace

int main(int argc, char** argv)
{
    qputenv("QT_QPA_PLATFORM", "offscreen");
    QApplication app(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QTranslator chinese;
    if (argc > 2 && chinese.load(QString::fromLocal8Bit(argv[2])))
        QCoreApplication::installTranslator(&chinese);
    const QDir out(argc > 1 ? QString::fromLocal8Bit(argv[1]) : QStringLiteral("."));
    out.mkpath(QStringLiteral("."));
    QFont font(QStringLiteral("Noto Sans CJK SC"));
    font.setPixelSize(13);
    QApplication::setFont(font);

    for (const auto theme : {ThemeId::Light, ThemeId::Dark, ThemeId::Contrast}) {
        ThemeKeeper keeper;
        keeper.set(theme);
        const auto shot = [&](fake::Until until, const char* post, const QString& name, auto prepare) {
            fake::LiveDesk live;
            fake::tell(live, until);
            const auto session = live.sessionOf(post);
            live.refresh(fake::storyCase);
            if (until == fake::Until::Handling) {
                auto& history = live.queries.details.at(fake::storyCase.text()).history;
                history.back().waiting = true;
                history.back().heldUntil = live.clock.now() + Milliseconds(6400);
            }
            for (int n = 1; n < 14; ++n) {
                auto row = live.detailOf(fake::storyCase).row;
                row.id = CaseId::literal("near-" + std::to_string(n));
                row.number = "2026-990101001-0004" + std::to_string(10 + n);
                row.place->lonE7 += n * 1900;
                live.queries.cases.emplace(n, row);
            }
            ScreenWords words(live.clock);
            words.setRules(live.rules);
            ActionRegistry actions;
            CasePage page(live.desk(), words, keeper, actions);
            page.resize(720, 980);
            page.setSession(session);
            page.showCase(fake::storyCase);
            page.show();
            settle();
            prepare(page);
            settle();
            page.grab().save(out.filePath(QStringLiteral("%1-%2.png").arg(name, nameOf(theme))));
        };
        const auto tab = [](int index) { return [index](CasePage& page) { page.findChild<QTabWidget*>(QStringLiteral("caseTabs"))->setCurrentIndex(index); }; };
        shot(fake::Until::Handling, "hws.ul", QStringLiteral("1-timeline"), [](CasePage&) {});
        shot(fake::Until::Filed, "centre.di", QStringLiteral("5-dispatch"), [](CasePage& page) { page.startOperation(OperationKind::Dispatch); });
        shot(fake::Until::Checked, "centre.sl", QStringLiteral("2-clocks"), tab(2));
        if (theme == ThemeId::Light || argc > 3) {
            shot(fake::Until::Checked, "centre.sl", QStringLiteral("3-evidence"), tab(3));
            shot(fake::Until::Handling, "hws.ul", QStringLiteral("4-assignments"), tab(1));
            shot(fake::Until::Reported, "centre.op", QStringLiteral("6-accept"), [](CasePage& page) { page.startOperation(OperationKind::Accept); });
            shot(fake::Until::Accepted, "centre.op", QStringLiteral("7-file"), [](CasePage& page) { page.startOperation(OperationKind::File); });
            shot(fake::Until::Checked, "centre.op", QStringLiteral("8-more"), [](CasePage& page) { page.findChild<QPushButton*>(QStringLiteral("moreActions"))->click(); });
            shot(fake::Until::Handling, "hws.ul", QStringLiteral("9-reply"), [](CasePage& page) { page.startOperation(OperationKind::Reply); });
            shot(fake::Until::Filed, "centre.di", QStringLiteral("a-quick"), [](CasePage& page) { page.startQuickDispatch(); });
            shot(fake::Until::Checked, "centre.sl", QStringLiteral("b-nearby"), tab(5));
            shot(fake::Until::Checked, "centre.op", QStringLiteral("c-callback"), [](CasePage& page) { page.startOperation(OperationKind::Callback); });
            shot(fake::Until::Handling, "hws.ul", QStringLiteral("d-plan"), [](CasePage& page) { page.startOperation(OperationKind::Plan); });
        }
    }
    return 0;
}
