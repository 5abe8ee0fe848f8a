// SPDX-License-Identifier: GPL-3.0-or-later
#include "callbackpage.h"

#include "models/views/casenumber.h"
#include "models/views/tables/rowlamp.h"
#include "widgets/forms/segments.h"
#include "widgets/shell/signs.h"

#include <QEvent>
#include <QFrame>
#include <QHBoxLayout>
#include <QLabel>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <utility>

namespace griddesk {

namespace {

constexpr int addressRole = Qt::UserRole + 1, lampRole = Qt::UserRole + 2, numberRole = Qt::UserRole + 3, dueRole = Qt::UserRole + 4;

QString q(const std::string& s) { return QString::fromStdString(s); }

class CallDelegate : public QStyledItemDelegate {
public:
    CallDelegate(const ThemeKeeper& themes, QObject* parent) : QStyledItemDelegate(parent), m_themes(themes) {}
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        const auto& theme = m_themes.theme();
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        if (selected)
            painter->fillRect(option.rect, theme.selection);
        const auto lamp = static_cast<Lamp>(index.data(lampRole).toInt());
        auto box = option.rect.adjusted(12, 6, -12, -6);
        const QRectF sign(box.left(), box.top(), 16, box.height());
        if (selected) { // the lamp keeps its own ground, whatever colour the selection has
            painter->setPen(Qt::NoPen);
            painter->setBrush(theme.card);
            painter->drawEllipse(sign.center(), 10, 10);
        }
        signs::paintLamp(*painter, sign, lamp, theme);
        box.setLeft(box.left() + 26);
        auto small = option.font;
        small.setPixelSize(12);
        const QFontMetrics smallMetrics(small);
        const auto faint = selected ? theme.selectionText : theme.textMuted;
        const auto number = index.data(numberRole).toString();
        const int numberWidth = smallMetrics.horizontalAdvance(number) + 10;
        painter->setPen(selected ? theme.selectionText : theme.text);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignTop, QFontMetrics(option.font).elidedText(index.data().toString(), Qt::ElideRight, box.width() - numberWidth));
        painter->setFont(small);
        painter->setPen(faint);
        painter->drawText(box, Qt::AlignRight | Qt::AlignTop, number);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignVCenter, smallMetrics.elidedText(index.data(addressRole).toString(), Qt::ElideRight, box.width()));
        painter->setPen(lamp == Lamp::Red && !selected ? theme.badText : faint);
        painter->drawText(box, Qt::AlignLeft | Qt::AlignBottom, smallMetrics.elidedText(index.data(dueRole).toString(), Qt::ElideRight, box.width()));
        painter->restore();
    }
    QSize sizeHint(const QStyleOptionViewItem&, const QModelIndex&) const override { return {200, 70}; }

private:
    const ThemeKeeper& m_themes;
};

} // namespace

CallbackModel::CallbackModel(const Desk& desk, const Words& words, QObject* parent) : DiffListModel(parent), m_desk(desk), m_words(words)
{
    connect(&desk.notifier, &Notifier::casesChanged, this, &CallbackModel::reload);
}

void CallbackModel::reload()
{
    CaseFilter filter;
    filter.queue = Queue::ToCallback;
    const auto generation = ++m_generation;
    m_desk.queries.firstKeys(filter, {.order = CaseOrder::Due, .descending = false}, m_desk.clock.now(), most).then(this, [this, generation](const Result<std::vector<CaseKey>>& keys) {
        if (generation != m_generation || !keys)
            return;
        m_desk.queries.rows(*keys).then(this, [this, generation](const Result<std::vector<std::pair<CaseKey, CaseRow>>>& rows) {
            if (generation != m_generation || !rows)
                return;
            std::vector<CallbackRow> next;
            for (const auto& [key, row] : *rows)
                next.push_back({key, row});
            replace(std::move(next));
            Q_EMIT loaded();
        });
    });
}

