// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "calendarindex.h"
#include "geopoint.h"
#include "ids.h"
#include "instant.h"
#include "limit.h"
#include "roles.h"

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// When something is in force: from (inclusive) until (exclusive, absent = open).
struct Validity {
    Instant from{};
    std::optional<Instant> until;
    [[nodiscard]] bool holds(Instant at) const noexcept { return from <= at && (!until || at < *until); }
    bool operator==(const Validity&) const = default;
};

enum class AreaLevel : std::uint8_t { Cell, Grid, Community, Subdistrict, District };

/// One area of the tree cell < grid < community < sub-district < district. Geometry is not part of the rules; it
/// travels beside them (Rules::geometry names it by hash).
struct Area {
    AreaCode code;
    AreaLevel level = AreaLevel::Cell;
    std::optional<AreaCode> parent;
    std::string name;
    std::optional<UnitId> fallbackUnit; ///< 兜底单位; inherited from the parent when absent
    Validity valid;
    bool operator==(const Area&) const = default;
};

enum class UnitKind : std::uint8_t {
    Centre, Bureau, Office, Station, Community, GridCrew, PropertyManager, OwnersCommittee, Utility, SocialOrganisation,
    Volunteers, PartyBranch, MediationCommittee, Contractor,
};

/// Who can be given work. Level 1 is dispatched to by the centre; level 2 (community, grid crew …) by a unit.
struct Unit {
    UnitId id;
    std::string name;
    UnitKind kind = UnitKind::Office;
    int level = 1; ///< 1 or 2; a community may be both (level 1 with `alsoLevel2`)
    bool alsoLevel2 = false;
    std::optional<UnitId> parent;
    std::optional<AreaCode> area;
    std::string phone; ///< 24 h number
    Validity valid;
    bool operator==(const Unit&) const = default;
};

/// A position that bears rights: roles within a unit and areas.
struct Post {
    PostId id;
    std::string name;
    RoleSet roles;
    UnitId unit;
    std::vector<AreaCode> areas;                 ///< scope; empty = the unit's whole area
    std::optional<AreaLevel> supervisionLevel;   ///< for supervisors: grid, community, sub-district or district
    bool operator==(const Post&) const = default;
};

/// Somebody holds a post for a time, by roster or by written delegation 代行.
struct Tenure {
    AccountId account;
    PostId post;
    Validity valid;
    std::string delegation; ///< document of a delegation; empty when held by roster
    bool operator==(const Tenure&) const = default;
};

struct Account {
    AccountId id;
    std::string name;
    std::string phone;
    bool operator==(const Account&) const = default;
};

enum class Nature : std::uint8_t { Approval, Enforcement, Service, Mediation }; ///< 审批 执法 服务 矛盾化解
enum class Urgency : std::uint8_t { Ordinary, Urgent, Critical };               ///< 一般 紧急 特急
enum class LimitPurpose : std::uint8_t { Restore, MakeSafe };                   ///< 恢复 控险

/// One time limit of a standard; a standard may hold several, each becomes a clock.
struct StandardLimit {
    LimitPurpose purpose = LimitPurpose::Restore;
    std::optional<Urgency> urgency; ///< only for cases of this urgency; absent = any
    Limit limit;
    bool operator==(const StandardLimit&) const = default;
};

/// Filing condition, limits and closing condition of a category (立案条件, 处置时限, 结案条件).
struct Standard {
    StandardId id;
    std::string filing;
    std::string closing;
    std::vector<StandardLimit> limits;
    bool minor = false; ///< 巡办一体 allowed
    bool operator==(const Standard&) const = default;
};

enum class CheckMode : std::uint8_t { Field, Photo, Phone, Document, Parties };

/// A category: group > 大类 > 小类 by `parent`; leaves bear standards.
struct Category {
    CategoryId code;
    std::optional<CategoryId> parent;
    std::string name;
    std::string pinyin; ///< initials for search, e.g. "bllj"
    Nature nature = Nature::Service;
    bool minor = false, elastic = false, transient = false, urgent = false;
    CheckMode checkMode = CheckMode::Field;
    std::vector<Standard> standards;
    bool operator==(const Category&) const = default;
};

