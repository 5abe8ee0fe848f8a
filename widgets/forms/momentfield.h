// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "models/core/rules.h"

#include <functional>

class QDateTimeEdit;
class QPushButton;

namespace griddesk {

/// A moment in the district's own time, with quick choices counted by its working calendar.
class MomentField : public FieldEditor {
    Q_OBJECT

public:
    /// `calendar` may be missing; then times are UTC and working hours are counted round the clock.
    MomentField(std::shared_ptr<const CalendarIndex> calendar, std::function<Instant()> now, QWidget* parent);
    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    void setInvalid(bool invalid) override;
    void retranslate() override;
    void setName(const QString& name);

private:
    void take(Instant at);
    void show(Instant at);
    [[nodiscard]] Instant later(int workingHours) const;
    [[nodiscard]] Instant noonAfter(int days) const;

    std::shared_ptr<const CalendarIndex> m_calendar;
    std::function<Instant()> m_now;
    QDateTimeEdit* m_edit;
    QPushButton *m_soon, *m_noon, *m_week, *m_none;
    bool m_set = false;
};

} // namespace griddesk
