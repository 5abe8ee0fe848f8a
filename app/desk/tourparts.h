// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace griddesk {

class TourScript;

// Parts of the workplace the tour shows once, each a step or two of its own. They leave the case table on show and the
// person as it was, but for tourOfAccountSwitch(). Thread: GUI.

void tourOfStart(TourScript& script);         ///< waits until the list is there and its first case is read
void tourOfQueues(TourScript& script);        ///< one with overdue cases, then all cases, where every later step looks
void tourOfMorning(TourScript& script);       ///< the morning count, and the cases behind its largest number; all cases again
void tourOfCommandBar(TourScript& script);    ///< finds the case by its number
void tourOfAccountSwitch(TourScript& script); ///< the reviewer takes over, by the popup
void tourOfBulkActions(TourScript& script);   ///< 预检 over several cases, given up again
void tourOfBoard(TourScript& script);         ///< the case is dispatched as suggested by D and Enter
void tourOfCaseTabs(TourScript& script);      ///< assignments and the clock explanation
void tourOfMap(TourScript& script);
void tourOfUndo(TourScript& script);          ///< a comment, taken back
void tourOfCallback(TourScript& script);      ///< the reporter is called; the shown case's turn
void tourOfHelp(TourScript& script);

} // namespace griddesk
