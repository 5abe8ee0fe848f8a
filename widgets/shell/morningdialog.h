// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/tables/morningmodel.h"

#include <QDialog>
#include <QTimer>

#include <functional>
#include <optional>
#include <string>

class QCheckBox;
class QComboBox;
class QLabel;
class QPushButton;
class QTableView;

namespace griddesk {

/// What somebody looked at in the morning count, kept by the window from one opening to the next.
struct MorningView {
    int period = 0;                    ///< line of the list of periods
    std::optional<std::string> source; ///< absent: all
    bool grouped = false;
};

/// Asks where a file goes; calls back with its path, or never.
using SavePathPicker = std::function<void(QWidget* parent, const QString& name, std::function<void(const QString& path)> chosen)>;

/// 早间统计: where the cases of the last days came from and where they stand, by community, stage and source. Counted off
/// the GUI thread; says how old the numbers are and when cases changed since. A click or Enter on a number opens its
/// cases. Opened with open(), deletes itself when closed. Thread: GUI.
/// Object names: morningPeriod, morningSource, morningGrouped, morningTable, morningAge, morningRefresh, morningCopy,
/// morningCsv, morningClose.
class MorningDialog : public QDialog {
    Q_OBJECT

public:
    /// `view` outlives the dialog.
    MorningDialog(const Desk& desk, const Words& words, const Session& session, MorningView& view, QWidget* parent);

    void setSavePathPicker(SavePathPicker picker) { m_pick = std::move(picker); }

Q_SIGNALS:
    void casesAsked(const griddesk::CaseFilter& filter);
    void said(const QString& what); ///< a sentence: copied, saved
    void failed(const griddesk::Error& error);

private:
    Desk m_desk;
    const Words& m_words;
    Session m_session;
    MorningView& m_view;
    MorningModel m_model;
    SavePathPicker m_pick;
    QComboBox *m_period, *m_source;
    QCheckBox* m_grouped;
    QLabel *m_summary, *m_age;
    QTableView* m_table;
    QPushButton *m_copy, *m_csv;
    QTimer m_minute;
    std::optional<Instant> m_countedAt;
    bool m_changed = false; ///< cases changed since
    std::uint64_t m_generation = 0;

    void build();
    void ask();
    void fillSources();
    void choose();
    void showNumbers();
    void showAge();
    void openCases(const QModelIndex& index);
    void copy();
    void saveCsv();
};

} // namespace griddesk
