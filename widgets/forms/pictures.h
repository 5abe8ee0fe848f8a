// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casecommands.h"

#include <QCache>
#include <QImage>
#include <QObject>
#include <QString>

#include <functional>

namespace griddesk {

/// Pictures of evidence by their SHA-256, read and scaled away from the GUI thread and kept while there is room (64 MB).
/// Thread: GUI.
class Pictures : public QObject {
    Q_OBJECT

public:
    explicit Pictures(CaseCommands& commands, QObject* parent = nullptr);

    /// Calls `ready` on the GUI thread, at once when it is at hand; with a null image when it is no picture or not here.
    /// Not called any more once `context` is gone. Pictures are at most 1600 pixels wide and high.
    void load(const QString& sha256, QObject* context, std::function<void(const QImage&)> ready);

private:
    CaseCommands& m_commands;
    QCache<QString, QImage> m_cache;
};

} // namespace griddesk
