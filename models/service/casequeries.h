// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/apply.h"
#include "models/core/case.h"
#include "models/core/caserow.h"
#include "models/core/explaincase.h"
#include "models/core/queue.h"

#include <QFuture>

#include <atomic>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Short name of a case within this profile's store: a row number. Stable while the store lives; never leaves the machine.
using CaseKey = std::int64_t;

/// Set from any thread to give a long request up; the answer is then ErrorCode::Cancelled.
using CancelFlag = std::shared_ptr<std::atomic<bool>>;

/// One line of a case's history as it is shown.
struct HistoryItem {
    std::int64_t seq = 0; ///< position in the log; 0 while the operation waits to be sent
    Operation operation;
    Instant effective{};
    std::string outcome;  ///< name of the outcome; empty while it waits
    std::string reason;   ///< rule that refused
    Instant heldUntil{};  ///< may be taken back until then (while waiting)
    bool waiting = false;
    Instant deviceTime{};               ///< when it was done by the word of the device
    std::optional<Instant> receivedAt{}; ///< when the authority took it in; absent while it waits and in old logs

    /// Written down later than it is said to have been done: by more than ten minutes.
    [[nodiscard]] bool writtenLater() const noexcept { return receivedAt && *receivedAt - deviceTime > std::chrono::minutes{10}; }
};

/// Everything the case page shows, read in one go so that its parts fit together.
struct CaseDetail {
    CaseKey key = 0;
    CaseRow row;
    Case state;
    std::vector<HistoryItem> history;
    CaseExplanation clocks;               ///< every clock with its segments
    std::vector<AllowedOperation> actions; ///< what the session's post may do next, and what is missing for the rest
};

/// A light row for the map: where, what, how urgent.
struct CasePin {
    CaseKey key = 0;
    CaseId id;
    GeoPoint place;
    Stage stage = Stage::Reported;
    Urgency urgency = Urgency::Ordinary;
    std::uint32_t marks = 0;
    Instant due{};    ///< Instant{} when there is no deadline
    Instant yellowAt{};
};

/// A case that may be the same matter as the one being typed in.
struct DuplicateCandidate {
    CaseKey key = 0;
    CaseRow row;
    double metres = 0;
    Milliseconds age{};
    bool sameCategory = false;
    int textLikeness = 0; ///< 0…100: shared bigrams of the texts
    int score = 0;        ///< 0…100, order of the list
};

/// What the duplicate search is asked with; every part is optional.
struct DuplicateProbe {
    std::optional<GeoPoint> place;
    std::optional<CategoryId> category;
    std::string text, address;
    Instant now{};
};

/// One number of the morning count: cases of one source and community that stand at one stage.
struct MorningNumber {
    std::string source;                ///< channel name; empty = unknown
    std::optional<AreaCode> community; ///< absent = unknown
    Stage stage = Stage::Reported;
    std::int64_t count = 0;
    bool operator==(const MorningNumber&) const = default;
};

/// The questions the UI may ask about cases. Every answer comes as a future from a reader thread; none waits on the
/// caller's thread. Late answers are the caller's to drop (generation numbers).
class CaseQueries {
public:
    CaseQueries() = default;
    CaseQueries(const CaseQueries&) = delete;
    CaseQueries& operator=(const CaseQueries&) = delete;
    virtual ~CaseQueries() = default;

    /// The keys of all cases that pass the filter, in order. Its size is the exact row count.
    virtual QFuture<Result<std::vector<CaseKey>>> keys(const CaseFilter& filter, const CaseSort& sort, Instant now, CancelFlag cancel) = 0;
    /// The first keys only, to fill a screen before the whole list is there.
    virtual QFuture<Result<std::vector<CaseKey>>> firstKeys(const CaseFilter& filter, const CaseSort& sort, Instant now, int count) = 0;
    /// Rows for keys, in the order asked; a key that is gone is left out.
    virtual QFuture<Result<std::vector<std::pair<CaseKey, CaseRow>>>> rows(std::vector<CaseKey> keys) = 0;
    virtual QFuture<Result<std::vector<CaseKey>>> keysOf(std::vector<CaseId> ids) = 0; ///< 0 for unknown ones
    virtual QFuture<Result<QueueCounts>> counts(const CaseFilter& within, Instant now) = 0;
    virtual QFuture<Result<CaseDetail>> detail(const CaseId& id, const Actor& actor, Instant now) = 0;
    /// Case number, local number or any outside number, whole or its last digits.
    virtual QFuture<Result<std::vector<CaseKey>>> find(const std::string& number) = 0;
    virtual QFuture<Result<std::vector<CaseKey>>> search(const std::string& words, int limit, CancelFlag cancel) = 0;
    virtual QFuture<Result<std::vector<CasePin>>> mapCases(const CaseFilter& filter, Instant now, CancelFlag cancel) = 0;
    virtual QFuture<Result<std::vector<DuplicateCandidate>>> duplicates(const DuplicateProbe& probe, CancelFlag cancel) = 0;
    /// Earlier cases reported from that telephone number however it is written, newest first; at most 50. That somebody
    /// reported a case is part of his contact: `actor` is shown the cases whose contact he may open (mayRevealContact()), and
    /// cases of people who want to stay anonymous are never found.
    virtual QFuture<Result<std::vector<CaseKey>>> ofCaller(const std::string& phone, const Actor& actor, Instant now) = 0;
    virtual QFuture<Result<std::vector<CaseRow>>> nearby(GeoPoint place, int metres, int limit) = 0;
    /// Open load and overdue load per unit.
    virtual QFuture<Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>> unitLoads(Instant now) = 0;
    /// Cases reported in [from, until), as they stand now; only numbers above zero, in no particular order.
    virtual QFuture<Result<std::vector<MorningNumber>>> morningCount(Instant from, Instant until) = 0;
};

} // namespace griddesk