QVariant CallbackModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& row = rows()[static_cast<std::size_t>(index.row())].row;
    switch (role) {
    case Qt::DisplayRole: return q(row.title);
    case addressRole: return q(row.address);
    case numberRole: return shortCaseNumber(caseNumber(row));
    case dueRole: return dueText(row);
    case lampRole: return static_cast<int>(lampOf(row, m_desk.clock.now()));
    case Qt::ToolTipRole: return caseNumber(row) + QLatin1Char('\n') + q(row.address);
    case Qt::AccessibleTextRole: return QStringList{caseNumber(row), q(row.title), dueText(row)}.join(QStringLiteral(", "));
    default: return {};
    }
}

QString CallbackModel::dueText(const CaseRow& row) const
{
    if (!row.due)
        return {};
    const auto left = remainingOf(row, m_desk.clock.now());
    const auto by = tr("call by %1").arg(m_words.dateTime(*row.due));
    return left ? by + QStringLiteral(" · ") + m_words.remaining(*left) : by;
}

CallbackPage::CallbackPage(const Desk& desk, const Words& words, ThemeKeeper& themes, QWidget* parent)
    : QWidget(parent), m_desk(desk), m_words(words), m_model(desk, words)
{
    setObjectName("callbackPage");
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(16, 12, 16, 12);
    column->setSpacing(10);
    m_title = new QLabel;
    m_title->setProperty("title", true);
    m_count = new QLabel;
    m_count->setObjectName("callbackCount");
    m_count->setProperty("muted", true);
    m_close = new QPushButton;
    m_close->setObjectName("callbackClose");
    m_close->setAutoDefault(false); // Enter in the form is no close
    auto* head = new QHBoxLayout;
    head->setSpacing(12);
    head->addWidget(m_title);
    head->addWidget(m_count, 0, Qt::AlignBottom);
    head->addStretch(1);
    head->addWidget(m_close);
    column->addLayout(head);
    auto* body = new QHBoxLayout;
    body->setSpacing(12);
    column->addLayout(body, 1);
    m_list = new QListView;
    m_list->setObjectName("callbackList");
    m_list->setModel(&m_model);
    m_list->setItemDelegate(new CallDelegate(themes, m_list));
    m_list->setUniformItemSizes(true);
    m_list->setFixedWidth(320);
    body->addWidget(m_list);

    m_card = new QFrame;
    m_card->setProperty("card", true);
    m_card->setMaximumWidth(900);
    auto* cardBox = new QVBoxLayout(m_card);
    cardBox->setContentsMargins(0, 0, 0, 0);
    cardBox->setSpacing(0);
    auto* talk = new QWidget;
    auto* box = new QVBoxLayout(talk);
    box->setContentsMargins(24, 16, 24, 8);
    box->setSpacing(8);
    const auto label = [&](const char* property) {
        auto* made = new QLabel;
        made->setProperty(property, true);
        made->setWordWrap(true);
        box->addWidget(made);
        return made;
    };
    m_head = label("title");
    m_what = label("muted");
    auto* number = new QHBoxLayout;
    m_number = new QLabel;
    m_number->setProperty("heading", true);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_show = new QPushButton;
    m_show->setObjectName("callbackShowNumber");
    m_open = new QPushButton;
    m_open->setObjectName("callbackOpenCase");
    number->addWidget(m_show);
    number->addWidget(m_number);
    number->addStretch(1);
    number->addWidget(m_open);
    box->addLayout(number);
    m_script = label("panel");
    m_script->setObjectName("callbackScript");
    m_script->setMargin(10); // counted in the height for a width, other than contents margins
    const auto caption = [&](std::function<QString()> text, QWidget* field) {
        auto* made = label("small");
        m_texts.add([made, field, text = std::move(text)] {
            made->setText(text());
            field->setAccessibleName(text());
        });
        box->addWidget(field);
    };
    const auto segments = [&](const char* name, std::function<std::vector<std::pair<QString, QString>>()> items) {
        auto* made = new Segments;
        made->setObjectName(QLatin1String(name));
        m_texts.add([made, items = std::move(items)] {
            const auto held = made->value();
            made->setItems(items());
            made->setValue(held);
        });
        connect(made, &Segments::chosen, this, &CallbackPage::refresh);
        return made;
    };
    const auto choices = [this](const char* field) {
        return [this, field] {
            std::vector<std::pair<QString, QString>> items;
            for (const auto choice : specOf(OperationKind::Callback).field(field)->choices)
                items.emplace_back(q(std::string(choice)), m_words.choice(field, std::string(choice)));
            return items;
        };
    };
    m_reached = segments("callbackReached", [] {
        return std::vector<std::pair<QString, QString>>{{QStringLiteral("yes"), tr("Reached")}, {QStringLiteral("no"), tr("Not reached")}};
    });
    m_solved = segments("callbackSolved", choices("solved"));
    m_satisfaction = segments("callbackSatisfaction", choices("satisfaction"));
    caption([] { return tr("Call"); }, m_reached);
    caption([] { return tr("Is the matter solved?"); }, m_solved);
    caption([] { return tr("How satisfied?"); }, m_satisfaction);
    m_said = new QPlainTextEdit;
    m_said->setObjectName("callbackWords");
    m_said->setTabChangesFocus(true);
    m_said->setFixedHeight(72);
    caption([] { return tr("What was said"); }, m_said);
    box->addStretch(1);
    auto* scroll = new QScrollArea; // nothing of the talk is squeezed on a small screen
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setWidget(talk);
    cardBox->addWidget(scroll, 1);
    // What is saved with stays in sight, however long the talk is.
    auto* line = new QFrame;
    line->setProperty("separator", true);
    cardBox->addWidget(line);
    auto* foot = new QHBoxLayout;
    foot->setContentsMargins(24, 10, 24, 12);
    foot->setSpacing(12);
    m_notice = new QLabel;
    m_notice->setObjectName("callbackNotice");
    m_notice->setProperty("muted", true);
    m_notice->setWordWrap(true);
    m_save = new QPushButton;
    m_save->setObjectName("callbackSave");
    m_save->setProperty("primary", true);
    foot->addWidget(m_notice, 1);
    foot->addWidget(m_save);
    cardBox->addLayout(foot);
    body->addWidget(m_card, 1);
    m_empty = new QLabel;
    m_empty->setProperty("muted", true);
    m_empty->setAlignment(Qt::AlignCenter);
    body->addWidget(m_empty, 1);

    m_texts.add([this] {
        m_title->setText(tr("Call-backs"));
        m_list->setAccessibleName(tr("Call-backs"));
        m_show->setText(tr("Show telephone number"));
        m_open->setText(tr("Open case"));
        m_close->setText(tr("Close  Esc"));
        showCount();
        m_save->setText(tr("Save and next  Ctrl+Enter"));
        m_empty->setText(tr("Nobody waits for a call"));
        m_script->setText(tr("Good day, this is the sub-district command centre. You told us about the matter above; the unit reports it as handled. "
                             "May I ask: is it solved? Are you satisfied with how it was handled? Is there anything to add?"));
    });
    connect(m_list->selectionModel(), &QItemSelectionModel::currentChanged, this, &CallbackPage::showCase);
    connect(&m_model, &CallbackModel::loaded, this, &CallbackPage::begin);
    connect(m_save, &QPushButton::clicked, this, &CallbackPage::save);
    connect(m_close, &QPushButton::clicked, this, &CallbackPage::closeRequested);
    connect(m_show, &QPushButton::clicked, this, &CallbackPage::showNumber);
    connect(m_open, &QPushButton::clicked, this, [this] {
        if (const auto* row = current())
            Q_EMIT openCaseRequested(row->id);
    });
    for (const auto& keys : {QKeySequence(Qt::CTRL | Qt::Key_Return), QKeySequence(Qt::CTRL | Qt::Key_Enter)}) {
        auto* shortcut = new QShortcut(keys, this);
        shortcut->setContext(Qt::WidgetWithChildrenShortcut);
        connect(shortcut, &QShortcut::activated, this, &CallbackPage::save);
    }
    showCase();
}

