// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/words.h"
#include "sheetprinter.h"
#include "widgets/actionregistry.h"
#include "widgets/forms/formcontext.h"
#include "widgets/theme.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;
class QStackedWidget;
class QTimer;
class QTreeView;

namespace griddesk {

class ActionBar;
class ActionsModel;
class AssignmentModel;
class CaseHead;
class CaseTabs;
class ClockModel;
class ClockPanel;
class EvidenceModel;
class EvidencePanel;
class MoreSheet;
class NearbyPanel;
class OperationDialog;
class OrdersPanel;
class OversightPanel;
class Pictures;
class PictureSheet;
class PurposeSheet;
class QuickSheet;
class StageStrip;
class TimelineModel;
class TimelineView;

/// Everything about one case and what may be done with it next. Reads the case off the GUI thread and again whenever the
/// notifier tells of a change; what is being written, scrolled to and chosen stays where it is. Thread: GUI.
class CasePage : public QWidget {
    Q_OBJECT

public:
    CasePage(const Desk& desk, const Words& words, ThemeKeeper& theme, ActionRegistry& actions, QWidget* parent = nullptr);
    ~CasePage() override;

    void setSession(Session session);
    void showCase(const CaseId& id);
    void showNothing();
    [[nodiscard]] std::optional<CaseId> caseId() const { return m_id; }
    /// Opens the form of an operation for the case shown; once it is there, when it is still being read.
    void startOperation(OperationKind kind, const std::optional<AssignmentId>& assignment = std::nullopt);
    /// Opens the form of a refused operation on the case shown, filled with what was written; submitting it settles that one.
    void startAgain(const Operation& refused);
    /// Shows what accept + file + dispatch as suggested would do.
    void startQuickDispatch();
    /// Prints the sheet of the case shown: head, assignments, orders, timeline and clocks.
    void print();
    /// The place picked on the map after placePickRequested().
    void setPickedPlace(GeoPoint place);
    /// Counts down what moves with time; called by the shell's heartbeat and once a second while a hold runs.
    void tick();

    void setFilePicker(FilePicker picker) { m_pickFiles = std::move(picker); }
    void setSheetPrinter(SheetPrinter printer) { m_printer = std::move(printer); }

Q_SIGNALS:
    void submitted(const griddesk::SubmitAnswer& answer);
    void openCaseRequested(const griddesk::CaseId& id);
    void placePickRequested();
    /// A sentence for the status line (read errors, what was taken back).
    void noticed(const QString& sentence);

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void build();
    void registerActions(ActionRegistry& actions);
    void reload();
    void showDetail(std::shared_ptr<const CaseDetail> detail);
    void openForm(OperationKind kind, const std::optional<AssignmentId>& assignment);
    void openFilled(OperationKind kind, const std::optional<AssignmentId>& assignment, const std::optional<Operation>& refused);
    void confirmQuick();
    void reveal(const QString& purpose);
    void takeBack(const QString& operationId);
    void enlarge(const QString& sha256, const QString& caption);
    void printSheet(const QString& html);
    void retranslate();
    void placeSheets();

    Desk m_desk;
    const Words& m_words;
    ThemeKeeper& m_theme;
    Session m_session;
    FilePicker m_pickFiles;
    SheetPrinter m_printer;

    std::optional<CaseId> m_id;
    std::shared_ptr<const CaseDetail> m_detail;
    int m_generation = 0;
    struct Pending {
        OperationKind kind;
        std::optional<AssignmentId> assignment;
        std::optional<Operation> refused{}; ///< the one done again
    };
    std::optional<Pending> m_pending; ///< to be opened once the case is read
    std::vector<OperationDraft> m_quick;

    Pictures* m_pictures;
    TimelineModel* m_timeline;
    AssignmentModel* m_assignments;
    ClockModel* m_clocks;
    ActionsModel* m_actionsModel;
    EvidenceModel* m_evidence;

    QStackedWidget* m_stack = nullptr;
    QLabel* m_empty = nullptr;
    CaseHead* m_head = nullptr;
    StageStrip* m_strip = nullptr;
    CaseTabs* m_tabs = nullptr;
    TimelineView* m_timelineView = nullptr;
    QTreeView* m_assignmentTree = nullptr;
    ClockPanel* m_clockPanel = nullptr;
    EvidencePanel* m_evidencePanel = nullptr;
    OrdersPanel* m_orders = nullptr;
    OversightPanel* m_oversight = nullptr;
    NearbyPanel* m_nearby = nullptr;
    ActionBar* m_bar = nullptr;
    OperationDialog* m_dialog = nullptr;
    MoreSheet* m_more = nullptr;
    PurposeSheet* m_purpose = nullptr;
    QuickSheet* m_quickSheet = nullptr;
    PictureSheet* m_picture = nullptr;
    QTimer *m_second, *m_mask;
};

} // namespace griddesk
