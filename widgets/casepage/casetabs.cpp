// SPDX-License-Identifier: GPL-3.0-or-later
#include "casetabs.h"

#include "widgets/forms/fieldeditor.h"

#include <QTabBar>

namespace griddesk {

CaseTabs::CaseTabs(QWidget* parent) : QTabWidget(parent)
{
    setUsesScrollButtons(true);
    setElideMode(Qt::ElideNone);
    tabBar()->setExpanding(false);
    tabBar()->setDrawBase(false);
}

void CaseTabs::setNames(std::vector<Name> names)
{
    if (names == m_names)
        return;
    m_names = std::move(names);
    for (int i = 0; i < count() && i < static_cast<int>(m_names.size()); ++i) {
        setTabVisible(i, m_names[static_cast<std::size_t>(i)].shown);
        setTabToolTip(i, m_names[static_cast<std::size_t>(i)].full);
    }
    fit();
}

bool CaseTabs::fits() const { return tabBar()->sizeHint().width() <= width(); }

void CaseTabs::setTight(bool tight)
{
    if (tabBar()->property("tight").toBool() != tight)
        setStyleProperty(tabBar(), "tight", tight);
}

void CaseTabs::fit()
{
    const int tabs = std::min(count(), static_cast<int>(m_names.size()));
    const auto put = [this](int i, bool brief, bool counted) {
        const auto& name = m_names[static_cast<std::size_t>(i)];
        const auto& text = brief ? name.brief : name.full;
        setTabText(i, counted && name.count > 0 ? tr("%1 %2").arg(text).arg(name.count) : text);
    };
    setTight(false);
    for (int i = 0; i < tabs; ++i)
        put(i, false, true);
    if (fits())
        return;
    setTight(true);
    for (int i = tabs - 1; i >= 0 && !fits(); --i)
        put(i, true, true);
    for (int i = tabs - 1; i >= 0 && !fits(); --i)
        put(i, true, false);
}

void CaseTabs::resizeEvent(QResizeEvent* event)
{
    QTabWidget::resizeEvent(event);
    fit();
}

} // namespace griddesk
