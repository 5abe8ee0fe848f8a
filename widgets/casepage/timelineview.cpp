// SPDX-License-Identifier: GPL-3.0-or-later
#include "timelineview.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QPainter>
#include <QPainterPath>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>

namespace griddesk {

namespace {

constexpr int left = 34;   ///< where texts begin
constexpr int axis = 17;   ///< of the line
constexpr int padding = 8;

struct Said {
    QString title, who, when, written, lines, refusal;
    bool waiting = false, refused = false;
    qint64 seconds = 0;
};

Said saidAt(const QModelIndex& index)
{
    using M = TimelineModel;
    Said said;
    said.title = index.data().toString();
    said.who = index.data(M::WhoRole).toString();
    if (const auto post = index.data(M::PostRole).toString(); !post.isEmpty())
        said.who += QStringLiteral(" · ") + post;
    said.when = index.data(M::WhenRole).toString();
    said.written = index.data(M::WrittenRole).toString();
    said.lines = index.data(M::LinesRole).toStringList().join(QLatin1Char('\n'));
    said.waiting = index.data(M::WaitingRole).toBool();
    said.seconds = index.data(M::HoldSecondsRole).toLongLong();
    said.refused = index.data(M::RefusedRole).toBool();
    said.refusal = index.data(M::RefusalRole).toString();
    return said;
}

class TimelineDelegate : public QStyledItemDelegate {
    Q_DECLARE_TR_FUNCTIONS(griddesk::TimelineView)

public:
    TimelineDelegate(ThemeKeeper& theme, QListView* view) : QStyledItemDelegate(view), m_theme(theme), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto said = saidAt(index);
        const int width = m_view->viewport()->width() - left - 12;
        const QFontMetrics metrics(option.font);
        int height = metrics.height() + 2 * padding;
        if (!fitsBeside(option.font, width, said))
            height += metrics.height() + 3;
        if (!said.lines.isEmpty())
            height += textHeight(metrics, width, said.lines) + 3;
        if (said.refused)
            height += textHeight(metrics, width, said.refusal) + 3;
        return {width, height};
    }

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& theme = m_theme.theme();
        const auto said = saidAt(index);
        const auto box = option.rect;
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        if (option.state.testFlag(QStyle::State_Selected))
            painter->fillRect(box, theme.accentSoft);
        const int row = index.row(), last = index.model()->rowCount() - 1;
        const QPointF dot(box.left() + axis, box.top() + padding + option.fontMetrics.height() / 2.0);
        painter->setPen(QPen(theme.border, 2));
        if (row > 0)
            painter->drawLine(QPointF(dot.x(), box.top()), dot - QPointF(0, 7));
        if (row < last)
            painter->drawLine(dot + QPointF(0, 7), QPointF(dot.x(), box.bottom() + 1));
        paintSign(*painter, dot, said, theme);

