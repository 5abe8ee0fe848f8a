// SPDX-License-Identifier: GPL-3.0-or-later
// What is written over the map: source and review number lower left, scale lower right, the name under the mouse,
// and the sign that the view is locked.
import QtQuick
import GridDesk.Maps

Item {
    id: notices

    required property MapHost host

    component Panel: Rectangle {
        color: notices.host.panelColour
        radius: 4
        border.width: 1
        border.color: Qt.alpha(notices.host.textColour, 0.18)
    }

    Panel {
        visible: review.text !== "" || source.text !== ""
        anchors { left: parent.left; bottom: parent.bottom; margins: 8 }
        width: words.width + 16
        height: words.height + 8

        Row {
            id: words
            anchors.centerIn: parent
            spacing: 10

            Text {
                id: review
                text: notices.host.reviewText
                visible: text !== ""
                color: notices.host.textColour
                font.pixelSize: 12
                font.weight: Font.DemiBold
            }
            Text {
                id: source
                text: notices.host.attribution
                textFormat: Text.PlainText
                visible: text !== ""
                color: notices.host.textColour
                font.pixelSize: 12
                elide: Text.ElideRight
                width: Math.min(implicitWidth, notices.width / 2)
            }
        }
    }

    Panel {
        anchors { right: parent.right; bottom: parent.bottom; margins: 8 }
        width: bar.width + 18
        height: 30

        Text {
            anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; topMargin: 3 }
            text: notices.host.scaleBarText
            color: notices.host.textColour
            font.pixelSize: 11
        }
        Rectangle {
            id: bar
            anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; bottomMargin: 6 }
            width: Math.round(notices.host.scaleBarWidth)
            height: 2
            color: notices.host.textColour

            Rectangle { anchors { left: parent.left; bottom: parent.bottom } width: 2; height: 7; color: parent.color }
            Rectangle { anchors { right: parent.right; bottom: parent.bottom } width: 2; height: 7; color: parent.color }
        }
    }

    // Zoom, above the scale; the page has the button for the whole district.
    Column {
        anchors { right: parent.right; bottom: parent.bottom; rightMargin: 8; bottomMargin: 46 }
        spacing: 4

        component Button: Panel {
            id: button
            property alias text: sign.text
            property string name
            signal pressed()
            width: 32
            height: 32
            Accessible.role: Accessible.Button
            Accessible.name: name
            Accessible.onPressAction: pressed()

            Text {
                id: sign
                anchors.centerIn: parent
                color: notices.host.textColour
                font.pixelSize: 18
            }
            MouseArea {
                anchors.fill: parent
                cursorShape: Qt.PointingHandCursor
                onClicked: button.pressed()
            }
        }
        Button { text: "+"; name: qsTr("Zoom in"); onPressed: notices.host.zoomBy(1) }
        Button { text: "−"; name: qsTr("Zoom out"); onPressed: notices.host.zoomBy(-1) }
    }

    Panel {
        visible: notices.host.hoverText !== ""
        anchors { horizontalCenter: parent.horizontalCenter; bottom: parent.bottom; margins: 8 }
        width: name.width + 20
        height: name.height + 10

        Text {
            id: name
            anchors.centerIn: parent
            text: notices.host.hoverText
            textFormat: Text.PlainText
            color: notices.host.textColour
            font.pixelSize: 13
        }
    }

    Panel {
        visible: notices.host.viewLock
        anchors { right: parent.right; top: parent.top; margins: 8 }
        width: lock.width + 18
        height: lock.height + 10

        Text {
            id: lock
            anchors.centerIn: parent
            text: qsTr("View locked · Home shows everything")
            color: notices.host.textColour
            font.pixelSize: 12
        }
        MouseArea {
            anchors.fill: parent
            cursorShape: Qt.PointingHandCursor
            onClicked: notices.host.refit()
        }
    }

    Panel {
        visible: notices.host.placing
        anchors { horizontalCenter: parent.horizontalCenter; top: parent.top; margins: 8 }
        width: pick.width + 24
        height: pick.height + 14
        border.color: notices.host.accentColour
        border.width: 2

        Text {
            id: pick
            anchors.centerIn: parent
            text: qsTr("Click the place of the case")
            color: notices.host.textColour
            font.pixelSize: 13
            font.weight: Font.DemiBold
        }
    }
}
