// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "districtplaces.h"

#include "models/core/value.h"
#include "models/hub/localauthority.h"
#include "models/service/casecommands.h"
#include "models/sync/submitter.h"

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace griddesk {

/// A drawn picture for a demo case, stored already: what an operation's evidence list names.
struct DemoPicture {
    std::string sha256, mime;
    std::int64_t size = 0;
    bool after = false;
};

struct DemoOptions {
    int cases = 2400;
    std::uint64_t seed = 1;
    int days = 75;                       ///< how far back the cases go
    std::vector<DemoPicture> pictures;
    /// Seals what a caller leaves with a case and puts the commitments into the payload; without it callers leave nothing.
    std::function<Result<void>(const CaseId&, const PersonalData&, Value& payload)> seal;
    std::function<bool(int done, int all)> progress; ///< false stops; nothing is kept then
};

struct DemoReport {
    int cases = 0;
    int operations = 0;
    int refused = 0; ///< steps of the script the rules did not allow; the case stays where it was
};

/// Fills a district with cases that live through the whole loop by the real rules: every operation is made by an account
/// that holds the post, judged by apply() and logged like any other. From fifty cases on, DemoScenes adds what else a desk
/// has in its queues. Texts come from `templates` (cases.json). The same
/// seed and present give the same cases. One log transaction. Thread: the writer.
class DemoCases {
public:
    DemoCases(LogStore& log, LocalAuthority& authority, Submitter& submitter, const DistrictPlaces& places)
        : m_log(log), m_authority(authority), m_submitter(submitter), m_places(places)
    {
    }
    /// Errors: MissingField for templates without text, Cancelled, those of the log.
    [[nodiscard]] Result<DemoReport> run(const Value& templates, Instant now, const DemoOptions& options);

private:
    LogStore& m_log;
    LocalAuthority& m_authority;
    Submitter& m_submitter;
    const DistrictPlaces& m_places;
};

} // namespace griddesk