/// 权责清单事项: (category x area) -> lead and assisting units. A category or area code covers everything below it.
struct DutyItem {
    DutyId id;
    CategoryId category;
    std::optional<AreaCode> area; ///< absent = everywhere
    UnitId lead;
    std::vector<UnitId> assists;
    std::string basis;     ///< legal basis, as printed
    std::string authority; ///< delegation document, as printed
    bool contested = false; ///< 职责交叉: the list itself names another unit as well; the match then says "several"
    Validity valid;
    bool operator==(const DutyItem&) const = default;
};

/// Limits and switches that a customer edits; defaults are the design's ([practice] rows of the domain).
struct Parameters {
    std::string callbackGate = "afterClose"; ///< "beforeClose" or "afterClose": when the resident is called
    int yellowPermille = 800;                ///< lamp turns yellow at this share of the limit
    // Limits of the steps; an amount of zero means that the step has no clock.
    Limit acceptLimit{LimitUnit::WorkingHours, 1};
    Limit verifyLimit{LimitUnit::UrgentHours, 24};
    Limit fileLimit{LimitUnit::WorkingHours, 2};
    Limit dispatchLimit{LimitUnit::WorkingHours, 2};
    Limit receiptLimit{LimitUnit::WorkingHours, 4};
    Limit checkLimit{LimitUnit::WorkingHours, 4};
    Limit closeLimit{LimitUnit::WorkingHours, 4};
    Limit callbackLimit{LimitUnit::WorkingDaysWhole, 1};
    Limit returnWindow{LimitUnit::WorkingHours, 4};        ///< 退单窗口, counted from dispatch
    Limit returnDecisionLimit{LimitUnit::WorkingHours, 2}; ///< no answer by then = arbitration
    Limit reworkLimit{LimitUnit::WorkingDaysRolling, 1};
    Limit redoLimit{LimitUnit::WorkingDaysWhole, 3};       ///< 不满意重办件, 3 working days
    Limit reviewLimit{LimitUnit::WorkingDaysWhole, 5};     ///< 群众复核, 5 working days
    Limit tryForGrid{LimitUnit::WorkingHours, 4};          ///< 三级处置: raising is proposed after these
    Limit tryForCommunity{LimitUnit::WorkingDaysRolling, 1};
    int redoWithinDays = 90;
    int planReviewDays = 90;
    int pauseReviewDays = 90;
    int suspensionMaximumDays = 365;
    int extensionMaximum = 2;
    int callbackAttempts = 3;
    int exclusionDays = 180;
    int sampleShare = 20;        ///< percent of self-handled minor cases drawn for a check
    int duplicateRadiusMetres = 50;
    int duplicateHours = 24;
    bool operator==(const Parameters&) const = default;
};

/// The immutable rule bundle an operation names by hash: areas, units, posts, accounts, categories, duty list, calendars,
/// parameters. Everything apply() may know besides the case. Thread: any; never changes after reading.
struct Rules {
    std::string hash;  ///< SHA-256 (hex) of the canonical JSON it was read from
    std::string stream; ///< the sub-district (街道) this is for
    std::string name;
    std::string geometry; ///< SHA-256 (hex) of the area geometry blob; empty = none
    bool internalOnly = false; ///< 内部资料: maps without a review number are allowed and marked
    std::map<AreaCode, Area> areas;
    std::map<UnitId, Unit> units;
    std::map<PostId, Post> posts;
    std::map<AccountId, Account> accounts;
    std::vector<Tenure> tenures;
    std::map<CategoryId, Category> categories;
    std::map<DutyId, DutyItem> duties;
    std::map<std::string, std::shared_ptr<const CalendarIndex>> calendars; ///< by versioned id, ready for counting; old versions stay for running clocks
    std::string calendar; ///< id of the calendar for new clocks
    UnitId centre = UnitId::literal("centre");
    Parameters parameters;
};

} // namespace griddesk
