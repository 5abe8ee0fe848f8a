// SPDX-License-Identifier: GPL-3.0-or-later
#include "submitter.h"

#include "models/core/numbers.h"
#include "models/core/operationtable.h"
#include "models/core/summarise.h"
#include "models/wire/canonicaljson.h"
#include "models/wire/uuid.h"

#include <algorithm>
#include <set>

namespace griddesk {

namespace {

constexpr std::size_t catchUpPage = 1000; ///< log entries looked at in one step of the projection

const OperationId& idOf(const OutboxItem& item) { return item.operation.id; }

/// Not confirmed and not refused: somebody still has to be told of it.
bool waits(const OutboxItem& item) { return item.state == OutboxState::Held || item.state == OutboxState::Sealed; }

/// What could not be sealed must not be saved: everything in the outbox gets an envelope one day. What stands around a
/// payload in its envelope (ids, hashes, signature, clocks) takes less than `envelopeHead` bytes and one level.
std::optional<Refusal> unsealable(const Value& payload)
{
    constexpr std::size_t envelopeHead = 4096;
    auto bytes = canonicalBytes(payload, {.bytes = maximumEnvelopeBytes - envelopeHead, .depth = 30});
    if (bytes)
        return {};
    if (bytes.error().code == ErrorCode::LimitExceeded)
        return Refusal{.rule = RefusalRule::FieldTooLong, .missing = {}, .whoCan = {}, .detail = std::to_string(toCanonical(payload).size())};
    return Refusal{.rule = RefusalRule::FieldType, .missing = {}, .whoCan = {}, .detail = bytes.error().detail};
}

} // namespace

Submitter::Submitter(OutboxPort& outbox, ProjectionPort& projection, Authority& authority, LogStore& log, RuleLibrary& rules,
                     const DeviceKey& key, SubmitterIdentity identity, RandomSource& random, Locate locate)
    : m_outbox(outbox), m_projection(projection), m_authority(authority), m_log(log), m_rules(rules), m_key(key),
      m_identity(std::move(identity)), m_random(random), m_locate(std::move(locate))
{
}

std::string Submitter::newId(Instant now) { return makeUuid7(now, m_random); }

Result<void> Submitter::startChain()
{
    auto own = m_outbox.chainHead();
    if (!own)
        return std::unexpected(own.error());
    ChainHead head{.device = m_identity.device, .stream = m_authority.stream(), .lastHash = {}};
    if (*own)
        head = **own;
    if (m_authority.distant()) { // what the platform has of this device is asked of it, not of the copy
        m_chain = std::make_unique<DeviceChain>(std::move(head), m_key);
        return {};
    }
    auto record = m_log.device(m_identity.device);
    if (!record)
        return std::unexpected(record.error());
    if (*own && *record && logLacks((*record)->head, **own)) {
        // An older log was put back: what it lacks was answered and is gone from the outbox, and the authority would wait
        // for it for ever. The device goes on in a new epoch; what was not answered is sealed in it once more.
        m_historyLost = true;
        head = ChainHead{.device = m_identity.device, .stream = m_authority.stream(), .epoch = std::max(head.epoch, (*record)->head.epoch) + 1, .lastHash = {}};
        for (auto& item : m_items)
            if (item.state == OutboxState::Sealed) {
                item.state = OutboxState::Held;
                item.devSeq = 0;
                item.envelope.clear();
            }
        m_chain = std::make_unique<DeviceChain>(std::move(head), m_key);
        return {};
    }
    // The log may know more than the outbox: an import commits there first, and a kill may come in between.
    if (*record && ((*record)->head.epoch > head.epoch
                    || ((*record)->head.epoch == head.epoch && (*record)->head.lastSeq > head.lastSeq)))
        head = (*record)->head;
    m_chain = std::make_unique<DeviceChain>(std::move(head), m_key);
    return {};
}

bool Submitter::logLacks(const ChainHead& known, const ChainHead& own) const
{
    if (own.epoch < known.epoch)
        return false; // the outbox is the older one
    const std::int64_t from = own.epoch == known.epoch ? known.lastSeq : 0;
    if (own.epoch == known.epoch && own.lastSeq == known.lastSeq)
        return own.lastHash != known.lastHash;
    std::set<std::int64_t> waiting;
    for (const auto& item : m_items)
        if (item.state == OutboxState::Sealed)
            waiting.insert(item.devSeq);
    for (std::int64_t seq = from + 1; seq <= own.lastSeq; ++seq)
        if (!waiting.contains(seq))
            return true;
    return false;
}

Result<Sending> Submitter::recover(Instant now)
{
    if (auto read = readItems(); !read)
        return std::unexpected(read.error());
    if (auto started = startChain(); !started)
        return std::unexpected(started.error());
    // Tables that show more than the log holds belong to another log.
    auto head = m_log.head();
    auto shown = m_projection.appliedSeq();
    if (!head || !shown)
        return std::unexpected(head ? shown.error() : head.error());
    if (*shown > *head) {
        m_historyLost = true;
        if (auto cleared = m_projection.clear(); !cleared)
            return std::unexpected(cleared.error());
    }
    if (m_authority.distant()) // a kill may have come between the copy and the outbox
        if (auto settled = settleCopied(0, now); !settled)
            return std::unexpected(settled.error());
    auto result = release(now, true);
    if (!result)
        return result;
    result->changes.bulk = true;
    if (m_historyLost)
        if (auto kept = keepChain(); !kept) // told once, not at every start until something is sealed
            return std::unexpected(kept.error());
    for (bool more = true; more;)
        if (auto caught = catchUp(catchUpPage, more); !caught)
            return std::unexpected(caught.error());
    m_trayStale = true; // only now are all its cases in the tables
    showTray(result->changes);
    return result;
}

Result<void> Submitter::readItems()
{
    auto items = m_outbox.items();
    if (!items)
        return std::unexpected(items.error());
    m_items = *std::move(items);
    return {};
}

void Submitter::showTray(ChangeSet& changes)
{
    if (!m_trayStale)
        return;
    std::set<CaseId> cases;
    for (const auto& item : m_items)
        if (item.state == OutboxState::Refused)
            cases.insert(item.operation.caseId);
    auto shown = m_projection.setRefused({cases.begin(), cases.end()});
    if (!shown)
        return; // what was to be done is done and durable; the marks are put right with the next step
    m_trayStale = false;
    std::ranges::move(shown->changed, std::back_inserter(changes.changed));
}

std::vector<OutboxItem> Submitter::waitingOf(const CaseId& id) const
{
    std::vector<OutboxItem> found;
    std::ranges::copy_if(m_items, std::back_inserter(found),
                         [&](const OutboxItem& item) { return item.operation.caseId == id && waits(item); });
    return found;
}

std::size_t Submitter::waiting() const noexcept
{
    return static_cast<std::size_t>(std::ranges::count_if(m_items, waits));
}

std::size_t Submitter::refused() const noexcept
{
    return static_cast<std::size_t>(std::ranges::count(m_items, OutboxState::Refused, &OutboxItem::state));
}

std::optional<Instant> Submitter::nextRelease() const
{
    std::optional<Instant> next;
    for (const auto& item : m_items)
        if (item.state == OutboxState::Held && (!next || item.heldUntil < *next))
            next = item.heldUntil;
    return next;
}

Result<std::optional<Case>> Submitter::viewOf(const CaseId& id)
{
    auto state = m_authority.caseState(id);
    if (!state)
        return state;
    for (const auto& item : m_items) {
        if (item.operation.caseId != id || item.state == OutboxState::Refused)
            continue;
        auto copied = inCopy(item);
        if (!copied)
            return std::unexpected(copied.error());
        if (*copied)
            continue;
        auto rules = m_rules.rules(item.operation.rules);
        if (!rules)
            return std::unexpected(rules.error());
        Instant at = item.savedAt;
        if (*state)
            at = std::max(at, (*state)->changedAt);
        // What no longer fits is left out of the view; the authority will say so and it lands in the tray.
        if (auto after = apply(*state, item.operation, **rules, at); after)
            *state = *std::move(after);
    }
    return state;
}

Result<bool> Submitter::adoptedBefore(const Value& record, const std::vector<OutboxItem>& ahead)
{
    const auto same = [&](const OutboxItem& item) {
        return item.operation.kind == OperationKind::Adopt && item.state != OutboxState::Refused
            && item.operation.payload.textOr("platform") == record.textOr("platform")
            && item.operation.payload.textOr("outsideNumber") == record.textOr("outsideNumber");
    };
    if (std::ranges::any_of(m_items, same) || std::ranges::any_of(ahead, same))
        return true;
    auto known = m_log.findOutside(record.textOr("platform"), record.textOr("outsideNumber"));
    if (!known)
        return std::unexpected(known.error());
    return known->has_value();
}

Result<Submission> Submitter::prepare(const Actor& actor, std::vector<NewOperation>& drafts, Instant now, bool apart, bool numbers,
                                      std::vector<OutboxItem>& items, std::map<CaseId, std::optional<Case>>& states)
{
    auto rules = m_rules.inForce(now);
    if (!rules)
        return std::unexpected(rules.error());
    Submission result;
    std::map<std::string, std::string> pairs;
    std::optional<CaseId> previous;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        NewOperation& draft = drafts[i];
        const OperationSpec& spec = specOf(draft.kind);
        std::optional<CaseId> id = draft.caseId;
        if (!id && !spec.first)
            id = previous;
        const bool fresh = !id;
        if (fresh)
            id = CaseId::literal(newId(now));
        previous = id;
        if (apart || !states.contains(*id)) {
            auto view = fresh ? Result<std::optional<Case>>{std::optional<Case>{}} : viewOf(*id);
            if (!view)
                return std::unexpected(view.error());
            states.insert_or_assign(*id, *std::move(view));
        }
        if (spec.first && !states.at(*id) && numbers && spec.field("localNumber") != nullptr && !draft.payload.has("localNumber")) {
            auto counter = m_outbox.nextLocalNumber();
            if (!counter)
                return std::unexpected(counter.error());
            auto text = formatNumber(Number{Numbered::Case, LocalNumber{m_identity.letter, *counter}});
            if (!text)
                return std::unexpected(text.error());
            draft.payload.set("localNumber", *text);
        }
        Operation operation{.id = draft.id ? *draft.id : OperationId::literal(newId(now)),
                            .caseId = *id,
                            .kind = draft.kind,
                            .actor = actor,
                            .rules = (*rules)->hash,
                            .payload = std::move(draft.payload),
                            .pairId = {}};
        if (!draft.pairId.empty())
            operation.pairId = pairs.try_emplace(draft.pairId, newId(now)).first->second;

        auto& state = states.at(*id);
        const Instant at = state ? std::max(now, state->changedAt) : now;
        auto after = apply(state, operation, **rules, at);
        result.cases.push_back(*id);
        if (after && draft.kind == OperationKind::Adopt) {
            auto before = adoptedBefore(operation.payload, items);
            if (!before)
                return std::unexpected(before.error());
            if (*before)
                after = std::unexpected(refusedAsKnown(operation.payload));
        }
        if (!after) {
            result.refusals.push_back({i, id, after.error()});
            continue;
        }
        if (auto refusal = unsealable(operation.payload)) {
            result.refusals.push_back({i, id, *std::move(refusal)});
            continue;
        }
        state = *std::move(after);
        result.operations.push_back(operation.id);
        items.push_back(OutboxItem{.operation = std::move(operation), .savedAt = now, .heldUntil = now, .envelope = {}, .outcome = {}, .reason = {}});
    }
    return result;
}

