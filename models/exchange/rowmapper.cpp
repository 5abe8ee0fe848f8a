// SPDX-License-Identifier: GPL-3.0-or-later
#include "rowmapper.h"

#include "utf8.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <format>
#include <set>
#include <sodium.h>

namespace griddesk {
namespace {

/// Stages of the life cycle in which somebody still has to do something.
constexpr std::array<std::string_view, 8> openStages{"reported", "accepted", "filed", "dispatched", "handling", "handled", "checking", "checked"};

using Digest = std::array<unsigned char, crypto_hash_sha256_BYTES>;

void add(crypto_hash_sha256_state& state, std::string_view text)
{
    crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(text.data()), text.size());
    // Not a byte of UTF-8, so that fields cannot run into each other.
    const unsigned char end = 0xFF;
    crypto_hash_sha256_update(&state, &end, 1);
}

std::string hex(const Digest& digest)
{
    std::string out(digest.size() * 2 + 1, '\0');
    sodium_bin2hex(out.data(), out.size(), digest.data(), digest.size());
    out.pop_back();
    return out;
}

std::string joined(const std::vector<std::string>& names, std::string_view between)
{
    std::string out;
    for (const auto& name : names)
        out += (out.empty() ? "" : std::string(between)) + name;
    return out;
}

std::optional<double> degrees(std::string_view text)
{
    double value = 0.0;
    const auto [end, status] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (status != std::errc{} || end != text.data() + text.size())
        return std::nullopt;
    return value;
}

} // namespace

Result<RowMapper::Columns> RowMapper::columnsOf(const ColumnNames& names, const CsvHeader& header)
{
    Columns out;
    for (const auto& name : names) {
        auto index = header.find(name);
        if (!index)
            return std::unexpected(index.error());
        if (*index)
            out.push_back(**index);
    }
    return out;
}

Result<ColumnMapping> RowMapper::mapping(const MappingProfile& profile, const CsvHeader& header)
{
    ColumnMapping mapping;
    std::set<std::size_t> used;
    const auto note = [&](const std::string& field, const ColumnNames& names) -> Result<void> {
        if (names.empty())
            return {};
        auto columns = columnsOf(names, header);
        if (!columns)
            return std::unexpected(columns.error());
        for (const std::size_t column : *columns) {
            used.insert(column);
            mapping.found[field].push_back(header.names()[column]);
        }
        if (columns->empty()) {
            mapping.missing.push_back(field);
            const bool coordinate = field == "longitude" || field == "latitude";
            const bool level = field.starts_with("categoryPath");
            const auto required = [&](std::string_view name) { return std::ranges::find(profile.required, name) != profile.required.end(); };
            if (required(field) || (coordinate && required("place")) || (level && required("categoryPath")))
                mapping.missingRequired.push_back(std::format("{} ({})", field, joined(names, " or ")));
        }
        return {};
    };
    for (const auto& field : MappingProfile::fieldNames())
        if (auto done = note(field, *profile.columns(field)); !done)
            return std::unexpected(done.error());
    for (std::size_t i = 0; i < profile.categoryPath.size(); ++i)
        if (auto done = note(std::format("categoryPath.{}", i + 1), profile.categoryPath[i]); !done)
            return std::unexpected(done.error());
    for (std::size_t i = 0; i < header.names().size(); ++i)
        if (!used.contains(i))
            mapping.unused.push_back(header.names()[i]);
    return mapping;
}

Result<RowMapper> RowMapper::make(const MappingProfile& profile, const CsvHeader& header, const CsvHeader& stated)
{
    auto mapped = mapping(profile, stated);
    if (!mapped)
        return std::unexpected(mapped.error());
    if (!mapped->missingRequired.empty())
        return fail(ErrorCode::MissingField,
                    std::format("required columns are missing: {}; the file has: {}", joined(mapped->missingRequired, ", "), stated.listed()),
                    profile.platform);
    auto times = TimeReader::make(profile.timeZone, profile.timeFormats);
    if (!times)
        return std::unexpected(times.error());
    RowMapper mapper(profile, std::move(*times));
    mapper.m_columnCount = header.names().size();
    for (const auto& field : MappingProfile::fieldNames())
        mapper.m_columns.emplace(field, columnsOf(*profile.columns(field), header).value_or(Columns{}));
    for (const auto& level : profile.categoryPath)
        mapper.m_categoryPath.push_back(columnsOf(level, header).value_or(Columns{}));
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    for (const auto& name : header.names())
        add(state, name);
    Digest digest{};
    crypto_hash_sha256_final(&state, digest.data());
    mapper.m_headerDigest.assign(digest.begin(), digest.end());
    return mapper;
}