void CallbackPage::setSession(const Session& session)
{
    m_session = session;
    m_model.reload();
}

void CallbackPage::begin()
{
    if (const auto wanted = std::exchange(m_preferred, std::nullopt))
        for (int i = 0; i < m_model.rowCount(); ++i)
            if (m_model.rows()[static_cast<std::size_t>(i)].row.id == *wanted) {
                m_list->setCurrentIndex(m_model.index(i));
                m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
            }
    if (!m_list->currentIndex().isValid() && m_model.rowCount() > 0)
        m_list->setCurrentIndex(m_model.index(0));
    showCount();
    showCase();
}

void CallbackPage::showCount() { m_count->setText(tr("%n to call", nullptr, m_model.rowCount())); }

const CaseRow* CallbackPage::current() const
{
    const auto at = m_list->currentIndex();
    return at.isValid() ? &m_model.rows()[static_cast<std::size_t>(at.row())].row : nullptr;
}

void CallbackPage::showCase()
{
    const auto* row = current();
    m_card->setVisible(row != nullptr);
    m_empty->setVisible(row == nullptr);
    const auto key = row != nullptr ? m_model.rows()[static_cast<std::size_t>(m_list->currentIndex().row())].id : 0;
    if (row == nullptr || key == m_shown)
        return; // an answer being typed stays
    m_shown = key;
    m_head->setText(q(row->title));
    QStringList what{caseNumber(*row), q(row->address), row->unit ? m_words.unit(*row->unit) : QString(), m_model.dueText(*row)};
    what.removeAll(QString());
    m_what->setText(what.join(QStringLiteral(" · ")));
    m_number->clear();
    m_notice->clear();
    m_reached->setValue({});
    m_solved->setValue({});
    m_satisfaction->setValue({});
    m_said->clear();
    refresh();
}

