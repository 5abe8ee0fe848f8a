// SPDX-License-Identifier: GPL-3.0-or-later
// The whole case as plain values. Every field of case.h and its records is here: a new one belongs here too, or the
// state digest would not notice a difference in it.
#include "summarise.h"

#include "areatree.h"
#include "rulesnames.h"

#include <array>

namespace griddesk {

// Found by argument-dependent lookup from the Describer.
Value describeRecord(const Trace& r);
Value describeRecord(const ReturnRequest& r);
Value describeRecord(const ExtensionRequest& r);
Value describeRecord(const Assignment& r);
Value describeRecord(const Pause& r);
Value describeRecord(const Extension& r);
Value describeRecord(const Hold& r);
Value describeRecord(const Clock& r);
Value describeRecord(const StandardLimit& r);
Value describeRecord(const Filing& r);
Value describeRecord(const Evidence& r);
Value describeRecord(const Reporter& r);
Value describeRecord(const Subject& r);
Value describeRecord(const ExternalOrder& r);
Value describeRecord(const Verification& r);
Value describeRecord(const ConsultOpinion& r);
Value describeRecord(const Consultation& r);
Value describeRecord(const Designation& r);
Value describeRecord(const Objection& r);
Value describeRecord(const Suspension& r);
Value describeRecord(const StatutoryPauseRecord& r);
Value describeRecord(const Milestone& r);
Value describeRecord(const HandlingPlan& r);
Value describeRecord(const Mediation& r);
Value describeRecord(const Whistle& r);
Value describeRecord(const CheckRecord& r);
Value describeRecord(const CallbackAttempt& r);
Value describeRecord(const ReviewRecord& r);
Value describeRecord(const Exclusion& r);
Value describeRecord(const SupervisionOrder& r);
Value describeRecord(const Instruction& r);
Value describeRecord(const SpotCheck& r);
Value describeRecord(const Appeal& r);
Value describeRecord(const CallOut& r);
Value describeRecord(const RollCall& r);
Value describeRecord(const SituationReport& r);
Value describeRecord(const IncidentRecord& r);
Value describeRecord(const CaseLink& r);
Value describeRecord(const HandOverRecord& r);
Value describeRecord(const Amendment& r);
Value describeRecord(const FollowUpRecord& r);
Value describeRecord(const Decision& r);

} // namespace griddesk

#include "machine/describing.h"