        auto strong = option.font;
        strong.setBold(true);
        const QFontMetrics bold(strong), plain(option.font);
        QRect line(box.left() + left, box.top() + padding, box.width() - left - 12, plain.height());
        painter->setFont(option.font);
        painter->setPen(theme.textMuted);
        painter->drawText(line, Qt::AlignRight | Qt::AlignVCenter, said.when);
        const int whenWidth = plain.horizontalAdvance(said.when) + 12;
        painter->setFont(strong);
        painter->setPen(theme.text);
        painter->drawText(line, Qt::AlignLeft | Qt::AlignVCenter, said.title);
        int x = line.left() + bold.horizontalAdvance(said.title) + 10;
        painter->setFont(option.font);
        if (said.waiting || said.refused || !said.written.isEmpty()) {
            const auto chip = chipOf(said);
            const QRect ground(x, line.top() - 1, plain.horizontalAdvance(chip) + 16, line.height() + 2);
            painter->setPen(Qt::NoPen);
            painter->setBrush(said.refused ? theme.badSoft : theme.warnSoft);
            painter->drawRoundedRect(ground, 8, 8);
            painter->setPen(said.refused ? theme.badText : theme.warnText);
            painter->drawText(ground, Qt::AlignCenter, chip);
            x = ground.right() + 10;
        }
        painter->setPen(theme.textMuted);
        int y = line.bottom() + 4;
        if (fitsBeside(option.font, line.width(), said)) {
            painter->drawText(QRect(x, line.top(), std::max(0, line.right() - whenWidth - x), line.height()), Qt::AlignLeft | Qt::AlignVCenter, said.who);
        } else { // who and which post on a line of their own rather than cut to nothing
            painter->drawText(QRect(line.left(), y, line.width(), plain.height()), Qt::AlignLeft | Qt::AlignVCenter, plain.elidedText(said.who, Qt::ElideRight, line.width()));
            y += plain.height() + 3;
        }
        if (!said.lines.isEmpty()) {
            const int height = textHeight(plain, line.width(), said.lines);
            painter->setPen(theme.text);
            painter->drawText(QRect(line.left(), y, line.width(), height), Qt::TextWordWrap, said.lines);
            y += height + 3;
        }
        if (said.refused) {
            painter->setPen(theme.badText);
            painter->drawText(QRect(line.left(), y, line.width(), box.bottom() - y), Qt::TextWordWrap, said.refusal);
        }
        painter->restore();
    }

private:
    static QString chipOf(const Said& said)
    {
        return said.refused    ? tr("refused")
            : said.seconds > 0 ? tr("held, %1 s").arg(said.seconds)
            : said.waiting     ? tr("waits to be sent")
            : said.written.isEmpty() ? QString() : tr("written down at %1").arg(said.written);
    }
    /// Whether title, sign, name with post and time find room on one line.
    static bool fitsBeside(const QFont& font, int width, const Said& said)
    {
        auto strong = font;
        strong.setBold(true);
        const QFontMetrics plain(font);
        const auto chip = chipOf(said);
        const int taken = QFontMetrics(strong).horizontalAdvance(said.title) + 10 + (chip.isEmpty() ? 0 : plain.horizontalAdvance(chip) + 26) + plain.horizontalAdvance(said.when) + 12;
        return taken + plain.horizontalAdvance(said.who) <= width;
    }
    static int textHeight(const QFontMetrics& metrics, int width, const QString& text)
    {
        return metrics.boundingRect(QRect(0, 0, std::max(40, width), 100'000), Qt::TextWordWrap, text).height();
    }
    /// Filled: done; open ring: waits; cross: refused.
    static void paintSign(QPainter& painter, QPointF at, const Said& said, const Theme& theme)
    {
        if (said.refused) {
            painter.setPen(QPen(theme.badText, 2));
            painter.drawLine(at + QPointF(-4, -4), at + QPointF(4, 4));
            painter.drawLine(at + QPointF(-4, 4), at + QPointF(4, -4));
            return;
        }
        painter.setPen(QPen(said.waiting ? theme.urgent : theme.accent, 2));
        painter.setBrush(said.waiting ? QBrush(Qt::NoBrush) : QBrush(theme.accent));
        painter.drawEllipse(at, 4.5, 4.5);
    }

    ThemeKeeper& m_theme;
    QListView* m_view;
};

/// Rows wrap, so their heights depend on the width.
class WrappingList : public QListView {
public:
    using QListView::QListView;

protected:
    void resizeEvent(QResizeEvent* event) override
    {
        QListView::resizeEvent(event);
        scheduleDelayedItemsLayout();
    }
};

} // namespace

TimelineView::TimelineView(TimelineModel& model, ThemeKeeper& theme, QWidget* parent)
    : QWidget(parent), m_model(model), m_list(new WrappingList(this)), m_order(new QPushButton(this)), m_takeBack(new QPushButton(this))
{
    auto* box = new QVBoxLayout(this);
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(8, 4, 8, 4);
    for (auto* button : {m_order, m_takeBack}) {
        button->setProperty("flat", true);
        button->setAutoDefault(false);
    }
    m_order->setObjectName(QStringLiteral("timelineOrder"));
    m_takeBack->setObjectName(QStringLiteral("timelineTakeBack"));
    bar->addWidget(m_order);
    bar->addStretch(1);
    bar->addWidget(m_takeBack);
    box->addLayout(bar);
    m_list->setObjectName(QStringLiteral("timeline"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&model);
    m_list->setItemDelegate(new TimelineDelegate(theme, m_list));
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    box->addWidget(m_list, 1);
    connect(&theme, &ThemeKeeper::changed, m_list->viewport(), qOverload<>(&QWidget::update));
    connect(m_order, &QPushButton::clicked, this, [this] {
        m_model.setNewestFirst(!m_model.newestFirst());
        retranslate();
    });
    connect(m_takeBack, &QPushButton::clicked, this, [this] {
        if (const auto hold = m_model.hold(); hold && hold->mine)
            Q_EMIT takeBackWanted(QString::fromStdString(hold->id));
    });
    connect(m_list, &QListView::activated, this, [this](const QModelIndex& index) {
        const auto files = index.data(TimelineModel::FilesRole).toStringList();
        if (!files.isEmpty())
            Q_EMIT fileWanted(files.front());
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(&model, signal, this, [this] { showButtons(); });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this] { showButtons(); });
    retranslate();
}

void TimelineView::showButtons()
{
    const auto hold = m_model.hold();
    m_takeBack->setVisible(hold.has_value());
    m_takeBack->setEnabled(hold && hold->mine);
    const auto why = hold && !hold->mine ? tr("%1 saved the last step. Only who saved a step can take it back.").arg(hold->who) : QString();
    m_takeBack->setToolTip(why);
    m_takeBack->setAccessibleDescription(why);
}

void TimelineView::retranslate()
{
    m_order->setText(m_model.newestFirst() ? tr("Newest first ↓") : tr("Oldest first ↑"));
    m_takeBack->setText(tr("Take back"));
    m_list->setAccessibleName(tr("History"));
    showButtons();
}

} // namespace griddesk
