// SPDX-License-Identifier: GPL-3.0-or-later
#include "keydialog.h"

#include <QHBoxLayout>
#include <QKeySequenceEdit>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

KeyDialog::KeyDialog(ActionRegistry& actions, QString id, QWidget* parent) : QDialog(parent), m_actions(actions), m_id(std::move(id))
{
    setObjectName(QStringLiteral("keyDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Change key"));
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    const auto* action = m_actions.action(m_id);
    auto* title = new QLabel(action != nullptr ? action->text().remove(QLatin1Char('&')) : QString());
    title->setProperty("heading", true);
    column->addWidget(title);
    column->addWidget(new QLabel(tr("Press the new key. Empty removes the key.")));
    m_edit = new QKeySequenceEdit(action != nullptr ? action->shortcut() : QKeySequence());
    m_edit->setObjectName(QStringLiteral("keyEdit"));
    m_edit->setMaximumSequenceLength(1);
    m_edit->setClearButtonEnabled(true);
    m_edit->setAccessibleName(tr("New key"));
    column->addWidget(m_edit);
    m_message = new QLabel;
    m_message->setObjectName(QStringLiteral("keyMessage"));
    m_message->setWordWrap(true);
    m_message->setMinimumWidth(360);
    m_message->setProperty("muted", true);
    column->addWidget(m_message);
    auto* buttons = new QHBoxLayout;
    auto* cancel = new QPushButton(tr("Cancel"));
    auto* save = new QPushButton(tr("Use this key"));
    save->setObjectName(QStringLiteral("keySave"));
    save->setProperty("primary", true);
    buttons->addStretch();
    buttons->addWidget(cancel);
    buttons->addWidget(save);
    column->addLayout(buttons);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(save, &QPushButton::clicked, this, &KeyDialog::save);
}

bool KeyDialog::reserved(const QKeySequence& keys)
{
    if (keys.isEmpty())
        return false;
    const auto key = keys[0];
    const auto held = key.keyboardModifiers();
    if (held == Qt::ControlModifier && (key.key() == Qt::Key_Space || key.key() == Qt::Key_Period))
        return true;
    if (key.key() == Qt::Key_Shift || key.key() == Qt::Key_Control)
        return true;
    const bool plain = held == Qt::NoModifier || held == Qt::ShiftModifier || held == Qt::KeypadModifier;
    return plain && key.key() >= Qt::Key_Space && key.key() < Qt::Key_Escape;
}

void KeyDialog::save()
{
    const auto keys = m_edit->keySequence();
    if (reserved(keys)) {
        m_message->setText(tr("%1 belongs to typing or to the input method. Choose a key with Ctrl or Alt, or a function key.")
                               .arg(keys.toString(QKeySequence::NativeText)));
        return;
    }
    if (const auto other = m_actions.rebind(m_id, keys); !other.isEmpty()) {
        const auto* action = m_actions.action(other);
        m_message->setText(tr("%1 is the key of “%2” already. Choose another, or change that one first.")
                               .arg(keys.toString(QKeySequence::NativeText), action != nullptr ? action->text().remove(QLatin1Char('&')) : other));
        return;
    }
    Q_EMIT rebound(m_id, keys);
    accept();
}

} // namespace griddesk
