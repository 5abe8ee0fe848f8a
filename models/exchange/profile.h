// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "areafeature.h"
#include "textdecoder.h"
#include "timetext.h"

#include "models/core/value.h"

#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// Names a column may have. Per row the first of them that the file has and that is not absent in the row counts.
using ColumnNames = std::vector<std::string>;

/// What a file of cases is: ByContent looks at its first character.
enum class CaseForm { ByContent, Csv, Json };

/// How the columns of a source become the fields of an adopted case. A JSON file:
///
///     {"format": "griddesk-case-profile", "version": 1, "platform": "boston311", "title": "…",
///      "form": "csv", "encoding": "utf-8", "delimiter": ",", "timeZone": "America/New_York", "timeFormats": ["%Y-%m-%d %H:%M:%S"],
///      "datum": "wgs84", "extent": ["-71.3", "42.1", "-70.8", "42.5"], "absent": ["NA"],
///      "columns": {"outsideNumber": ["case_enquiry_id"], …, "categoryPath": [["reason"], ["type"]]},
///      "required": ["outsideNumber", "opened"],
///      "stages": {"Closed": "closed", "*": "reported"}, "sources": {"Self Service": "web"}, "onTime": {"ONTIME": true}}
///
/// `form` is `csv` or `json` (a list of objects, whose members are the columns); without it a file that begins with `[` or
/// `{` is JSON. `encoding` and `delimiter` are those of CSV; JSON is UTF-8.
/// `absent` are texts that mean "nothing stated"; an empty or blank field always does. `*` stands for every other text.
struct MappingProfile {
    std::string platform; ///< identifier of the source; part of the key of an outside number
    std::string title;
    CaseForm form = CaseForm::ByContent;
    TextEncoding encoding = TextEncoding::Utf8;
    char delimiter = ',';
    std::string timeZone = "UTC";
    std::vector<std::string> timeFormats;
    std::string datum = "wgs84"; ///< wgs84, cgcs2000, gcj02, bd09: what the coordinates are in
    std::optional<Extent> extent;
    std::vector<std::string> absent;

    ColumnNames outsideNumber, opened, target, closed, onTime, status, titleText, description, handlingText, address, areaHint, unitHint,
        source, longitude, latitude;
    std::vector<ColumnNames> categoryPath; ///< from the widest level to the narrowest

    std::vector<std::string> required; ///< fields every row must state, from fieldNames(); `place` means both coordinates
    std::map<std::string, std::string, std::less<>> stages;
    std::map<std::string, std::string, std::less<>> sources;
    std::map<std::string, bool, std::less<>> onTimeValues;

    /// The columns of a field by its name in the file; nullptr for an unknown name. `categoryPath` is not among them.
    [[nodiscard]] const ColumnNames* columns(std::string_view field) const;
    [[nodiscard]] static const std::vector<std::string>& fieldNames();

    /// Errors: MissingField, WrongType, UnknownField (a member that is misspelt), UnknownReference (stage, source, zone),
    /// Unsupported (format, version, form, encoding), Syntax. `context` is the member.
    [[nodiscard]] static Result<MappingProfile> fromValue(const Value& value);
    [[nodiscard]] static Result<MappingProfile> fromFile(const std::filesystem::path& path);
};

} // namespace griddesk
