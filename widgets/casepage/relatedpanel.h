// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/words.h"

#include <QWidget>

class QTableWidget;
class QLabel;

namespace griddesk {

/// Outside orders behind the case: number, platform, deadline, what they want and how they stand. Thread: GUI.
class OrdersPanel : public QWidget {
    Q_OBJECT

public:
    OrdersPanel(const Words& words, QWidget* parent);
    void showCase(const Case& c);

private:
    const Words& m_words;
    QTableWidget* m_table;
    QLabel* m_none;
};

/// Cases tied to this one (repeats, merged, split) and cases within a stone's throw; Enter opens one. Thread: GUI.
class NearbyPanel : public QWidget {
    Q_OBJECT

public:
    NearbyPanel(Desk desk, const Words& words, QWidget* parent);
    void showDetail(const CaseDetail& detail);
    void clear();

Q_SIGNALS:
    void openCaseRequested(const griddesk::CaseId& id);
    /// The cases tied to this one are read.
    void tiedRead(const std::vector<griddesk::CaseRow>& rows);

private:
    void showRows();

    Desk m_desk;
    const Words& m_words;
    QTableWidget* m_table;
    QLabel* m_none;
    std::optional<CaseRow> m_own;
    std::vector<CaseLink> m_links;
    std::vector<CaseRow> m_near;
    std::vector<CaseRow> m_tied; ///< rows of m_links that are at hand
    int m_generation = 0;
};

} // namespace griddesk
