// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QWidget>

class QAbstractScrollArea;

namespace griddesk {

/// Shadows at the left and right edge of a scroll area, each only while there is more beyond it. Lies over the viewport and
/// lets the mouse through. Thread: GUI. Owner: the viewport.
class EdgeShadow : public QWidget {
    Q_OBJECT

public:
    EdgeShadow(QAbstractScrollArea& area, const ThemeKeeper& themes);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QAbstractScrollArea& m_area;
    const ThemeKeeper& m_themes;

    void follow();
};

} // namespace griddesk
