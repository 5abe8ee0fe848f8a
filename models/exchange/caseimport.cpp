// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseimport.h"

#include "caserows.h"
#include "utf8.h"

#include <array>
#include <cstring>
#include <format>
#include <sodium.h>
#include <unordered_map>

namespace griddesk {
namespace {

using Key = std::array<std::uint64_t, 2>;

struct KeyHash {
    std::size_t operator()(const Key& key) const noexcept { return static_cast<std::size_t>(key[0]); }
};

/// 128 bits of a keyless BLAKE2b: enough that two different numbers of one file never meet.
Key shortened(std::string_view text)
{
    Key key{};
    crypto_generichash(reinterpret_cast<unsigned char*>(key.data()), sizeof key, reinterpret_cast<const unsigned char*>(text.data()),
                       text.size(), nullptr, 0);
    return key;
}

class Driver {
public:
    Driver(RowMapper& mapper, const RecordSink& sink, ImportReport& report) : m_mapper(mapper), m_sink(sink), m_report(report) {}

    /// Accounts for one row.
    Result<void> take(const CsvRow& row)
    {
        ++m_report.rows;
        if (row.problem) {
            reject(row, Error{row.problem->code, row.problem->detail, row.problemText});
            return {};
        }
        auto record = m_mapper.map(row, m_report);
        if (!record) {
            reject(row, record.error());
            return {};
        }
        const Key content = shortened(record->recordHash);
        const auto [seen, fresh] = m_seen.emplace(shortened(record->outsideNumber), content);
        if (!fresh) {
            if (seen->second == content)
                ++m_report.unchanged;
            else
                reject(row, Error{ErrorCode::Duplicate, "the outside number stands in the file already, with other content",
                                  printable(record->outsideNumber)});
            return {};
        }
        auto answer = m_sink(std::move(*record));
        if (!answer)
            return std::unexpected(answer.error());
        switch (answer->kind) {
        case RowAnswer::Kind::Imported: ++m_report.imported; break;
        case RowAnswer::Kind::Unchanged: ++m_report.unchanged; break;
        case RowAnswer::Kind::Rejected:
            m_seen.erase(seen); // it did not get in, so a repetition is not "unchanged"
            reject(row, answer->why);
            break;
        }
        return {};
    }

private:
    /// A list of records may stand on one line, so that its place in the list is said too.
    void reject(const CsvRow& row, Error why)
    {
        if (row.record > 0)
            why.detail += std::format(" (record {})", row.record);
        m_report.reject(row.line, why);
    }

    RowMapper& m_mapper;
    const RecordSink& m_sink;
    ImportReport& m_report;
    std::unordered_map<Key, Key, KeyHash> m_seen;
};

} // namespace

Result<ImportReport> importCases(ByteSource& source, const MappingProfile& profile, const RecordSink& sink, const ProgressCall& progress,
                                 const ImportOptions& options)
{
    auto rows = CaseRows::open(source, profile, options.limits);
    if (!rows)
        return std::unexpected(rows.error());
    auto mapper = RowMapper::make(profile, (*rows)->header(), (*rows)->stated());
    if (!mapper) {
        mapper.error().context = source.name();
        return std::unexpected(mapper.error());
    }
    ImportReport report;
    Driver driver(*mapper, sink, report);
    CsvRow row;
    for (;;) {
        if (progress && report.rows % options.progressRows == 0 && !progress({report.rows, source.consumed(), source.total()}))
            return fail(ErrorCode::Cancelled, std::format("stopped after {} rows", report.rows), source.name());
        auto more = (*rows)->next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            return report;
        if (report.rows >= options.maximumRows)
            return fail(ErrorCode::LimitExceeded, std::format("more than {} rows", options.maximumRows), source.name());
        if (auto done = driver.take(row); !done)
            return std::unexpected(done.error());
    }
}

Result<ImportReport> dryRunCases(ByteSource& source, const MappingProfile& profile, const ProgressCall& progress, const ImportOptions& options)
{
    return importCases(source, profile, [](AdoptRecord&&) -> Result<RowAnswer> { return RowAnswer{}; }, progress, options);
}

Result<ImportPreview> previewCases(ByteSource& source, const MappingProfile& profile, std::size_t count)
{
    auto rows = CaseRows::open(source, profile, {});
    if (!rows)
        return std::unexpected(rows.error());
    ImportPreview preview;
    auto mapping = RowMapper::mapping(profile, (*rows)->stated());
    if (!mapping)
        return std::unexpected(mapping.error());
    preview.columns = std::move(*mapping);
    if (!preview.columns.missingRequired.empty())
        return preview;
    auto mapper = RowMapper::make(profile, (*rows)->header(), (*rows)->stated());
    if (!mapper)
        return std::unexpected(mapper.error());
    const RecordSink keep = [&](AdoptRecord&& record) -> Result<RowAnswer> {
        preview.records.push_back(std::move(record));
        return RowAnswer{};
    };
    Driver driver(*mapper, keep, preview.report);
    CsvRow row;
    while (preview.report.rows < count) {
        auto more = (*rows)->next(row);
        if (!more)
            return std::unexpected(more.error());
        if (!*more)
            break;
        if (auto done = driver.take(row); !done)
            return std::unexpected(done.error());
    }
    return preview;
}

} // namespace griddesk
