// SPDX-License-Identifier: GPL-3.0-or-later
// The map: base map, painted layers, gestures, and what must be written on a map. Holds no rules: gestures go to the
// host, everything shown comes from it.
import QtQuick
import GridDesk.Maps

FocusScope {
    id: scene

    required property MapHost host

    clip: true
    focus: true
    Accessible.role: Accessible.Graphic
    Accessible.name: qsTr("Map of areas and cases")
    Accessible.description: qsTr("Arrow keys move, plus and minus zoom, Home shows everything, L opens and folds the legend")

    Rectangle {
        anchors.fill: parent
        color: scene.host.landColour
    }

    // The base map is loaded apart: without tiles, or without Qt Location, everything else works.
    Loader {
        id: base

        function reload() {
            source = "";
            if (scene.host.tileHost !== "")
                setSource("BaseMap.qml", { "host": scene.host });
        }

        anchors.fill: parent
        Component.onCompleted: reload()

        Connections {
            target: scene.host
            function onBaseMapChanged() { base.reload(); }
        }
    }

    MapLayerStack {
        anchors.fill: parent
        host: scene.host
    }

    LassoItem {
        id: lasso
        anchors.fill: parent
        colour: scene.host.accentColour
    }

    MapGestures {
        anchors.fill: parent
        focus: true
        host: scene.host
        lasso: lasso
        onLegendAsked: legend.toggle()
    }

    MapNotices {
        anchors.fill: parent
        host: scene.host
    }

    MapLegend {
        id: legend
        anchors { left: parent.left; top: parent.top; margins: 8 }
        host: scene.host
        roomy: scene.width - scene.height >= 500 && scene.height >= 560 // beside the district, never on it
    }
}
