// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPolygonF>
#include <QQuickPaintedItem>
#include <qqmlregistration.h>

namespace griddesk {

/// The line drawn by hand round cases to choose them. GUI thread.
class LassoItem : public QQuickPaintedItem {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QColor colour MEMBER m_colour NOTIFY colourChanged)
public:
    explicit LassoItem(QQuickItem* parent = nullptr) : QQuickPaintedItem(parent) {}

    /// Starts a new line where the button went down; what was drawn before is gone.
    Q_INVOKABLE void begin(qreal x, qreal y);
    /// Adds a corner in item coordinates; corners nearer than 3 pixels are left out, at most 2 000 are kept.
    Q_INVOKABLE void add(qreal x, qreal y);
    /// Gives the polygon and starts anew.
    Q_INVOKABLE QPolygonF take();

    void paint(QPainter* painter) override;

Q_SIGNALS:
    void colourChanged();

private:
    QPolygonF m_line;
    QColor m_colour;
};

} // namespace griddesk
