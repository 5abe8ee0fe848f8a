// SPDX-License-Identifier: GPL-3.0-or-later
#include "aboutdialog.h"

#include <QCoreApplication>
#include <QFile>
#include <QLabel>
#include <QPushButton>
#include <QTextBrowser>
#include <QVBoxLayout>

namespace griddesk {

AboutDialog::AboutDialog(QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("aboutDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("About GridDesk"));
    resize(680, 560);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(8);
    auto* title = new QLabel(QStringLiteral("GridDesk 网格指挥台 ") + QCoreApplication::applicationVersion());
    title->setProperty("title", true);
    column->addWidget(title);
    auto* licence = new QLabel(tr("Command centre of an urban sub-district. Free software under the GNU General Public License, version 3 or later, "
                                  "without any warranty."));
    licence->setWordWrap(true);
    column->addWidget(licence);
    auto* notices = new QTextBrowser;
    notices->setObjectName(QStringLiteral("aboutNotices"));
    notices->setAccessibleName(tr("Third-party notices"));
    notices->setOpenLinks(false);
    QFile file(QStringLiteral(":/about/NOTICES.md"));
    if (file.open(QIODevice::ReadOnly))
        notices->setMarkdown(QString::fromUtf8(file.readAll()));
    column->addWidget(notices, 1);
    auto* close = new QPushButton(tr("Close"));
    close->setProperty("primary", true);
    column->addWidget(close, 0, Qt::AlignRight);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
}

} // namespace griddesk
