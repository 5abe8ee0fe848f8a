// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <vector>

class QPushButton;

namespace griddesk {

/// A few choices side by side of which at most one holds: a mark and bold type tell the chosen one, not only colour.
/// Arrows go from one to the next, a digit takes the nth, pressing the chosen one again lets it go unless one must hold.
class Segments : public QWidget {
    Q_OBJECT

public:
    explicit Segments(QWidget* parent = nullptr);

    void setItems(const std::vector<std::pair<QString, QString>>& valuesAndTexts);
    /// New texts for the same values.
    void setTexts(const std::vector<QString>& texts);
    void setMustHold(bool mustHold) { m_mustHold = mustHold; }
    [[nodiscard]] QString value() const { return m_value; }
    void setValue(const QString& value);
    [[nodiscard]] QPushButton* button(const QString& value) const;

Q_SIGNALS:
    void chosen(const QString& value); ///< by the user; empty when let go

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    struct Item {
        QString value, text;
        QPushButton* button = nullptr;
    };
    void choose(std::size_t i);
    void showItems();

    std::vector<Item> m_items;
    QString m_value;
    bool m_mustHold = false;
};

} // namespace griddesk
