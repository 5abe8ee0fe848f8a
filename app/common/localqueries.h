// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "workspace.h"

#include "models/service/casequeries.h"
#include "models/store/callerindex.h"

namespace griddesk {

/// CaseQueries over the workspace's reader threads. Thread: called on any thread, answers from readers.
class LocalQueries final : public CaseQueries {
public:
    explicit LocalQueries(Workspace& workspace) : m_workspace(workspace), m_callers(workspace.profile().key().derived(KeyPurpose::Callers)) {}

    QFuture<Result<std::vector<CaseKey>>> keys(const CaseFilter& filter, const CaseSort& sort, Instant now, CancelFlag cancel) override;
    QFuture<Result<std::vector<CaseKey>>> firstKeys(const CaseFilter& filter, const CaseSort& sort, Instant now, int count) override;
    QFuture<Result<std::vector<std::pair<CaseKey, CaseRow>>>> rows(std::vector<CaseKey> keys) override;
    QFuture<Result<std::vector<CaseKey>>> keysOf(std::vector<CaseId> ids) override;
    QFuture<Result<QueueCounts>> counts(const CaseFilter& within, Instant now) override;
    QFuture<Result<CaseDetail>> detail(const CaseId& id, const Actor& actor, Instant now) override;
    QFuture<Result<std::vector<CaseKey>>> find(const std::string& number) override;
    QFuture<Result<std::vector<CaseKey>>> search(const std::string& words, int limit, CancelFlag cancel) override;
    QFuture<Result<std::vector<CasePin>>> mapCases(const CaseFilter& filter, Instant now, CancelFlag cancel) override;
    QFuture<Result<std::vector<DuplicateCandidate>>> duplicates(const DuplicateProbe& probe, CancelFlag cancel) override;
    QFuture<Result<std::vector<CaseKey>>> ofCaller(const std::string& phone, const Actor& actor, Instant now) override;
    QFuture<Result<std::vector<CaseRow>>> nearby(GeoPoint place, int metres, int limit) override;
    QFuture<Result<std::map<UnitId, std::pair<std::int64_t, std::int64_t>>>> unitLoads(Instant now) override;
    QFuture<Result<std::vector<MorningNumber>>> morningCount(Instant from, Instant until) override;

private:
    Workspace& m_workspace;
    CallerMarker m_callers;
};

} // namespace griddesk
