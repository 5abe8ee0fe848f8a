// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/ids.h"

#include <QObject>

#include <vector>

namespace griddesk {

/// The one place from which models and pages learn that something changed: batches of ids, told after the commit and
/// only then. Thread: signals are emitted on the thread the notifier lives on (the GUI's); the writer posts to it.
class Notifier : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

Q_SIGNALS:
    /// Cases that came in or changed. `bulk` means: too many to name, read your ids anew.
    void casesChanged(const std::vector<griddesk::CaseId>& added, const std::vector<griddesk::CaseId>& changed, bool bulk);
    /// Own operations were saved, sent, taken back or refused.
    void outboxChanged(int waiting, int refused);
    /// What waits could not be handed on; it is kept and tried again by itself. Told once until sending works again.
    void sendingFailed(const griddesk::Error& error);
    void rulesChanged();
    void draftsChanged();
};

} // namespace griddesk
