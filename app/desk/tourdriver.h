// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPoint>
#include <QString>

#include <functional>

class QAbstractItemView;
class QModelIndex;
class QWidget;

namespace griddesk {

/// Hands and eyes of the tour: clicks and keys on the real widgets, waiting for what they lead to, and pictures of the
/// window. The first thing that does not work is kept; everything after it does nothing, so that a script reads straight
/// down. Never sleeps for a fixed time. Thread: GUI.
class TourDriver {
public:
    static constexpr int patienceMs = 15'000;

    explicit TourDriver(QWidget& window) : m_window(window) {}

    [[nodiscard]] bool ok() const { return m_problem.isEmpty(); }
    [[nodiscard]] const QString& problem() const { return m_problem; }
    /// Keeps the sentence when it is the first one. Returns false.
    bool fail(const QString& sentence);
    /// Keys pressed and clicks made since the last call.
    int takeKeys();

    [[nodiscard]] QWidget& window() const { return m_window; }
    /// The visible widget of that object name, in the window or in one of its dialogs; nullptr when there is none.
    [[nodiscard]] QWidget* find(const QString& name) const;
    /// Lets the program work until the condition holds; when it does not in time, that is a failure.
    bool wait(const QString& what, const std::function<bool()>& condition, int milliseconds = patienceMs);
    /// The same, but going on when it does not hold in time.
    bool settle(const std::function<bool()>& condition, int milliseconds);
    /// Waits until a widget of that name can be used.
    QWidget* await(const QString& name);

    bool click(QWidget* widget);
    bool click(const QString& name);
    bool clickAt(QWidget* widget, QPoint at, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool clickRow(QAbstractItemView* view, const QModelIndex& index, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    bool key(QWidget* widget, Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// A key pressed wherever the cursor is.
    bool key(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier);
    /// Types a text; what a keyboard has no keys for comes as an input method commits it, a few characters at a time.
    bool type(QWidget* widget, const QString& text);
    /// Types over what stands there.
    bool retype(QWidget* widget, const QString& text);

    /// After a dialog has gone: the keyboard belongs to the window again.
    bool backToWindow();
    /// Saves the window with what lies over it. False when the file cannot be written.
    [[nodiscard]] bool grab(const QString& path) const;

private:
    void reveal(QWidget* widget) const;

    QWidget& m_window;
    QString m_problem;
    int m_keys = 0;
};

} // namespace griddesk
