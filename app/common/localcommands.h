// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/service/casecommands.h"
#include "models/service/clocksource.h"
#include "models/store/blobstore.h"

namespace griddesk {

class LocalDesk;

/// CaseCommands over the workspace's submitter. Thread: called on the GUI thread, works on the writer.
class LocalCommands final : public CaseCommands {
public:
    LocalCommands(LocalDesk& desk, Workspace& workspace, const BlobStore& blobs, const ClockSource& clock)
        : m_desk(desk), m_workspace(workspace), m_blobs(blobs), m_clock(clock)
    {
    }

    QFuture<Result<SubmitAnswer>> submit(const Actor& actor, std::vector<OperationDraft> drafts, PersonalData personal) override;
    QFuture<Result<SubmitAnswer>> judge(const Actor& actor, std::vector<OperationDraft> drafts) override;
    QFuture<Result<SubmitAnswer>> submitEach(const Actor& actor, std::vector<OperationDraft> drafts) override;
    QFuture<Result<void>> takeBack(const Actor& actor, std::vector<OperationId> operations) override;
    QFuture<Result<void>> release() override;
    QFuture<Result<EvidenceFile>> addEvidence(const std::string& path, const std::string& role) override;
    QFuture<Result<std::string>> evidence(const std::string& sha256) override;
    QFuture<Result<PersonalData>> reveal(const Actor& actor, const CaseId& id, const std::string& purpose) override;

private:
    LocalDesk& m_desk;
    Workspace& m_workspace;
    const BlobStore& m_blobs;
    const ClockSource& m_clock;
};

} // namespace griddesk
