// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/tables/bulkdrafts.h"
#include "models/views/words.h"

#include <QFrame>

#include <array>

class QLabel;
class QPushButton;

namespace griddesk {

/// "37 selected" and what can be done with all of them; shown while more than one case is chosen. Thread: GUI.
class BulkBar : public QFrame {
    Q_OBJECT

public:
    explicit BulkBar(const Words& words, QWidget* parent = nullptr);

    void setCount(int count);
    void retranslate();
    [[nodiscard]] static QString nameOf(BulkAction action, const Words& words);

Q_SIGNALS:
    void asked(griddesk::BulkAction action);
    void dropped(); ///< clear the selection

private:
    const Words& m_words;
    int m_count = 0;
    QLabel* m_label;
    std::array<QPushButton*, bulkActionCount> m_buttons{};
    QPushButton* m_drop;
};

} // namespace griddesk
