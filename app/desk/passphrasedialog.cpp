// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrasedialog.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QEventLoop>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include <thread>

namespace griddesk {

PassphraseDialog::PassphraseDialog(const QString& folder, Try opens, QWidget* parent) : QDialog(parent), m_opens(std::move(opens))
{
    setWindowTitle(tr("GridDesk – passphrase"));
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    auto* title = new QLabel(tr("This profile is opened by a passphrase"), this);
    title->setProperty("title", true);
    auto* place = new QLabel(folder, this);
    place->setProperty("muted", true);
    place->setTextFormat(Qt::PlainText);
    place->setWordWrap(true);
    m_line = new QLineEdit(this);
    m_line->setEchoMode(QLineEdit::Password);
    m_line->setMinimumWidth(420);
    m_line->setAccessibleName(tr("Passphrase"));
    m_notice = new QLabel(this);
    m_notice->setWordWrap(true);
    m_notice->hide();
    m_remember = new QCheckBox(tr("Unlock with this computer's key store"), this);
    m_remember->setEnabled(false);
    m_why = new QLabel(tr("Asking this computer's key store…"), this);
    m_why->setProperty("muted", true);
    m_why->setWordWrap(true);
    m_answer = new QLabel(this);
    m_answer->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_open->setEnabled(false);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(place), static_cast<QWidget*>(m_notice), static_cast<QWidget*>(m_line),
                            static_cast<QWidget*>(m_remember), static_cast<QWidget*>(m_why), static_cast<QWidget*>(m_answer), static_cast<QWidget*>(buttons)})
        layout->addWidget(widget);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) { m_open->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::tryIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_line->setFocus();
}

void PassphraseDialog::setNotice(const QString& sentence)
{
    m_notice->setText(sentence);
    m_notice->setVisible(!sentence.isEmpty());
}

void PassphraseDialog::offerKeyStore(bool remembered)
{
    m_remember->setEnabled(true);
    m_remember->setChecked(remembered);
    m_why->setText(tr("Whoever is signed in to this computer as you opens the profile without the passphrase."));
}

void PassphraseDialog::denyKeyStore(const QString& sentence)
{
    m_remember->setChecked(false);
    m_remember->setEnabled(false);
    m_why->setText(sentence);
}

void PassphraseDialog::tryIt()
{
    const std::string passphrase = m_line->text().toStdString();
    if (passphrase.empty() || !isEnabled())
        return;
    const auto remember = m_remember->isEnabled() ? std::optional(m_remember->isChecked()) : std::nullopt;
    setEnabled(false);
    m_answer->setText(tr("Opening…"));
    Result<void> opened;
    QEventLoop loop; // nothing else is open yet that could be used meanwhile
    std::thread worker([&] {
        opened = m_opens(passphrase, remember);
        QMetaObject::invokeMethod(&loop, &QEventLoop::quit, Qt::QueuedConnection);
    });
    loop.exec();
    worker.join();
    setEnabled(true);
    if (opened) {
        m_found = passphrase;
        accept();
    } else if (opened.error().code != ErrorCode::WrongKey) {
        m_failure = opened.error();
        reject();
    } else {
        m_answer->setText(tr("This passphrase does not open the profile. Nothing was changed."));
        m_line->selectAll();
        m_line->setFocus();
    }
}

} // namespace griddesk
