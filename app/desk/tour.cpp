// SPDX-License-Identifier: GPL-3.0-or-later
#include "tour.h"

#include "deskapplication.h"
#include "tourcases.h"
#include "tourscript.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSaveFile>
#include <QTest>

#include <algorithm>
#include <cstdio>

namespace griddesk {

namespace {

constexpr int activeMs = 5'000;

} // namespace

Tour::Tour(DeskApplication& app, TourOptions options) : m_app(app), m_options(std::move(options)) {}

int Tour::run()
{
    if (!QDir().mkpath(m_options.out)) {
        std::fprintf(stderr, "griddesk: the folder for the tour cannot be made: %s\n", qPrintable(m_options.out));
        return 1;
    }
    auto& window = m_app.window();
    if (!m_options.size.isEmpty())
        window.resize(m_options.size);
    window.show();
    window.activateWindow();
    if (!QTest::qWaitForWindowActive(&window, activeMs))
        std::fprintf(stderr, "griddesk: the window was not given the keyboard; the tour goes on\n");

    TourScript script(m_app, m_options.out);
    tourOfWholeLoop(script);
    if (const auto end = script.detail()) {
        m_finalStage = fromUtf8(nameOf(end->state.stage));
        m_reworks = end->state.reworks;
        for (const auto& assignment : end->state.assignments)
            m_levels = std::max(m_levels, assignment.level);
    }
    tourOfSpotHandling(script);
    tourOfReturns(script);
    tourOfAnswer(script);

    const bool written = write(script);
    if (!script.ok()) {
        const auto at = script.steps().empty() ? QString() : script.steps().back().name;
        std::fprintf(stderr, "griddesk: the tour stopped at \"%s\": %s\n", qPrintable(at), qPrintable(script.driver().problem()));
        return 1;
    }
    if (!written) {
        std::fprintf(stderr, "griddesk: tour.json cannot be written to %s\n", qPrintable(m_options.out));
        return 1;
    }
    return 0;
}

bool Tour::write(const TourScript& script) const
{
    QJsonArray steps;
    for (const auto& step : script.steps())
        steps.append(QJsonObject{{QStringLiteral("name"), step.name},
                                 {QStringLiteral("case"), step.number},
                                 {QStringLiteral("operation"), step.operation},
                                 {QStringLiteral("stage"), step.stage},
                                 {QStringLiteral("png"), step.png},
                                 {QStringLiteral("keys"), step.keys},
                                 {QStringLiteral("ms"), step.ms}});
    QJsonObject cases; // so that whoever checks the tour finds them in the store
    for (const auto& [number, id] : script.cases())
        cases.insert(QString::number(number), fromUtf8(id.text()));
    const QJsonObject record{{QStringLiteral("cases"), cases},
                             {QStringLiteral("steps"), steps},
                             {QStringLiteral("finalStage"), m_finalStage},
                             {QStringLiteral("reworks"), m_reworks},
                             {QStringLiteral("dispatchLevels"), m_levels},
                             {QStringLiteral("language"), m_options.language},
                             {QStringLiteral("theme"), m_options.theme}};
    QSaveFile file(QDir(m_options.out).filePath(QStringLiteral("tour.json")));
    return file.open(QIODevice::WriteOnly) && file.write(QJsonDocument(record).toJson()) >= 0 && file.commit();
}

} // namespace griddesk
