// SPDX-License-Identifier: GPL-3.0-or-later
#include "parametersreader.h"

#include "fieldreader.h"

#include <array>

namespace griddesk {

namespace {

struct LimitField {
    std::string_view name;
    Limit Parameters::*member;
};

constexpr std::array limitFields{
    LimitField{"acceptLimit", &Parameters::acceptLimit},
    LimitField{"verifyLimit", &Parameters::verifyLimit},
    LimitField{"fileLimit", &Parameters::fileLimit},
    LimitField{"dispatchLimit", &Parameters::dispatchLimit},
    LimitField{"receiptLimit", &Parameters::receiptLimit},
    LimitField{"checkLimit", &Parameters::checkLimit},
    LimitField{"closeLimit", &Parameters::closeLimit},
    LimitField{"callbackLimit", &Parameters::callbackLimit},
    LimitField{"returnWindow", &Parameters::returnWindow},
    LimitField{"returnDecisionLimit", &Parameters::returnDecisionLimit},
    LimitField{"reworkLimit", &Parameters::reworkLimit},
    LimitField{"redoLimit", &Parameters::redoLimit},
    LimitField{"reviewLimit", &Parameters::reviewLimit},
    LimitField{"tryForGrid", &Parameters::tryForGrid},
    LimitField{"tryForCommunity", &Parameters::tryForCommunity},
};

struct NumberField {
    std::string_view name;
    int Parameters::*member;
    int least, most;
};

constexpr int tenYears = 3653;
constexpr std::array numberFields{
    NumberField{"yellowPermille", &Parameters::yellowPermille, 1, 1000},
    NumberField{"redoWithinDays", &Parameters::redoWithinDays, 0, tenYears},
    NumberField{"planReviewDays", &Parameters::planReviewDays, 1, tenYears},
    NumberField{"pauseReviewDays", &Parameters::pauseReviewDays, 1, tenYears},
    NumberField{"suspensionMaximumDays", &Parameters::suspensionMaximumDays, 1, tenYears},
    NumberField{"extensionMaximum", &Parameters::extensionMaximum, 0, 10},
    NumberField{"callbackAttempts", &Parameters::callbackAttempts, 1, 20},
    NumberField{"exclusionDays", &Parameters::exclusionDays, 1, tenYears},
    NumberField{"sampleShare", &Parameters::sampleShare, 0, 100},
    NumberField{"duplicateRadiusMetres", &Parameters::duplicateRadiusMetres, 0, 100'000},
    NumberField{"duplicateHours", &Parameters::duplicateHours, 0, tenYears * 24},
};

Result<Limit> parseLimitOrNone(std::string_view word)
{
    if (word == "none")
        return Limit{LimitUnit::WorkingHours, 0};
    return parseLimit(word);
}

std::string formatLimitOrNone(Limit limit)
{
    return limit.amount == 0 && limit.unit != LimitUnit::Stated ? "none" : formatLimit(limit);
}

} // namespace

Result<Parameters> readParameters(const Value& value, const FieldPath& path)
{
    Parameters parameters;
    FieldReader reader(value, &path);
    if (reader.has("callbackGate"))
        parameters.callbackGate = reader.text("callbackGate", 20);
    if (parameters.callbackGate != "beforeClose" && parameters.callbackGate != "afterClose")
        reader.fault(ErrorCode::OutOfRange, "the call-back is beforeClose or afterClose", "callbackGate");
    for (const auto& field : limitFields)
        parameters.*field.member = reader.parsedOr<Limit>(field.name, parseLimitOrNone, parameters.*field.member);
    for (const auto& field : numberFields)
        parameters.*field.member = static_cast<int>(reader.integerOr(field.name, field.least, field.most, parameters.*field.member));
    if (auto done = reader.finish(); !done)
        return std::unexpected(std::move(done.error()));
    return parameters;
}

Value writeParameters(const Parameters& parameters)
{
    Value value;
    value.set("callbackGate", parameters.callbackGate);
    for (const auto& field : limitFields)
        value.set(std::string(field.name), formatLimitOrNone(parameters.*field.member));
    for (const auto& field : numberFields)
        value.set(std::string(field.name), parameters.*field.member);
    return value;
}

} // namespace griddesk
