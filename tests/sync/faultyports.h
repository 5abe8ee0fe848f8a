// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/memorylogstore.h"
#include "models/sync/outboxport.h"
#include "models/sync/projectionport.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <vector>

namespace griddesk::testing {

/// What stands for a killed process: thrown out of a port, past everything.
struct Crash {};

/// Counts the calls that change something, and strikes at one of them: before it, after it, or by an error instead of it.
class Faults {
public:
    enum class How { Never, CrashBefore, CrashAfter, Fail };

    void arm(How how, int call)
    {
        m_how = how;
        m_call = call;
        m_calls = 0;
    }
    [[nodiscard]] int calls() const noexcept { return m_calls; }
    [[nodiscard]] bool struck() const noexcept { return m_how != How::Never && m_calls > m_call; }

    template <typename F>
    auto at(F&& work) -> decltype(work())
    {
        const bool now = m_how != How::Never && m_calls++ == m_call;
        if (m_how == How::Never)
            ++m_calls;
        if (now && m_how == How::CrashBefore)
            throw Crash{};
        if (now && m_how == How::Fail)
            return fail(ErrorCode::DiskFull, "no space left");
        auto result = work();
        if (now && m_how == How::CrashAfter)
            throw Crash{};
        return result;
    }

private:
    How m_how = How::Never;
    int m_call = 0, m_calls = 0;
};

/// The outbox as a file would keep it: every function is one transaction.
class FakeOutbox final : public OutboxPort {
public:
    explicit FakeOutbox(Faults& faults) : m_faults(faults) {}

    Result<void> save(const std::vector<OutboxItem>& items, const std::vector<Replacement>& replaced) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& one : replaced) {
                const auto item = find(one.refused);
                settled.insert(settled.begin(), {.item = *item, .how = one.how, .byAccount = {}, .words = {}, .at = {}, .replacement = one.by});
                m_items.erase(item);
            }
            std::ranges::copy(items, std::back_inserter(m_items));
            return {};
        });
    }
    Result<void> takeBack(const std::vector<OperationId>& operations, const std::string&, Instant) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& id : operations)
                if (auto item = find(id); item == m_items.end() || item->state != OutboxState::Held)
                    return fail(ErrorCode::Refused, "released");
            for (const auto& id : operations) {
                m_items.erase(find(id));
                takenBack.push_back(id);
                std::erase_if(settled, [&](const SettledItem& one) {
                    if (one.replacement == id)
                        m_items.push_back(one.item);
                    return one.replacement == id;
                });
            }
            return {};
        });
    }
    Result<void> seal(const std::vector<OutboxItem>& items, const ChainHead& head) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& item : items)
                *find(item.operation.id) = item;
            m_head = head;
            return {};
        });
    }
    Result<void> settle(const OperationId& id, bool refused, const std::string& outcome, const std::string& reason) override
    {
        return m_faults.at([&]() -> Result<void> {
            const auto item = find(id);
            if (item == m_items.end())
                return {};
            if (refused) {
                item->state = OutboxState::Refused;
                item->outcome = outcome;
                item->reason = reason;
            } else {
                m_items.erase(item);
            }
            return {};
        });
    }
    Result<void> answered(const std::vector<Answered>& answers, Instant at) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& answer : answers) {
                const auto item = find(answer.operation);
                if (item == m_items.end() || item->state != OutboxState::Sealed)
                    continue;
                m_sent.push_back({at, {.epoch = m_head ? m_head->epoch : 1, .devSeq = item->devSeq, .envelope = item->envelope}});
                item->outcome = answer.outcome;
                if (answer.refused) {
                    item->state = OutboxState::Refused;
                    item->reason = answer.reason;
                } else if (answer.applied) {
                    item->state = OutboxState::Acknowledged;
                    item->ackSeq = answer.seq;
                } else {
                    m_items.erase(item);
                }
            }
            return {};
        });
    }
    Result<void> confirmed(const std::vector<OperationId>& operations) override
    {
        return m_faults.at([&]() -> Result<void> {
            std::erase_if(m_items, [&](const OutboxItem& item) {
                return item.state == OutboxState::Acknowledged && std::ranges::contains(operations, item.operation.id);
            });
            return {};
        });
    }
    Result<std::vector<SentCopy>> sentAfter(std::int64_t epoch, std::int64_t seq, std::size_t limit) override
    {
        std::vector<SentCopy> copies;
        for (const auto& [at, copy] : m_sent)
            if (copy.epoch == epoch && copy.devSeq > seq)
                copies.push_back(copy);
        std::ranges::sort(copies, {}, &SentCopy::devSeq);
        if (copies.size() > limit)
            copies.resize(limit);
        return copies;
    }
    Result<void> putInTray(const std::vector<OutboxItem>& items) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& item : items)
                if (find(item.operation.id) == m_items.end())
                    m_items.push_back(item);
            return {};
        });
    }
    Result<void> forgetSent(Instant before) override
    {
        std::erase_if(m_sent, [&](const auto& one) { return one.first < before; });
        return {};
    }
    Result<void> withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant at) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& id : operations)
                if (auto item = find(id); item == m_items.end() || item->state != OutboxState::Refused)
                    return fail(ErrorCode::Refused, "not in the tray");
            for (const auto& id : operations) {
                const auto item = find(id);
                settled.insert(settled.begin(), {.item = *item, .how = "withdrawn", .byAccount = byAccount, .words = words, .at = at, .replacement = {}});
                m_items.erase(item);
            }
            return {};
        });
    }
    Result<void> putBack(const std::vector<OperationId>& operations, const std::string&, Instant) override
    {
        return m_faults.at([&]() -> Result<void> {
            for (const auto& id : operations) {
                const auto one = std::ranges::find(settled, id, [](const SettledItem& s) { return s.item.operation.id; });
                if (one == settled.end() || one->replacement)
                    return fail(ErrorCode::Refused, "not withdrawn");
                m_items.push_back(one->item);
                settled.erase(one);
            }
            return {};
        });
    }
    Result<std::vector<SettledItem>> settledItems(std::size_t) override { return settled; }
    Result<std::vector<OutboxItem>> items() override { return m_items; }
    Result<std::optional<ChainHead>> chainHead() override { return m_head; }
    Result<std::int64_t> nextLocalNumber() override
    {
        return m_faults.at([&]() -> Result<std::int64_t> { return ++m_numbers; });
    }

    std::vector<OperationId> takenBack;
    std::vector<SettledItem> settled; ///< newest first

