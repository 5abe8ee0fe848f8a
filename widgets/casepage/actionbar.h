// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/actionsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace griddesk {

/// What may be done next, as buttons: Alt and a digit press them, the step that carries the case on comes first. "More…"
/// shows the rest and, for what is not possible, what is missing. Thread: GUI.
class ActionBar : public QWidget {
    Q_OBJECT

public:
    ActionBar(ActionsModel& model, QWidget* parent);
    void retranslate();
    /// Whether the quick flow is offered.
    void setQuick(bool offered);

Q_SIGNALS:
    void wanted(griddesk::OperationKind kind, const std::optional<griddesk::AssignmentId>& assignment);
    void moreWanted();
    void quickWanted();

private:
    void rebuild();

    ActionsModel& m_model;
    QWidget* m_buttons;
    QPushButton *m_more, *m_quick;
    QLabel* m_none;
    std::vector<std::string> m_shown; ///< ids of the buttons there are
};

} // namespace griddesk
