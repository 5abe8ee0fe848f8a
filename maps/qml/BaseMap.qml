// SPDX-License-Identifier: GPL-3.0-or-later
// Raster base map: Qt Location's osm plugin, asking only the program's own loopback tile service. Another address means
// another instance, because plugin parameters are read once.
import QtQuick
import QtLocation
import GridDesk.Maps

Map {
    id: map

    required property MapHost host

    center: host.centre
    zoomLevel: host.zoom
    color: host.landColour
    copyrightsVisible: false // shown by MapNotices in the theme's type
    activeMapType: supportedMapTypes[supportedMapTypes.length - 1]

    plugin: Plugin {
        name: "osm"

        PluginParameter { name: "osm.useragent"; value: "GridDesk" }
        PluginParameter { name: "osm.mapping.custom.host"; value: map.host.tileHost }
        PluginParameter { name: "osm.mapping.providersrepository.disabled"; value: true }
        PluginParameter { name: "osm.mapping.cache.directory"; value: map.host.tileCache }
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
