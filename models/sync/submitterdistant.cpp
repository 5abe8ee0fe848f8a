// SPDX-License-Identifier: GPL-3.0-or-later
// The parts of a submitter whose authority is the district platform: what it does when answers come later than the push.
#include "submitter.h"

#include <algorithm>
#include <set>

namespace griddesk {

Result<bool> Submitter::inCopy(const OutboxItem& item) const
{
    if (!m_authority.distant() || item.state == OutboxState::Held)
        return false;
    auto entry = m_log.findOperation(item.operation.id);
    if (!entry)
        return std::unexpected(entry.error());
    return entry->has_value();
}

std::vector<OutboxItem> Submitter::toPush(std::size_t most, std::size_t mostBytes) const
{
    std::vector<OutboxItem> sealed;
    std::ranges::copy_if(m_items, std::back_inserter(sealed), [](const OutboxItem& item) { return item.state == OutboxState::Sealed; });
    std::ranges::sort(sealed, {}, &OutboxItem::devSeq);
    std::size_t bytes = 0, count = 0;
    while (count < sealed.size()) {
        // The halves of a pair follow each other and go in one batch, or both would be refused.
        const bool pair = !sealed[count].operation.pairId.empty() && count + 1 < sealed.size() && sealed[count + 1].operation.pairId == sealed[count].operation.pairId;
        const std::size_t step = pair ? 2 : 1;
        std::size_t size = 0;
        for (std::size_t i = count; i < count + step; ++i)
            size += sealed[i].envelope.size() + 1;
        if (count > 0 && (count + step > most || bytes + size > mostBytes))
            break;
        bytes += size;
        count += step;
    }
    sealed.erase(sealed.begin() + static_cast<std::ptrdiff_t>(count), sealed.end());
    return sealed;
}

Result<ChangeSet> Submitter::answered(const std::vector<OutboxItem>& items, const std::vector<PushAnswer>& answers, Instant now)
{
    std::vector<Answered> told;
    std::set<CaseId> touched;
    bool refusals = false;
    for (std::size_t i = 0; i < items.size() && i < answers.size(); ++i) {
        const PushAnswer& answer = answers[i];
        if (answer.waits())
            continue;
        told.push_back({.operation = items[i].operation.id,
                        .refused = answer.refused(),
                        .applied = isApplied(answer.outcome),
                        .seq = answer.seq,
                        .outcome = std::string(nameOf(answer.outcome)),
                        .reason = answer.reason});
        touched.insert(items[i].operation.caseId);
        refusals = refusals || answer.refused();
    }
    if (told.empty())
        return ChangeSet{};
    if (auto kept = m_outbox.answered(told, now); !kept)
        return std::unexpected(kept.error());
    if (auto read = readItems(); !read)
        return std::unexpected(read.error());
    m_trayStale = m_trayStale || refusals;
    auto changes = project({touched.begin(), touched.end()});
    if (!changes)
        return changes;
    showTray(*changes);
    return changes;
}

Result<std::vector<CaseId>> Submitter::settleCopied(std::int64_t seq, Instant now)
{
    std::vector<Answered> told;
    std::vector<OperationId> leave;
    std::set<CaseId> touched;
    for (const auto& item : m_items) {
        if (item.state != OutboxState::Sealed && item.state != OutboxState::Acknowledged)
            continue;
        auto entry = m_log.findOperation(item.operation.id);
        if (!entry)
            return std::unexpected(entry.error());
        const bool passed = item.state == OutboxState::Acknowledged && item.ackSeq <= seq; // it will not come: out of sight
        if (!*entry && !passed)
            continue;
        touched.insert(item.operation.caseId);
        if (item.state == OutboxState::Sealed) { // its answer was lost
            const Outcome outcome = (*entry)->outcome;
            const bool refused = !isApplied(outcome) && outcome != Outcome::Superseded;
            told.push_back({.operation = item.operation.id, .refused = refused, .applied = false, .seq = (*entry)->streamSeq,
                            .outcome = std::string(nameOf(outcome)), .reason = (*entry)->reason});
            m_trayStale = m_trayStale || refused;
        } else {
            leave.push_back(item.operation.id);
        }
    }
    if (!told.empty())
        if (auto kept = m_outbox.answered(told, now); !kept)
            return std::unexpected(kept.error());
    if (!leave.empty())
        if (auto kept = m_outbox.confirmed(leave); !kept)
            return std::unexpected(kept.error());
    if (!touched.empty())
        if (auto read = readItems(); !read)
            return std::unexpected(read.error());
    return std::vector<CaseId>(touched.begin(), touched.end());
}

Result<ChangeSet> Submitter::copied(std::int64_t seq, const std::vector<CaseId>& gone, Instant now)
{
    auto own = settleCopied(seq, now);
    if (!own)
        return std::unexpected(own.error());
    ChangeSet all;
    const auto add = [&](ChangeSet&& changes) {
        std::ranges::move(changes.added, std::back_inserter(all.added));
        std::ranges::move(changes.changed, std::back_inserter(all.changed));
        all.bulk = all.bulk || changes.bulk;
    };
    for (bool more = true; more;) {
        auto caught = catchUp(1000, more);
        if (!caught)
            return caught;
        add(*std::move(caught));
    }
    std::vector<CaseId> again = *std::move(own);
    std::ranges::copy(gone, std::back_inserter(again));
    auto changes = project(again);
    if (!changes)
        return changes;
    add(*std::move(changes));
    m_trayStale = m_trayStale || !gone.empty();
    showTray(all);
    return all;
}

Result<Sending> Submitter::beginEpoch(std::int64_t atLeast, Instant now)
{
    for (auto& item : m_items)
        if (item.state == OutboxState::Sealed) {
            item.state = OutboxState::Held;
            item.devSeq = 0;
            item.envelope.clear();
        }
    m_chain = std::make_unique<DeviceChain>(ChainHead{.device = m_identity.device,
                                                      .stream = m_authority.stream(),
                                                      .epoch = std::max(atLeast, m_chain->head().epoch + 1),
                                                      .lastHash = {}},
                                            m_key);
    auto sealed = release(now, true);
    if (!sealed)
        return sealed;
    if (auto kept = keepChain(); !kept)
        return std::unexpected(kept.error());
    return sealed;
}

Result<ChangeSet> Submitter::rereadTray()
{
    if (auto read = readItems(); !read)
        return std::unexpected(read.error());
    m_trayStale = true;
    ChangeSet changes;
    showTray(changes);
    return changes;
}

} // namespace griddesk
