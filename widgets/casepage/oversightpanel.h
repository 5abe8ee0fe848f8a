// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/oversight.h"
#include "widgets/theme.h"

#include <QWidget>

class QTextBrowser;

namespace griddesk {

/// Supervision orders, instructions, consultations, designations and spot checks of a case: who was asked, by when, what
/// came back and what is still open. Thread: GUI.
class OversightPanel : public QWidget {
    Q_OBJECT

public:
    OversightPanel(const Words& words, ThemeKeeper& theme, QWidget* parent);
    void showCase(const Case& c, Instant now);
    void clear();
    [[nodiscard]] int count() const { return static_cast<int>(m_records.size()); }

private:
    void write();

    const Words& m_words;
    ThemeKeeper& m_theme;
    QTextBrowser* m_text;
    std::vector<OversightRecord> m_records;
};

} // namespace griddesk
