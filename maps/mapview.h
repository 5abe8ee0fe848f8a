// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "maphost.h"

#include <QQmlComponent>
#include <QQmlEngine>
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
    auto* component = new QQmlComponent(view.engine(), MapHost::sceneUrl(), &view);
    QObject* scene = component->createWithInitialProperties({{QStringLiteral("host"), QVariant::fromValue(&host)}});
    if (scene == nullptr) {
        host.setFailed(true);
        view.setSource(MapHost::failureUrl());
        return;
    }
    view.setContent(MapHost::sceneUrl(), component, scene);
}

} // namespace griddesk
