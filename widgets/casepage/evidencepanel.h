// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/views/casepage/evidencemodel.h"

#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace griddesk {

class Pictures;

/// Before and after side by side, other files below; a click or Enter enlarges one. Thread: GUI.
class EvidencePanel : public QScrollArea {
    Q_OBJECT

public:
    EvidencePanel(EvidenceModel& model, Pictures& pictures, QWidget* parent);
    void retranslate();

Q_SIGNALS:
    void enlargeWanted(const QString& sha256, const QString& caption);

private:
    void rebuild();
    [[nodiscard]] QWidget* tile(const EvidenceItem& item, const QString& role, QWidget* parent);

    EvidenceModel& m_model;
    Pictures& m_pictures;
    QVBoxLayout* m_box;
    QLabel* m_none;
    std::vector<QWidget*> m_rows;
    bool m_pending = false;
};

} // namespace griddesk
