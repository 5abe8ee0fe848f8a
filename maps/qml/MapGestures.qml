// SPDX-License-Identifier: GPL-3.0-or-later
// Everything hands do on the map: drag, wheel, pinch, click, lasso, keys. Qt 6 maps have no gestures of their own.
import QtQuick
import GridDesk.Maps

Item {
    id: area

    required property MapHost host
    required property LassoItem lasso

    signal legendAsked()

    HoverHandler {
        id: hover
        cursorShape: area.host.placing ? Qt.CrossCursor : area.host.hoverClickable ? Qt.PointingHandCursor : Qt.ArrowCursor
        onPointChanged: if (hovered && !drag.active && !ring.active) area.host.hover(point.position)
        onHoveredChanged: if (!hovered) area.host.hoverEnded()
    }

    DragHandler {
        id: drag
        target: null
        acceptedModifiers: Qt.NoModifier
        dragThreshold: 5
        onTranslationChanged: delta => area.host.drag(delta.x, delta.y)
    }

    DragHandler {
        id: ring
        target: null
        acceptedModifiers: Qt.ShiftModifier
        dragThreshold: 3
        onCentroidChanged: if (active) area.lasso.add(centroid.position.x, centroid.position.y)
        onActiveChanged: {
            if (active)
                area.lasso.begin(centroid.pressPosition.x, centroid.pressPosition.y);
            else
                area.host.lasso(area.lasso.take());
        }
    }

    WheelHandler {
        acceptedDevices: PointerDevice.Mouse | PointerDevice.TouchPad
        target: null
        onWheel: event => area.host.wheel(event.angleDelta.y, Qt.point(event.x, event.y))
    }

    PinchHandler {
        target: null
        onScaleChanged: delta => area.host.pinch(delta, centroid.position)
        onTranslationChanged: delta => area.host.drag(delta.x, delta.y)
        onActiveChanged: if (!active) area.host.pinchEnded(Qt.point(area.width / 2, area.height / 2))
    }

    TapHandler {
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.NoModifier
        onTapped: point => { area.forceActiveFocus(); area.host.click(point.position, false); }
    }

    TapHandler {
        acceptedButtons: Qt.LeftButton
        acceptedModifiers: Qt.ControlModifier
        onTapped: point => area.host.click(point.position, true)
    }

    TapHandler {
        acceptedButtons: Qt.RightButton
        onTapped: point => area.host.rightClick(point.position)
    }

    Keys.onPressed: event => {
        const step = Math.max(48, area.width / 8);
        switch (event.key) {
        case Qt.Key_Left: area.host.drag(step, 0); break;
        case Qt.Key_Right: area.host.drag(-step, 0); break;
        case Qt.Key_Up: area.host.drag(0, step); break;
        case Qt.Key_Down: area.host.drag(0, -step); break;
        case Qt.Key_Plus:
        case Qt.Key_Equal: area.host.zoomBy(1); break;
        case Qt.Key_Minus: area.host.zoomBy(-1); break;
        case Qt.Key_L: area.legendAsked(); break;
        case Qt.Key_Home: area.host.refit(); break;
        case Qt.Key_Escape: area.host.clearSelection(); break;
        default: return;
        }
        event.accepted = true;
    }
}
