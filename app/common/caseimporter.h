// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/exchange/caseimport.h"
#include "models/hub/localauthority.h"
#include "models/sync/submitter.h"

namespace griddesk {

/// Takes a file of outside cases into the log as `adopt` operations: the whole file in one transaction or nothing of it.
/// Known outside numbers with the same record are unchanged; with another record they are rejects, because an adopted
/// case may have gone on here. Thread: the writer.
class CaseImporter {
public:
    CaseImporter(LogStore& log, LocalAuthority& authority, Submitter& submitter) : m_log(log), m_authority(authority), m_submitter(submitter) {}

    /// `actor` needs a post with the role importer. With `dryRun` everything is judged and nothing kept. Errors: those of
    /// importCases() and of the log; Cancelled.
    [[nodiscard]] Result<ImportReport> run(ByteSource& source, const MappingProfile& profile, const Actor& actor, Instant now, bool dryRun,
                                           const ProgressCall& progress);

private:
    LogStore& m_log;
    LocalAuthority& m_authority;
    Submitter& m_submitter;
};

} // namespace griddesk
