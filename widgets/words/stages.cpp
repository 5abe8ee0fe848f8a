// SPDX-License-Identifier: GPL-3.0-or-later
#include "wordtables.h"

#include <QtGlobal>
#include <QCoreApplication>

namespace griddesk::words {

const char* stage(Stage stage)
{
    switch (stage) {
    case Stage::Reported: return QT_TRANSLATE_NOOP("Stage", "To accept");
    case Stage::Accepted: return QT_TRANSLATE_NOOP("Stage", "To file");
    case Stage::Verifying: return QT_TRANSLATE_NOOP("Stage", "Verifying");
    case Stage::Filed: return QT_TRANSLATE_NOOP("Stage", "To dispatch");
    case Stage::Dispatched: return QT_TRANSLATE_NOOP("Stage", "To sign");
    case Stage::Handling: return QT_TRANSLATE_NOOP("Stage", "Handling");
    case Stage::Handled: return QT_TRANSLATE_NOOP("Stage", "To check");
    case Stage::Checking: return QT_TRANSLATE_NOOP("Stage", "Checking");
    case Stage::Checked: return QT_TRANSLATE_NOOP("Stage", "To close");
    case Stage::Closed: return QT_TRANSLATE_NOOP("Stage", "Closed");
    case Stage::Archived: return QT_TRANSLATE_NOOP("Stage", "Archived");
    case Stage::Answered: return QT_TRANSLATE_NOOP("Stage", "Answered");
    case Stage::Rejected: return QT_TRANSLATE_NOOP("Stage", "Not accepted");
    case Stage::ReturnedUp: return QT_TRANSLATE_NOOP("Stage", "Returned to source");
    case Stage::HandedOver: return QT_TRANSLATE_NOOP("Stage", "Handed over");
    case Stage::Voided: return QT_TRANSLATE_NOOP("Stage", "Void");
    case Stage::Merged: return QT_TRANSLATE_NOOP("Stage", "Merged");
    }
    return nullptr;
}

const char* queue(Queue queue)
{
    switch (queue) {
    case Queue::ToAccept: return QT_TRANSLATE_NOOP("Queue", "To accept");
    case Queue::ToVerify: return QT_TRANSLATE_NOOP("Queue", "To verify");
    case Queue::Verifying: return QT_TRANSLATE_NOOP("Queue", "Verifying");
    case Queue::ToFile: return QT_TRANSLATE_NOOP("Queue", "To file");
    case Queue::ToDispatch: return QT_TRANSLATE_NOOP("Queue", "To dispatch");
    case Queue::ToSign: return QT_TRANSLATE_NOOP("Queue", "To sign");
    case Queue::Handling: return QT_TRANSLATE_NOOP("Queue", "Handling");
    case Queue::ToCheck: return QT_TRANSLATE_NOOP("Queue", "To check");
    case Queue::Checking: return QT_TRANSLATE_NOOP("Queue", "Checking");
    case Queue::ToClose: return QT_TRANSLATE_NOOP("Queue", "To close");
    case Queue::ToCallback: return QT_TRANSLATE_NOOP("Queue", "To call back");
    case Queue::DueSoon: return QT_TRANSLATE_NOOP("Queue", "Due soon");
    case Queue::Overdue: return QT_TRANSLATE_NOOP("Queue", "Overdue");
    case Queue::Returned: return QT_TRANSLATE_NOOP("Queue", "Returned");
    case Queue::Rework: return QT_TRANSLATE_NOOP("Queue", "Rework");
    case Queue::Redo: return QT_TRANSLATE_NOOP("Queue", "Redo");
    case Queue::Supervised: return QT_TRANSLATE_NOOP("Queue", "Supervised");
    case Queue::Suspended: return QT_TRANSLATE_NOOP("Queue", "Suspended");
    case Queue::Hot: return QT_TRANSLATE_NOOP("Queue", "Hot spots");
    case Queue::Mine: return QT_TRANSLATE_NOOP("Queue", "Mine");
    case Queue::ToSend: return QT_TRANSLATE_NOOP("Queue", "Waiting to send");
    case Queue::Tray: return QT_TRANSLATE_NOOP("Queue", "Conflict tray");
    case Queue::Open: return QT_TRANSLATE_NOOP("Queue", "All open");
    case Queue::Closed: return QT_TRANSLATE_NOOP("Queue", "Closed");
    case Queue::All: return QT_TRANSLATE_NOOP("Queue", "All cases");
    }
    return nullptr;
}

const char* role(Role role)
{
    switch (role) {
    case Role::Operator: return QT_TRANSLATE_NOOP("Role", "operator");
    case Role::ShiftLeader: return QT_TRANSLATE_NOOP("Role", "shift leader");
    case Role::DutyLeader: return QT_TRANSLATE_NOOP("Role", "duty leader");
    case Role::Dispatcher: return QT_TRANSLATE_NOOP("Role", "dispatcher");
    case Role::UnitLead: return QT_TRANSLATE_NOOP("Role", "unit lead");
    case Role::Handler: return QT_TRANSLATE_NOOP("Role", "handler");
    case Role::GridLead: return QT_TRANSLATE_NOOP("Role", "grid lead");
    case Role::GridWorker: return QT_TRANSLATE_NOOP("Role", "grid worker");
    case Role::Community: return QT_TRANSLATE_NOOP("Role", "community");
    case Role::Reviewer: return QT_TRANSLATE_NOOP("Role", "reviewer");
    case Role::Supervisor: return QT_TRANSLATE_NOOP("Role", "supervisor");
    case Role::Leader: return QT_TRANSLATE_NOOP("Role", "leader");
    case Role::Auditor: return QT_TRANSLATE_NOOP("Role", "auditor");
    case Role::Admin: return QT_TRANSLATE_NOOP("Role", "administrator");
    case Role::Importer: return QT_TRANSLATE_NOOP("Role", "import");
    case Role::System: return QT_TRANSLATE_NOOP("Role", "system");
    }
    return nullptr;
}

} // namespace griddesk::words
