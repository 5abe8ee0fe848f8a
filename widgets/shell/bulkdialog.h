// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/tables/bulkdrafts.h"
#include "models/views/tables/bulkpreviewmodel.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QTableView;

namespace griddesk {

/// 预检 of a bulk action: judges every chosen case, says how many will change and why others are refused, and saves those
/// that pass when told to. At most 500 cases at a time. Not modal to the program; opened with open(). Thread: GUI.
class BulkDialog : public QDialog {
    Q_OBJECT

public:
    static constexpr std::size_t maximumCases = 500;

    BulkDialog(const Desk& desk, const Words& words, Session session, BulkAction action, std::vector<CaseKey> keys, QWidget* parent);

Q_SIGNALS:
    void saved(const QString& what, const griddesk::SubmitAnswer& answer);

private:
    Desk m_desk;
    const Words& m_words;
    Session m_session;
    BulkAction m_action;
    BulkPreviewModel m_model;
    std::vector<CaseRow> m_rows;
    std::uint64_t m_generation = 0;
    QLabel *m_summary, *m_reasons;
    QLineEdit* m_note;
    QPushButton *m_go, *m_cancel;

    [[nodiscard]] std::vector<OperationDraft> drafts() const;
    void judge();
    void showVerdicts(const SubmitAnswer& answer);
    void save();
    void tell(const Error& error);
};

} // namespace griddesk
