// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/actionregistry.h"

#include <QDialog>

class QKeySequenceEdit;
class QLabel;

namespace griddesk {

/// Another key for one action. Says which action has the key already, and which keys belong to the input method or to
/// typing; changes nothing then. Thread: GUI.
class KeyDialog : public QDialog {
    Q_OBJECT

public:
    KeyDialog(ActionRegistry& actions, QString id, QWidget* parent);

    /// Keys that nothing may be bound to: those of the input method, and single letters and digits.
    [[nodiscard]] static bool reserved(const QKeySequence& keys);

Q_SIGNALS:
    void rebound(const QString& id, const QKeySequence& keys);

private:
    ActionRegistry& m_actions;
    QString m_id;
    QKeySequenceEdit* m_edit;
    QLabel* m_message;

    void save();
};

} // namespace griddesk
