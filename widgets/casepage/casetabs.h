// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTabWidget>

#include <vector>

namespace griddesk {

/// Tabs whose names are never cut off: where the full ones do not fit, the tabs come closer together, then take their brief
/// names, those at the right first, then lose their counts. Arrows scroll them when not even that is enough. Thread: GUI.
class CaseTabs : public QTabWidget {
    Q_OBJECT

public:
    struct Name {
        QString full, brief;
        int count = 0;       ///< shown behind the name; 0 is not
        bool shown = true;   ///< a tab with nothing behind it can be left out
        bool operator==(const Name&) const = default;
    };

    explicit CaseTabs(QWidget* parent);
    /// One name per tab, in their order.
    void setNames(std::vector<Name> names);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void fit();
    [[nodiscard]] bool fits() const;
    void setTight(bool tight);

    std::vector<Name> m_names;
};

} // namespace griddesk
