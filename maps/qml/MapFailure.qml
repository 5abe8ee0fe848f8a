// SPDX-License-Identifier: GPL-3.0-or-later
// Shown when the map scene cannot be loaded; needs nothing but Qt Quick itself.
import QtQuick

Rectangle {
    color: "#e9e7e2"

    Text {
        anchors.centerIn: parent
        width: parent.width * 0.8
        text: qsTr("The map cannot be shown on this machine: a part of Qt Quick is missing. Lists and tables work as usual.")
        color: "#37414f"
        font.pixelSize: 15
        wrapMode: Text.WordWrap
        horizontalAlignment: Text.AlignHCenter
    }
}
