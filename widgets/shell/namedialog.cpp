// SPDX-License-Identifier: GPL-3.0-or-later
#include "namedialog.h"

#include "models/views/tables/savedfilters.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

namespace griddesk {

NameDialog::NameDialog(const QString& title, const QString& suggestion, QWidget* parent) : QDialog(parent)
{
    setObjectName(QStringLiteral("nameDialog"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(title);
    setMinimumWidth(400);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* heading = new QLabel(title);
    heading->setProperty("title", true);
    column->addWidget(heading);
    auto* caption = new QLabel(tr("Name"));
    caption->setProperty("small", true);
    column->addWidget(caption);
    m_edit = new QLineEdit(suggestion.left(SavedFilters::longestName));
    m_edit->setObjectName(QStringLiteral("nameEdit"));
    m_edit->setMaxLength(SavedFilters::longestName);
    m_edit->selectAll();
    caption->setBuddy(m_edit);
    m_edit->setAccessibleName(caption->text());
    column->addWidget(m_edit);
    auto* row = new QHBoxLayout;
    row->setSpacing(8);
    row->addStretch();
    auto* cancel = new QPushButton(tr("Cancel"));
    m_save = new QPushButton(tr("Save"));
    m_save->setObjectName(QStringLiteral("nameSave"));
    m_save->setProperty("primary", true);
    m_save->setDefault(true);
    row->addWidget(cancel);
    row->addWidget(m_save);
    column->addLayout(row);
    const auto check = [this] { m_save->setEnabled(!m_edit->text().simplified().isEmpty()); };
    connect(m_edit, &QLineEdit::textChanged, this, check);
    connect(cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_save, &QPushButton::clicked, this, [this] {
        Q_EMIT named(m_edit->text().simplified());
        accept();
    });
    check();
    m_edit->setFocus();
}

} // namespace griddesk
