// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandbar.h"

#include "models/views/casenumber.h"

#include <QApplication>
#include <QFrame>
#include <QKeyEvent>
#include <QLabel>
#include <QListWidget>
#include <QPainter>
#include <QStyledItemDelegate>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace griddesk {

namespace {
constexpr int lineHeight = 28;
constexpr int insertRole = Qt::UserRole;     ///< the word Tab puts in
constexpr int caseRole = Qt::UserRole + 1;   ///< the case Enter opens
constexpr int aboutRole = Qt::UserRole + 2;  ///< what the word does, in a column of its own
constexpr int keysRole = Qt::UserRole + 3;   ///< the key that does the same, at the right

/// A suggestion in columns: the word, what it does, its key.
class SuggestionDelegate : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;
    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        auto ground = option;
        initStyleOption(&ground, index);
        const auto word = std::exchange(ground.text, QString());
        ground.widget->style()->drawControl(QStyle::CE_ItemViewItem, &ground, painter, ground.widget);
        painter->save();
        const bool selected = option.state.testFlag(QStyle::State_Selected);
        const auto ink = option.palette.color(selected ? QPalette::HighlightedText : QPalette::Text);
        const auto faint = selected ? ink : QApplication::palette().color(QPalette::PlaceholderText);
        const auto about = index.data(aboutRole).toString(), keys = index.data(keysRole).toString();
        const QFontMetrics metrics(option.font);
        QRect room = option.rect.adjusted(10, 0, -10, 0);
        painter->setFont(option.font);
        painter->setPen(faint);
        painter->drawText(room, Qt::AlignRight | Qt::AlignVCenter, keys);
        if (!keys.isEmpty())
            room.setRight(room.right() - metrics.horizontalAdvance(keys) - 16);
        const int first = about.isEmpty() ? room.width() : std::min(wordWidth, room.width());
        painter->setPen(ink);
        painter->drawText(room, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(word, Qt::ElideRight, first - 8));
        painter->setPen(selected ? ink : faint);
        const auto second = room.adjusted(first, 0, 0, 0);
        painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter, metrics.elidedText(about, Qt::ElideRight, second.width()));
        painter->restore();
    }

private:
    static constexpr int wordWidth = 150;
};
} // namespace