private:
    std::vector<OutboxItem>::iterator find(const OperationId& id)
    {
        return std::ranges::find(m_items, id, [](const OutboxItem& item) { return item.operation.id; });
    }

    Faults& m_faults;
    std::vector<OutboxItem> m_items;
    std::optional<ChainHead> m_head;
    std::vector<std::pair<Instant, SentCopy>> m_sent;
    std::int64_t m_numbers = 0;
};

/// The tables, reduced to what they show.
class FakeProjection final : public ProjectionPort {
public:
    explicit FakeProjection(Faults& faults) : m_faults(faults) {}

    Result<std::int64_t> appliedSeq() override { return m_applied; }
    Result<ChangeSet> project(const std::vector<ProjectedCase>& cases, std::int64_t appliedSeq) override
    {
        return m_faults.at([&]() -> Result<ChangeSet> {
            ChangeSet changes;
            for (const auto& projected : cases) {
                const bool fresh = shown.insert_or_assign(projected.row.id, projected).second;
                (fresh ? changes.added : changes.changed).push_back(projected.row.id);
            }
            m_applied = appliedSeq;
            return changes;
        });
    }
    Result<ChangeSet> forget(const CaseId& id) override
    {
        return m_faults.at([&]() -> Result<ChangeSet> {
            ChangeSet changes;
            if (shown.erase(id) > 0)
                changes.changed.push_back(id);
            return changes;
        });
    }
    Result<ChangeSet> setRefused(const std::vector<CaseId>& cases) override
    {
        return m_faults.at([&]() -> Result<ChangeSet> {
            refused = {cases.begin(), cases.end()};
            return ChangeSet{};
        });
    }
    Result<void> clear() override
    {
        shown.clear();
        m_applied = 0;
        return {};
    }

    std::map<CaseId, ProjectedCase> shown;
    std::set<CaseId> refused; ///< cases with something in the tray

private:
    Faults& m_faults;
    std::int64_t m_applied = 0;
};

/// A log in memory that can be struck. What was not committed when a crash came is gone, as in a file.
class FaultyLog final : public LogStore {
public:
    explicit FaultyLog(Faults& faults) : m_faults(faults) {}
    void afterCrash() { m_log.rollback(); }

    Result<void> begin() override { return m_faults.at([&] { return m_log.begin(); }); }
    Result<void> commit() override { return m_faults.at([&] { return m_log.commit(); }); }
    void rollback() override { m_log.rollback(); }
    Result<void> append(const LogEntry& entry) override { return m_faults.at([&] { return m_log.append(entry); }); }
    Result<std::int64_t> head() override { return m_log.head(); }
    Result<std::optional<LogEntry>> findOperation(const OperationId& id) override { return m_log.findOperation(id); }
    Result<std::vector<LogEntry>> caseHistory(const CaseId& id) override { return m_log.caseHistory(id); }
    Result<std::vector<LogEntry>> entriesAfter(std::int64_t after, std::size_t limit) override { return m_log.entriesAfter(after, limit); }
    Result<std::optional<DeviceRecord>> device(const DeviceId& id) override { return m_log.device(id); }
    Result<void> putDevice(const DeviceRecord& record) override { return m_faults.at([&] { return m_log.putDevice(record); }); }
    Result<std::optional<Hash>> sentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq) override { return m_log.sentHash(id, epoch, seq); }
    Result<void> putSentHash(const DeviceId& id, std::int64_t epoch, std::int64_t seq, const Hash& hash) override { return m_log.putSentHash(id, epoch, seq, hash); }
    Result<void> quarantine(std::string_view bytes, Outcome outcome, std::string_view reason, Instant at) override { return m_log.quarantine(bytes, outcome, reason, at); }
    Result<std::int64_t> nextNumber(int year) override { return m_log.nextNumber(year); }
    Result<void> putOutside(std::string_view platform, std::string_view number, const OutsideRecord& record) override { return m_log.putOutside(platform, number, record); }
    Result<std::optional<OutsideRecord>> findOutside(std::string_view platform, std::string_view number) override { return m_log.findOutside(platform, number); }
    Result<void> putBundle(std::string_view hash, std::string_view bytes, Instant validFrom) override { return m_log.putBundle(hash, bytes, validFrom); }
    Result<std::optional<std::string>> bundle(std::string_view hash) override { return m_log.bundle(hash); }
    Result<std::optional<std::string>> bundleInForce(Instant at) override { return m_log.bundleInForce(at); }
    Result<void> putDocument(std::string_view hash, std::string_view bytes) override { return m_log.putDocument(hash, bytes); }
    Result<std::optional<std::string>> document(std::string_view hash) override { return m_log.document(hash); }
    [[nodiscard]] std::size_t quarantined() const noexcept { return m_log.quarantined(); }

private:
    Faults& m_faults;
    MemoryLogStore m_log;
};

} // namespace griddesk::testing
