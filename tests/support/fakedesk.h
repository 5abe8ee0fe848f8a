// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/desk.h"

#include <QFuture>
#include <QPromise>

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace griddesk::fake {

/// Answers at once, or, while held, when answerAll() is called: so that a test can look at what is shown meanwhile and
/// let answers come late. Thread: GUI only.
class Gate {
public:
    bool held = false;

    template <typename T>
    QFuture<T> answer(T value)
    {
        auto promise = std::make_shared<QPromise<T>>();
        promise->start();
        auto deliver = [promise, value = std::move(value)]() mutable {
            promise->addResult(std::move(value));
            promise->finish();
        };
        auto future = promise->future();
        if (held)
            m_waiting.emplace_back(std::move(deliver));
        else
            deliver();
        return future;
    }
    void answerAll()
    {
        auto waiting = std::exchange(m_waiting, {});
        for (auto& deliver : waiting)
            deliver();
    }
    /// Answers the newest question first, as a slow reader may.
    void answerBackwards()
    {
        std::reverse(m_waiting.begin(), m_waiting.end());
        answerAll();
    }
    [[nodiscard]] std::size_t waiting() const { return m_waiting.size(); }

private:
    std::vector<std::move_only_function<void()>> m_waiting;
};

class Clock : public ClockSource {
public:
    Instant at = instantFromMs(1773108000000); ///< 2026-03-10 10:00 in Beijing
    [[nodiscard]] Instant now() const override { return at; }
};

/// Whether a row belongs to a queue, as the store decides it.
inline bool inQueue(const CaseRow& row, Queue queue, const std::optional<AccountId>& mine, Instant now)
{
    const bool open = isOpen(row.stage);
    switch (queue) {
    case Queue::ToAccept: return row.stage == Stage::Reported;
    case Queue::ToVerify: return row.stage == Stage::Accepted && row.marked(CaseMark::VerifyDue);
    case Queue::Verifying: return row.stage == Stage::Verifying;
    case Queue::ToFile: return row.stage == Stage::Accepted && !row.marked(CaseMark::VerifyDue);
    case Queue::ToDispatch: return row.stage == Stage::Filed;
    case Queue::ToSign: return row.stage == Stage::Dispatched;
    case Queue::Handling: return row.stage == Stage::Handling;
    case Queue::ToCheck: return row.stage == Stage::Handled;
    case Queue::Checking: return row.stage == Stage::Checking;
    case Queue::ToClose: return row.stage == Stage::Checked;
    case Queue::ToCallback: return row.stage == Stage::Closed && row.marked(CaseMark::CallbackWanted);
    case Queue::DueSoon: return open && row.yellowAt && row.due && *row.yellowAt <= now && now < *row.due;
    case Queue::Overdue: return open && row.due && *row.due <= now;
    case Queue::Returned: return row.marked(CaseMark::Returned) || row.marked(CaseMark::ReturnAsked) || row.marked(CaseMark::Arbitration);
    case Queue::Rework: return row.marked(CaseMark::Rework);
    case Queue::Redo: return row.marked(CaseMark::Redo);
    case Queue::Supervised: return row.marked(CaseMark::Supervised);
    case Queue::Suspended: return row.marked(CaseMark::Suspended) || row.marked(CaseMark::StatutoryPause);
    case Queue::Hot: return row.marked(CaseMark::Hot);
    case Queue::Mine: return mine && row.handler == mine;
    case Queue::ToSend:
    case Queue::Tray: return false;
    case Queue::Open: return open;
    case Queue::Closed: return !open;
    case Queue::All: return true;
    }
    return false;
}

class Queries : public CaseQueries {
public:
    Gate gate;
    std::map<CaseKey, CaseRow> cases;
    std::map<std::string, CaseDetail> details;       ///< by case id; others are made from the row
    std::vector<DuplicateCandidate> duplicateAnswer;
    std::vector<DuplicateProbe> probes;              ///< what duplicates() was asked, for tests
    std::map<std::string, std::vector<CaseKey>> callers; ///< cases by telephone number
    std::vector<Actor> callerActors;                     ///< who asked for them
    std::map<UnitId, std::pair<std::int64_t, std::int64_t>> loads;
    const Places* places = nullptr;
    std::vector<std::vector<CaseKey>> rowRequests;   ///< what rows() was asked, for tests
    int keyRequests = 0, countRequests = 0;
    std::optional<Error> error;                      ///< answered instead of everything else

    [[nodiscard]] CaseKey keyOf(const CaseId& id) const
    {
        for (const auto& [key, row] : cases)
            if (row.id == id)
                return key;
        return 0;
    }
    [[nodiscard]] std::vector<CaseKey> sorted(const CaseFilter& filter, const CaseSort& sort, Instant now) const
    {
        std::vector<std::pair<CaseKey, const CaseRow*>> found;
        for (const auto& [key, row] : cases)
            if (passes(row, filter, now))
                found.emplace_back(key, &row);
        const auto far = instantFromMs(std::numeric_limits<std::int64_t>::max());
        const auto less = [&](const auto& a, const auto& b) {
            const CaseRow &x = *a.second, &y = *b.second;
            switch (sort.order) {
            case CaseOrder::Work:
                return std::tuple(-static_cast<int>(x.urgency), x.due.value_or(far), a.first)
                       < std::tuple(-static_cast<int>(y.urgency), y.due.value_or(far), b.first);
            case CaseOrder::Due: return std::pair(x.due.value_or(far), a.first) < std::pair(y.due.value_or(far), b.first);
            case CaseOrder::Reported:
                return std::pair(x.reportedAt.value_or(Instant{}), a.first) < std::pair(y.reportedAt.value_or(Instant{}), b.first);
            case CaseOrder::Changed: return std::pair(x.changedAt, a.first) < std::pair(y.changedAt, b.first);
            case CaseOrder::Number: return std::pair(x.number, a.first) < std::pair(y.number, b.first);
            }
            return false;
        };
        std::sort(found.begin(), found.end(), less);
        if (sort.descending)
            std::reverse(found.begin(), found.end());
        std::vector<CaseKey> keys;
        keys.reserve(found.size());
        for (const auto& [key, row] : found)
            keys.push_back(key);
        return keys;
    }

    QFuture<Result<std::vector<CaseKey>>> keys(const CaseFilter& filter, const CaseSort& sort, Instant now, CancelFlag) override
    {
        ++keyRequests;
        return give(sorted(filter, sort, now));
    }
    QFuture<Result<std::vector<CaseKey>>> firstKeys(const CaseFilter& filter, const CaseSort& sort, Instant now, int count) override
    {
        auto all = sorted(filter, sort, now);
        all.resize(std::min(all.size(), static_cast<std::size_t>(count)));
        return give(std::move(all));
    }
    QFuture<Result<std::vector<std::pair<CaseKey, CaseRow>>>> rows(std::vector<CaseKey> wanted) override
    {
        rowRequests.push_back(wanted);
        std::vector<std::pair<CaseKey, CaseRow>> found;
        for (const auto key : wanted)
            if (const auto it = cases.find(key); it != cases.end())
                found.emplace_back(key, it->second);
        return give(std::move(found));
    }
    QFuture<Result<std::vector<CaseKey>>> keysOf(std::vector<CaseId> ids) override
    {
        std::vector<CaseKey> found;
        for (const auto& id : ids)
            found.push_back(keyOf(id));
        return give(std::move(found));
    }
    QFuture<Result<QueueCounts>> counts(const CaseFilter& within, Instant now) override
    {
        ++countRequests;
        QueueCounts counts;
        counts.at = now;
        for (std::size_t i = 0; i < queueCount; ++i)
            for (const auto& [key, row] : cases)
                if (inQueue(row, static_cast<Queue>(i), within.mine, now))
                    ++counts.count[i];
        return give(std::move(counts));
    }
    QFuture<Result<CaseDetail>> detail(const CaseId& id, const Actor&, Instant) override
    {
        if (const auto it = details.find(id.text()); it != details.end())
            return give(CaseDetail(it->second));
        const auto key = keyOf(id);
        if (key == 0)
            return gate.answer(Result<CaseDetail>(fail(ErrorCode::UnknownReference, "no such case", id.text())));
        const auto& row = cases.at(key);
        Case state{.id = id};
        state.stage = row.stage;
        state.number = row.number;
        state.localNumber = row.localNumber;
        state.source = row.source;
        state.title = row.title;
        state.text = row.text;
        state.urgency = row.urgency;
        state.category = row.category;
        state.area = row.cell;
        state.place = row.place;
        state.address = row.address;
        state.reportedAt = row.reportedAt;
        return give(CaseDetail{.key = key, .row = row, .state = std::move(state), .history = {}, .clocks = {}, .actions = {}});
    }
    QFuture<Result<std::vector<CaseKey>>> find(const std::string& number) override
    {
        std::vector<CaseKey> found;
        for (const auto& [key, row] : cases) {
            bool hit = row.number.ends_with(number) || row.localNumber == number;
            for (const auto& outside : row.outsideNumbers)
                hit = hit || outside.ends_with(number);
            if (hit && !number.empty())
                found.push_back(key);
        }
        return give(std::move(found));
    }
    QFuture<Result<std::vector<CaseKey>>> search(const std::string& words, int limit, CancelFlag) override
    {
        CaseFilter filter;
        filter.queue = Queue::All;
        filter.text = words;
        auto found = sorted(filter, {}, {});
        found.resize(std::min(found.size(), static_cast<std::size_t>(limit)));
        return give(std::move(found));
    }
    QFuture<Result<std::vector<CasePin>>> mapCases(const CaseFilter& filter, Instant now, CancelFlag) override
    {
        std::vector<CasePin> found;
        for (const auto key : sorted(filter, {}, now))
            if (const auto& row = cases.at(key); row.place)
                found.push_back({.key = key, .id = row.id, .place = *row.place, .stage = row.stage, .urgency = row.urgency, .marks = row.marks,
                                 .due = row.due.value_or(Instant{}), .yellowAt = row.yellowAt.value_or(Instant{})});
        return give(std::move(found));
    }
    QFuture<Result<std::vector<DuplicateCandidate>>> duplicates(const DuplicateProbe& probe, CancelFlag) override
    {
        probes.push_back(probe);
        return give(std::vector(duplicateAnswer));
    }
    QFuture<Result<std::vector<CaseKey>>> ofCaller(const std::string& phone, const Actor& actor, Instant) override
    {
        callerActors.push_back(actor);
        const auto it = callers.find(phone);
        return give(it == callers.end() ? std::vector<CaseKey>{} : it->second);
    }
    QFuture<Result<std::vector<CaseRow>>> nearby(GeoPoint place, int metres, int limit) override
    {
        std::vector<CaseRow> found;
        for (const auto& [key, row] : cases) {
            if (!row.place || static_cast<int>(found.size()) >= limit)
                continue;
            const double north = (row.place->lat() - place.lat()) * 111320.0, east = (row.place->lon() - place.lon()) * 95300.0;
            if (north * north + east * east <= static_cast<double>(metres) * metres)
                found.push_back(row);
        }
        return give(std::move(found));
    }
    QFuture<Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>> unitLoads(Instant now) override
    {
        auto answer = loads;
        if (answer.empty())
            for (const auto& [key, row] : cases)
                if (row.unit && isOpen(row.stage)) {
                    auto& [open, overdue] = answer[*row.unit];
                    ++open;
                    overdue += row.due && *row.due <= now ? 1 : 0;
                }
        return give(std::move(answer));
    }
    QFuture<Result<std::vector<MorningNumber>>> morningCount(Instant from, Instant until) override
    {
        std::vector<MorningNumber> numbers;
        for (const auto& [key, row] : cases) {
            if (!row.reportedAt || *row.reportedAt < from || *row.reportedAt >= until)
                continue;
            const auto found = std::ranges::find_if(
                numbers, [&](const MorningNumber& n) { return n.source == row.source && n.community == row.community && n.stage == row.stage; });
            if (found != numbers.end())
                ++found->count;
            else
                numbers.push_back({.source = row.source, .community = row.community, .stage = row.stage, .count = 1});
        }
        return give(std::move(numbers));
    }

private:
    template <typename T>
    QFuture<Result<T>> give(T value)
    {
        if (error)
            return gate.answer(Result<T>(std::unexpected(*error)));
        return gate.answer(Result<T>(std::move(value)));
    }
    [[nodiscard]] static bool passes(const CaseRow& row, const CaseFilter& f, Instant now)
    {
        if (!inQueue(row, f.queue, f.mine, now))
            return false;
        if (f.unit && row.unit != f.unit && row.unit2 != f.unit && std::ranges::find(row.assists, *f.unit) == row.assists.end())
            return false;
        if (f.area && row.cell != f.area && row.grid != f.area && row.community != f.area && row.subdistrict != f.area)
            return false;
        if (f.category && (!row.category || !row.category->text().starts_with(f.category->text())))
            return false;
        if (!f.source.empty() && row.source != f.source)
            return false;
        if (f.urgency && row.urgency != *f.urgency)
            return false;
        if ((f.stage && row.stage != *f.stage) || (f.noSource && !row.source.empty()) || (f.noCommunity && row.community))
            return false;
        if ((f.reportedFrom && (!row.reportedAt || *row.reportedAt < *f.reportedFrom)) || (f.reportedUntil && (!row.reportedAt || *row.reportedAt >= *f.reportedUntil)))
            return false;
        return f.text.empty() || (row.title + row.text + row.address + row.number).find(f.text) != std::string::npos;
    }
};

/// Remembers what it was asked; judges with `rule`; `onSubmit` lets a test change rows as the real store would.
class Commands : public CaseCommands {
public:
    explicit Commands(const ClockSource& clock) : m_clock(clock) {}

    Gate gate;
    std::vector<OperationDraft> submitted;
    std::vector<OperationId> takenBack;
    std::function<std::optional<Refusal>(const OperationDraft&)> rule = [](const auto&) { return std::nullopt; };
    std::function<void(const OperationDraft&, const CaseId&)> onSubmit;
    std::map<std::string, std::string> files; ///< sha256 -> bytes
    PersonalData personal{.name = "张三", .phone = "13800000000", .room = "3-201"};
    Milliseconds hold{8000};

    QFuture<Result<SubmitAnswer>> submit(const Actor&, std::vector<OperationDraft> drafts, PersonalData = {}) override
    {
        auto answer = judged(drafts);
        if (answer.refusals.empty())
            save(answer, drafts);
        return gate.answer(Result<SubmitAnswer>(std::move(answer)));
    }
    QFuture<Result<SubmitAnswer>> judge(const Actor&, std::vector<OperationDraft> drafts) override
    {
        return gate.answer(Result<SubmitAnswer>(judged(drafts)));
    }
    QFuture<Result<SubmitAnswer>> submitEach(const Actor&, std::vector<OperationDraft> drafts) override
    {
        auto answer = judged(drafts);
        std::vector<OperationDraft> good;
        for (std::size_t i = 0; i < drafts.size(); ++i)
            if (std::ranges::none_of(answer.refusals, [i](const auto& refused) { return refused.index == i; }))
                good.push_back(drafts[i]);
        save(answer, good);
        return gate.answer(Result<SubmitAnswer>(std::move(answer)));
    }
    QFuture<Result<void>> takeBack(const Actor&, std::vector<OperationId> operations) override
    {
        takenBack.insert(takenBack.end(), operations.begin(), operations.end());
        return gate.answer(Result<void>{});
    }
    QFuture<Result<void>> release() override { return gate.answer(Result<void>{}); }
    QFuture<Result<EvidenceFile>> addEvidence(const std::string& path, const std::string& role) override
    {
        const auto name = "sha-" + std::to_string(files.size() + 1);
        files[name] = path;
        return gate.answer(Result<EvidenceFile>(EvidenceFile{.sha256 = name, .mime = "image/png", .role = role, .size = 1}));
    }
    QFuture<Result<std::string>> evidence(const std::string& sha256) override
    {
        const auto it = files.find(sha256);
        if (it == files.end())
            return gate.answer(Result<std::string>(fail(ErrorCode::FileNotFound, "no such evidence", sha256)));
        return gate.answer(Result<std::string>(it->second));
    }
    QFuture<Result<PersonalData>> reveal(const Actor&, const CaseId&, const std::string&) override
    {
        return gate.answer(Result<PersonalData>(personal));
    }

private:
    const ClockSource& m_clock;
    int m_next = 0;

    [[nodiscard]] SubmitAnswer judged(const std::vector<OperationDraft>& drafts) const
    {
        SubmitAnswer answer;
        for (std::size_t i = 0; i < drafts.size(); ++i)
            if (auto refusal = rule(drafts[i]))
                answer.refusals.push_back({i, drafts[i].caseId, std::move(*refusal)});
        return answer;
    }
    void save(SubmitAnswer& answer, const std::vector<OperationDraft>& drafts)
    {
        for (const auto& draft : drafts) {
            ++m_next;
            const auto id = draft.caseId.value_or(CaseId::literal("new-" + std::to_string(m_next)));
            answer.operations.push_back(OperationId::literal("op-" + std::to_string(m_next)));
            answer.cases.push_back(id);
            submitted.push_back(draft);
            if (onSubmit)
                onSubmit(draft, id);
        }
        answer.heldUntil = m_clock.now() + hold;
    }
};

class Drafts : public DraftStore {
public:
    std::map<std::string, std::string> values;
    QFuture<Result<void>> put(const std::string& key, const std::string& value) override
    {
        if (value.empty())
            values.erase(key);
        else
            values[key] = value;
        return QtFuture::makeReadyValueFuture(Result<void>{});
    }
    QFuture<Result<std::vector<std::pair<std::string, std::string>>>> list(const std::string& prefix) override
    {
        std::vector<std::pair<std::string, std::string>> found;
        for (const auto& [key, value] : values)
            if (key.starts_with(prefix))
                found.emplace_back(key, value);
        return QtFuture::makeReadyValueFuture(Result<std::vector<std::pair<std::string, std::string>>>(std::move(found)));
    }
};

/// Names are found by part of the name; areas by the function a test puts in.
class PlaceBook : public Places {
public:
    std::vector<NamedPlace> names;
    std::map<AreaCode, GeoPoint> centres;
    std::function<PlaceAreas(GeoPoint)> areas = [](GeoPoint) { return PlaceAreas{}; };

    [[nodiscard]] PlaceAreas areasAt(GeoPoint place) const override { return areas(place); }
    [[nodiscard]] std::vector<NamedPlace> find(const std::string& words, int limit) const override
    {
        std::vector<NamedPlace> found;
        for (const auto& name : names)
            if (name.name.find(words) != std::string::npos && static_cast<int>(found.size()) < limit)
                found.push_back(name);
        return found;
    }
    [[nodiscard]] std::optional<GeoPoint> centreOf(const AreaCode& area) const override
    {
        const auto it = centres.find(area);
        return it == centres.end() ? std::nullopt : std::optional{it->second};
    }
};

/// A desk in memory for tests, demos and pictures. Thread: GUI.
struct FakeDesk {
    Clock clock;
    Queries queries;
    Commands commands{clock};
    Drafts drafts;
    PlaceBook places;
    Notifier notifier;

    [[nodiscard]] Desk desk() { return {queries, commands, drafts, places, notifier, clock}; }
    /// Puts a row in or changes it and tells, as the store does after a commit.
    void put(CaseKey key, const CaseRow& row)
    {
        const bool known = queries.cases.contains(key);
        queries.cases.insert_or_assign(key, row);
        Q_EMIT notifier.casesChanged(known ? std::vector<CaseId>{} : std::vector{row.id}, known ? std::vector{row.id} : std::vector<CaseId>{}, false);
    }
    void take(CaseKey key)
    {
        const auto id = queries.cases.at(key).id;
        queries.cases.erase(key);
        Q_EMIT notifier.casesChanged({}, {id}, false);
    }
};

} // namespace griddesk::fake
