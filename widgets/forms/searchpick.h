// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineEdit>
#include <QPointer>

#include <functional>
#include <vector>

class QListView;
class QStandardItemModel;

namespace griddesk {

/// One line of a pick list.
struct PickItem {
    QString value;  ///< what is picked; empty: a heading
    QString text;   ///< shown, and written into the line when picked
    QString detail; ///< smaller, at the right
    QString search; ///< more to be found by: code, pinyin initials
    int depth = 0;  ///< indent
};

/// A line to search in and a list below it that opens over the form, without a window of its own: typing narrows it,
/// arrows move, Enter picks, Escape closes the list first. Headings cannot be picked. Thread: GUI.
class SearchPick : public QLineEdit {
    Q_OBJECT

public:
    explicit SearchPick(QWidget* parent = nullptr);
    ~SearchPick() override;

    /// The whole list; typing keeps the items that contain every word in text, value or search.
    void setItems(std::vector<PickItem> items);
    /// Somebody else searches: typed() is emitted and setResults() shows what was found.
    void setExternal(bool external) { m_external = external; }
    void setResults(const std::vector<PickItem>& found);
    [[nodiscard]] QString value() const { return m_value; }
    /// The value with its text; both empty clears.
    void setValue(const QString& value, const QString& text = {});
    /// After picking the line is emptied (several are picked one after another).
    void setKeepsText(bool keeps) { m_keepsText = keeps; }
    /// Something was typed that is no picked item.
    [[nodiscard]] bool dangling() const { return m_value.isEmpty() && !text().trimmed().isEmpty(); }
    [[nodiscard]] bool listOpen() const;
    void openList();

Q_SIGNALS:
    void picked(const QString& value);
    void cleared();
    void typed(const QString& words);

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void hideEvent(QHideEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool event(QEvent* event) override;

private:
    void narrow();
    void fill(const std::vector<const PickItem*>& items);
    void pickRow(int row);
    void step(int by);
    void closeList();
    void placeList();
    void placeCursor();

    std::vector<PickItem> m_items;
    QString m_value;
    bool m_external = false, m_keepsText = true;
    QStandardItemModel* m_model;
    QPointer<QListView> m_list;
};

} // namespace griddesk
