// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "bytesource.h"
#include "csvreader.h"

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <string>

namespace griddesk {

/// How deep the values inside one record may be nested.
inline constexpr std::size_t jsonRecordDepth = 32;

/// One object of a list of objects.
struct JsonRecord {
    std::uint64_t number = 0; ///< its place in the list, from 1
    std::uint64_t line = 0;   ///< physical line it begins on, from 1
    std::map<std::string, std::string, std::less<>> members; ///< texts, numbers as written, true and false; null is nothing stated
    std::set<std::string, std::less<>> nested;               ///< members that hold a list or an object
    std::string content;      ///< all that was stated, nested members too: equal records, equal content, whatever their order
    std::optional<Error> problem; ///< set: this record is unusable, the rest is empty, and reading goes on
    std::string problemText;      ///< beginning of the unusable record, printable
};

/// Reads `[ {…}, {…} ]` object by object in constant memory, as the open-data portals give cases: UTF-8 with or without a
/// byte order mark, UTF-16 by its mark. Each element is cut out by its brackets and quotes first and read by the JSON
/// library then, so that a broken one costs only itself. `fieldBytes` limits a name or text, `rowBytes` an element,
/// `columns` the members of one. One thread at a time; the source must outlive the reader.
///
/// An element is unusable (JsonRecord::problem) when it is no object, is no JSON, breaks a limit, is nested deeper than
/// jsonRecordDepth or states a name twice.
class JsonRecordReader {
public:
    explicit JsonRecordReader(ByteSource& source, CsvLimits limits = {}) : m_source(&source), m_limits(limits) {}

    /// True with an element, false behind the end of the list.
    /// Errors, of the whole file: those of the source; WrongType when it does not begin with a list; FileDamaged when it
    /// ends too early; Syntax between elements and behind the list. Each says the line.
    [[nodiscard]] Result<bool> next(JsonRecord& record);

private:
    Result<bool> have();
    Result<bool> skipBlank();
    Result<void> start();
    Result<bool> toElement();
    Result<bool> finish();
    Result<void> cutOut(JsonRecord& record);
    void read(JsonRecord& record) const;
    void take();
    [[nodiscard]] char current() const noexcept { return m_block[m_position]; }
    [[nodiscard]] std::unexpected<Error> syntax(std::string what) const;
    [[nodiscard]] std::unexpected<Error> cutOff(std::uint64_t line, const char* what) const;

    ByteSource* m_source;
    std::unique_ptr<ByteSource> m_utf16;
    CsvLimits m_limits;
    std::array<char, 64 * 1024> m_block{};
    std::size_t m_position = 0;
    std::size_t m_end = 0;
    std::uint64_t m_line = 1;
    std::uint64_t m_number = 0;
    std::string m_text; ///< the element being cut out, at most rowBytes and one
    bool m_started = false;
    bool m_ended = false;
};

} // namespace griddesk
