// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/geopoint.h"
#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/core/rules.h"
#include "models/service/casecommands.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

struct ParsedOrder;

/// What is typed into the intake form; a plain value. Becomes the payload of a report, the text of a draft and back.
struct IntakeForm {
    std::string source = "hotline12345", demandType = "help";
    Urgency urgency = Urgency::Ordinary;
    std::string text, title;
    std::optional<CategoryId> category;
    std::string address;
    std::optional<GeoPoint> place;
    std::optional<AreaCode> area; ///< smallest area the place lies in
    PersonalData person;          ///< goes sealed beside the operation, never into its payload
    std::string relation, contactTime;
    bool anonymous = false, confidential = false, callbackWanted = false, consent = true;
    std::string orderNumber, orderPlatform, orderText;
    std::optional<Instant> orderSentAt, orderDue;
    bool mustReply = false, mustCallback = false;
    std::vector<EvidenceFile> evidence;

    [[nodiscard]] bool empty() const; ///< nothing typed that would be a pity to lose
};

/// The title to use: the typed one, else the head of the text's first sentence, at most 30 characters.
[[nodiscard]] std::string titleOf(const IntakeForm& form);

/// Fields still missing, by payload name (source, text, place, order.platform …); empty when it can be saved. A critical
/// case needs two of source, matter and place; consultation, suggestion and praise need no place.
[[nodiscard]] std::vector<std::string> missingIn(const IntakeForm& form);

/// The payload of the report operation. Holds no name, phone or room.
[[nodiscard]] Value reportPayload(const IntakeForm& form);
/// The member "reporter" of report and followUp; absent when nothing was said about the person.
[[nodiscard]] std::optional<Value> reporterValue(const IntakeForm& form);
/// Another caller with the same matter: the payload of followUp, kind "join".
[[nodiscard]] Value joinPayload(const IntakeForm& form);

/// Puts in what a pasted order says; fields it does not say stay as they are. The category is looked up by name.
void fillFrom(IntakeForm& form, const ParsedOrder& order, const Rules& rules);

/// The form as JSON text for the draft store, and back. Errors of reading: Syntax, LimitExceeded (more than 256 KiB). Unknown members are skipped.
[[nodiscard]] std::string writeDraft(const IntakeForm& form);
[[nodiscard]] Result<IntakeForm> readDraft(const std::string& json);

} // namespace griddesk
