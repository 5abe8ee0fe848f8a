// SPDX-License-Identifier: GPL-3.0-or-later
#include "casefacts.h"

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::int64_t noDeadline = std::int64_t{1} << 49;
constexpr std::int64_t noNumber = std::int64_t{1} << 60;

std::optional<Queue> stepOf(const CaseRow& row) noexcept
{
    switch (row.stage) {
    case Stage::Reported: return Queue::ToAccept;
    case Stage::Accepted: return row.marked(CaseMark::VerifyDue) ? Queue::ToVerify : Queue::ToFile;
    case Stage::Verifying: return Queue::Verifying;
    case Stage::Filed: return Queue::ToDispatch;
    case Stage::Dispatched: return Queue::ToSign;
    case Stage::Handling: return Queue::Handling;
    case Stage::Handled: return Queue::ToCheck;
    case Stage::Checking: return Queue::Checking;
    case Stage::Checked: return Queue::ToClose;
    case Stage::Closed: return row.marked(CaseMark::CallbackWanted) ? std::optional(Queue::ToCallback) : std::nullopt;
    default: return std::nullopt;
    }
}

std::uint32_t markQueuesOf(const CaseRow& row) noexcept
{
    const auto any = [&](std::initializer_list<CaseMark> marks) {
        return std::ranges::any_of(marks, [&](CaseMark mark) { return row.marked(mark); });
    };
    std::uint32_t bits = 0;
    if (any({CaseMark::Returned, CaseMark::ReturnAsked, CaseMark::Arbitration}))
        bits |= queueBit(Queue::Returned);
    if (any({CaseMark::Rework}))
        bits |= queueBit(Queue::Rework);
    if (any({CaseMark::Redo}))
        bits |= queueBit(Queue::Redo);
    if (any({CaseMark::Supervised}))
        bits |= queueBit(Queue::Supervised);
    if (any({CaseMark::Suspended, CaseMark::StatutoryPause}))
        bits |= queueBit(Queue::Suspended);
    if (any({CaseMark::Hot}))
        bits |= queueBit(Queue::Hot);
    return bits;
}

} // namespace

std::int64_t workKey(Urgency urgency, std::optional<std::int64_t> due) noexcept
{
    const std::int64_t rank = 2 - static_cast<std::int64_t>(urgency);
    return (rank << 50) + std::clamp(due.value_or(noDeadline), std::int64_t{0}, noDeadline);
}

std::int64_t ordinalOf(std::string_view number) noexcept
{
    const auto digit = [](char c) { return c >= '0' && c <= '9'; };
    std::int64_t year = 0, last = -1;
    for (std::size_t i = 0; i < number.size();) {
        if (!digit(number[i])) {
            ++i;
            continue;
        }
        std::int64_t group = 0;
        std::size_t digits = 0;
        for (; i < number.size() && digit(number[i]); ++i, ++digits)
            group = std::min<std::int64_t>(group * 10 + (number[i] - '0'), (std::int64_t{1} << 44) - 1);
        if (year == 0 && digits == 4)
            year = group;
        else
            last = group;
    }
    if (last < 0 && year == 0)
        return noNumber;
    return (year << 45) + std::max<std::int64_t>(last, 0);
}

std::int64_t tileOf(GeoPoint place) noexcept
{
    const auto x = static_cast<std::int64_t>((std::int64_t{place.lonE7} + 1'800'000'000) / tileSizeE7);
    const auto y = static_cast<std::int64_t>((std::int64_t{place.latE7} + 900'000'000) / tileSizeE7);
    return (y << 32) + x;
}

CaseFacts factsOf(const CaseRow& row, unsigned pending) noexcept
{
    CaseFacts facts;
    facts.closed = !isOpen(row.stage);
    facts.step = stepOf(row);
    facts.queues = queueBit(Queue::All) | queueBit(facts.closed ? Queue::Closed : Queue::Open);
    if (facts.step)
        facts.queues |= queueBit(*facts.step);
    if (!facts.closed)
        facts.queues |= markQueuesOf(row);
    if ((pending & static_cast<unsigned>(PendingMark::Waiting)) != 0)
        facts.queues |= queueBit(Queue::ToSend);
    if ((pending & static_cast<unsigned>(PendingMark::Refused)) != 0)
        facts.queues |= queueBit(Queue::Tray);
    if (row.due) {
        facts.due = msOf(*row.due);
        facts.yellow = std::min(*facts.due, row.yellowAt ? msOf(*row.yellowAt) : *facts.due);
    }
    facts.work = workKey(row.urgency, facts.due);
    facts.ordinal = ordinalOf(row.number);
    return facts;
}

bool inQueue(const CaseFacts& facts, Queue queue, Instant now) noexcept
{
    const auto ms = msOf(now);
    switch (queue) {
    case Queue::DueSoon: return !facts.closed && facts.due && *facts.yellow <= ms && ms < *facts.due;
    case Queue::Overdue: return !facts.closed && facts.due && *facts.due <= ms;
    default: return (facts.queues & queueBit(queue)) != 0;
    }
}

} // namespace griddesk
