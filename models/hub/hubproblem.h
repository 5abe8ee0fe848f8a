// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/wire/protocol.h"

#include <algorithm>
#include <expected>
#include <string>
#include <string_view>
#include <utility>

namespace griddesk {

/// Why a request was not served: the answer to it, and what only the platform's own log may tell.
struct HubProblem {
    int status = 500;
    ProblemAnswer answer{};
    std::string trouble{}; ///< empty when it was the caller's fault
};

/// Words that may quote what came, made fit to stand in a message: printable ASCII, not too long.
[[nodiscard]] inline std::string printable(std::string_view text)
{
    std::string clean(text.substr(0, 200));
    std::ranges::replace_if(clean, [](char c) { return c < ' ' || c > '~'; }, '?');
    return clean;
}

/// The caller's fault or lack of right.
[[nodiscard]] inline std::unexpected<HubProblem> refuseCall(int status, std::string_view error, std::string_view detail,
                                                            std::optional<std::int64_t> retryAfter = {})
{
    return std::unexpected(HubProblem{status, ProblemAnswer{std::string(error), printable(detail), retryAfter}, {}});
}

/// A body or parameter that cannot be read. Its own words stay here: they may quote what came.
[[nodiscard]] inline std::unexpected<HubProblem> refuseBody(const Error& error)
{
    const bool tooLarge = error.code == ErrorCode::LimitExceeded;
    return refuseCall(tooLarge ? 413 : 400, tooLarge ? "tooLarge" : errorName(error.code), tooLarge ? "more than the limit" : "cannot be read");
}

/// What the platform itself ran into. What may pass by waiting (a full disk, a locked file) asks the desk to come again.
[[nodiscard]] inline std::unexpected<HubProblem> troubled(const Error& error)
{
    const bool passes = error.code == ErrorCode::DiskFull || error.code == ErrorCode::Database || error.code == ErrorCode::Io;
    HubProblem problem{passes ? 503 : 500, ProblemAnswer{errorName(error.code), "the platform could not do it", {}}, {}};
    if (passes)
        problem.answer.retryAfter = error.code == ErrorCode::DiskFull ? 30 : 2;
    problem.trouble = error.detail + (error.context.empty() ? "" : " (" + error.context + ")");
    return std::unexpected(std::move(problem));
}

} // namespace griddesk
