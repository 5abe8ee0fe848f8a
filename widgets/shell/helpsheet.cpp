// SPDX-License-Identifier: GPL-3.0-or-later
#include "helpsheet.h"

#include <QCoreApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <array>

namespace griddesk {

QString groupTitle(const QString& group)
{
    const auto say = [](const char* text) { return QCoreApplication::translate("griddesk::MainWindow", text); };
    if (group == QLatin1String("case"))
        return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "Case"));
    if (group == QLatin1String("dispatch"))
        return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "Dispatch"));
    if (group == QLatin1String("view"))
        return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "View"));
    if (group == QLatin1String("go"))
        return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "Go"));
    if (group == QLatin1String("tools"))
        return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "Tools"));
    return say(QT_TRANSLATE_NOOP("griddesk::MainWindow", "Help"));
}

QString keyText(const QKeySequence& keys)
{
    // Menus take the names from Qt; translated to the same arrows.
    static constexpr std::array names{QT_TRANSLATE_NOOP("QShortcut", "Up"), QT_TRANSLATE_NOOP("QShortcut", "Down"),
                                      QT_TRANSLATE_NOOP("QShortcut", "Left"), QT_TRANSLATE_NOOP("QShortcut", "Right")};
    constexpr std::array arrows{u"↑", u"↓", u"←", u"→"};
    auto parts = keys.toString(QKeySequence::PortableText).split(QLatin1Char('+'));
    for (auto& part : parts)
        for (std::size_t i = 0; i < names.size(); ++i)
            if (part == QLatin1String(names[i]))
                part = QString::fromUtf16(arrows[i]);
    return parts.join(QLatin1Char('+'));
}

HelpSheet::HelpSheet(ActionRegistry& actions, QWidget* parent) : QDialog(parent), m_actions(actions)
{
    setObjectName(QStringLiteral("helpSheet"));
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(tr("Keys and commands"));
    resize(760, 600);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(20, 18, 20, 16);
    column->setSpacing(10);
    auto* title = new QLabel(tr("Keys and commands"));
    title->setProperty("title", true);
    column->addWidget(title);
    m_search = new QLineEdit;
    m_search->setObjectName(QStringLiteral("helpSearch"));
    m_search->setPlaceholderText(tr("What do you want to do?"));
    m_search->setAccessibleName(m_search->placeholderText());
    column->addWidget(m_search);
    m_tree = new QTreeWidget;
    m_tree->setObjectName(QStringLiteral("helpTree"));
    m_tree->setAccessibleName(windowTitle());
    m_tree->setHeaderLabels({tr("Action"), tr("Key"), tr("Commands")});
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(14);
    m_tree->header()->resizeSection(0, 300);
    m_tree->header()->resizeSection(1, 130);
    column->addWidget(m_tree, 1);
    auto* buttons = new QHBoxLayout;
    m_rebind = new QPushButton(tr("Change key…"));
    m_rebind->setObjectName(QStringLiteral("helpRebind"));
    auto* close = new QPushButton(tr("Close"));
    close->setProperty("primary", true);
    buttons->addWidget(m_rebind);
    buttons->addStretch();
    buttons->addWidget(close);
    column->addLayout(buttons);
    connect(close, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_search, &QLineEdit::textChanged, this, &HelpSheet::filter);
    connect(m_rebind, &QPushButton::clicked, this, [this] { Q_EMIT rebindAsked(currentId()); });
    connect(m_tree, &QTreeWidget::currentItemChanged, this, [this] { m_rebind->setEnabled(!currentId().isEmpty()); });
    connect(&actions, &ActionRegistry::changed, this, [this] {
        fill();
        filter();
    });
    m_rebind->setEnabled(false);
    fill();
    m_search->setFocus();
}

QString HelpSheet::currentId() const
{
    const auto* item = m_tree->currentItem();
    return item != nullptr ? item->data(0, Qt::UserRole).toString() : QString();
}

void HelpSheet::fill()
{
    const auto chosen = currentId();
    m_tree->clear();
    for (const auto* group : {"case", "dispatch", "go", "view", "tools", "help"}) {
        const auto specs = m_actions.specs(QLatin1String(group));
        if (specs.empty())
            continue;
        auto* head = new QTreeWidgetItem(m_tree, {groupTitle(QLatin1String(group))});
        head->setFirstColumnSpanned(true);
        auto bold = head->font(0);
        bold.setBold(true);
        head->setFont(0, bold);
        head->setFlags(Qt::ItemIsEnabled);
        for (const auto* spec : specs) {
            QStringList commands;
            for (const auto& alias : spec->aliases)
                commands << QLatin1Char('/') + alias;
            auto* item = new QTreeWidgetItem(
                head, {spec->text().remove(QLatin1Char('&')),
                       keyText(m_actions.action(spec->id)->shortcut()), commands.join(QStringLiteral("  "))});
            item->setData(0, Qt::UserRole, spec->id);
            if (spec->id == chosen)
                m_tree->setCurrentItem(item);
        }
    }
    m_tree->expandAll();
}

void HelpSheet::filter()
{
    const auto words = m_search->text().trimmed();
    for (int g = 0; g < m_tree->topLevelItemCount(); ++g) {
        auto* head = m_tree->topLevelItem(g);
        bool any = false;
        for (int i = 0; i < head->childCount(); ++i) {
            auto* item = head->child(i);
            bool fits = false;
            for (int c = 0; c < 3; ++c)
                fits = fits || item->text(c).contains(words, Qt::CaseInsensitive);
            item->setHidden(!fits);
            any = any || fits;
        }
        head->setHidden(!any);
    }
}

} // namespace griddesk
