// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl export cases: everything as CSV or GeoJSON.
#include "opening.h"

#include "models/exchange/csvwriter.h"
#include "models/exchange/geojsonwriter.h"
#include "models/store/caselists.h"
#include "models/store/casereader.h"

#include <algorithm>

namespace griddesk::gridctl {

Result<Answer> runExportCases(const Invocation& invocation)
{
    const std::string format = invocation.arguments.value("format").value_or("csv");
    if (format != "csv" && format != "geojson")
        return usage("--format is csv or geojson", format);
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const std::filesystem::path path = invocation.operand(0);
    auto written = answerOf((*workspace)->read([&](DeskConnection& desk) -> Result<std::int64_t> {
        CaseSelection everything;
        everything.filter.queue = Queue::All;
        auto keys = CaseLists(*desk.storeDb).keys(everything, CaseSort{CaseOrder::Number, false}, systemNow());
        if (!keys)
            return std::unexpected(keys.error());
        CaseReader reader(*desk.storeDb);
        const auto time = [](const std::optional<Instant>& t) { return t ? formatInstant(*t) : std::string(); };
        const auto each = [&](auto&& take) -> Result<void> {
            for (std::size_t from = 0; from < keys->size(); from += 1000) {
                auto rows = reader.rows({keys->begin() + static_cast<std::ptrdiff_t>(from),
                                         keys->begin() + static_cast<std::ptrdiff_t>(std::min(from + 1000, keys->size()))});
                if (!rows)
                    return std::unexpected(rows.error());
                for (const auto& [key, row] : *rows)
                    if (auto taken = take(row); !taken)
                        return taken;
                if (!invocation.progress(std::min(from + 1000, keys->size()), keys->size(), "writing"))
                    return fail(ErrorCode::Cancelled, "stopped; no file was written", path.string());
            }
            return {};
        };
        Result<void> done;
        if (format == "csv") {
            auto csv = CsvWriter::create(path, CsvWriteOptions{.delimiter = ',', .byteOrderMark = true, .guardFormulas = true});
            if (!csv)
                return std::unexpected(csv.error());
            const std::vector<std::string> head{"id", "number", "localNumber", "outsideNumbers", "stage", "urgency", "source", "category", "title", "address",
                                                "lon", "lat", "cell", "grid", "community", "unit", "reportedAt", "due", "closedAt"};
            if (auto first = csv->row(head); !first)
                return std::unexpected(first.error());
            done = each([&](const CaseRow& row) {
                std::string numbers;
                for (const auto& number : row.outsideNumbers)
                    numbers += (numbers.empty() ? "" : " ") + number;
                const auto code = [](const auto& id) { return id ? id->text() : std::string(); };
                const std::vector<std::string> fields{row.id.text(), row.number, row.localNumber, numbers, std::string(nameOf(row.stage)),
                                                      std::string(row.urgency == Urgency::Critical ? "critical" : row.urgency == Urgency::Urgent ? "urgent" : "ordinary"),
                                                      row.source, code(row.category), row.title, row.address,
                                                      row.place ? degreesText(row.place->lonE7) : "", row.place ? degreesText(row.place->latE7) : "",
                                                      code(row.cell), code(row.grid), code(row.community), code(row.unit), time(row.reportedAt),
                                                      time(row.caseDue ? row.caseDue : row.due), time(row.closedAt)};
                return csv->row(fields);
            });
            if (done)
                done = csv->commit();
        } else {
            auto json = GeoJsonWriter::create(path);
            if (!json)
                return std::unexpected(json.error());
            done = each([&](const CaseRow& row) {
                Value properties;
                properties.set("number", row.number);
                properties.set("stage", nameOf(row.stage));
                properties.set("title", row.title);
                properties.set("address", row.address);
                if (row.category)
                    properties.set("category", row.category->text());
                if (row.community)
                    properties.set("community", row.community->text());
                if (row.reportedAt)
                    properties.set("reportedAt", formatInstant(*row.reportedAt));
                if (row.closedAt)
                    properties.set("closedAt", formatInstant(*row.closedAt));
                return json->add(row.id.text(), row.place, properties);
            });
            if (done)
                done = json->commit();
        }
        if (!done)
            return std::unexpected(done.error());
        return static_cast<std::int64_t>(keys->size());
    }));
    if (!written)
        return std::unexpected(written.error());
    Answer answer;
    answer.json["file"] = path.string();
    answer.json["format"] = format;
    answer.json["cases"] = *written;
    answer.text = std::to_string(*written) + " cases written to " + path.string() + "\n";
    return answer;
}

} // namespace griddesk::gridctl
