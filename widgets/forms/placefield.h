// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "fieldeditor.h"
#include "formcontext.h"

class QLabel;
class QPushButton;

namespace griddesk {

class SearchPick;

/// A place: by a street, crossing or grid code, or from the map; says the areas it lies in.
class PlaceField : public FieldEditor {
    Q_OBJECT

public:
    PlaceField(const FormContext& context, QWidget* parent);
    void setName(const QString& name);
    /// The place somebody picked on the map.
    void setPlace(GeoPoint place);

    [[nodiscard]] std::optional<Value> value() const override;
    void setValue(const Value& value) override;
    void retranslate() override;

Q_SIGNALS:
    void mapWanted(); ///< show the map and tell the place by setPlace()

private:
    void showPlace();

    const FormContext& m_context;
    SearchPick* m_search;
    QPushButton *m_map, *m_own, *m_none;
    QLabel* m_where;
    std::optional<GeoPoint> m_place;
};

} // namespace griddesk
