// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"
#include "models/views/casepage/difflistmodel.h"
#include "models/views/words.h"

#include <QTimer>

#include <set>

namespace griddesk {

/// One line of the list of possible duplicates.
struct DuplicateRow {
    CaseKey id = 0;
    DuplicateCandidate candidate;
    bool operator==(const DuplicateRow& other) const;
};

/// Cases that may be the same matter as the one being typed, best first. Questions wait until nobody typed for 150 ms,
/// an older question is cancelled and its answer dropped. Candidates put aside as "really new" stay away until clear().
/// Thread: GUI.
class DuplicateModel : public DiffListModel<DuplicateRow> {
    Q_OBJECT

public:
    enum Role { IdRole = Qt::UserRole + 1, TitleRole, ReasonRole, ScoreRole, HotRole };

    DuplicateModel(const Desk& desk, const Words& words, QObject* parent = nullptr);

    void setDelay(Milliseconds delay) { m_timer.setInterval(delay); }
    /// Asks anew after the delay; a probe without place, category, text and address empties the list.
    void probe(DuplicateProbe probe);
    void clear();
    /// "Really new": this one is not the same matter.
    void putAside(int row);
    [[nodiscard]] QVariant data(const QModelIndex& index, int role) const override;

Q_SIGNALS:
    void answered(); ///< an answer came in and the rows are up to date

private:
    void ask();

    const Desk m_desk;
    const Words& m_words;
    QTimer m_timer;
    DuplicateProbe m_probe;
    CancelFlag m_cancel;
    std::uint64_t m_generation = 0;
    std::set<CaseKey> m_aside;
};

} // namespace griddesk
