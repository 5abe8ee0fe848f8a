// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maphost.h"

#include <QVariant>

namespace griddesk {

/// Makes the scene's types and files known to the program; called by showMap().
void registerMapScene();

/// Shows the map of `host` in a QQuickWidget or QQuickView (the same functions in both; this folder sees no widgets).
/// When the scene cannot be loaded a plain notice takes its place and the host becomes idle. The view must be deleted
/// before the host, and both before the application object: the scene's animations hold timers. GUI thread.
template <typename View>
void showMap(View& view, MapHost& host)
{
    registerMapScene();
    view.setResizeMode(View::SizeRootObjectToView);
    view.setInitialProperties({{QStringLiteral("host"), QVariant::fromValue(&host)}});
    QObject::connect(&view, &View::statusChanged, &host, [&view, &host](auto status) {
        if (status != View::Error || host.isFailed())
            return;
        host.setFailed(true);
        view.setInitialProperties({});
        view.setSource(MapHost::failureUrl());
    });
    view.setSource(MapHost::sceneUrl());
}

} // namespace griddesk