const RowMapper::Columns& RowMapper::of(const char* field) const { return m_columns.find(field)->second; }

std::string_view RowMapper::pick(const CsvRow& row, const Columns& columns) const
{
    for (const std::size_t column : columns) {
        const std::string_view text = trimmed(row.fields[column]);
        if (!text.empty() && std::ranges::find(m_profile->absent, text) == m_profile->absent.end())
            return text;
    }
    return {};
}

Result<void> RowMapper::times(const CsvRow& row, AdoptRecord& record, ImportReport& report)
{
    for (const auto& [field, out] :
         {std::pair{"opened", &record.opened}, std::pair{"target", &record.target}, std::pair{"closed", &record.closed}}) {
        const std::string_view text = pick(row, of(field));
        if (text.empty())
            continue;
        auto time = m_times.parse(text);
        if (!time)
            return fail(time.error().code, std::format("{}: {}", field, time.error().detail), time.error().context);
        *out = *time;
    }
    if (record.opened && record.closed && *record.closed < *record.opened) {
        record.clockDisorder = true;
        report.warn("clock-disorder", row.line);
    }
    return {};
}

Result<void> RowMapper::codes(const CsvRow& row, AdoptRecord& record, ImportReport& report) const
{
    const auto look = [](const auto& map, std::string_view text) {
        const auto found = map.find(text);
        return found != map.end() ? found : map.find(std::string_view("*"));
    };
    if (const auto status = pick(row, of("status")); !status.empty()) {
        const auto stage = look(m_profile->stages, status);
        if (stage == m_profile->stages.end())
            return fail(ErrorCode::UnknownReference, "the profile has no stage for this status", printable(status));
        record.statusText = status;
        record.stage = stage->second;
        // Sources contradict themselves (New York closes by date before it does by status). Both statements are kept and
        // neither is bent to fit the other: the stage is the status, the date is the date; the reader is told.
        const bool open = std::ranges::find(openStages, record.stage) != openStages.end();
        if (open && record.closed)
            report.warn("closing-date-but-open", row.line);
        else if (record.stage == "closed" && !record.closed)
            report.warn("closed-without-date", row.line);
    }
    if (const auto channel = pick(row, of("source")); !channel.empty()) {
        record.sourceText = channel;
        if (const auto source = look(m_profile->sources, channel); source != m_profile->sources.end())
            record.source = source->second;
        else
            report.warn("unknown-source", row.line);
    }
    if (const auto verdict = pick(row, of("onTime")); !verdict.empty()) {
        record.sourceOnTime = std::string(verdict);
        if (const auto meaning = look(m_profile->onTimeValues, verdict); meaning != m_profile->onTimeValues.end())
            record.sourceSaysOnTime = meaning->second;
        else
            report.warn("unknown-verdict", row.line);
    }
    return {};
}

