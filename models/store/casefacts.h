// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/caserow.h"
#include "models/core/queue.h"

#include <cstdint>
#include <optional>

namespace griddesk {

/// The numbers of a case row that queues, orders and counters go by. Pure: the same row always gives the same facts, so
/// what a row counted for can be taken back when it changes. Thread: any.
struct CaseFacts {
    std::optional<Queue> step; ///< which of ToAccept … ToCallback the case waits in; absent = in none of them
    std::uint32_t queues = 0;  ///< bit per queue that does not depend on the time or the person (queueBit)
    bool closed = false;       ///< not open any more
    std::int64_t work = 0;     ///< CaseOrder::Work within a queue: urgency, then deadline
    std::int64_t ordinal = 0;  ///< CaseOrder::Number: year and counter of the number
    std::optional<std::int64_t> due, yellow; ///< ms; of open cases; yellow is never after due

    bool operator==(const CaseFacts&) const = default;
};

/// Own operations of a case that the authority has not taken.
enum class PendingMark : std::uint8_t { Waiting = 1, Refused = 2 };

[[nodiscard]] constexpr std::uint32_t queueBit(Queue queue) noexcept
{
    return std::uint32_t{1} << static_cast<unsigned>(queue);
}

/// `pending`: PendingMark bits.
[[nodiscard]] CaseFacts factsOf(const CaseRow& row, unsigned pending) noexcept;

/// Whether a case is in a queue at an instant; what the tables and counters of the store must agree with.
/// Not for Queue::Mine, which depends on the person.
[[nodiscard]] bool inQueue(const CaseFacts& facts, Queue queue, Instant now) noexcept;

/// Sort key of urgency and deadline; `due` absent comes last within its urgency.
[[nodiscard]] std::int64_t workKey(Urgency urgency, std::optional<std::int64_t> due) noexcept;

/// Number text to its place in CaseOrder::Number: the first group of four digits as the year, the last group as the
/// counter; texts without digits come last.
[[nodiscard]] std::int64_t ordinalOf(std::string_view number) noexcept;

/// The square of about 200 m a place lies in; neighbours differ by 1 in x (low 32 bits) or y (high).
inline constexpr std::int32_t tileSizeE7 = 20'000;
[[nodiscard]] std::int64_t tileOf(GeoPoint place) noexcept;

/// Queues a single case waits in, in the order of the loop, for merging.
inline constexpr Queue stepQueues[] = {Queue::ToAccept, Queue::ToVerify, Queue::Verifying, Queue::ToFile,  Queue::ToDispatch, Queue::ToSign,
                                       Queue::Handling, Queue::ToCheck,  Queue::Checking,  Queue::ToClose, Queue::ToCallback};
/// Queues of marks, which are rare.
inline constexpr std::uint32_t markedQueues = queueBit(Queue::Returned) | queueBit(Queue::Rework) | queueBit(Queue::Redo)
    | queueBit(Queue::Supervised) | queueBit(Queue::Suspended) | queueBit(Queue::Hot) | queueBit(Queue::ToSend) | queueBit(Queue::Tray);

} // namespace griddesk
