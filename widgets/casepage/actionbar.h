// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/actionsmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace griddesk {

/// What may be done next, as one row of buttons: the step that carries the case on comes first, as many follow as fit, and
/// "More…" shows the rest with what is missing for the others. Alt and a digit press the first nine, shown or not.
/// Thread: GUI.
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

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void rebuild();
    void place();
    void press(int digit);

    ActionsModel& m_model;
    QWidget* m_row;
    QPushButton *m_more, *m_quick;
    QLabel* m_none;
    std::vector<QPushButton*> m_buttons;
    std::vector<std::string> m_shown; ///< ids and texts of the buttons there are
};

} // namespace griddesk
