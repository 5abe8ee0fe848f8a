// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areaindex.h"
#include "caseindex.h"

#include <QObject>
#include <QThreadPool>

#include <map>

namespace griddesk {

/// Makes the immutable indices the map draws from, off the GUI thread, and hands over the newest. Changes of single
/// cases are gathered while an index is being made and go into the next one; late answers are dropped by generation.
/// GUI thread. Owner: MapHost.
class MapData final : public QObject {
    Q_OBJECT
public:
    explicit MapData(QObject* parent = nullptr);
    ~MapData() override;

    void setAreas(std::vector<AreaShape> shapes);
    /// Replaces all cases.
    void setCases(std::vector<MapCase> cases);
    /// Replaces all cases by an index made elsewhere (a million cases need not be gathered in the GUI thread).
    void setCaseIndex(std::shared_ptr<const CaseIndex> index);
    /// Cases that are new or changed, and identifiers that left the map.
    void changeCases(std::vector<MapCase> changed, const std::vector<std::string>& removed);

    /// True while an index is being made.
    [[nodiscard]] bool isBusy() const noexcept { return m_making || m_makingAreas; }
    /// Null until the first index is ready.
    [[nodiscard]] const std::shared_ptr<const AreaIndex>& areas() const noexcept { return m_areas; }
    [[nodiscard]] const std::shared_ptr<const CaseIndex>& cases() const noexcept { return m_cases; }

Q_SIGNALS:
    void areasReady();
    void casesReady();

private:
    void startCases();
    void finishCases(quint64 generation, std::shared_ptr<const CaseIndex> index);

    QThreadPool m_pool; ///< one thread: indices are made one after the other
    std::shared_ptr<const AreaIndex> m_areas;
    std::shared_ptr<const CaseIndex> m_cases;
    quint64 m_areaGeneration = 0;
    quint64 m_caseGeneration = 0;
    bool m_making = false;
    bool m_makingAreas = false;
    std::shared_ptr<PaintCancel> m_cancel;
    std::optional<std::vector<MapCase>> m_whole;               ///< waiting replacement of everything
    std::map<std::string, std::optional<MapCase>> m_waiting; ///< waiting changes, nothing for removed
};

} // namespace griddesk
