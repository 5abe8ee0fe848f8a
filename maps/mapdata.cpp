// SPDX-License-Identifier: GPL-3.0-or-later
#include "mapdata.h"

#include <QtConcurrentRun>

#include <utility>

namespace griddesk {

MapData::MapData(QObject* parent) : QObject(parent) { m_pool.setMaxThreadCount(1); }

MapData::~MapData()
{
    if (m_cancel)
        m_cancel->cancel();
    m_pool.clear();
    m_pool.waitForDone();
}

void MapData::setAreas(std::vector<AreaShape> shapes)
{
    const quint64 generation = ++m_areaGeneration;
    m_makingAreas = true;
    QtConcurrent::run(&m_pool, [shapes = std::move(shapes)] { return AreaIndex::build(shapes); })
        .then(this, [this, generation](const std::shared_ptr<const AreaIndex>& index) {
            if (generation != m_areaGeneration)
                return;
            m_makingAreas = false;
            m_areas = index;
            Q_EMIT areasReady();
        });
}

void MapData::setCases(std::vector<MapCase> cases)
{
    m_whole = std::move(cases);
    m_waiting.clear();
    if (m_cancel)
        m_cancel->cancel();
    ++m_caseGeneration;
    m_making = false;
    startCases();
}

void MapData::setCaseIndex(std::shared_ptr<const CaseIndex> index)
{
    m_whole.reset();
    m_waiting.clear();
    if (m_cancel)
        m_cancel->cancel();
    m_making = false;
    ++m_caseGeneration;
    m_cases = std::move(index);
    Q_EMIT casesReady();
}

void MapData::changeCases(std::vector<MapCase> changed, const std::vector<std::string>& removed)
{
    for (const std::string& id : removed)
        m_waiting[id] = std::nullopt;
    for (MapCase& c : changed) {
        const std::string id = c.id;
        m_waiting[id] = std::move(c);
    }
    startCases();
}

void MapData::startCases()
{
    if (m_making || (!m_whole && m_waiting.empty()))
        return;
    m_making = true;
    const quint64 generation = ++m_caseGeneration;
    m_cancel = std::make_shared<PaintCancel>();
    auto work = [cancel = m_cancel, old = m_whole ? nullptr : m_cases, whole = std::exchange(m_whole, {}).value_or(std::vector<MapCase>{}),
                 changes = std::exchange(m_waiting, {})]() -> std::shared_ptr<const CaseIndex> {
        CaseIndex::Builder builder;
        builder.reserve(whole.size() + changes.size() + (old ? old->size() : 0));
        if (old)
            builder.addFrom(*old, [&](const std::string& id) { return !changes.contains(id); });
        for (const MapCase& c : whole)
            if (!changes.contains(c.id))
                builder.add(c);
        for (const auto& [id, c] : changes)
            if (c)
                builder.add(*c);
        return std::move(builder).build(*cancel);
    };
    QtConcurrent::run(&m_pool, std::move(work)).then(this, [this, generation](const std::shared_ptr<const CaseIndex>& index) {
        finishCases(generation, index);
    });
}

void MapData::finishCases(quint64 generation, std::shared_ptr<const CaseIndex> index)
{
    if (generation != m_caseGeneration)
        return;
    m_making = false;
    if (index) {
        m_cases = std::move(index);
        Q_EMIT casesReady();
    }
    startCases();
}

} // namespace griddesk