Result<Submission> Submitter::judge(const Actor& actor, std::vector<NewOperation> drafts, Instant now, bool apart)
{
    std::vector<OutboxItem> items;
    std::map<CaseId, std::optional<Case>> states;
    return prepare(actor, drafts, now, apart, false, items, states);
}

Result<std::vector<Replacement>> Submitter::replacementsOf(const std::vector<NewOperation>& drafts) const
{
    std::vector<Replacement> replaced;
    for (const auto& draft : drafts) {
        if (!draft.replaces)
            continue;
        const auto item = std::ranges::find(m_items, *draft.replaces, idOf);
        if (item == m_items.end() || item->state != OutboxState::Refused || std::ranges::contains(replaced, *draft.replaces, &Replacement::refused))
            return fail(ErrorCode::Refused, "the operation is not in the tray any more", draft.replaces->text());
        replaced.push_back({*draft.replaces, *draft.id, draft.kind == item->operation.kind ? "reissued" : "noted"});
    }
    return replaced;
}

Result<Submission> Submitter::submit(const Actor& actor, std::vector<NewOperation> drafts, Instant now, Milliseconds hold,
                                     std::optional<Instant> receivedAt)
{
    std::set<OperationId> replacedById;
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const auto& draft = drafts[i];
        // The authority judges the halves of a pair together when they follow each other.
        if (!draft.pairId.empty()) {
            const bool second = i > 0 && drafts[i - 1].pairId == draft.pairId;
            const bool first = i + 1 < drafts.size() && drafts[i + 1].pairId == draft.pairId;
            if (first == second)
                return fail(ErrorCode::InvalidArgument, "the two operations of a pair are submitted one after the other", std::string(nameOf(draft.kind)));
        }
        if (!draft.id)
            continue;
        auto logged = m_log.findOperation(*draft.id);
        if (!logged)
            return std::unexpected(logged.error());
        const auto held = std::ranges::find(m_items, *draft.id, idOf);
        // A kill between salvage file and outbox leaves a draft in the tray; saying the same again under its id confirms it.
        if (held != m_items.end() && held->state == OutboxState::Refused && held->outcome == "salvaged" && held->operation.kind == draft.kind)
            replacedById.insert(*draft.id);
        else if (*logged || held != m_items.end())
            return fail(ErrorCode::Duplicate, "an operation with this id was saved before", draft.id->text());
    }
    for (auto& draft : drafts) {
        if (draft.id && replacedById.contains(*draft.id))
            draft.replaces = draft.id;
        if (draft.replaces && !draft.id)
            draft.id = OperationId::literal(newId(now)); // named by what it replaces
    }
    auto replaced = replacementsOf(drafts);
    if (!replaced)
        return std::unexpected(replaced.error());
    std::vector<OutboxItem> items;
    std::map<CaseId, std::optional<Case>> states;
    auto result = prepare(actor, drafts, now, false, true, items, states);
    if (!result || !result->refusals.empty()) {
        if (result)
            result->operations.clear();
        return result;
    }
    const bool atOnce = hold.count() <= 0 || std::ranges::any_of(states, [](const auto& entry) {
        return entry.second && entry.second->urgency == Urgency::Critical;
    });
    result->heldUntil = atOnce ? now : now + hold;
    for (auto& item : items)
        item.heldUntil = result->heldUntil;
    if (auto saved = m_outbox.save(items, *replaced); !saved)
        return std::unexpected(saved.error());
    std::erase_if(m_items, [&](const OutboxItem& item) { return std::ranges::contains(*replaced, idOf(item), &Replacement::refused); });
    std::ranges::copy(items, std::back_inserter(m_items));
    m_trayStale = m_trayStale || !replaced->empty();
    if (atOnce) {
        if (auto sent = release(std::max(now, receivedAt.value_or(now)), false); sent)
            result->changes = std::move(sent->changes);
        else
            result->unsent = sent.error();
        return result;
    }
    std::vector<CaseId> touched;
    touched.reserve(states.size());
    for (const auto& [id, state] : states)
        touched.push_back(id);
    // It is saved, whatever the tables say: told as an error it would be entered a second time.
    if (auto changes = project(touched); changes)
        result->changes = *std::move(changes);
    else
        result->unsent = changes.error();
    showTray(result->changes);
    return result;
}

