// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "searchpick.h"

#include <functional>
#include <memory>

class QLabel;

namespace griddesk {

/// One thing out of a searchable list: unit, account, area, record, duty item, category. The value is its id as text
/// (or a whole number, for records that are counted).
class PickField : public FieldEditor {
    Q_OBJECT

public:
    explicit PickField(QWidget* parent, bool number = false);
    void setItems(std::vector<PickItem> items);
    /// The text shown for a value that is not in the list.
    void setNamer(std::function<QString(const QString& value)> namer) { m_namer = std::move(namer); }
    void setName(const QString& name);
    [[nodiscard]] SearchPick* pick() const { return m_pick; }
    /// More about what is picked, below the line; empty hides it.
    void setDescriber(std::function<QString(const QString& value)> describer);

    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;

private:
    void describe();

    SearchPick* m_pick;
    QLabel* m_more;
    std::vector<PickItem> m_items;
    std::function<QString(const QString&)> m_namer, m_describer;
    bool m_number;
};

/// Several things out of a searchable list, as chips that can be taken off again.
class PickListField : public FieldEditor {
    Q_OBJECT

public:
    PickListField(std::size_t maximum, QWidget* parent);
    void setItems(std::vector<PickItem> items);
    void setNamer(std::function<QString(const QString& value)> namer) { m_namer = std::move(namer); }
    void setName(const QString& name);
    [[nodiscard]] SearchPick* pick() const { return m_pick; }

    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    [[nodiscard]] QString problem() const override;
    void setInvalid(bool invalid) override;

private:
    void add(const QString& value);
    void showChips();

    SearchPick* m_pick;
    QWidget* m_chips;
    QStringList m_values;
    std::vector<PickItem> m_items;
    std::function<QString(const QString&)> m_namer;
    std::size_t m_maximum;
};

} // namespace griddesk
