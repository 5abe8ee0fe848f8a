// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "atomicfile.h"

#include "models/core/geopoint.h"
#include "models/core/value.h"

#include <optional>
#include <string>

namespace griddesk {

/// Writes a FeatureCollection of points (RFC 7946, WGS-84, seven decimals) as a stream into a file that appears whole or
/// not at all. One thread at a time.
class GeoJsonWriter {
public:
    /// Errors: those of AtomicFile::create and write.
    [[nodiscard]] static Result<GeoJsonWriter> create(const std::filesystem::path& path);
    /// A feature without a place has geometry null. `properties` is an object. Errors: those of AtomicFile::write.
    [[nodiscard]] Result<void> add(const std::string& id, const std::optional<GeoPoint>& place, const Value& properties);
    /// Errors: those of AtomicFile::commit.
    [[nodiscard]] Result<void> commit();

private:
    explicit GeoJsonWriter(AtomicFile file) : m_file(std::move(file)) {}
    AtomicFile m_file;
    std::string m_text;
    bool m_first = true;
};

/// Appends a Value as compact JSON, text escaped as RFC 8259 asks; ill-formed UTF-8 becomes U+FFFD.
void appendJson(std::string& out, const Value& value);

/// Degrees with seven decimals, exact: `-71.0587000`.
[[nodiscard]] std::string degreesText(std::int32_t e7);

} // namespace griddesk