Result<ChangeSet> Submitter::takeBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant now)
{
    const auto sent = [](const OperationId& id) { return fail(ErrorCode::Refused, "the operation has been sent already", id.text()); };
    std::set<OperationId> taken(operations.begin(), operations.end());
    for (const auto& id : taken)
        if (const auto item = std::ranges::find(m_items, id, idOf); item == m_items.end() || item->state != OutboxState::Held)
            return sent(id);
    // Whatever was saved on top of it goes with it, for it was made on a state that will not exist; and so does the
    // other half of a pair.
    for (bool grown = true; grown;) {
        grown = false;
        std::set<CaseId> cases;
        std::set<std::string> pairs;
        for (const auto& item : m_items)
            if (taken.contains(idOf(item)) && !item.operation.pairId.empty())
                pairs.insert(item.operation.pairId);
        for (const auto& item : m_items) {
            if (taken.contains(idOf(item)) || pairs.contains(item.operation.pairId) || (item.state == OutboxState::Held && cases.contains(item.operation.caseId))) {
                if (item.state != OutboxState::Held)
                    return sent(idOf(item));
                cases.insert(item.operation.caseId);
                grown = taken.insert(idOf(item)).second || grown;
            }
        }
    }
    std::vector<OperationId> order; // the last one first
    std::set<CaseId> touched;
    for (auto item = m_items.rbegin(); item != m_items.rend(); ++item)
        if (taken.contains(idOf(*item))) {
            order.push_back(idOf(*item));
            touched.insert(item->operation.caseId);
        }
    for (const auto& item : m_items)
        if (taken.contains(idOf(item)) && item.operation.actor.account.text() != byAccount)
            return fail(ErrorCode::Refused, "another person saved this or built on it", idOf(item).text());
    // The projection first: a kill in between leaves the operations in the outbox, and the next start releases them. The
    // other way round a case nobody reported would stay in the tables.
    const std::vector<CaseId> cases(touched.begin(), touched.end());
    std::vector<OutboxItem> before = m_items;
    std::erase_if(m_items, [&](const OutboxItem& item) { return taken.contains(idOf(item)); });
    auto changes = project(cases);
    Result<void> done = changes ? m_outbox.takeBack(order, byAccount, now) : std::unexpected(changes.error());
    if (!done) {
        m_items = std::move(before);
        if (auto shown = project(cases); !shown)
            done.error().detail += "; the tables could not be put back: " + shown.error().detail;
        return std::unexpected(done.error());
    }
    // What they had replaced is in the tray again.
    const auto refusedBefore = refused();
    if (auto read = readItems(); !read)
        return std::unexpected(read.error());
    m_trayStale = m_trayStale || refused() != refusedBefore;
    showTray(*changes);
    return changes;
}

