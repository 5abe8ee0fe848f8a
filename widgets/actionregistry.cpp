// SPDX-License-Identifier: GPL-3.0-or-later
#include "actionregistry.h"

namespace griddesk {

QAction* ActionRegistry::add(ActionSpec spec, std::function<void(const QString&)> run)
{
    auto entry = std::make_unique<Entry>();
    entry->action = new QAction(spec.text(), this);
    entry->action->setObjectName(spec.id);
    entry->action->setShortcut(spec.shortcut);
    entry->action->setCheckable(spec.checkable);
    entry->spec = std::move(spec);
    entry->run = std::move(run);
    auto* raw = entry.get();
    connect(raw->action, &QAction::triggered, this, [raw] { raw->run({}); });
    m_entries.push_back(std::move(entry));
    return raw->action;
}

ActionRegistry::Entry* ActionRegistry::find(const QString& idOrAlias) const
{
    for (const auto& entry : m_entries)
        if (entry->spec.id == idOrAlias || entry->spec.aliases.contains(idOrAlias, Qt::CaseInsensitive))
            return entry.get();
    return nullptr;
}

QAction* ActionRegistry::action(const QString& id) const
{
    const auto* entry = find(id);
    return entry != nullptr ? entry->action : nullptr;
}

bool ActionRegistry::run(const QString& idOrAlias, const QString& arguments)
{
    auto* entry = find(idOrAlias);
    if (entry == nullptr || !entry->action->isEnabled())
        return false;
    if (arguments.isEmpty())
        entry->action->trigger();
    else
        entry->run(arguments);
    return true;
}

std::vector<const ActionSpec*> ActionRegistry::specs(const QString& group) const
{
    std::vector<const ActionSpec*> found;
    for (const auto& entry : m_entries)
        if (group.isEmpty() || entry->spec.group == group)
            found.push_back(&entry->spec);
    return found;
}

QString ActionRegistry::rebind(const QString& id, const QKeySequence& keys)
{
    auto* entry = find(id);
    if (entry == nullptr)
        return {};
    if (!keys.isEmpty())
        for (const auto& other : m_entries)
            if (other.get() != entry && other->action->shortcut() == keys)
                return other->spec.id;
    entry->action->setShortcut(keys);
    Q_EMIT changed();
    return {};
}

void ActionRegistry::retranslate()
{
    for (const auto& entry : m_entries)
        entry->action->setText(entry->spec.text());
    Q_EMIT changed();
}

} // namespace griddesk
