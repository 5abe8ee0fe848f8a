// SPDX-License-Identifier: GPL-3.0-or-later
#include "sqliteerror.h"

#include <sqlcipher/sqlite3.h>

#include <cerrno>
#include <string>

namespace griddesk {

namespace {

ErrorCode codeOf(sqlite3* db, int code)
{
    const int system = db != nullptr ? sqlite3_system_errno(db) : 0;
    switch (code & 0xff) {
    case SQLITE_INTERRUPT: return ErrorCode::Cancelled;
    case SQLITE_FULL: return ErrorCode::DiskFull;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB: return ErrorCode::FileDamaged;
    // The codec reports a page whose authentication fails as "out of memory"; real exhaustion ends the process in C++.
    case SQLITE_NOMEM: return ErrorCode::FileDamaged;
    case SQLITE_READONLY:
    case SQLITE_PERM: return ErrorCode::FileNotWritable;
    case SQLITE_CANTOPEN: return ErrorCode::FileNotReadable;
    case SQLITE_TOOBIG: return ErrorCode::LimitExceeded;
    case SQLITE_CONSTRAINT:
        return code == SQLITE_CONSTRAINT_UNIQUE || code == SQLITE_CONSTRAINT_PRIMARYKEY || code == SQLITE_CONSTRAINT_ROWID
            ? ErrorCode::Duplicate
            : ErrorCode::Inconsistent;
    case SQLITE_IOERR:
        if (code == SQLITE_IOERR_CORRUPTFS || code == SQLITE_IOERR_SHORT_READ)
            return ErrorCode::FileDamaged;
        return system == ENOSPC || system == EDQUOT || system == EFBIG ? ErrorCode::DiskFull : ErrorCode::Io;
    default: return ErrorCode::Database;
    }
}

} // namespace

Error sqliteError(sqlite3* db, int code, std::string_view doing)
{
    std::string detail(doing);
    detail += ": ";
    detail += sqlite3_errstr(code);
    detail += " (" + std::to_string(code) + ")";
    if (db != nullptr && (code & 0xff) == SQLITE_ERROR)
        detail += std::string("; ") + sqlite3_errmsg(db);
    std::string file;
    if (db != nullptr) {
        if (const char* name = sqlite3_db_filename(db, "main"); name != nullptr)
            file = name;
    }
    return Error{codeOf(db, code), std::move(detail), std::move(file)};
}

} // namespace griddesk