Result<ChangeSet> Submitter::withdraw(const std::vector<OperationId>& operations, const std::string& byAccount, const std::string& words, Instant now)
{
    if (auto done = m_outbox.withdraw(operations, byAccount, words, now); !done)
        return std::unexpected(done.error());
    std::erase_if(m_items, [&](const OutboxItem& item) { return std::ranges::contains(operations, idOf(item)); });
    m_trayStale = true;
    ChangeSet changes;
    showTray(changes);
    return changes;
}

Result<ChangeSet> Submitter::putBack(const std::vector<OperationId>& operations, const std::string& byAccount, Instant now)
{
    if (auto done = m_outbox.putBack(operations, byAccount, now); !done)
        return std::unexpected(done.error());
    m_trayStale = true;
    if (auto read = readItems(); !read)
        return std::unexpected(read.error());
    ChangeSet changes;
    showTray(changes);
    return changes;
}

Result<void> Submitter::setAsideUnsealable(std::set<OperationId>& due)
{
    std::set<std::string> pairs;
    std::map<OperationId, std::string> bad;
    for (const auto& item : m_items)
        if (due.contains(idOf(item)))
            if (const auto refusal = unsealable(item.operation.payload)) {
                bad.emplace(idOf(item), nameOf(refusal->rule));
                if (!item.operation.pairId.empty())
                    pairs.insert(item.operation.pairId);
            }
    for (const auto& item : m_items)
        if (due.contains(idOf(item)) && pairs.contains(item.operation.pairId))
            bad.emplace(idOf(item), "pairRefused");
    for (const auto& [id, reason] : bad) {
        const std::string outcome(nameOf(Outcome::Invalid));
        if (auto settled = m_outbox.settle(id, true, outcome, reason); !settled)
            return settled;
        auto& item = *std::ranges::find(m_items, id, idOf);
        item.state = OutboxState::Refused;
        item.outcome = outcome;
        item.reason = reason;
        m_trayStale = true;
        due.erase(id);
    }
    return {};
}

