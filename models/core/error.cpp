// SPDX-License-Identifier: GPL-3.0-or-later
#include "error.h"

namespace griddesk {

const char* errorName(ErrorCode code) noexcept
{
    switch (code) {
    case ErrorCode::Cancelled: return "cancelled";
    case ErrorCode::InvalidArgument: return "invalid-argument";
    case ErrorCode::Unsupported: return "unsupported";
    case ErrorCode::LimitExceeded: return "limit-exceeded";
    case ErrorCode::FileNotFound: return "file-not-found";
    case ErrorCode::FileNotReadable: return "file-not-readable";
    case ErrorCode::FileNotWritable: return "file-not-writable";
    case ErrorCode::NotAFile: return "not-a-file";
    case ErrorCode::DiskFull: return "disk-full";
    case ErrorCode::FileDamaged: return "file-damaged";
    case ErrorCode::FileForeign: return "file-foreign";
    case ErrorCode::FileNewer: return "file-newer";
    case ErrorCode::WrongKey: return "wrong-key";
    case ErrorCode::ProfileLocked: return "profile-locked";
    case ErrorCode::Syntax: return "syntax";
    case ErrorCode::Encoding: return "encoding";
    case ErrorCode::MissingField: return "missing-field";
    case ErrorCode::UnknownField: return "unknown-field";
    case ErrorCode::WrongType: return "wrong-type";
    case ErrorCode::OutOfRange: return "out-of-range";
    case ErrorCode::UnknownReference: return "unknown-reference";
    case ErrorCode::Duplicate: return "duplicate";
    case ErrorCode::Inconsistent: return "inconsistent";
    case ErrorCode::Refused: return "refused";
    case ErrorCode::CalendarMissing: return "calendar-missing";
    case ErrorCode::GeometryInvalid: return "geometry-invalid";
    case ErrorCode::SignatureInvalid: return "signature-invalid";
    case ErrorCode::HashMismatch: return "hash-mismatch";
    case ErrorCode::ChainBroken: return "chain-broken";
    case ErrorCode::Database: return "database";
    case ErrorCode::Io: return "io";
    case ErrorCode::Network: return "network";
    }
    return "unknown";
}

} // namespace griddesk