CommandBar::CommandBar(CaseQueries& queries, const Words& words, QWidget* parent)
    : QLineEdit(parent), m_words(words), m_results(queries, words)
{
    setObjectName(QStringLiteral("commandBar"));
    setMaxLength(static_cast<int>(CommandLanguage::maximumLength));
    setClearButtonEnabled(true);
    m_popup = new QFrame(this);
    m_popup->setObjectName(QStringLiteral("commandPopup"));
    m_popup->setProperty("card", true);
    m_popup->hide();
    m_list = new QListWidget(m_popup);
    m_list->setObjectName(QStringLiteral("commandList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_list->setFrameShape(QFrame::NoFrame);
    m_list->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_list->setUniformItemSizes(true);
    m_list->setItemDelegate(new SuggestionDelegate(m_list));
    m_hint = new QLabel(m_popup);
    m_hint->setProperty("small", true);
    m_hint->setContentsMargins(10, 2, 10, 4);
    auto* column = new QVBoxLayout(m_popup);
    column->setContentsMargins(4, 4, 4, 4);
    column->setSpacing(2);
    column->addWidget(m_list);
    column->addWidget(m_hint);
    m_ask.setSingleShot(true);
    m_ask.setInterval(120);
    connect(&m_ask, &QTimer::timeout, this, [this] { m_results.setWords(m_prompt.prefix); });
    connect(this, &QLineEdit::textEdited, this, &CommandBar::suggest);
    connect(&m_results, &SearchResultsModel::answered, this, &CommandBar::showResults);
    connect(m_list, &QListWidget::itemClicked, this, [this] {
        if (m_list->currentItem()->data(caseRole).isValid())
            run();
        else
            take();
    });
    retranslate();
}

QWidget* CommandBar::popup() const { return m_popup; }

void CommandBar::setLanguage(CommandLanguage language) { m_language = std::move(language); }

void CommandBar::setHelpers(std::function<QString(const QString&)> describe, Values values)
{
    m_describe = std::move(describe);
    m_values = std::move(values);
}

void CommandBar::retranslate()
{
    setPlaceholderText(tr("Search cases, or / for a command (Ctrl+K)"));
    setAccessibleName(tr("Command bar"));
    m_hint->setText(tr("Up and Down choose · Tab takes · Enter runs · Esc closes"));
}

void CommandBar::begin(const QString& text)
{
    if (!hasFocus())
        m_before = window()->focusWidget();
    setText(text);
    setFocus(Qt::ShortcutFocusReason);
    suggest();
}

void CommandBar::suggest()
{
    m_prompt = m_language.promptAt(text());
    if (m_prompt.what == CommandPrompt::What::Search) {
        if (m_prompt.prefix.isEmpty())
            hidePopup();
        m_ask.start();
        return;
    }
    m_ask.stop();
    m_results.setWords({});
    showCompletions();
}

void CommandBar::showCompletions()
{
    m_list->clear();
    const bool value = m_prompt.what == CommandPrompt::What::Value;
    const auto words = value && m_values ? m_values(m_prompt.field, m_prompt.prefix) : m_language.completions(m_prompt, text(), accessibleName().front().script() != QChar::Script_Han);
    for (const auto& word : words) {
        auto* item = new QListWidgetItem(word, m_list);
        if (m_prompt.what == CommandPrompt::What::Verb) {
            item->setText(QLatin1Char('/') + word);
            const auto verb = std::ranges::find_if(m_language.verbs(), [&](const CommandVerb& v) { return v.aliases.contains(word, Qt::CaseInsensitive); });
            if (m_describe && verb != m_language.verbs().end()) {
                const auto said = m_describe(verb->id).split(QLatin1Char('\t'));
                if (said.front() != word) // a command that is called what it does says it once
                    item->setData(aboutRole, said.front());
                item->setData(keysRole, said.value(1));
            }
        }
        item->setData(insertRole, word);
        item->setSizeHint({0, lineHeight});
    }
    m_list->setCurrentRow(m_list->count() > 0 ? 0 : -1); // what Tab would take is seen
    if (m_list->count() == 0)
        hidePopup();
    else
        placePopup();
}

void CommandBar::showResults()
{
    if (m_prompt.what != CommandPrompt::What::Search)
        return;
    m_list->clear();
    for (int row = 0; row < std::min(m_results.rowCount(), 12); ++row) {
        const auto index = m_results.index(row);
        auto* item = new QListWidgetItem(shortCaseNumber(index.data(SearchResultsModel::NumberRole).toString()), m_list);
        item->setToolTip(index.data(SearchResultsModel::NumberRole).toString());
        item->setData(aboutRole, QString(index.data().toString() + QStringLiteral("   ") + index.data(SearchResultsModel::AddressRole).toString()));
        item->setSizeHint({0, lineHeight});
        item->setData(caseRole, index.data(SearchResultsModel::IdRole));
    }
    m_list->setCurrentRow(-1);
    if (m_list->count() == 0 || !hasFocus())
        hidePopup();
    else
        placePopup();
}

void CommandBar::placePopup()
{
    if (m_popup->parentWidget() != window())
        m_popup->setParent(window());
    const int rows = std::min(m_list->count(), 10);
    const int height = rows * lineHeight + 46;
    m_popup->setGeometry(QRect(mapTo(window(), QPoint(0, this->height() + 2)), QSize(std::max(width(), 420), height)));
    m_popup->show();
    m_popup->raise();
}

void CommandBar::hidePopup() { m_popup->hide(); }

void CommandBar::take()
{
    const auto* item = m_list->currentItem() != nullptr ? m_list->currentItem() : m_list->item(0);
    if (item == nullptr || !item->data(insertRole).isValid())
        return;
    setText(text().left(m_prompt.start) + item->data(insertRole).toString() + QLatin1Char(' '));
    suggest();
}

void CommandBar::run()
{
    if (m_prompt.what == CommandPrompt::What::Search) {
        const auto* item = m_list->currentItem();
        if (!m_popup->isHidden() && item != nullptr && item->data(caseRole).isValid()) {
            if (const auto id = CaseId::parse(item->data(caseRole).toString().toStdString())) {
                leave();
                Q_EMIT caseChosen(*id);
            }
            return;
        }
        const auto typed = text().trimmed();
        leave();
        Q_EMIT searched(typed);
        return;
    }
    const auto line = m_language.parse(text());
    if (!line) {
        // A verb chosen from the list but not typed out yet is completed first.
        if (line.error().kind == CommandProblem::Kind::UnknownVerb && m_list->count() > 0 && !m_popup->isHidden()) {
            take();
            return;
        }
        Q_EMIT notUnderstood(text(), words(line.error()));
        return;
    }
    leave();
    Q_EMIT commanded(*line);
}

void CommandBar::leave()
{
    hidePopup();
    m_ask.stop();
    clear();
    m_prompt = {};
    if (m_before != nullptr)
        m_before->setFocus(Qt::OtherFocusReason);
    else
        clearFocus();
    m_before.clear();
}

void CommandBar::keyPressEvent(QKeyEvent* event)
{
    const bool open = !m_popup->isHidden();
    switch (event->key()) {
    case Qt::Key_Escape: leave(); return;
    case Qt::Key_Return:
    case Qt::Key_Enter: run(); return;
    case Qt::Key_Tab:
        if (open) {
            take();
            return;
        }
        break;
    case Qt::Key_Down:
        if (open)
            m_list->setCurrentRow(std::min(m_list->currentRow() + 1, m_list->count() - 1));
        return;
    case Qt::Key_Up:
        if (open)
            m_list->setCurrentRow(std::max(m_list->currentRow() - 1, 0));
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

bool CommandBar::focusNextPrevChild(bool next) { return m_popup->isHidden() && QLineEdit::focusNextPrevChild(next); }

void CommandBar::focusOutEvent(QFocusEvent* event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason)
        hidePopup();
}

QString CommandBar::words(const CommandProblem& problem)
{
    using Kind = CommandProblem::Kind;
    switch (problem.kind) {
    case Kind::Empty: return tr("Type a command after the slash; the list shows all of them.");
    case Kind::TooLong: return tr("A command has at most %1 characters.").arg(problem.word);
    case Kind::UnclosedQuote: return tr("The quotation mark is not closed: %1").arg(problem.word);
    case Kind::UnknownVerb: return tr("There is no command %1. Type / to see all commands.").arg(problem.word);
    case Kind::MissingField: return tr("%1 is missing. Type its name and its value.").arg(problem.word);
    case Kind::MissingValue: return tr("The value after %1 is missing.").arg(problem.word);
    case Kind::RepeatedField: return tr("%1 is there twice.").arg(problem.word);
    case Kind::Unexpected: return tr("It is not clear what %1 belongs to. Put the name of a field before it.").arg(problem.word);
    }
    return {};
}

} // namespace griddesk
