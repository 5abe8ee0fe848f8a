// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrasedialog.h"

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
    m_answer = new QLabel(this);
    m_answer->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(this);
    m_open = buttons->addButton(tr("Open"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("Cancel"), QDialogButtonBox::RejectRole);
    m_open->setEnabled(false);
    for (QWidget* widget : {static_cast<QWidget*>(title), static_cast<QWidget*>(place), static_cast<QWidget*>(m_line), static_cast<QWidget*>(m_answer),
                            static_cast<QWidget*>(buttons)})
        layout->addWidget(widget);
    connect(m_line, &QLineEdit::textChanged, this, [this](const QString& text) { m_open->setEnabled(!text.isEmpty()); });
    connect(buttons, &QDialogButtonBox::accepted, this, &PassphraseDialog::tryIt);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    m_line->setFocus();
}

void PassphraseDialog::tryIt()
{
    const std::string passphrase = m_line->text().toStdString();
    if (passphrase.empty() || !isEnabled())
        return;
    setEnabled(false);
    m_answer->setText(tr("Opening…"));
    Result<void> opened;
    QEventLoop loop; // nothing else is open yet that could be used meanwhile
    std::thread worker([&] {
        opened = m_opens(passphrase);
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
