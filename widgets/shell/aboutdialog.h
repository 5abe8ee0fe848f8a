// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

namespace griddesk {

/// Name, version, licence and the notices of others' work and data. Thread: GUI.
class AboutDialog : public QDialog {
    Q_OBJECT

public:
    explicit AboutDialog(QWidget* parent);
};

} // namespace griddesk