namespace griddesk {

using machine::Describer;

Value describeRecord(const Trace& r) { return Describer().put("account", r.account).put("post", r.post).put("at", r.at).done(); }

Value describeRecord(const ReturnRequest& r)
{
    return Describer().put("by", r.by).put("reason", r.reason).put("text", r.text).put("proposed", r.proposed).put("agreed", r.agreed)
        .put("decidedBy", r.decidedBy).put("decision", r.decision).done();
}

Value describeRecord(const ExtensionRequest& r)
{
    return Describer().put("by", r.by).put("limit", r.limit).put("reason", r.reason).put("agreed", r.agreed).put("decidedBy", r.decidedBy)
        .put("decision", r.decision).done();
}

Value describeRecord(const Assignment& r)
{
    return Describer().put("id", r.id).put("level", r.level).put("role", nameOf(r.role)).put("state", nameOf(r.state)).put("unit", r.unit)
        .put("parent", r.parent).put("basis", r.basis ? nameOf(*r.basis) : std::string_view()).put("basisRecord", r.basisRecord)
        .put("overrideReason", r.overrideReason).put("limit", r.limit).put("sentBy", r.sentBy).put("signedAt", r.signedAt)
        .put("firstContactAt", r.firstContactAt).put("repliedAt", r.repliedAt).put("endedAt", r.endedAt).put("signedBy", r.signedBy)
        .put("repliedBy", r.repliedBy).put("handler", r.handler).put("result", r.result).put("reply", r.reply).put("accepted", r.accepted)
        .put("reworks", r.reworks).put("sentBacks", r.sentBacks).put("wrongDispatch", r.wrongDispatch).put("raised", r.raised)
        .put("selfHandled", r.selfHandled).put("redo", r.redo).put("returns", r.returns).put("extensions", r.extensions).done();
}

Value describeRecord(const Pause& r)
{
    return Describer().put("kind", pauseKindName(r.kind)).put("from", r.from).put("until", r.until).put("plannedUntil", r.plannedUntil)
        .put("reason", r.reason).put("approvedBy", r.approvedBy).done();
}

Value describeRecord(const Extension& r)
{
    return Describer().put("at", r.at).put("added", r.added).put("restated", r.restated).put("approvedBy", r.approvedBy)
        .put("reason", r.reason).done();
}

Value describeRecord(const Hold& r) { return Describer().put("from", r.from).put("holder", r.holder).done(); }

Value describeRecord(const Clock& r)
{
    return Describer().put("id", r.id).put("kind", clockKindName(r.kind)).put("subject", r.subject).put("calendar", r.calendarId)
        .put("limit", r.limit).put("rules", r.rulesHash).put("start", r.start).put("stated", r.stated).put("metAt", r.metAt)
        .put("cancelledAt", r.cancelledAt).put("pauses", r.pauses).put("extensions", r.extensions).put("holders", r.holders).done();
}

Value describeRecord(const StandardLimit& r)
{
    return Describer().put("purpose", nameOf(r.purpose)).put("urgency", r.urgency ? nameOf(*r.urgency) : std::string_view())
        .put("limit", r.limit).done();
}

Value describeRecord(const Filing& r)
{
    return Describer().put("standard", r.standard).put("category", r.category).put("rules", r.rulesHash).put("calendar", r.calendar)
        .put("limits", r.limits).put("minor", r.minor).put("closing", r.closing).done();
}

Value describeRecord(const Evidence& r)
{
    return Describer().put("sha256", r.sha256).put("mime", r.mime).put("role", r.role).always("size", r.size).put("takenAt", r.takenAt)
        .put("place", r.place).put("operation", r.operation).done();
}

Value describeRecord(const Reporter& r)
{
    return Describer().put("nameCommitment", r.nameCommitment).put("phoneCommitment", r.phoneCommitment)
        .put("roomCommitment", r.roomCommitment).put("relation", r.relation).put("contactTime", r.contactTime)
        .put("anonymous", r.anonymous).put("confidential", r.confidential).put("callbackWanted", r.callbackWanted)
        .put("consent", r.consent).done();
}

Value describeRecord(const Subject& r) { return Describer().put("kind", r.kind).put("nameCommitment", r.nameCommitment).done(); }

Value describeRecord(const ExternalOrder& r)
{
    constexpr std::array<std::string_view, 3> states{"open", "replied", "returned"};
    constexpr std::array<std::string_view, 3> asked{"", "return", "extension"};
    return Describer().put("number", r.number).put("platform", r.platform).put("text", r.text).put("sentAt", r.sentAt)
        .put("receivedAt", r.receivedAt).put("due", r.due).put("mustReply", r.mustReply).put("mustCallback", r.mustCallback)
        .put("state", states[static_cast<std::size_t>(r.state)]).put("asked", asked[static_cast<std::size_t>(r.asked)])
        .put("extensionUntil", r.extensionUntil).put("refusals", r.refusals).put("extensions", r.extensions).put("repliedAt", r.repliedAt)
        .put("returnedAt", r.returnedAt).put("reply", r.reply).done();
}

Value describeRecord(const Verification& r)
{
    return Describer().put("asked", r.asked).put("mode", r.mode).put("words", r.words).put("result", r.result).put("proposal", r.proposal)
        .put("by", r.by).done();
}

Value describeRecord(const ConsultOpinion& r)
{
    return Describer().put("unit", r.unit).put("opinion", r.opinion).put("words", r.words).put("at", r.at).done();
}

Value describeRecord(const Consultation& r)
{
    return Describer().put("id", r.id).put("asked", r.asked).put("units", r.units).put("question", r.question).put("pauses", r.pauses)
        .put("opinions", r.opinions).put("concluded", r.concluded).put("lead", r.lead).put("assists", r.assists)
        .put("conclusion", r.conclusion).done();
}

Value describeRecord(const Designation& r)
{
    return Describer().put("id", r.id).put("by", r.by).put("lead", r.lead).put("assists", r.assists).put("reason", r.reason)
        .put("precedent", r.precedent).done();
}

Value describeRecord(const Objection& r) { return Describer().put("by", r.by).put("unit", r.unit).put("words", r.words).done(); }

Value describeRecord(const Suspension& r)
{
    return Describer().put("asked", r.asked).put("until", r.until).put("reason", r.reason).put("agreed", r.agreed).put("decided", r.decided)
        .put("resumedAt", r.resumedAt).done();
}

Value describeRecord(const StatutoryPauseRecord& r)
{
    return Describer().put("kind", r.kind).put("document", r.document).put("asked", r.asked).put("agreed", r.agreed).put("from", r.from)
        .put("until", r.until).put("reviewBy", r.reviewBy).done();
}

Value describeRecord(const Milestone& r) { return Describer().put("title", r.title).put("due", r.due).put("reachedAt", r.reachedAt).done(); }

Value describeRecord(const HandlingPlan& r)
{
    return Describer().put("asked", r.asked).put("words", r.words).put("milestones", r.milestones).put("agreed", r.agreed)
        .put("decided", r.decided).put("reviewBy", r.reviewBy).done();
}

Value describeRecord(const Mediation& r)
{
    return Describer().put("by", r.by).put("session", r.session).put("result", r.result).put("guidance", r.guidance)
        .put("agreement", r.agreement).put("parties", r.parties).put("kept", r.kept).done();
}

Value describeRecord(const Whistle& r)
{
    Value arrivals;
    for (const auto& [unit, at] : r.arrivals)
        arrivals.set(unit.text(), formatInstant(at));
    return Describer().put("id", r.id).put("by", r.by).put("units", r.units).put("place", r.place).put("where", r.where)
        .put("purpose", r.purpose).put("meetAt", r.meetAt).put("arrivals", arrivals).put("endedAt", r.endedAt).done();
}

Value describeRecord(const CheckRecord& r)
{
    return Describer().put("asked", r.asked).put("mode", r.mode).put("passed", r.passed).put("by", r.by).put("words", r.words).done();
}

Value describeRecord(const CallbackAttempt& r)
{
    return Describer().put("by", r.by).put("upstream", r.upstream).always("reached", r.reached).put("solved", r.solved)
        .put("satisfaction", r.satisfaction).put("words", r.words).done();
}

Value describeRecord(const ReviewRecord& r)
{
    return Describer().put("against", r.against).put("asked", r.asked).put("words", r.words).put("overturned", r.overturned)
        .put("decided", r.decided).done();
}

Value describeRecord(const Exclusion& r)
{
    return Describer().put("asked", r.asked).put("reason", r.reason).put("words", r.words).put("first", r.first).put("second", r.second)
        .put("refused", r.refused).put("expiresAt", r.expiresAt).put("lifted", r.lifted).done();
}

Value describeRecord(const SupervisionOrder& r)
{
    constexpr std::array<std::string_view, 4> states{"issued", "received", "replied", "settled"};
    return Describer().put("id", r.id).put("number", r.number).put("by", r.by).put("unit", r.unit).put("level", nameOf(r.level))
        .put("card", r.card).put("words", r.words).put("replyBy", r.replyBy).put("state", states[static_cast<std::size_t>(r.state)])
        .put("received", r.received).put("replied", r.replied).put("settled", r.settled).put("reply", r.reply).put("verdict", r.verdict)
        .done();
}

Value describeRecord(const Instruction& r)
{
    return Describer().put("id", r.id).put("by", r.by).put("unit", r.unit).put("account", r.account).put("words", r.words)
        .put("received", r.received).done();
}

Value describeRecord(const SpotCheck& r) { return Describer().put("by", r.by).put("result", r.result).put("words", r.words).done(); }

Value describeRecord(const Appeal& r)
{
    return Describer().put("asked", r.asked).put("unit", r.unit).put("about", r.about).put("words", r.words).put("first", r.first)
        .put("second", r.second).put("granted", r.granted).done();
}

Value describeRecord(const CallOut& r) { return Describer().put("by", r.by).put("units", r.units).put("words", r.words).done(); }
Value describeRecord(const RollCall& r) { return Describer().put("by", r.by).put("present", r.present).put("absent", r.absent).done(); }
Value describeRecord(const SituationReport& r) { return Describer().put("by", r.by).put("kind", r.kind).put("words", r.words).done(); }

Value describeRecord(const IncidentRecord& r)
{
    return Describer().put("id", r.id).put("name", r.name).put("level", r.level).always("head", r.head).put("declared", r.declared)
        .put("callOuts", r.callOuts).put("rollCalls", r.rollCalls).put("reports", r.reports).put("endedAt", r.endedAt).done();
}

Value describeRecord(const CaseLink& r)
{
    return Describer().put("kind", r.kind).put("other", r.other).put("at", r.at).put("endedAt", r.endedAt).done();
}

Value describeRecord(const HandOverRecord& r)
{
    return Describer().put("to", r.to).put("receiver", r.receiver).put("receipt", r.receipt).put("by", r.by)
        .put("confirmedAt", r.confirmedAt).done();
}

Value describeRecord(const Amendment& r)
{
    return Describer().put("field", r.field).put("before", r.before).put("by", r.by).put("stage", nameOf(r.stage)).done();
}

Value describeRecord(const FollowUpRecord& r) { return Describer().put("kind", r.kind).put("words", r.words).put("by", r.by).done(); }

Value describeRecord(const Decision& r)
{
    return Describer().put("kind", r.kind).put("by", r.by).put("reason", r.reason).put("from", nameOf(r.from)).done();
}

Value describe(const Case& c)
{
    Describer d;
    d.put("id", c.id).put("stage", nameOf(c.stage)).put("number", c.number).put("localNumber", c.localNumber).put("source", c.source)
        .put("title", c.title).put("text", c.text).put("sourceText", c.sourceText).put("sourceHash", c.sourceHash)
        .put("demandType", c.demandType).put("handlingKind", c.handlingKind).put("urgency", nameOf(c.urgency)).put("category", c.category)
        .put("area", c.area).put("place", c.place).put("address", c.address).put("reporters", c.reporters).put("subject", c.subject)
        .put("orders", c.orders).put("outsideNumbers", c.outsideNumbers).put("imported", c.imported).put("recordHash", c.recordHash)
        .put("sourceOnTime", c.sourceOnTime).put("clockDisorder", c.clockDisorder);
    d.put("reportedAt", c.reportedAt).put("acceptedAt", c.acceptedAt).put("filedAt", c.filedAt).put("dispatchedAt", c.dispatchedAt)
        .put("signedAt", c.signedAt).put("handledAt", c.handledAt).put("checkedAt", c.checkedAt).put("closedAt", c.closedAt)
        .put("archivedAt", c.archivedAt).put("endedAt", c.endedAt)
        .put("verifyReturn", c.verifyReturn ? nameOf(*c.verifyReturn) : std::string_view())
        .put("mergedFrom", c.mergedFrom ? nameOf(*c.mergedFrom) : std::string_view());
    d.put("verifications", c.verifications).put("filing", c.filing).put("oldFilings", c.oldFilings).put("assignments", c.assignments)
        .put("clocks", c.clocks).put("consultations", c.consultations).put("designations", c.designations).put("objections", c.objections)
        .put("suspensions", c.suspensions).put("statutoryPauses", c.statutoryPauses).put("plans", c.plans).put("mediations", c.mediations)
        .put("whistles", c.whistles).put("checks", c.checks).put("callbacks", c.callbacks).put("callbackWaived", c.callbackWaived)
        .put("callbackDone", c.callbackDone).put("reviews", c.reviews).put("exclusions", c.exclusions).put("supervisions", c.supervisions)
        .put("instructions", c.instructions).put("spotChecks", c.spotChecks).put("appeals", c.appeals).put("incident", c.incident)
        .put("links", c.links).put("handOvers", c.handOvers).put("amendments", c.amendments).put("followUps", c.followUps)
        .put("decisions", c.decisions).put("evidence", c.evidence).put("watchers", c.watchers).put("rungs", c.rungs)
        .put("repeatAnswer", c.repeatAnswer);
    d.put("forced", c.forced).put("withdrawalProposed", c.withdrawalProposed).put("wrongFiling", c.wrongFiling)
        .put("patrolException", c.patrolException).put("sampled", c.sampled).put("redo", c.redo).put("arbitration", c.arbitration)
        .put("categoryChangedAfterDispatch", c.categoryChangedAfterDispatch).put("reworks", c.reworks).put("returns", c.returns)
        .put("redos", c.redos).put("wrongDispatches", c.wrongDispatches).put("extensions", c.extensions).put("repeats", c.repeats)
        .put("urges", c.urges).put("comments", c.comments).put("overrides", c.overrides).put("raises", c.raises)
        .put("lastOperation", c.lastOperation).put("changedAt", c.changedAt).put("operations", c.operations);
    return d.done();
}

} // namespace griddesk
