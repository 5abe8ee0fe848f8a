// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QLineEdit;
class QPushButton;

namespace griddesk {

/// Asks for a short name. Opened with open(); deletes itself. Thread: GUI. Object names: nameEdit, nameSave.
class NameDialog : public QDialog {
    Q_OBJECT

public:
    NameDialog(const QString& title, const QString& suggestion, QWidget* parent);

Q_SIGNALS:
    void named(const QString& name); ///< not empty

private:
    QLineEdit* m_edit;
    QPushButton* m_save;
};

} // namespace griddesk
