// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace griddesk {

class TourScript;

/// Case 1: every stage, two levels of dispatch, a failed first check and rework; on the way the command bar, the change of
/// person, bulk actions, board, clocks, map, undo, call-backs and the help sheet.
void tourOfWholeLoop(TourScript& script);
/// Case 2: a grid worker finds something and settles it there and then.
void tourOfSpotHandling(TourScript& script);
/// Case 3: returned by the first unit, returned by a community, then designated.
void tourOfReturns(TourScript& script);
/// Case 4: a question answered at the desk.
void tourOfAnswer(TourScript& script);

} // namespace griddesk
