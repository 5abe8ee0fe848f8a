// SPDX-License-Identifier: GPL-3.0-or-later
#include "localcommands.h"

#include "caseview.h"
#include "localdesk.h"
#include "personalrecords.h"

#include "models/core/operationtable.h"

#include <algorithm>

namespace griddesk {

namespace {

std::vector<NewOperation> operationsOf(std::vector<OperationDraft> drafts)
{
    std::vector<NewOperation> operations;
    operations.reserve(drafts.size());
    for (auto& draft : drafts)
        operations.push_back(NewOperation{.caseId = std::move(draft.caseId),
                                          .kind = draft.kind,
                                          .payload = std::move(draft.payload),
                                          .pairId = std::move(draft.pairId),
                                          .id = {},
                                          .replaces = std::move(draft.replaces)});
    return operations;
}

SubmitAnswer answerFrom(const Submission& submission)
{
    SubmitAnswer answer{.operations = submission.operations, .cases = submission.cases, .heldUntil = submission.heldUntil, .refusals = {}, .unsent = submission.unsent};
    for (const auto& refused : submission.refusals)
        answer.refusals.push_back(RefusedDraft{refused.index, refused.caseId, refused.refusal});
    return answer;
}

} // namespace

QFuture<Result<SubmitAnswer>> LocalCommands::submit(const Actor& actor, std::vector<OperationDraft> drafts, PersonalData personal)
{
    return m_workspace.write([this, actor, drafts = std::move(drafts), personal = std::move(personal), now = m_clock.now(),
                              hold = m_desk.hold()](DeskConnection& desk) mutable -> Result<SubmitAnswer> {
        auto operations = operationsOf(std::move(drafts));
        if (!personal.empty() && !operations.empty()) {
            auto& first = operations.front();
            if (!first.caseId && specOf(first.kind).first) {
                // The case needs its id before the operation is made, because the record is sealed for it.
                auto judged = desk.submitter->judge(actor, operations, now, false);
                if (!judged)
                    return std::unexpected(judged.error());
                if (!judged->refusals.empty())
                    return answerFrom(*judged);
                first.caseId = CaseId::literal(desk.submitter->newId(now));
            }
            if (first.caseId)
                if (auto sealed = inLogTransaction(
                        *desk.log,
                        [&] {
                            return PersonalRecords(*desk.log, m_workspace.profile().key())
                                .seal(*first.caseId, personal, first.payload, m_workspace.random());
                        });
                    !sealed)
                    return std::unexpected(sealed.error());
        }
        auto submission = desk.submitter->submit(actor, std::move(operations), now, hold);
        if (!submission)
            return std::unexpected(submission.error());
        if (submission->refusals.empty())
            m_desk.announce(submission->changes, *desk.submitter, submission->unsent);
        return answerFrom(*submission);
    });
}

QFuture<Result<SubmitAnswer>> LocalCommands::judge(const Actor& actor, std::vector<OperationDraft> drafts)
{
    return m_workspace.write([actor, drafts = std::move(drafts), now = m_clock.now()](DeskConnection& desk) mutable -> Result<SubmitAnswer> {
        // One draft after another where they build on each other, each by itself where they are about different cases.
        std::vector<CaseId> cases;
        for (const auto& draft : drafts)
            if (draft.caseId)
                cases.push_back(*draft.caseId);
        std::ranges::sort(cases);
        const bool apart = cases.size() == drafts.size() && std::ranges::adjacent_find(cases) == cases.end();
        auto submission = desk.submitter->judge(actor, operationsOf(std::move(drafts)), now, apart);
        if (!submission)
            return std::unexpected(submission.error());
        return answerFrom(*submission);
    });
}

QFuture<Result<SubmitAnswer>> LocalCommands::submitEach(const Actor& actor, std::vector<OperationDraft> drafts)
{
    return m_workspace.write([this, actor, drafts = std::move(drafts), now = m_clock.now(),
                              hold = m_desk.hold()](DeskConnection& desk) mutable -> Result<SubmitAnswer> {
        const auto operations = operationsOf(std::move(drafts));
        auto judged = desk.submitter->judge(actor, operations, now, true);
        if (!judged)
            return std::unexpected(judged.error());
        std::vector<NewOperation> passing;
        for (std::size_t i = 0; i < operations.size(); ++i)
            if (std::ranges::none_of(judged->refusals, [&](const RefusedOperation& refused) { return refused.index == i; }))
                passing.push_back(operations[i]);
        SubmitAnswer answer;
        if (!passing.empty()) {
            auto submission = desk.submitter->submit(actor, std::move(passing), now, hold);
            if (!submission)
                return std::unexpected(submission.error());
            answer = answerFrom(*submission);
            m_desk.announce(submission->changes, *desk.submitter, submission->unsent);
        }
        for (const auto& refused : judged->refusals)
            answer.refusals.push_back(RefusedDraft{refused.index, refused.caseId, refused.refusal});
        return answer;
    });
}

QFuture<Result<void>> LocalCommands::takeBack(const Actor& actor, std::vector<OperationId> operations)
{
    return m_workspace.write([this, actor, operations = std::move(operations), now = m_clock.now()](DeskConnection& desk) -> Result<void> {
        auto changes = desk.submitter->takeBack(operations, actor.account.text(), now);
        if (!changes)
            return std::unexpected(changes.error());
        m_desk.announce(*changes, *desk.submitter);
        return {};
    });
}

QFuture<Result<void>> LocalCommands::release()
{
    return m_workspace.write([this, now = m_clock.now()](DeskConnection& desk) -> Result<void> {
        auto sent = desk.submitter->release(now, true);
        if (!sent) {
            m_desk.announce({}, *desk.submitter, sent.error());
            return std::unexpected(sent.error());
        }
        m_desk.announce(sent->changes, *desk.submitter);
        return {};
    });
}

QFuture<Result<EvidenceFile>> LocalCommands::addEvidence(const std::string& path, const std::string& role)
{
    return m_workspace.read([this, path, role](DeskConnection&) -> Result<EvidenceFile> {
        const std::filesystem::path file(path);
        std::string extension = file.extension().string();
        std::ranges::transform(extension, extension.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
        const std::string mime = extension == ".png" ? "image/png"
            : extension == ".jpg" || extension == ".jpeg" ? "image/jpeg"
            : extension == ".webp"                        ? "image/webp"
            : extension == ".pdf"                         ? "application/pdf"
                                                          : "application/octet-stream";
        auto content = m_blobs.putFile(file);
        if (!content)
            return std::unexpected(content.error());
        return EvidenceFile{content->sha256.hex(), mime, role, content->size};
    });
}

QFuture<Result<std::string>> LocalCommands::evidence(const std::string& sha256)
{
    return m_workspace.read([this, sha256](DeskConnection&) -> Result<std::string> {
        auto hash = Hash::parse(sha256);
        if (!hash)
            return std::unexpected(hash.error());
        return m_blobs.get(*hash, 64 * 1024 * 1024);
    });
}

QFuture<Result<PersonalData>> LocalCommands::reveal(const Actor& actor, const CaseId& id, const std::string& purpose)
{
    return m_workspace.write([this, actor, id, purpose, now = m_clock.now()](DeskConnection& desk) -> Result<PersonalData> {
        auto view = viewCase(desk, id);
        if (!view)
            return std::unexpected(view.error());
        auto rules = desk.rules->inForce(now);
        if (!rules)
            return std::unexpected(rules.error());
        if (!view->state || !mayRevealContact(*view->state, actor, **rules, now))
            return fail(ErrorCode::Refused, "the reporter's contact is not released to this post; the desk reaches the reporter", id.text());
        if (purpose.empty())
            return fail(ErrorCode::MissingField, "a purpose is needed to open personal data", "purpose");
        auto data = PersonalRecords(*desk.log, m_workspace.profile().key()).reporterOf(*view->state);
        if (!data)
            return data;
        if (data->empty())
            return data; // there is nothing to look at
        // Who looked and why is written before anything is shown.
        if (auto noted = desk.outbox->note(actor.account.text(), "revealed", id.text(), purpose, now); !noted)
            return std::unexpected(noted.error());
        return data;
    });
}

} // namespace griddesk
