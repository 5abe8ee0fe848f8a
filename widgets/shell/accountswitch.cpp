// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountswitch.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace griddesk {

namespace {
constexpr int accountRole = Qt::UserRole;
constexpr int postRole = Qt::UserRole + 1;
} // namespace

AccountSwitch::AccountSwitch(const Words& words, QWidget* parent) : QFrame(parent), m_words(words)
{
    setObjectName(QStringLiteral("accountSwitch"));
    setProperty("card", true);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(12, 12, 12, 10);
    column->setSpacing(8);
    m_title = new QLabel;
    m_title->setProperty("heading", true);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("accountSearch"));
    m_search->installEventFilter(this);
    m_list = new QListWidget;
    m_list->setObjectName(QStringLiteral("accountList"));
    m_list->setFocusPolicy(Qt::NoFocus);
    m_hint = new QLabel;
    m_hint->setProperty("small", true);
    m_hint->setWordWrap(true);
    for (QWidget* widget : {static_cast<QWidget*>(m_title), static_cast<QWidget*>(m_search), static_cast<QWidget*>(m_list), static_cast<QWidget*>(m_hint)})
        column->addWidget(widget);
    connect(m_search, &QLineEdit::textEdited, this, &AccountSwitch::filter);
    connect(m_search, &QLineEdit::returnPressed, this, &AccountSwitch::take);
    connect(m_list, &QListWidget::itemClicked, this, &AccountSwitch::take);
    retranslate();
    hide();
}

void AccountSwitch::retranslate()
{
    m_title->setText(tr("Who works here"));
    m_search->setPlaceholderText(tr("Name, post or unit"));
    m_search->setAccessibleName(tr("Name, post or unit"));
    m_list->setAccessibleName(tr("People and posts"));
    m_hint->setText(tr("Every operation keeps the person and the post that did it."));
}

void AccountSwitch::popUp(const Session& session, Instant now, QPoint bottomRight)
{
    m_list->clear();
    if (session.rules)
        for (const auto& tenure : session.rules->tenures) {
            const auto post = session.rules->posts.find(tenure.post);
            if (!tenure.valid.holds(now) || post == session.rules->posts.end())
                continue;
            const auto name = QString::fromStdString(post->second.name);
            QStringList roles;
            for (std::size_t i = 0; i < roleCount; ++i)
                if (post->second.roles.has(static_cast<Role>(i)))
                    if (auto role = m_words.role(static_cast<Role>(i)); role != name) { // often the post is called what it does
                        role.front() = role.front().toUpper();
                        roles << role;
                    }
            QStringList below{m_words.unit(post->second.unit)};
            if (!roles.isEmpty())
                below << roles.join(QStringLiteral(", "));
            if (!tenure.delegation.empty())
                below << tr("by delegation %1").arg(QString::fromStdString(tenure.delegation));
            const auto text = QString(m_words.account(tenure.account) + QStringLiteral(" · ") + name + QLatin1Char('\n') + below.join(QStringLiteral(" · ")));
            auto* item = new QListWidgetItem(text, m_list);
            item->setSizeHint({0, 46});
            item->setData(accountRole, QString::fromStdString(tenure.account.text()));
            item->setData(postRole, QString::fromStdString(tenure.post.text()));
            if (tenure.account == session.actor.account && tenure.post == session.actor.post)
                m_list->setCurrentItem(item);
        }
    m_search->clear();
    resize(360, std::min(460, parentWidget()->height() - 80));
    move(std::max(8, bottomRight.x() - width()), std::max(8, bottomRight.y() - height()));
    show();
    raise();
    m_search->setFocus(Qt::PopupFocusReason);
}

void AccountSwitch::filter(const QString& text)
{
    QListWidgetItem* first = nullptr;
    for (int i = 0; i < m_list->count(); ++i) {
        auto* item = m_list->item(i);
        const bool fits = item->text().contains(text.trimmed(), Qt::CaseInsensitive)
                          || item->data(accountRole).toString().startsWith(text.trimmed(), Qt::CaseInsensitive);
        item->setHidden(!fits);
        first = fits && first == nullptr ? item : first;
    }
    m_list->setCurrentItem(first);
}

void AccountSwitch::take()
{
    const auto* item = m_list->currentItem();
    if (item == nullptr || item->isHidden())
        return;
    const auto account = AccountId::parse(item->data(accountRole).toString().toStdString());
    const auto post = PostId::parse(item->data(postRole).toString().toStdString());
    hide();
    if (account && post)
        Q_EMIT chosen(*account, *post);
}

void AccountSwitch::keyPressEvent(QKeyEvent* event)
{
    if (event->key() == Qt::Key_Escape)
        hide();
    else
        QFrame::keyPressEvent(event);
}

bool AccountSwitch::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_search && event->type() == QEvent::KeyPress) {
        const auto key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Down || key == Qt::Key_Up) {
            const int step = key == Qt::Key_Down ? 1 : -1;
            for (int row = m_list->currentRow() + step; row >= 0 && row < m_list->count(); row += step)
                if (!m_list->item(row)->isHidden()) {
                    m_list->setCurrentRow(row);
                    break;
                }
            return true;
        }
    }
    if (watched == m_search && event->type() == QEvent::FocusOut && static_cast<QFocusEvent*>(event)->reason() == Qt::MouseFocusReason)
        hide();
    return QFrame::eventFilter(watched, event);
}

} // namespace griddesk