Result<Sending> Submitter::release(Instant now, bool all)
{
    std::set<OperationId> due;
    std::set<std::string> pairs;
    for (const auto& item : m_items)
        if (item.state == OutboxState::Held && (all || item.heldUntil <= now))
            due.insert(item.operation.id);
    // An operation never overtakes an earlier one of its case, and a pair leaves together.
    for (bool grown = !due.empty(); grown;) {
        grown = false;
        std::set<CaseId> cases;
        for (auto item = m_items.rbegin(); item != m_items.rend(); ++item) {
            if (due.contains(item->operation.id)) {
                cases.insert(item->operation.caseId);
                if (!item->operation.pairId.empty())
                    pairs.insert(item->operation.pairId);
            } else if (item->state == OutboxState::Held
                       && (cases.contains(item->operation.caseId)
                           || (!item->operation.pairId.empty() && pairs.contains(item->operation.pairId)))) {
                grown = due.insert(item->operation.id).second || grown;
            }
        }
    }
    if (auto set = setAsideUnsealable(due); !set)
        return std::unexpected(set.error());
    const ChainHead before = m_chain->head();
    // What was sealed and got no answer (a full disk, a kill) goes first: the authority takes nothing behind a gap.
    std::vector<OutboxItem> unanswered;
    std::ranges::copy_if(m_items, std::back_inserter(unanswered), [](const OutboxItem& item) { return item.state == OutboxState::Sealed; });
    Sending result;
    if (due.empty() && unanswered.empty()) {
        showTray(result.changes);
        return result;
    }
    std::vector<OutboxItem> sealed;
    std::map<CaseId, std::int64_t> revisions;
    for (const auto& item : m_items) {
        if (!due.contains(item.operation.id))
            continue;
        OutboxItem next = item;
        auto revision = revisions.find(item.operation.caseId);
        if (revision == revisions.end()) {
            auto state = m_authority.caseState(item.operation.caseId);
            if (!state)
                return std::unexpected(state.error());
            std::int64_t ahead = 0; // on their way, or taken and not seen here yet
            for (const auto& other : m_items)
                if (other.operation.caseId == item.operation.caseId && (other.state == OutboxState::Sealed || other.state == OutboxState::Acknowledged)) {
                    auto copied = inCopy(other);
                    if (!copied)
                        return std::unexpected(copied.error());
                    ahead += *copied ? 0 : 1;
                }
            revision = revisions.emplace(item.operation.caseId, (*state ? (*state)->operations : 0) + ahead).first;
        }
        auto envelope = sealNow(item.operation, item.savedAt, revision->second);
        if (!envelope) {
            m_chain->reset(before);
            return std::unexpected(envelope.error());
        }
        ++revision->second;
        next.envelope = std::move(envelope->bytes);
        next.state = OutboxState::Sealed;
        next.devSeq = m_chain->head().lastSeq;
        sealed.push_back(std::move(next));
    }
    if (!sealed.empty()) {
        if (auto kept = m_outbox.seal(sealed, m_chain->head()); !kept) {
            m_chain->reset(before);
            return std::unexpected(kept.error());
        }
        for (const auto& item : sealed)
            *std::ranges::find(m_items, idOf(item), idOf) = item;
    }
    std::ranges::move(sealed, std::back_inserter(unanswered));
    std::ranges::sort(unanswered, {}, &OutboxItem::devSeq);
    if (auto sent = send(std::move(unanswered), now, result); !sent)
        return std::unexpected(sent.error());
    return result;
}

