// SPDX-License-Identifier: GPL-3.0-or-later
// Raster base map: Qt Location's osm plugin, asking only the program's own loopback tile service. Another address means
// another instance, because plugin parameters are read once.
import QtQuick
import QtLocation
import GridDesk.Maps

Item {
    id: base

    required property MapHost host

    // Between whole levels Qt Location enlarges the tiles of the level above up to twice, which blurs every name. Here it
    // always draws tiles of the nearest level, and the item is made a little larger or smaller. At a whole level of its
    // own it takes the nearest pixel, which is sharp only when nothing is scaled; a little beside one it smooths. (A layer
    // would smooth too, but the software backend puts it in a wrong place when the screen's pixel ratio is not 1.)
    Map {
        id: map

        readonly property bool whole: base.host.stretch === 1 && base.host.screenRatio === 1
        readonly property real beside: whole ? 0 : 0.06

        anchors.centerIn: parent
        anchors.alignWhenCentered: false
        width: whole ? base.width : 2 * Math.ceil(base.width / scale / 2)
        height: whole ? base.height : 2 * Math.ceil(base.height / scale / 2)
        scale: base.host.stretch / Math.pow(2, beside)

        center: base.host.centre
        zoomLevel: base.host.level + beside
        color: base.host.landColour
        copyrightsVisible: false // shown by MapNotices in the theme's type
        activeMapType: supportedMapTypes[supportedMapTypes.length - 1]

        plugin: Plugin {
            name: "osm"

            PluginParameter { name: "osm.useragent"; value: "GridDesk" }
            PluginParameter { name: "osm.mapping.custom.host"; value: base.host.tileHost }
            PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
            PluginParameter { name: "osm.mapping.cache.directory"; value: base.host.tileCache }
            // The service is as quick as a disk cache, and one of the plugin would mix themes.
            PluginParameter { name: "osm.mapping.cache.disk.size"; value: 0 }
            PluginParameter { name: "osm.mapping.cache.memory.size"; value: 16777216 }
            PluginParameter { name: "osm.mapping.prefetching_style"; value: "NoPrefetching" }
        }

        Component.onCompleted: {
            for (let i = 0; i < supportedMapTypes.length; ++i)
                if (supportedMapTypes[i].style === MapType.CustomMap)
                    activeMapType = supportedMapTypes[i];
        }
    }
}
