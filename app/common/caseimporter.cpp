// SPDX-License-Identifier: GPL-3.0-or-later
#include "caseimporter.h"

#include "adoption.h"

#include <map>

namespace griddesk {

Result<ImportReport> CaseImporter::run(ByteSource& source, const MappingProfile& profile, const Actor& actor, Instant now, bool dryRun,
                                       const ProgressCall& progress)
{
    // Rows are sealed behind whatever this desk sealed before; were that unsent, the authority would see a gap.
    if (auto sent = m_submitter.release(now, false); !sent)
        return std::unexpected(sent.error());
    auto rules = m_submitter.rulesNow(now);
    if (!rules)
        return std::unexpected(rules.error());
    const Adoption adoption(**rules);
    std::map<std::string, ImportReport::Warning> warnings;
    const auto warn = [&](const char* kind, std::uint64_t line) {
        auto& warning = warnings[kind];
        if (warning.count++ == 0)
            warning.firstLine = line;
    };

    const auto take = [&](AdoptRecord&& record) -> Result<RowAnswer> {
        auto known = m_log.findOutside(record.platform, record.outsideNumber);
        if (!known)
            return std::unexpected(known.error());
        if (*known) {
            if ((*known)->recordHash == record.recordHash)
                return RowAnswer{RowAnswer::Kind::Unchanged, {}};
            return RowAnswer{RowAnswer::Kind::Rejected,
                             Error{ErrorCode::Duplicate, "imported before with other content; the case here is kept", record.outsideNumber}};
        }
        auto payload = adoption.payloadOf(record);
        if (!payload)
            return RowAnswer{RowAnswer::Kind::Rejected, payload.error()};
        if (payload->unknownCategory)
            warn("unknown-category", record.line);
        if (payload->placeOutOfRange)
            warn("place-out-of-range", record.line);
        const CaseId id = CaseId::literal(m_submitter.newId(now));
        auto sealed = m_submitter.sealNow(Operation{.id = OperationId::literal(m_submitter.newId(now)),
                                                   .caseId = id,
                                                   .kind = OperationKind::Adopt,
                                                   .actor = actor,
                                                   .rules = (*rules)->hash,
                                                   .payload = std::move(payload->value),
                                                   .pairId = {}},
                                         now, 0);
        if (!sealed)
            return RowAnswer{RowAnswer::Kind::Rejected, sealed.error()};
        auto answer = m_authority.pushOwn(*std::move(sealed), now);
        if (!answer)
            return std::unexpected(answer.error());
        if (!isApplied(answer->outcome)) {
            const std::string detail = answer->refusal ? answer->refusal->detail : std::string(nameOf(answer->outcome));
            return RowAnswer{RowAnswer::Kind::Rejected, Error{ErrorCode::Refused, answer->reason + ": " + detail, record.outsideNumber}};
        }
        return RowAnswer{RowAnswer::Kind::Imported, {}};
    };

    if (auto begun = m_log.begin(); !begun)
        return std::unexpected(begun.error());
    auto report = importCases(source, profile, take, progress);
    if (report && !dryRun) {
        if (auto committed = m_log.commit(); !committed)
            report = std::unexpected(committed.error());
    }
    if (!report || dryRun) {
        m_log.rollback();
        m_authority.forget();
        if (auto reset = m_submitter.resetChain(); !reset && report)
            report = std::unexpected(reset.error());
    } else if (auto kept = m_submitter.keepChain(); !kept) {
        report = std::unexpected(kept.error());
    }
    if (report)
        for (const auto& [kind, warning] : warnings)
            report->warnings[kind] = warning;
    return report;
}

} // namespace griddesk