void CallbackPage::showNumber()
{
    const auto* row = current();
    if (row == nullptr)
        return;
    m_desk.commands.reveal(m_session.actor, row->id, "callback").then(this, [this, key = m_shown](const Result<PersonalData>& person) {
        if (key != m_shown)
            return;
        if (person)
            m_number->setText(q(person->phone) + QStringLiteral("  ") + q(person->name));
        else
            m_notice->setText(m_words.error(person.error()));
    });
}

Value CallbackPage::attempt() const
{
    Value payload;
    const bool reached = m_reached->value() == QStringLiteral("yes");
    payload.set("reached", reached);
    if (reached && !m_solved->value().isEmpty())
        payload.set("solved", m_solved->value().toStdString());
    if (reached && !m_satisfaction->value().isEmpty())
        payload.set("satisfaction", m_satisfaction->value().toStdString());
    if (const auto words = m_said->toPlainText().trimmed(); !words.isEmpty())
        payload.set("words", words.toStdString());
    return payload;
}

void CallbackPage::refresh()
{
    const bool reached = m_reached->value() == QStringLiteral("yes");
    m_solved->setEnabled(reached);
    m_satisfaction->setEnabled(reached);
    m_save->setEnabled(!m_busy && (m_reached->value() == QStringLiteral("no") || (reached && !(m_solved->value().isEmpty() && m_satisfaction->value().isEmpty()))));
}

void CallbackPage::save()
{
    const auto* row = current();
    if (row == nullptr || m_busy || !m_save->isEnabled())
        return;
    m_busy = true;
    refresh();
    m_desk.commands.submit(m_session.actor, {{.caseId = row->id, .kind = OperationKind::Callback, .payload = attempt(), .pairId = {}}}).then(this, [this](const Result<SubmitAnswer>& answer) {
        m_busy = false;
        refresh();
        if (!answer || !answer->saved()) {
            m_notice->setText(!answer ? m_words.error(answer.error()) : answer->refusals.empty() ? tr("Not saved") : m_words.refusal(answer->refusals.front().refusal));
            return;
        }
        if (const auto next = m_model.index(m_list->currentIndex().row() + 1); next.isValid())
            m_list->setCurrentIndex(next);
        m_list->scrollTo(m_list->currentIndex(), QAbstractItemView::PositionAtCenter);
        m_model.reload();
        Q_EMIT submitted(*answer);
    });
}

void CallbackPage::changeEvent(QEvent* event)
{
    if (event->type() == QEvent::LanguageChange) {
        m_texts.again();
        m_shown = 0;
        showCase();
    }
    QWidget::changeEvent(event);
}

} // namespace griddesk
