// SPDX-License-Identifier: GPL-3.0-or-later
#include "tourcast.h"

#include "models/core/areatree.h"
#include "models/core/categories.h"
#include "models/core/duty.h"

#include <algorithm>
#include <array>

namespace griddesk {

namespace {

constexpr int mostPlaces = 100'000; ///< areas come before streets in the answer, so all of them

/// What is said about a class of the demo district.
struct Said {
    const char* category;
    const char* standard; ///< empty: the last one
    const char* text;
};

constexpr std::array texts{
    Said{"100103", "100103-3", "小区门口雨水井盖松动有响声。行人踩上去会翘起来，自行车压过当当响，夜里临街几户都睡不好，请尽快处理。"},
    Said{"200110", "", "绿化带旁堆了两袋生活垃圾。袋子已经破了，有异味，人行道上有散落，现场可以清理。"},
    Said{"100305", "", "公交站旁垃圾箱盖板脱落、垃圾满溢。风一吹到处都是，早上上班的人都绕着走。"},
};

bool isChinese(const std::string& name)
{
    return std::ranges::any_of(QString::fromStdString(name), [](QChar c) { return c.unicode() >= 0x4E00 && c.unicode() <= 0x9FFF; });
}

} // namespace

TourCast::TourCast(std::shared_ptr<const Rules> rules, const Places& places, Instant now) : m_rules(std::move(rules)), m_now(now)
{
    m_chinese = isChinese(m_rules->name);
    for (const char* word : {"路", "街", " St", " Ave", " Rd"})
        for (const auto& found : places.find(word, mostPlaces)) {
            const auto code = AreaCode::parse(found.detail);
            const bool area = code && m_rules->areas.contains(*code);
            const auto name = QString::fromStdString(found.name);
            if (!area && name.size() >= 3 && places.areasAt(found.place).community && std::ranges::find(m_streets, name) == m_streets.end())
                m_streets.push_back(name);
        }
    if (m_streets.empty()) // no streets known: areas have names too
        for (const auto& [code, area] : m_rules->areas)
            if (area.level <= AreaLevel::Community && places.centreOf(code))
                m_streets.push_back(QString::fromStdString(area.name.empty() ? code.text() : area.name));
}

QString TourCast::say(const char* chinese, const char* english) const { return QString::fromUtf8(m_chinese ? chinese : english); }

std::optional<Actor> TourCast::of(const UnitId& unit, std::initializer_list<Role> roles) const
{
    for (const auto role : roles)
        for (const auto& tenure : m_rules->tenures) {
            const auto post = m_rules->posts.find(tenure.post);
            if (post != m_rules->posts.end() && post->second.unit == unit && post->second.roles.has(role) && tenure.valid.holds(m_now) && tenure.delegation.empty())
                return Actor{tenure.account, tenure.post};
        }
    return std::nullopt;
}

std::optional<Actor> TourCast::any(Role role, std::size_t nth) const
{
    std::vector<Actor> found;
    for (const bool centre : {true, false}) {
        for (const auto& tenure : m_rules->tenures) {
            const auto post = m_rules->posts.find(tenure.post);
            if (post != m_rules->posts.end() && (post->second.unit == m_rules->centre) == centre && post->second.roles.has(role) && tenure.valid.holds(m_now)
                && tenure.delegation.empty())
                found.push_back(Actor{tenure.account, tenure.post});
        }
        if (!found.empty())
            return found[nth % found.size()];
    }
    return std::nullopt;
}

bool TourCast::hasPeople(const UnitId& unit) const { return of(unit, {Role::UnitLead}).has_value(); }

std::optional<TourMatter> TourCast::matterOf(const Category& category, bool minor) const
{
    if (category.standards.empty() || category.transient || category.urgent)
        return std::nullopt;
    const auto match = matchDuty(*m_rules, category.code, std::nullopt, m_now);
    if (!minor && (match.kind != DutyMatch::Kind::One || !match.lead || !hasPeople(*match.lead)))
        return std::nullopt;
    const Standard* chosen = &category.standards.back();
    if (minor) {
        const auto found = std::ranges::find_if(category.standards, [&](const Standard& s) { return s.minor || category.minor; });
        if (found == category.standards.end())
            return std::nullopt;
        chosen = &*found;
    }
    TourMatter made{category.code, chosen->id, match.lead.value_or(m_rules->centre), {}};
    const auto name = QString::fromStdString(category.name);
    made.text = m_chinese ? QStringLiteral("路口附近存在%1问题，影响居民出行，请尽快处理。").arg(name)
                          : QStringLiteral("%1 near the corner, please send somebody to look at it.").arg(name);
    for (const auto& said : texts)
        if (m_chinese && category.code.text() == said.category) {
            made.text = QString::fromUtf8(said.text);
            for (const auto& standard : category.standards)
                if (standard.id.text() == said.standard)
                    made.standard = standard.id;
        }
    return made;
}

std::optional<TourMatter> TourCast::matter(std::initializer_list<const char*> wanted, bool minor) const
{
    for (const char* code : wanted)
        if (const auto id = CategoryId::parse(code))
            if (const auto found = m_rules->categories.find(*id); found != m_rules->categories.end())
                if (auto made = matterOf(found->second, minor))
                    return made;
    for (const auto& [code, category] : m_rules->categories)
        if (auto made = matterOf(category, minor))
            return made;
    return std::nullopt;
}

std::optional<TourMatter> TourCast::wholeLoop() const { return matter({"100103"}, false); }
std::optional<TourMatter> TourCast::onTheSpot() const { return matter({"200110"}, true); }
std::optional<TourMatter> TourCast::disputed() const { return matter({"100305"}, false); }

std::optional<UnitId> TourCast::below(const Case& c, const UnitId& lead) const
{
    std::optional<UnitId> best;
    int rank = 0;
    for (const auto& [id, unit] : m_rules->units) {
        if (!(unit.level == 2 || unit.alsoLevel2) || id == lead || !unit.valid.holds(m_now)
            || !of(id, {Role::UnitLead, Role::GridLead, Role::Community, Role::GridWorker}))
            continue;
        const bool near = unit.area && c.area && isWithin(*m_rules, *c.area, *unit.area);
        const int found = (near ? 4 : 1) + (unit.kind == UnitKind::Community ? 1 : 0);
        if (found > rank) {
            rank = found;
            best = id;
        }
    }
    return best;
}

std::optional<UnitId> TourCast::second(const Case& c, const UnitId& lead) const
{
    std::optional<UnitId> best;
    int rank = 0;
    for (const auto& [id, unit] : m_rules->units) {
        if (unit.level != 1 || unit.kind == UnitKind::Centre || id == lead || !unit.valid.holds(m_now) || !hasPeople(id))
            continue;
        const bool near = unit.area && c.area && isWithin(*m_rules, *c.area, *unit.area);
        const int found = unit.kind == UnitKind::Community ? (near ? 3 : 2) : 1;
        if (found > rank) {
            rank = found;
            best = id;
        }
    }
    return best;
}

QString TourCast::street(std::size_t nth) const { return m_streets.empty() ? QString() : m_streets[(nth * 7 + 3) % m_streets.size()]; }

QString TourCast::nameOf(const UnitId& unit) const
{
    const auto found = m_rules->units.find(unit);
    return QString::fromStdString(found == m_rules->units.end() ? unit.text() : found->second.name);
}

} // namespace griddesk
