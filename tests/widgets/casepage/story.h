// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/livedesk.h"

#include <QBuffer>
#include <QImage>
#include <QLinearGradient>
#include <QPainter>

namespace griddesk::fake {

inline const CaseId storyCase = CaseId::literal("0195a1b2-0000-7000-8000-000000000001");
inline constexpr auto minute = std::chrono::minutes(1);

/// A drawn street with or without rubbish, as evidence.
inline std::string streetPicture(bool clean)
{
    QImage image(800, 600, QImage::Format_RGB32);
    QPainter painter(&image);
    QLinearGradient sky(0, 0, 0, 300);
    sky.setColorAt(0, QColor(0x9ec7ea));
    sky.setColorAt(1, QColor(0xe8f1f7));
    painter.fillRect(0, 0, 800, 300, sky);
    painter.fillRect(60, 110, 260, 250, QColor(0xc9b79c));
    painter.fillRect(420, 60, 300, 300, QColor(0xb0a08a));
    painter.fillRect(0, 350, 800, 250, QColor(0x7c8288));
    painter.fillRect(0, 350, 800, 40, QColor(0xb9bec2));
    if (!clean)
        for (int i = 0; i < 26; ++i) {
            painter.setBrush(QColor::fromHsv(i * 37 % 360, 60, 90 + i * 5 % 120));
            painter.drawEllipse(QPoint(300 + i * 53 % 260, 420 + i * 29 % 90), 22 + i % 14, 16 + i % 9);
        }
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    image.save(&buffer, "PNG");
    return bytes.toStdString();
}

inline Value picture(const char* sha, const char* role)
{
    return payload({{"sha256", sha}, {"size", std::int64_t{1000}}, {"mime", "image/png"}, {"role", role}});
}

/// How far the story of the rubbish goes.
enum class Until { Reported, Accepted, Filed, Handling, Checked };

/// One case through two levels of dispatch, a return, a failed check with rework, up to where it is wanted.
inline void tell(LiveDesk& desk, Until until)
{
    const auto& id = storyCase;
    const std::string sha1(64, 'b'), sha2(64, 'c');
    desk.commands.files[sha1] = streetPicture(false);
    desk.commands.files[sha2] = streetPicture(true);
    auto report = rubbishReport(desk);
    report.set("evidence", Value::List{picture(sha1.c_str(), "before")});
    desk.act("centre.op", id, OperationKind::Report, std::move(report));
    if (until == Until::Reported)
        return;
    desk.pass(6 * minute);
    desk.act("centre.op", id, OperationKind::Accept, payload({{"category", "200110"}, {"urgency", "ordinary"}, {"demandType", "complaint"}}));
    if (until == Until::Accepted)
        return;
    desk.pass(4 * minute);
    desk.act("centre.op", id, OperationKind::File, payload({{"standard", "200110-1"}}));
    if (until == Until::Filed)
        return;
    desk.pass(5 * minute);
    desk.act("centre.di", id, OperationKind::Dispatch, payload({{"lead", "hws"}, {"assists", Value::List{"csgl"}}, {"basis", "statutory"}, {"duty", "6.2"}}));
    desk.pass(20 * minute);
    desk.act("hws.ul", id, OperationKind::Sign, payload({{"assignment", "a1"}}));
    desk.act("csgl.ul", id, OperationKind::Sign, payload({{"assignment", "a2"}}));
    desk.pass(10 * minute);
    desk.act("hws.ul", id, OperationKind::Subdispatch, payload({{"assignment", "a1"}, {"unit", "wg01"}, {"words", "请先清运路面，再冲洗。"}}));
    desk.pass(15 * minute);
    if (until == Until::Handling) {
        desk.act("hws.ul", id, OperationKind::Progress, payload({{"assignment", "a1"}, {"words", "清运车已到现场，预计一小时完成。"}}));
        return;
    }
    desk.act("hws.ul", id, OperationKind::Revoke, payload({{"assignment", "a3"}, {"reason", "改由班组处理。"}}));
    desk.pass(30 * minute);
    desk.act("hws.ul", id, OperationKind::Reply, payload({{"assignment", "a1"}, {"result", "resolved"}, {"words", "环卫所已清运。"}, {"evidence", Value::List{picture(sha2.c_str(), "after")}}}));
    desk.pass(10 * minute);
    desk.act("centre.op", id, OperationKind::RequestCheck, payload({{"mode", "photo"}}));
    desk.pass(25 * minute);
    desk.act("centre.rv", id, OperationKind::Check, payload({{"pass", false}, {"words", "墙根仍有残留，未冲洗。"}}));
    desk.act("centre.op", id, OperationKind::Rework, payload({{"reason", "墙根残留，请补做冲洗。"}}));
    desk.pass(60 * minute);
    desk.act("hws.ul", id, OperationKind::Reply, payload({{"assignment", "a1"}, {"result", "resolved"}, {"words", "已冲洗墙根，与物业明确清运时间。"}, {"evidence", Value::List{picture(sha2.c_str(), "after")}}}));
    desk.act("centre.op", id, OperationKind::RequestCheck, payload({{"mode", "photo"}}));
    desk.pass(15 * minute);
    desk.act("centre.rv", id, OperationKind::Check, payload({{"pass", true}, {"words", "现场无残留垃圾。"}, {"evidence", Value::List{picture(sha2.c_str(), "after")}}}));
}

} // namespace griddesk::fake
