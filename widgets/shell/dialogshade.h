// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/theme.h"

#include <QWidget>

#include <vector>

class QDialog;

namespace griddesk {

/// Lies over a window and dims it while a modal dialog of it is open, and gives every dialog of it an edge, so that a
/// dialog is told from the page also where no window manager draws a frame. Thread: GUI. Owned by the window.
class DialogShade : public QWidget {
    Q_OBJECT

public:
    DialogShade(QWidget& window, const ThemeKeeper& themes);
    ~DialogShade() override;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    QWidget& m_window;
    const ThemeKeeper& m_themes;
    std::vector<const QDialog*> m_open; ///< modal and visible; never looked into

    void follow(QDialog& dialog, bool shown);
    void frame(QDialog& dialog);
};

} // namespace griddesk
