// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <cstdint>
#include <expected>
#include <string>
#include <utility>

namespace griddesk {

/// What went wrong, grouped by area. Words for people are made from the code in one file at the edge
/// (`widgets/errortexts`, `app/gridctl/errortexts`); the core never holds a sentence for the screen.
enum class ErrorCode : std::uint16_t {
    // general
    Cancelled = 1, ///< somebody asked to stop; not a failure
    InvalidArgument,
    Unsupported,
    LimitExceeded, ///< an input is larger than the limit the parser states
    // files
    FileNotFound = 100,
    FileNotReadable,
    FileNotWritable,
    NotAFile, ///< a directory or device where a file is wanted
    DiskFull,
    FileDamaged,
    FileForeign, ///< a file of some other program
    FileNewer,   ///< made by a newer version of this program
    WrongKey,
    ProfileLocked,
    // parsing
    Syntax = 200,
    Encoding,
    MissingField,
    UnknownField,
    WrongType,
    OutOfRange,
    UnknownReference,
    Duplicate,
    Inconsistent,
    // domain
    Refused = 300, ///< the rules refuse an operation; see Refusal
    CalendarMissing,
    // geometry
    GeometryInvalid = 400,
    // signatures
    SignatureInvalid = 500,
    HashMismatch,
    ChainBroken,
    // database and system
    Database = 600,
    Io,
    Network,
};

/// A failure as a value. `detail` is technical English for logs and gridctl (what and where); `context` names the
/// thing concerned: a file, a field, an identifier.
struct Error {
    ErrorCode code = ErrorCode::InvalidArgument;
    std::string detail;
    std::string context;

    bool operator==(const Error&) const = default;
};

/// Result of anything that can fail. Exceptions of third-party code end in the wrapper that calls it.
template <typename T>
using Result = std::expected<T, Error>;

[[nodiscard]] inline std::unexpected<Error> fail(ErrorCode code, std::string detail, std::string context = {})
{
    return std::unexpected(Error{code, std::move(detail), std::move(context)});
}

/// Stable lower-case name of a code (`file-damaged`), used in JSON output and logs.
[[nodiscard]] const char* errorName(ErrorCode code) noexcept;

} // namespace griddesk
