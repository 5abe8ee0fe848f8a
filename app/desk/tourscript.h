// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tourcast.h"
#include "tourdriver.h"
#include "tourform.h"

#include "models/core/operationkind.h"
#include "models/service/casequeries.h"

#include <QElapsedTimer>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace griddesk {

class DeskApplication;

/// One step of the tour as it is written down.
struct TourStep {
    QString name;
    int number = 0; ///< of the case, from 1
    QString operation, stage, png;
    int keys = 0;
    qint64 ms = 0;
};

/// What is typed into the intake form.
struct TourReport {
    QString text;
    std::optional<CategoryId> category;
    QString demand;          ///< empty: as it stands
    QString source;          ///< empty: as it stands
    QString address;         ///< searched for; empty: none
    QString phone, name;     ///< empty: nobody calls back
};

/// How an operation is carried out and what must come of it.
struct TourOperation {
    OperationKind kind = OperationKind::Comment;
    std::optional<Actor> actor;             ///< who does it; absent stops the tour
    std::optional<AssignmentId> assignment;
    std::function<void(TourForm&)> fill;
    std::vector<Stage> reached;             ///< one of these; empty: the stage does not matter
    bool showForm = false;                  ///< a picture of the filled form as well
    QString name;                           ///< of the step; empty: the operation's
};

/// Carries one case after another by the parts of the window and writes down every step with a picture. Thread: GUI.
class TourScript {
public:
    TourScript(DeskApplication& app, QString out);

    [[nodiscard]] TourDriver& driver() { return m_driver; }
    [[nodiscard]] const TourCast& cast() const { return m_cast; }
    [[nodiscard]] DeskApplication& app() { return m_app; }
    [[nodiscard]] const std::vector<TourStep>& steps() const { return m_steps; }
    /// The cases made so far, by their numbers in the tour.
    [[nodiscard]] const std::map<int, CaseId>& cases() const { return m_cases; }
    [[nodiscard]] bool ok() const { return m_driver.ok(); }

    void beginCase(int number);
    /// Works at the desk as that person from now on; says which role is missing when there is nobody.
    bool as(const std::optional<Actor>& actor, const char* role);
    /// A step: does it, waits for one of the stages, takes the picture.
    bool step(const QString& name, const QString& operation, const std::function<void()>& what, const std::vector<Stage>& reached = {});
    /// Writes down that a part cannot be shown with this district's rules.
    void skip(const QString& name);
    /// F2, the form, Ctrl+Enter, and the new case opened at the right.
    bool report(const TourReport& report);
    bool operate(const TourOperation& operation);

    [[nodiscard]] std::optional<CaseId> caseId() const { return m_case; }
    /// The case of this part as it is now; absent when it cannot be read in time.
    [[nodiscard]] std::optional<CaseDetail> detail();
    [[nodiscard]] std::optional<AssignmentId> leadAssignment();
    [[nodiscard]] std::optional<AssignmentId> lowerAssignment();
    [[nodiscard]] std::optional<UnitId> leadUnit();
    bool showCases();
    /// Path of a fresh picture with what was reported, or after it was put right.
    [[nodiscard]] QString picture(bool after);

private:
    bool openSaved();
    bool fillReport(const TourReport& report);
    [[nodiscard]] std::optional<Stage> reach(const std::vector<Stage>& stages);

    DeskApplication& m_app;
    QString m_out;
    TourDriver m_driver;
    TourCast m_cast;
    QStringList m_files; ///< what the file picker answers with
    QTemporaryDir m_pictures;
    int m_pictureCount = 0;
    int m_number = 0;
    std::optional<CaseId> m_case;
    QString m_stage;     ///< last one seen of this case
    std::vector<TourStep> m_steps;
    std::map<int, CaseId> m_cases;
};

} // namespace griddesk
