// SPDX-License-Identifier: GPL-3.0-or-later
#include "sheets.h"

#include "widgets/forms/segments.h"

#include <QFrame>
#include <QHBoxLayout>
#include <QImage>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPixmap>
#include <QPushButton>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

namespace griddesk {

namespace {

QLabel* text(QWidget* parent, const char* property = nullptr)
{
    auto* label = new QLabel(parent);
    label->setWordWrap(true);
    if (property != nullptr)
        label->setProperty(property, true);
    return label;
}

/// The operation in bold or muted, the missing part below.
class MoreDelegate : public QStyledItemDelegate {
public:
    explicit MoreDelegate(QListView* view) : QStyledItemDelegate(view), m_view(view) {}

    QSize sizeHint(const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const int width = std::max(80, m_view->viewport()->width() - 28);
        int height = option.fontMetrics.height() + 14;
        if (const auto reason = index.data(ActionsModel::ReasonRole).toString(); !reason.isEmpty())
            height += option.fontMetrics.boundingRect(QRect(0, 0, width, 10'000), Qt::TextWordWrap, reason).height() + 2;
        return {width, height};
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const bool allowed = index.data(ActionsModel::AllowedRole).toBool();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto& colours = option.palette;
        painter->save();
        if (selected)
            painter->fillRect(option.rect, colours.color(QPalette::Highlight));
        auto font = option.font;
        font.setBold(allowed);
        painter->setFont(font);
        painter->setPen(selected ? colours.color(QPalette::HighlightedText) : colours.color(allowed ? QPalette::Text : QPalette::PlaceholderText));
        const auto box = option.rect.adjusted(14, 6, -14, -6);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, sign(index, allowed) + index.data().toString());
        painter->setFont(option.font);
        painter->drawText(box.adjusted(16, option.fontMetrics.height() + 2, 0, 0), Qt::TextWordWrap, index.data(ActionsModel::ReasonRole).toString());
        painter->restore();
    }

private:
    /// The digit that does it together with Alt, as on the buttons below the case.
    static QString sign(const QModelIndex& index, bool allowed)
    {
        return !allowed ? QStringLiteral("○  ") : index.row() < 9 ? QStringLiteral("%1  ").arg(index.row() + 1) : QStringLiteral("▸  ");
    }
    QListView* m_view;
};

} // namespace

TitledSheet::TitledSheet(QWidget* page) : Sheet(page), m_title(new QLabel(card())), m_close(new QPushButton(card())), m_body(new QVBoxLayout)
{
    auto* box = new QVBoxLayout(card());
    box->setContentsMargins(0, 0, 0, 0);
    box->setSpacing(0);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(16, 10, 12, 10);
    m_title->setProperty("heading", true);
    head->addWidget(m_title, 1);
    m_close->setAutoDefault(false);
    m_close->setProperty("flat", true);
    head->addWidget(m_close);
    box->addLayout(head);
    auto* line = new QFrame(card());
    line->setProperty("separator", true);
    box->addWidget(line);
    box->addLayout(m_body, 1);
    connect(m_close, &QPushButton::clicked, this, &Sheet::done);
}

void TitledSheet::setTitle(const QString& title, const QString& close)
{
    m_title->setText(title);
    m_close->setText(close);
    setAccessibleName(title);
}

void TitledSheet::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        return done();
    Sheet::keyPressEvent(event);
}

MoreSheet::MoreSheet(ActionsModel& model, QWidget* page) : TitledSheet(page), m_model(model), m_list(new QListView(card()))
{
    setObjectName(QStringLiteral("moreSheet"));
    m_list->setObjectName(QStringLiteral("allActions"));
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setModel(&model);
    m_list->setItemDelegate(new MoreDelegate(m_list));
    m_list->setResizeMode(QListView::Adjust);
    m_list->setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    body()->addWidget(m_list, 1);
    const auto take = [this](const QModelIndex& index) {
        if (!index.data(ActionsModel::AllowedRole).toBool())
            return;
        const auto row = m_model.rows()[static_cast<std::size_t>(index.row())];
        done();
        Q_EMIT wanted(row.kind, row.assignment);
    };
    connect(m_list, &QListView::clicked, this, take);
    connect(m_list, &QListView::activated, this, take);
    retranslate();
}

void MoreSheet::show()
{
    m_list->setCurrentIndex(m_model.index(0));
    open(m_list);
    m_list->doItemsLayout();
}

void MoreSheet::retranslate()
{
    setTitle(tr("What can be done (Alt and the digit), and what is missing for the rest"), tr("Close"));
    m_list->setAccessibleName(tr("Operations"));
}

PurposeSheet::PurposeSheet(QWidget* page)
    : TitledSheet(page), m_about(text(card(), "muted")), m_problem(text(card(), "problem")), m_usual(new Segments(card())), m_other(new QLineEdit(card())), m_go(new QPushButton(card()))
{
    setObjectName(QStringLiteral("purposeSheet"));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(16, 12, 16, 12);
    inner->setSpacing(10);
    m_usual->setObjectName(QStringLiteral("purpose"));
    m_other->setObjectName(QStringLiteral("purposeOther"));
    m_go->setObjectName(QStringLiteral("purposeGo"));
    m_go->setProperty("primary", true);
    m_go->setAutoDefault(false);
    inner->addWidget(m_about);
    inner->addWidget(m_usual);
    inner->addWidget(m_other);
    inner->addWidget(m_problem);
    inner->addWidget(m_go, 0, Qt::AlignRight);
    inner->addStretch(1);
    body()->addLayout(inner);
    connect(m_go, &QPushButton::clicked, this, &PurposeSheet::give);
    connect(m_other, &QLineEdit::returnPressed, this, &PurposeSheet::give);
    connect(m_usual, &Segments::chosen, this, [this] { m_problem->clear(); });
    m_usual->setItems({{QStringLiteral("verify"), {}}, {QStringLiteral("callback"), {}}, {QStringLiteral("handling"), {}}});
    retranslate();
}

void PurposeSheet::show()
{
    m_other->clear();
    m_usual->setValue({});
    m_problem->clear();
    open(m_usual->button(QStringLiteral("verify")));
}

void PurposeSheet::give()
{
    const auto other = m_other->text().trimmed();
    const auto usual = m_usual->value();
    if (other.isEmpty() && usual.isEmpty())
        return showProblem(tr("Say what it is for; the purpose is recorded with your name."));
    Q_EMIT purposeGiven(other.isEmpty() ? usual : other);
}

void PurposeSheet::showProblem(const QString& sentence) { m_problem->setText(sentence); }

void PurposeSheet::retranslate()
{
    setTitle(tr("Show the reporter's name and telephone"), tr("Close"));
    m_about->setText(tr("Who looks, when and for what is written into the audit record. It is masked again after a minute."));
    m_usual->setTexts({tr("Ask back about the matter"), tr("Call back"), tr("Make an appointment on site")});
    m_other->setPlaceholderText(tr("Another purpose"));
    m_go->setText(tr("Show"));
}

QuickSheet::QuickSheet(QWidget* page)
    : TitledSheet(page), m_steps(text(card())), m_reason(text(card(), "note")), m_problem(text(card(), "problem")), m_go(new QPushButton(card()))
{
    setObjectName(QStringLiteral("quickSheet"));
    auto* inner = new QVBoxLayout;
    inner->setContentsMargins(16, 12, 16, 12);
    inner->setSpacing(10);
    m_go->setObjectName(QStringLiteral("quickGo"));
    m_go->setProperty("primary", true);
    m_go->setAutoDefault(true);
    inner->addWidget(m_steps);
    inner->addWidget(m_reason);
    inner->addWidget(m_problem);
    inner->addWidget(m_go, 0, Qt::AlignRight);
    inner->addStretch(1);
    body()->addLayout(inner);
    connect(m_go, &QPushButton::clicked, this, &QuickSheet::confirmed);
    retranslate();
}

void QuickSheet::show(const QStringList& steps, const QString& reason)
{
    QStringList numbered;
    for (qsizetype i = 0; i < steps.size(); ++i)
        numbered << QStringLiteral("%1. %2").arg(i + 1).arg(steps[i]);
    m_steps->setText(numbered.join(QLatin1Char('\n')));
    m_steps->setVisible(!steps.isEmpty());
    m_reason->setText(reason);
    m_reason->setVisible(!reason.isEmpty());
    m_problem->clear();
    m_go->setVisible(!steps.isEmpty());
    open(steps.isEmpty() ? closeButton() : m_go);
}

void QuickSheet::showProblem(const QString& sentence) { m_problem->setText(sentence); }

void QuickSheet::retranslate()
{
    setTitle(tr("Accept, file and dispatch as suggested"), tr("Close"));
    m_go->setText(tr("Do this (Enter)"));
}

PictureSheet::PictureSheet(QWidget* page) : TitledSheet(page), m_picture(new QLabel(card()))
{
    setObjectName(QStringLiteral("pictureSheet"));
    setCardWidth(1600);
    m_picture->setAlignment(Qt::AlignCenter);
    m_picture->setMinimumSize(1, 1);
    body()->addWidget(m_picture, 1);
}

void PictureSheet::show(const QImage& image, const QString& caption)
{
    m_image = std::make_unique<QImage>(image);
    setTitle(caption, tr("Close"));
    open(closeButton());
    fit();
}

void PictureSheet::fit()
{
    if (!m_image)
        return;
    if (m_image->isNull()) {
        m_picture->setText(tr("This file is no picture, or it is not on this machine"));
        return;
    }
    const auto room = card()->size() - QSize(32, 80);
    m_picture->setPixmap(QPixmap::fromImage(m_image->scaled(room.expandedTo({1, 1}), Qt::KeepAspectRatio, Qt::SmoothTransformation)));
}

void PictureSheet::resizeEvent(QResizeEvent* event)
{
    Sheet::resizeEvent(event);
    fit();
}

} // namespace griddesk
