// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSize>
#include <QString>

namespace griddesk {

class DeskApplication;
class TourScript;

/// Where the tour writes and how the program looks meanwhile.
struct TourOptions {
    QString out;             ///< folder of the pictures and of tour.json; made when it is not there
    QString language, theme; ///< names, for the record
    QSize size;              ///< of the window; empty: as it is
};

/// Drives the real widgets by clicks and keys: four cases to their ends, and every part of the workplace on the way. Writes
/// a picture a step and tour.json, prints a line a step. Thread: GUI, after the window was shown; runs its own event loop.
class Tour {
public:
    Tour(DeskApplication& app, TourOptions options);

    /// Exit status: 0 only when every step worked; else 1 with a sentence on standard error and the record so far.
    int run();

private:
    [[nodiscard]] bool write(const TourScript& script) const;

    DeskApplication& m_app;
    TourOptions m_options;
    QString m_finalStage;
    int m_reworks = 0, m_levels = 0;
};

} // namespace griddesk
