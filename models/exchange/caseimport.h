// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "adoptrecord.h"
#include "bytesource.h"
#include "importreport.h"
#include "profile.h"
#include "rowmapper.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace griddesk {

/// What the receiver did with a record.
struct RowAnswer {
    enum class Kind { Imported, Unchanged, Rejected };
    Kind kind = Kind::Imported;
    Error why{}; ///< for Rejected: reason in `detail`, value in `context`
};

/// Takes one record, on the importing thread. An error stops the import as a whole (a full disk, a lost database).
using RecordSink = std::function<Result<RowAnswer>(AdoptRecord&&)>;

struct ImportProgress {
    std::uint64_t rows = 0;
    std::uint64_t bytes = 0;              ///< of the file as it lies on disk
    std::optional<std::uint64_t> allBytes;
};
/// Called every `progressRows` rows, on the importing thread; false stops the import with Cancelled.
using ProgressCall = std::function<bool(const ImportProgress&)>;

struct ImportOptions {
    CsvLimits limits{};
    std::uint64_t progressRows = 1000;
    std::uint64_t maximumRows = 20'000'000;
};

/// Reads a file of cases (CSV, or a JSON list of records) by a profile and hands one record after the other to `sink`, in constant memory apart from 32
/// bytes for each outside number seen. A bad row is a reject and reading goes on. An outside number that comes again in
/// the file is unchanged when the row is equal, else rejected (Duplicate). Every row is counted in exactly one of
/// imported, unchanged, rejected.
///
/// Errors stand for the whole file: those of the source, a header without the required columns, Cancelled, LimitExceeded,
/// those of the sink. The caller then drops what the sink has gathered, so that no half of a file stays inside.
[[nodiscard]] Result<ImportReport> importCases(ByteSource& source, const MappingProfile& profile, const RecordSink& sink,
                                               const ProgressCall& progress = {}, const ImportOptions& options = {});

/// The same account without a receiver: every good row counts as imported.
[[nodiscard]] Result<ImportReport> dryRunCases(ByteSource& source, const MappingProfile& profile, const ProgressCall& progress = {},
                                               const ImportOptions& options = {});

struct ImportPreview {
    ColumnMapping columns;
    std::vector<AdoptRecord> records;
    ImportReport report; ///< over the rows looked at
};

/// The column mapping and the records of the first `count` rows. Never fails for missing columns: these stand in the
/// mapping, and there are no records then. Errors: those of the source, an unreadable header, a column twice.
[[nodiscard]] Result<ImportPreview> previewCases(ByteSource& source, const MappingProfile& profile, std::size_t count);

} // namespace griddesk