Result<void> RowMapper::place(const CsvRow& row, AdoptRecord& record, ImportReport& report) const
{
    const std::string_view lonText = pick(row, of("longitude"));
    const std::string_view latText = pick(row, of("latitude"));
    if (lonText.empty() && latText.empty())
        return {};
    const auto lon = degrees(lonText), lat = degrees(latText);
    const Extent world;
    const char* fault = nullptr;
    const char* kind = nullptr;
    if (!lon || !lat) {
        fault = "the coordinates are not two numbers";
        kind = "place-unreadable";
    } else if (*lon == 0.0 && *lat == 0.0) {
        fault = "the coordinates are zero";
        kind = "place-zero";
    } else if (!world.contains(*lon, *lat)) {
        const bool swapped = world.contains(*lat, *lon);
        fault = swapped ? "latitude and longitude are swapped" : "the coordinates are not degrees on earth";
        kind = swapped ? "place-swapped" : "place-out-of-range";
    } else if (m_profile->extent && !m_profile->extent->contains(*lon, *lat)) {
        const bool swapped = m_profile->extent->contains(*lat, *lon);
        fault = swapped ? "latitude and longitude are swapped" : "the place is outside the region of the source";
        kind = swapped ? "place-swapped" : "place-outside-extent";
    }
    if (fault == nullptr) {
        record.lonLat = std::pair{*lon, *lat};
        record.datum = m_profile->datum;
        return {};
    }
    if (std::ranges::find(m_profile->required, "place") != m_profile->required.end())
        return fail(ErrorCode::OutOfRange, fault, printable(std::format("{}, {}", lonText, latText)));
    report.warn(kind, row.line);
    return {};
}

Result<void> RowMapper::requiredFields(const AdoptRecord& record) const
{
    for (const auto& field : m_profile->required) {
        const bool stated = field == "outsideNumber" ? !record.outsideNumber.empty()
            : field == "opened"                      ? record.opened.has_value()
            : field == "target"                      ? record.target.has_value()
            : field == "closed"                      ? record.closed.has_value()
            : field == "status"                      ? !record.stage.empty()
            : field == "categoryPath"                ? !record.categoryPath.empty()
            : field == "title"                       ? !record.title.empty()
            : field == "description"                 ? !record.description.empty()
            : field == "handlingText"                ? !record.handlingText.empty()
            : field == "address"                     ? !record.address.empty()
            : field == "areaHint"                    ? !record.areaHint.empty()
            : field == "unitHint"                    ? !record.unitHint.empty()
            : field == "source"                      ? !record.sourceText.empty()
            : field == "onTime"                      ? record.sourceOnTime.has_value()
                                                     : record.lonLat.has_value();
        if (!stated)
            return fail(ErrorCode::MissingField, std::format("{} is not stated", field));
    }
    return {};
}

Result<AdoptRecord> RowMapper::map(const CsvRow& row, ImportReport& report)
{
    if (row.fields.size() != m_columnCount)
        return fail(ErrorCode::Inconsistent, std::format("the row has {} fields, the header {}", row.fields.size(), m_columnCount),
                    printable(row.fields.empty() ? std::string_view() : row.fields.front()));
    AdoptRecord record;
    record.line = row.line;
    record.platform = m_profile->platform;
    record.outsideNumber = collapsed(pick(row, of("outsideNumber")));
    record.title = collapsed(pick(row, of("title")));
    record.description = pick(row, of("description"));
    record.handlingText = pick(row, of("handlingText"));
    record.address = collapsed(pick(row, of("address")));
    record.areaHint = collapsed(pick(row, of("areaHint")));
    record.unitHint = collapsed(pick(row, of("unitHint")));
    for (const auto& level : m_categoryPath)
        if (const auto name = pick(row, level); !name.empty())
            record.categoryPath.push_back(collapsed(name));
    // Warnings count only for rows that are taken, so they are gathered apart until then.
    ImportReport oddities;
    if (auto done = times(row, record, oddities); !done)
        return std::unexpected(done.error());
    if (auto done = codes(row, record, oddities); !done)
        return std::unexpected(done.error());
    if (auto done = place(row, record, oddities); !done)
        return std::unexpected(done.error());
    if (auto done = requiredFields(record); !done)
        return std::unexpected(done.error());
    for (const auto& [kind, warning] : oddities.warnings)
        report.warn(kind, row.line);
    crypto_hash_sha256_state state;
    crypto_hash_sha256_init(&state);
    if (row.content.empty()) {
        crypto_hash_sha256_update(&state, reinterpret_cast<const unsigned char*>(m_headerDigest.data()), m_headerDigest.size());
        for (const auto field : row.fields)
            add(state, field);
    } else {
        add(state, row.content);
    }
    Digest digest{};
    crypto_hash_sha256_final(&state, digest.data());
    record.recordHash = hex(digest);
    return record;
}

} // namespace griddesk
