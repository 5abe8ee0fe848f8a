// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "envelope.h"

#include <optional>
#include <string>
#include <string_view>

namespace griddesk {

/// Longest line of an upload: a rule bundle within a JSON text.
inline constexpr std::size_t mostFoundingLineBytes = std::size_t{160} * 1024 * 1024;

/// One line of POST /v1/found, by which a stand-alone desk uploads its log as the first of a stream: documents and bundles,
/// devices, then all log entries in order, as this desk's own authority decided them. A line each of canonical JSON.
struct FoundingLine {
    enum class Kind : std::uint8_t { Bundle, Document, Device, Entry };
    Kind kind = Kind::Entry;
    // Bundle, Document
    std::string hash{};  ///< SHA-256 (hex) of `bytes`
    std::string bytes{}; ///< UTF-8
    Instant validFrom{}; ///< of a bundle
    // Device
    std::optional<DeviceId> device{};
    PublicKey publicKey{};
    // Entry
    std::int64_t seq = 0, caseRev = 0, doubtMs = 0;
    std::string envelope{}, outcome{}, reason{}, number{};
    Instant effective{};
    std::optional<Instant> receivedAt{}; ///< absent in logs begun before this was kept
};

[[nodiscard]] std::string write(const FoundingLine& line);
/// Errors: those of fromCanonical(), MissingField, UnknownField, WrongType, OutOfRange.
[[nodiscard]] Result<FoundingLine> readFoundingLine(std::string_view bytes);

} // namespace griddesk
