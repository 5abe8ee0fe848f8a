// SPDX-License-Identifier: GPL-3.0-or-later
// What the signs of cases mean. A click on its head or the key L folds it; until then it is open where there is room.
import QtQuick
import GridDesk.Maps

Rectangle {
    id: legend

    required property MapHost host
    property bool roomy: true
    property var chosen: undefined
    readonly property bool open: chosen === undefined ? roomy : chosen

    function toggle() { chosen = !open; }

    color: Qt.alpha(host.panelColour, 1) // what shines through reads as a sign of its own
    radius: 4
    border.width: 1
    border.color: Qt.alpha(host.textColour, 0.18)
    width: Math.max(head.implicitWidth, open ? body.implicitWidth : 0) + 20
    height: head.height + (open ? body.implicitHeight + 12 : 0)
    Accessible.role: Accessible.Grouping
    Accessible.name: qsTr("Legend")

    component Words: Text {
        color: legend.host.textColour
        font.pixelSize: 12
    }
    component Entry: Row {
        id: entry
        property alias text: words.text
        property int stage: 0
        property int lamp: 0
        property int urgency: 0
        property bool supervised: false
        property int count: 1
        spacing: 6
        LegendSymbol {
            anchors.verticalCenter: parent.verticalCenter
            host: legend.host
            width: 38
            height: entry.count > 1 ? 38 : entry.supervised ? 34 : 24
            stage: entry.stage
            lamp: entry.lamp
            urgency: entry.urgency
            supervised: entry.supervised
            count: entry.count
        }
        Words { id: words; anchors.verticalCenter: parent.verticalCenter }
    }
    component Title: Words {
        font.weight: Font.DemiBold
        topPadding: 6
        bottomPadding: 2
        opacity: 0.85
    }

    // Nothing under the legend is to be hit by a click on it.
    MouseArea {
        anchors.fill: parent
        acceptedButtons: Qt.AllButtons
        hoverEnabled: true
        onWheel: wheel => { wheel.accepted = true; }
    }

    Item {
        id: head
        implicitWidth: title.implicitWidth + fold.implicitWidth + 14
        width: parent.width
        height: 28
        Accessible.role: Accessible.Button
        Accessible.name: legend.open ? qsTr("Fold the legend") : qsTr("Open the legend")
        Accessible.onPressAction: legend.toggle()

        Words {
            id: title
            anchors { left: parent.left; leftMargin: 10; verticalCenter: parent.verticalCenter }
            text: qsTr("Legend")
            font.weight: Font.DemiBold
            font.pixelSize: 13
        }
        Words {
            id: fold
            anchors { right: parent.right; rightMargin: 10; verticalCenter: parent.verticalCenter }
            text: legend.open ? "▴" : "▾"
        }
        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.PointingHandCursor
            onClicked: legend.toggle()
        }
    }

    Column {
        id: body
        visible: legend.open
        anchors { left: parent.left; leftMargin: 10; top: head.bottom }

        Title { text: qsTr("Shape: how far the case is") }
        Grid {
            columns: 2
            columnSpacing: 10
            Entry { stage: 0; text: qsTr("Intake") }
            Entry { stage: 1; text: qsTr("Dispatch") }
            Entry { stage: 2; text: qsTr("Handling") }
            Entry { stage: 3; text: qsTr("Check") }
            Entry { stage: 4; text: qsTr("Closing") }
            Entry { stage: 5; lamp: 3; text: qsTr("Closed") }
        }
        Title { text: qsTr("Colour: the clock") }
        Grid {
            columns: 2
            columnSpacing: 10
            Entry { stage: 2; lamp: 0; text: qsTr("In time") }
            Entry { stage: 2; lamp: 1; text: qsTr("Due soon") }
            Entry { stage: 2; lamp: 2; text: qsTr("Overdue") }
            Entry { stage: 2; lamp: 3; text: qsTr("Suspended") }
        }
        Title { text: qsTr("Marks") }
        Grid {
            columns: 2
            columnSpacing: 10
            Entry { stage: 2; urgency: 1; text: qsTr("Urgent") }
            Entry { stage: 2; urgency: 2; text: qsTr("Critical") }
            Entry { stage: 2; supervised: true; text: qsTr("Supervised") }
        }
        Title { text: qsTr("Several cases") }
        Entry { count: 12; text: qsTr("Number of cases; the ring\nshares the clock colours") }
        Entry { count: 12; urgency: 2; text: qsTr("A critical case inside") }
    }
}
