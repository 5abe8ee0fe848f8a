// SPDX-License-Identifier: GPL-3.0-or-later
// gridctl new, import …: districts, rules and outside cases.
#include "opening.h"

#include "app/common/areacheck.h"
#include "app/common/caseimporter.h"
#include "app/common/democases.h"
#include "app/common/demopictures.h"
#include "app/common/district.h"
#include "app/common/newprofile.h"
#include "app/common/personalrecords.h"
#include "app/common/resources.h"

#include "models/core/areajoin.h"
#include "models/core/numbers.h"
#include "models/core/rulesreader.h"
#include "models/exchange/caldata.h"
#include "models/exchange/jsonfile.h"

#include <algorithm>
#include <charconv>
#include <set>

namespace griddesk::gridctl {

namespace {

Json reportJson(const ImportReport& report) { return jsonOf(report.toValue()); }

std::string reportText(const ImportReport& report)
{
    std::string text = std::to_string(report.rows) + " rows: " + std::to_string(report.imported) + " imported, "
        + std::to_string(report.unchanged) + " unchanged, " + std::to_string(report.rejected) + " rejected\n";
    for (const auto& reject : report.rejects)
        text += "  line " + std::to_string(reject.line) + ": " + reject.reason + (reject.value.empty() ? "" : ": " + reject.value) + "\n";
    if (report.rejected > report.rejects.size())
        text += "  … and " + std::to_string(report.rejected - report.rejects.size()) + " more\n";
    for (const auto& [kind, warning] : report.warnings)
        text += "  warning: " + kind + ", " + std::to_string(warning.count) + " times, first at line " + std::to_string(warning.firstLine) + "\n";
    return text;
}

Answer reportAnswer(const ImportReport& report) { return Answer{reportJson(report), reportText(report), 0}; }

/// A shipped profile by name, or a file.
Result<MappingProfile> profileOf(const Invocation& invocation)
{
    const auto given = invocation.arguments.value("profile");
    if (!given)
        return usage("which mapping profile? Give --profile FILE, or the name of a shipped one: boston311, la311, nyc311");
    std::error_code ignored;
    if (!given->contains('/') && !std::filesystem::exists(*given, ignored)) {
        const auto shipped = resourcePath("profiles/" + *given + ".json");
        if (std::filesystem::exists(shipped, ignored))
            return MappingProfile::fromFile(shipped);
    }
    return MappingProfile::fromFile(*given);
}

/// How areas stand in a file: --profile FILE and --datum, which goes before the profile's.
Result<AreaProfile> areaProfileOf(const Invocation& invocation)
{
    AreaProfile profile;
    if (const auto file = invocation.arguments.value("profile")) {
        auto read = AreaProfile::fromFile(*file);
        if (!read)
            return read;
        profile = *std::move(read);
    }
    profile.mayOverlap = invocation.arguments.has("allow-overlaps");
    if (const auto text = invocation.arguments.value("datum")) {
        auto datum = parseDatum(*text);
        if (!datum)
            return usage("--datum is wgs84, gcj02, bd09 or cgcs2000", *text);
        profile.datum = *datum;
    }
    return profile;
}

Result<ImportReport> importFile(Workspace& workspace, const std::filesystem::path& file, const MappingProfile& profile, bool dryRun, const Progress& progress)
{
    auto source = openByteSource(file);
    if (!source)
        return std::unexpected(source.error());
    const Instant now = systemNow();
    auto actor = actorWith(*workspace.rules(), Role::Importer, now);
    if (!actor)
        return std::unexpected(actor.error());
    return answerOf(workspace.write([&](DeskConnection& desk) -> Result<ImportReport> {
        if (!desk.authority)
            return fail(ErrorCode::Refused, "this desk is enrolled with a platform; files of cases are imported before a district joins one");
        CaseImporter importer(*desk.log, *desk.authority, *desk.submitter);
        auto report = importer.run(**source, profile, *actor, now, dryRun,
                                   [&](const ImportProgress& at) { return progress(at.bytes, at.allBytes.value_or(0), "reading"); });
        if (!report || dryRun)
            return report;
        auto head = desk.log->head();
        auto applied = desk.projection->appliedSeq();
        if (!head || !applied)
            return std::unexpected(head ? applied.error() : head.error());
        // From here on nothing can be lost: the log has it, and the projection catches up at the next start if stopped.
        const std::int64_t from = *applied;
        for (bool more = true; more;) {
            if (auto caught = desk.submitter->catchUp(1000, more); !caught)
                return std::unexpected(caught.error());
            if (auto at = desk.projection->appliedSeq(); at && !progress(static_cast<std::uint64_t>(*at - from), static_cast<std::uint64_t>(*head - from), "sorting"))
                break;
        }
        return report;
    }));
}

/// Whether a file that could not be read as a list begins like areas: its fractions are refused before its type is seen.
bool looksLikeGeoJson(const std::filesystem::path& path)
{
    auto source = openByteSource(path);
    std::string head(16 * 1024, '\0');
    if (!source)
        return false;
    auto got = (*source)->read(head);
    return got && std::string_view(head).substr(0, *got).contains("\"Feature");
}

/// Changes one list of the rules by code and publishes the result.
Result<Answer> importList(const Invocation& invocation, const char* list, const char* key)
{
    auto file = readJsonFile(invocation.operand(0));
    const Value* entries = !file ? nullptr : file->list() != nullptr ? &*file : file->find(list);
    if ((entries == nullptr || entries->list() == nullptr) && looksLikeGeoJson(invocation.operand(0)))
        return fail(ErrorCode::WrongType, std::string("this is GeoJSON, which 'gridctl import areas' takes; wanted is a JSON list of ") + list, invocation.operand(0));
    if (!file)
        return std::unexpected(file.error());
    if (entries == nullptr || entries->list() == nullptr)
        return fail(ErrorCode::WrongType, std::string("the file holds neither a list nor an object with the list \"") + list + "\"", invocation.operand(0));
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    Value rules = (*workspace)->rulesValue();
    Value::List merged;
    if (const auto* before = rules.find(list); before != nullptr && before->list() != nullptr)
        merged = *before->list();
    ImportReport report;
    for (const auto& entry : *entries->list()) {
        ++report.rows;
        const std::string code(entry.textOr(key));
        if (code.empty()) {
            report.reject(report.rows, Error{ErrorCode::MissingField, std::string("the entry has no \"") + key + "\"", ""});
            continue;
        }
        const auto known = std::ranges::find_if(merged, [&](const Value& value) { return value.textOr(key) == code; });
        if (known != merged.end() && *known == entry) {
            ++report.unchanged;
            continue;
        }
        // One at a time, so that an entry the rules cannot take is a reject and the others are taken.
        Value::List tried = merged;
        if (known == merged.end())
            tried.push_back(entry);
        else
            tried[static_cast<std::size_t>(known - merged.begin())] = entry;
        Value changed = rules;
        changed.set(list, tried);
        if (auto read = readRules(changed); !read) {
            report.reject(report.rows, Error{read.error().code, read.error().detail + " (" + read.error().context + ")", code});
            continue;
        }
        merged = std::move(tried);
        ++report.imported;
    }
    if (report.imported > 0 && !invocation.arguments.has("dry-run")) {
        rules.set(list, std::move(merged));
        if (auto published = (*workspace)->publish(std::move(rules), (*workspace)->places()->shapes(), systemNow()); !published)
            return std::unexpected(published.error());
    }
    return reportAnswer(report);
}

} // namespace

Result<Answer> runNew(const Invocation& invocation)
{
    auto folder = dataFolder(invocation.arguments);
    if (!folder)
        return std::unexpected(folder.error());
    const auto name = invocation.arguments.value("district");
    if (!name)
        return usage("which district? Give --district demo, boston or a file of rules or areas");
    auto unlock = unlockOf(invocation.arguments, *folder);
    if (!unlock)
        return std::unexpected(unlock.error());
    std::uint64_t seed = 1;
    if (const auto text = invocation.arguments.value("seed"))
        if (const auto [end, error] = std::from_chars(text->data(), text->data() + text->size(), seed); error != std::errc{} || end != text->data() + text->size())
            return usage("--seed is a whole number", *text);
    auto areas = areaProfileOf(invocation);
    if (!areas)
        return std::unexpected(areas.error());
    auto district = loadDistrict(*name, *areas);
    if (!district)
        return std::unexpected(district.error());
    const std::vector<std::string> warnings = district->warnings;
    const Instant now = systemNow();
    auto profile = NewProfile::begin(*folder, *std::move(district), *unlock, now);
    if (!profile)
        return std::unexpected(asOccupied(profile.error()));
    auto workspace = Workspace::open(profile->path(), WorkspaceOptions{*unlock, "gridctl", false}, now);
    if (!workspace)
        return std::unexpected(workspace.error());
    // From here on it is filled, closed and put in its place; whatever ends this before leaves nothing there.
    const auto finish = [&](Answer answer) -> Result<Answer> {
        if (invocation.stopped && invocation.stopped())
            return fail(ErrorCode::Cancelled, "nothing was made");
        workspace->reset();
        if (auto published = profile->publish(); !published)
            return std::unexpected(published.error());
        return answer;
    };
    if (invocation.stopped && invocation.stopped())
        return fail(ErrorCode::Cancelled, "nothing was made");
    const auto rules = (*workspace)->rules();
    Answer answer;
    answer.json["data"] = folder->string();
    answer.json["district"] = rules->name;
    answer.json["stream"] = rules->stream;
    answer.json["areas"] = rules->areas.size();
    answer.json["units"] = rules->units.size();
    answer.json["categories"] = rules->categories.size();
    answer.json["cases"] = 0;
    if (!warnings.empty())
        answer.json["warnings"] = warnings;
    answer.text = rules->name + ": " + std::to_string(rules->areas.size()) + " areas, " + std::to_string(rules->units.size()) + " units, "
        + std::to_string(rules->categories.size()) + " categories\n";
    for (const auto& warning : warnings)
        answer.text += "  warning: " + warning + "\n";
    if (!invocation.arguments.has("with-cases"))
        return finish(std::move(answer));
    const auto extras = districtExtras(*name);
    if (!extras.cases.empty()) {
        auto mapping = MappingProfile::fromFile(extras.profile);
        if (!mapping)
            return std::unexpected(mapping.error());
        auto report = importFile(**workspace, extras.cases, *mapping, false, invocation.progress);
        if (!report)
            return std::unexpected(report.error());
        answer.json["cases"] = report->imported;
        answer.text += reportText(*report);
    } else if (!extras.texts.empty()) {
        auto texts = readJsonFile(extras.texts);
        if (!texts)
            return std::unexpected(texts.error());
        auto pictures = storeDemoPictures(extras.pictures, BlobStore((*workspace)->profile().paths().blobs(), (*workspace)->profile().key()));
        if (!pictures)
            return std::unexpected(pictures.error());
        const auto places = (*workspace)->places();
        auto report = answerOf((*workspace)->write([&](DeskConnection& desk) -> Result<DemoReport> {
            DemoOptions options;
            options.pictures = *std::move(pictures);
            options.seed = seed;
            options.progress = [&](int done, int all) { return invocation.progress(static_cast<std::uint64_t>(done), static_cast<std::uint64_t>(all), "demo cases"); };
            options.seal = [&](const CaseId& id, const PersonalData& person, Value& payload) {
                return PersonalRecords(*desk.log, (*workspace)->profile().key()).seal(id, person, payload, (*workspace)->random());
            };
            auto made = DemoCases(*desk.log, *desk.authority, *desk.submitter, *places).run(*texts, now, options);
            for (bool more = made.has_value(); more;)
                if (auto caught = desk.submitter->catchUp(1000, more); !caught)
                    return std::unexpected(caught.error());
            return made;
        }));
        if (!report)
            return std::unexpected(report.error());
        answer.json["cases"] = report->cases;
        answer.json["operations"] = report->operations;
        answer.text += std::to_string(report->cases) + " cases with " + std::to_string(report->operations) + " operations\n";
    } else {
        return fail(ErrorCode::Unsupported, "only demo and boston bring cases; import them with 'gridctl import cases'", *name);
    }
    return finish(std::move(answer));
}

Result<Answer> runImportCases(const Invocation& invocation)
{
    auto profile = profileOf(invocation);
    if (!profile)
        return std::unexpected(profile.error());
    // The file is looked at before the profile is locked, so that a wrong path costs nothing.
    if (auto source = openByteSource(invocation.operand(0)); !source)
        return std::unexpected(source.error());
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    auto report = importFile(**workspace, invocation.operand(0), *profile, invocation.arguments.has("dry-run"), invocation.progress);
    if (!report)
        return std::unexpected(report.error());
    return reportAnswer(*report);
}

Result<Answer> runImportAreas(const Invocation& invocation)
{
    auto profile = areaProfileOf(invocation);
    if (!profile)
        return std::unexpected(profile.error());
    // Read once before the profile is opened: a bad file is told first.
    auto probe = readAreaFile(invocation.operand(0), *profile, {});
    if (!probe)
        return std::unexpected(probe.error());
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    const auto rules = (*workspace)->rules();
    std::optional<AreaCode> root;
    for (const auto& [code, area] : rules->areas)
        if (area.level == AreaLevel::Subdistrict || (!root && area.level == AreaLevel::District))
            root = code;
    auto read = readAreaFile(invocation.operand(0), *profile, root);
    if (!read)
        return std::unexpected(read.error());
    AreaShapes shapes = (*workspace)->places()->shapes();
    std::vector<Area> areas;
    read->report.imported = 0;
    for (auto& area : read->areas) {
        const auto known = shapes.find(area.code);
        const auto& shape = read->shapes.at(area.code);
        if (known != shapes.end() && known->second == shape && rules->areas.contains(area.code)) {
            ++read->report.unchanged;
            continue;
        }
        shapes.insert_or_assign(area.code, shape);
        areas.push_back(std::move(area));
        ++read->report.imported;
    }
    if (!areas.empty()) {
        auto joined = withAreas((*workspace)->rulesValue(), areas);
        if (!joined)
            return std::unexpected(joined.error());
        auto checked = readRules(*joined);
        if (!checked)
            return std::unexpected(checked.error());
        std::set<AreaCode> changed;
        for (const auto& area : areas)
            changed.insert(area.code);
        std::vector<Area> all;
        for (const auto& [code, area] : checked->areas)
            all.push_back(area);
        auto doubts = checkAreas(all, shapes, changed, profile->mayOverlap);
        if (!doubts)
            return std::unexpected(doubts.error());
        for (const auto& doubt : *doubts)
            read->report.warn(doubt.sentence, read->features.contains(doubt.area) ? read->features.at(doubt.area) : 0);
        if (!invocation.arguments.has("dry-run"))
            if (auto published = (*workspace)->publish(*std::move(joined), shapes, systemNow()); !published)
                return std::unexpected(published.error());
    }
    return reportAnswer(read->report);
}

Result<Answer> runImportCalendar(const Invocation& invocation)
{
    auto file = readJsonFile(invocation.operand(0));
    if (!file)
        return std::unexpected(file.error());
    auto years = calendarFromHolidays(*file);
    if (!years)
        return std::unexpected(years.error());
    auto workspace = openWorkspace(invocation);
    if (!workspace)
        return std::unexpected(workspace.error());
    Value rules = (*workspace)->rulesValue();
    const std::string id(rules.textOr("calendar"));
    ImportReport report;
    const auto thin = thinYears(*years);
    if (auto* members = rules.object())
        if (auto* calendars = members->at("calendars").list())
            for (auto& calendar : *calendars) {
                if (calendar.textOr("id") != id)
                    continue;
                for (const auto& [year, days] : *years->find("years")->object()) {
                    ++report.rows;
                    const Value* known = calendar.find("years") != nullptr ? calendar.find("years")->find(year) : nullptr;
                    (known != nullptr && *known == days ? report.unchanged : report.imported) += 1;
                    if (std::ranges::contains(thin, year))
                        report.warn(year + " lists fewer than " + std::to_string(fewestDaysOff) + " days off: is the file whole?", report.rows);
                }
                mergeCalendar(calendar, *years);
            }
    if (auto checked = readRules(rules); !checked)
        return std::unexpected(checked.error());
    if (report.imported > 0 && !invocation.arguments.has("dry-run"))
        if (auto published = (*workspace)->publish(std::move(rules), (*workspace)->places()->shapes(), systemNow()); !published)
            return std::unexpected(published.error());
    return reportAnswer(report);
}

Result<Answer> runImportCategories(const Invocation& invocation) { return importList(invocation, "categories", "code"); }
Result<Answer> runImportUnits(const Invocation& invocation) { return importList(invocation, "units", "id"); }
Result<Answer> runImportDuty(const Invocation& invocation) { return importList(invocation, "duties", "id"); }

} // namespace griddesk::gridctl