Result<void> Submitter::send(std::vector<OutboxItem> items, Instant now, Sending& result)
{
    std::vector<std::string> envelopes;
    std::set<CaseId> touched;
    for (const auto& item : items) {
        envelopes.push_back(item.envelope);
        touched.insert(item.operation.caseId);
    }
    auto answers = m_authority.push(envelopes, now);
    if (!answers)
        return std::unexpected(answers.error());
    std::vector<OutboxItem> before = m_items;
    for (std::size_t i = 0; i < items.size(); ++i) {
        const PushAnswer& answer = (*answers)[i];
        const auto here = std::ranges::find(m_items, idOf(items[i]), idOf);
        if (here == m_items.end() || answer.waits())
            continue;
        if (answer.refused()) {
            here->state = OutboxState::Refused;
            here->outcome = nameOf(answer.outcome);
            here->reason = answer.reason;
        } else {
            m_items.erase(here);
        }
    }
    // The projection before the outbox: a kill in between pushes once more, is answered as a repeat and projects again.
    // The other way round nothing would know that the tables still show what was refused.
    auto changes = project({touched.begin(), touched.end()});
    if (!changes) {
        m_items = std::move(before);
        return std::unexpected(changes.error());
    }
    for (std::size_t i = 0; i < items.size(); ++i) {
        const PushAnswer& answer = (*answers)[i];
        if (answer.waits())
            continue;
        if (auto settled = m_outbox.settle(idOf(items[i]), answer.refused(), std::string(nameOf(answer.outcome)), answer.reason); !settled) {
            m_items = std::move(before); // sealed as the outbox has them: the next release pushes them again
            return std::unexpected(settled.error());
        }
    }
    m_trayStale = m_trayStale || std::ranges::any_of(*answers, &PushAnswer::refused);
    showTray(*changes);
    std::ranges::move(*answers, std::back_inserter(result.answers));
    std::ranges::move(changes->added, std::back_inserter(result.changes.added));
    std::ranges::move(changes->changed, std::back_inserter(result.changes.changed));
    return {};
}

