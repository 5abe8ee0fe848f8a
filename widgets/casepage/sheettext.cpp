// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheettext.h"

#include "models/views/casepage/rulewords.h"
#include "models/views/casestage.h"

#include <QCoreApplication>

namespace griddesk::sheets {

namespace {

struct Texts {
    Q_DECLARE_TR_FUNCTIONS(griddesk::Sheets)
};

QString safe(const QString& text) { return text.toHtmlEscaped().replace(QLatin1Char('\n'), QStringLiteral("<br>")); }
QString fromStd(const std::string& text) { return QString::fromStdString(text); }

QString element(const char* name, const char* kind, const QString& inside)
{
    const auto tag = QLatin1String(name);
    return QStringLiteral("<%1 class=\"%2\">%3</%1>").arg(tag, QLatin1String(kind), inside);
}

QString heading(const QString& text) { return QStringLiteral("<h3>%1</h3>").arg(safe(text)); }

QString tableRow(const QStringList& cells, const char* tag, int indent = 0)
{
    QString row = QStringLiteral("<tr>");
    for (qsizetype i = 0; i < cells.size(); ++i)
        row += QStringLiteral("<%1 align=\"left\">%2%3</%1>").arg(QLatin1String(tag), i == 0 ? QStringLiteral("&nbsp;").repeated(4 * indent) : QString(), safe(cells[i]));
    return row + QStringLiteral("</tr>");
}

QString table(const QString& rows) { return QStringLiteral("<table width=\"100%\" border=\"1\" cellspacing=\"0\" cellpadding=\"3\">%1</table>").arg(rows); }

QStringList headers(const QAbstractItemModel& model)
{
    QStringList cells;
    for (int column = 0; column < model.columnCount(); ++column)
        cells << model.headerData(column, Qt::Horizontal).toString();
    return cells;
}

QString rowsBelow(const QAbstractItemModel& model, const QModelIndex& parent, int depth)
{
    QString rows;
    for (int row = 0; row < model.rowCount(parent); ++row) {
        QStringList cells;
        for (int column = 0; column < model.columnCount(parent); ++column)
            cells << model.index(row, column, parent).data().toString();
        rows += tableRow(cells, "td", depth) + rowsBelow(model, model.index(row, 0, parent), depth + 1);
    }
    return rows;
}

QString headOf(const CaseParts& parts)
{
    const auto& row = parts.detail.row;
    const auto& words = parts.words;
    QString rows;
    const auto line = [&rows](const QString& label, const QString& value) {
        if (!value.isEmpty())
            rows += QStringLiteral("<tr><th align=\"left\" width=\"20%\">%1</th><td>%2</td></tr>").arg(safe(label), safe(value));
    };
    QStringList areas;
    for (const auto& area : {row.community, row.grid, row.cell})
        if (area)
            areas << words.area(*area);
    line(Texts::tr("Stage"), stageWord(row, words));
    line(words.field("category"), row.category ? words.category(*row.category) : QString());
    line(words.field("demandType"), row.demandType.empty() ? QString() : words.choice("demandType", row.demandType));
    line(words.field("urgency"), words.urgency(row.urgency));
    line(words.field("source"), row.source.empty() ? QString() : words.choice("source", row.source));
    line(words.field("reportedAt"), row.reportedAt ? words.dateTime(*row.reportedAt) : words.unknown());
    line(words.field("address"), fromStd(row.address));
    line(words.field("area"), areas.join(QStringLiteral(" › ")));
    line(words.field("text"), fromStd(row.text));
    if (parts.detail.state.filing)
        line(words.field("standard"), standardText(parts.rules, parts.detail.state.filing->standard));
    if (!parts.detail.state.reporters.empty())
        line(words.field("reporter"), QStringLiteral("***"));
    return table(rows);
}

QString timelineOf(const TimelineModel& model)
{
    QString rows = tableRow({Texts::tr("When"), Texts::tr("Step"), Texts::tr("Who"), Texts::tr("What was said")}, "th");
    for (const auto& row : model.rows()) {
        auto said = row.lines;
        if (row.refused)
            said << Texts::tr("Refused: %1").arg(row.refusal);
        rows += tableRow({row.when, row.title, row.post.isEmpty() ? row.who : Texts::tr("%1 (%2)").arg(row.who, row.post), said.join(QLatin1Char('\n'))}, "td");
    }
    return table(rows);
}

} // namespace

QString paperStyle()
{
    return QStringLiteral("body { font-size: 9pt; color: #000; } h2 { font-size: 14pt; margin-bottom: 2px; } h3 { font-size: 10.5pt; margin-top: 12px; margin-bottom: 3px; }"
                          "table { border-collapse: collapse; border-color: #999; } th { background-color: #eee; }"
                          ".muted { color: #555; } .chip { font-weight: 600; } .late { font-weight: 600; } .missing { font-style: italic; }");
}

QString oversight(const std::vector<OversightRecord>& records)
{
    QString text;
    for (const auto& record : records) {
        text += QStringLiteral("<p><b>%1</b> &nbsp; %2</p>").arg(safe(record.title), element("span", record.late ? "late" : record.open ? "open" : "muted", safe(record.state)));
        QStringList lines;
        for (const auto& line : record.lines)
            lines << safe(line);
        text += element("p", "lines", lines.join(QStringLiteral("<br>")));
        if (record.answers.empty())
            continue;
        QStringList answers;
        for (const auto& answer : record.answers) {
            const auto who = answer.when.isEmpty() ? answer.who : Texts::tr("%1, %2").arg(answer.who, answer.when);
            answers << QStringLiteral("<li>%1 %2</li>").arg(element("span", "muted", safe(who)), element("span", answer.missing ? "missing" : "said", safe(answer.text)));
        }
        text += QStringLiteral("<ul>%1</ul>").arg(answers.join(QString()));
    }
    return text;
}

QString clock(const ClockModel& model, int row)
{
    const auto top = model.index(row, 0);
    if (!top.isValid())
        return {};
    QStringList cells;
    for (int column = 0; column < ClockModel::ColumnCount; ++column)
        cells << model.index(row, column).data().toString();
    QStringList sum(ClockModel::ColumnCount);
    sum[ClockModel::WhatColumn] = Texts::tr("Sum");
    sum[ClockModel::CountedColumn] = model.counted(top.data(ClockModel::CountedMsRole).toLongLong());
    return heading(cells[ClockModel::WhatColumn]) + table(tableRow(headers(model), "th") + tableRow(cells, "td") + rowsBelow(model, top, 1) + tableRow(sum, "th"));
}

QString caseSheet(const CaseParts& parts)
{
    const auto& row = parts.detail.row;
    QStringList numbers;
    for (const auto& number : {row.number, row.localNumber})
        if (!number.empty())
            numbers << fromStd(number);
    for (const auto& number : row.outsideNumbers)
        numbers << fromStd(number);
    QString text = QStringLiteral("<h2>%1</h2>").arg(safe(row.title.empty() ? Texts::tr("No title") : fromStd(row.title)));
    text += element("p", "muted", safe(Texts::tr("Case %1 · printed %2").arg(numbers.join(QStringLiteral(" / ")), parts.words.dateTime(parts.now))));
    text += headOf(parts);
    if (parts.assignments.rowCount() > 0)
        text += heading(Texts::tr("Assignments")) + table(tableRow(headers(parts.assignments), "th") + rowsBelow(parts.assignments, {}, 0));
    if (const auto records = oversightOf(parts.detail.state, parts.words, parts.now); !records.empty())
        text += heading(Texts::tr("Supervision, consultation")) + oversight(records);
    text += heading(Texts::tr("Timeline")) + timelineOf(parts.timeline);
    if (parts.clocks.rowCount() > 0) {
        QString rows = tableRow(headers(parts.clocks), "th");
        for (int i = 0; i < parts.clocks.rowCount(); ++i) { // their segments are on the sheet of each clock
            QStringList cells;
            for (int column = 0; column < ClockModel::ColumnCount; ++column)
                cells << parts.clocks.index(i, column).data().toString();
            rows += tableRow(cells, "td");
        }
        text += heading(Texts::tr("Clocks")) + table(rows);
    }
    return text;
}

} // namespace griddesk::sheets