Result<ChangeSet> Submitter::project(const std::vector<CaseId>& ids)
{
    auto head = m_log.head();
    if (!head)
        return std::unexpected(head.error());
    auto applied = m_projection.appliedSeq();
    if (!applied)
        return std::unexpected(applied.error());
    std::vector<ProjectedCase> cases;
    ChangeSet all;
    for (const auto& id : ids) {
        auto state = viewOf(id);
        if (!state)
            return std::unexpected(state.error());
        if (!*state) {
            auto gone = m_projection.forget(id);
            if (!gone)
                return gone;
            std::ranges::move(gone->changed, std::back_inserter(all.changed));
            continue;
        }
        auto rules = m_rules.inForce((*state)->changedAt);
        if (!rules)
            return std::unexpected(rules.error());
        ProjectedCase projected{.row = summarise(**state, **rules), .state = *std::move(*state), .pending = !waitingOf(id).empty()};
        if (m_locate)
            m_locate(projected.row);
        cases.push_back(std::move(projected));
    }
    // The position only moves when nothing else lies between; catchUp() closes a gap.
    std::set<CaseId> covered(ids.begin(), ids.end());
    std::int64_t position = *applied;
    if (*head > *applied) {
        auto between = m_log.entriesAfter(*applied, catchUpPage);
        if (!between)
            return std::unexpected(between.error());
        for (const auto& entry : *between) {
            if (!covered.contains(entry.caseId))
                break;
            position = entry.seq;
        }
    }
    auto changes = m_projection.project(cases, position);
    if (!changes)
        return changes;
    std::ranges::move(changes->added, std::back_inserter(all.added));
    std::ranges::move(changes->changed, std::back_inserter(all.changed));
    return all;
}

Result<ChangeSet> Submitter::catchUp(std::size_t pageSize, bool& more)
{
    more = false;
    pageSize = std::min(pageSize, catchUpPage); // project() looks no further
    auto applied = m_projection.appliedSeq();
    if (!applied)
        return std::unexpected(applied.error());
    auto entries = m_log.entriesAfter(*applied, pageSize);
    if (!entries)
        return std::unexpected(entries.error());
    if (entries->empty())
        return ChangeSet{};
    std::set<CaseId> ids;
    for (const auto& entry : *entries)
        ids.insert(entry.caseId);
    auto changes = project({ids.begin(), ids.end()});
    more = entries->size() == pageSize;
    return changes;
}

Result<SealedEnvelope> Submitter::sealNow(Operation operation, Instant wall, std::int64_t trunkRev)
{
    return m_chain->seal(std::move(operation),
                                SealContext{.trunkRev = trunkRev,
                                            .branchId = {},
                                            .parentOp = {},
                                            .leaseFence = {},
                                            .hlc = m_hlc.tick(wall),
                                            .wall = wall,
                                            .bootId = m_identity.bootId,
                                            .monotonic = 0,
                                            .estOffset = 0,
                                            .blobs = {}});
}

Result<void> Submitter::keepChain() { return m_outbox.seal({}, m_chain->head()); }

Result<void> Submitter::resetChain() { return startChain(); }

} // namespace griddesk
