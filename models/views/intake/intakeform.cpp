// SPDX-License-Identifier: GPL-3.0-or-later
#include "intakeform.h"

#include "models/core/categories.h"
#include "models/core/rulesnames.h"
#include "orderparser.h"

#include <algorithm>
#include <string_view>

namespace griddesk {

namespace {

bool answerable(const std::string& demand) { return demand == "consult" || demand == "suggestion" || demand == "praise"; }

void put(Value& object, const char* key, const std::string& text)
{
    if (!text.empty())
        object.set(key, text);
}

void put(Value& object, const char* key, const std::optional<Instant>& at)
{
    if (at)
        object.set(key, formatInstant(*at));
}

Value evidenceList(const std::vector<EvidenceFile>& files)
{
    Value::List list;
    for (const auto& file : files) {
        Value item;
        item.set("sha256", file.sha256).set("size", file.size).set("mime", file.mime).set("role", file.role);
        list.push_back(std::move(item));
    }
    return list;
}

std::optional<Value> orderValue(const IntakeForm& form)
{
    if (form.orderNumber.empty())
        return std::nullopt;
    Value order;
    order.set("number", form.orderNumber).set("platform", form.orderPlatform);
    put(order, "text", form.orderText);
    put(order, "sentAt", form.orderSentAt);
    put(order, "due", form.orderDue);
    if (form.mustReply)
        order.set("mustReply", true);
    if (form.mustCallback)
        order.set("mustCallback", true);
    return order;
}

std::string named(const Rules& rules, std::string_view words)
{
    for (const auto& [code, category] : rules.categories)
        if (words == category.name)
            return code.text();
    return {};
}

} // namespace

bool IntakeForm::empty() const
{
    return text.empty() && title.empty() && !category && address.empty() && !place && person.empty() && orderNumber.empty() && evidence.empty();
}

std::string titleOf(const IntakeForm& form)
{
    if (!form.title.empty())
        return form.title;
    std::string_view text = form.text;
    while (!text.empty() && (text.front() == ' ' || text.front() == '\n'))
        text.remove_prefix(1);
    std::size_t bytes = 0;
    for (int characters = 0; bytes < text.size() && characters < 30; ++characters) {
        if (text[bytes] == '\n' || text.substr(bytes, 3) == "。" || text.substr(bytes, 3) == "；")
            break;
        ++bytes;
        while (bytes < text.size() && (static_cast<unsigned char>(text[bytes]) & 0xC0u) == 0x80u)
            ++bytes;
    }
    return std::string(text.substr(0, bytes));
}

std::vector<std::string> missingIn(const IntakeForm& form)
{
    std::vector<std::string> missing;
    if (form.source.empty())
        missing.emplace_back("source");
    if (form.text.empty() && !form.category)
        missing.emplace_back("text");
    if (!form.place && form.address.empty() && !form.area && !answerable(form.demandType))
        missing.emplace_back("place");
    if (form.urgency == Urgency::Critical && missing.size() == 1)
        missing.clear();
    if (!form.orderNumber.empty() && form.orderPlatform.empty())
        missing.emplace_back("order.platform");
    return missing;
}

std::optional<Value> reporterValue(const IntakeForm& form)
{
    Value reporter;
    put(reporter, "relation", form.relation);
    put(reporter, "contactTime", form.contactTime);
    if (form.anonymous)
        reporter.set("anonymous", true);
    if (form.confidential)
        reporter.set("confidential", true);
    if (form.callbackWanted)
        reporter.set("callbackWanted", true);
    if (form.consent && !form.anonymous && !form.person.empty())
        reporter.set("consent", true);
    if (reporter.object()->empty() && form.person.empty())
        return std::nullopt;
    return reporter;
}

Value reportPayload(const IntakeForm& form)
{
    Value payload;
    put(payload, "source", form.source);
    put(payload, "demandType", form.demandType);
    payload.set("urgency", std::string(nameOf(form.urgency)));
    put(payload, "text", form.text);
    put(payload, "title", titleOf(form));
    put(payload, "address", form.address);
    if (form.category)
        payload.set("category", form.category->text());
    if (form.area)
        payload.set("area", form.area->text());
    if (form.place) {
        Value place;
        place.set("lonE7", std::int64_t{form.place->lonE7}).set("latE7", std::int64_t{form.place->latE7});
        payload.set("place", std::move(place));
    }
    if (auto reporter = reporterValue(form))
        payload.set("reporter", *std::move(reporter));
    if (auto order = orderValue(form))
        payload.set("order", *std::move(order));
    if (!form.evidence.empty())
        payload.set("evidence", evidenceList(form.evidence));
    return payload;
}

Value joinPayload(const IntakeForm& form)
{
    Value payload;
    payload.set("kind", "join");
    put(payload, "words", form.text);
    if (auto reporter = reporterValue(form))
        payload.set("reporter", *std::move(reporter));
    if (auto order = orderValue(form))
        payload.set("order", *std::move(order));
    if (!form.evidence.empty())
        payload.set("evidence", evidenceList(form.evidence));
    return payload;
}

void fillFrom(IntakeForm& form, const ParsedOrder& order, const Rules& rules)
{
    const auto take = [](std::string& field, const std::string& value) {
        if (!value.empty())
            field = value;
    };
    take(form.text, order.text);
    take(form.title, order.title);
    take(form.address, order.address);
    take(form.source, order.source);
    take(form.demandType, order.demandType);
    take(form.person.name, order.name);
    take(form.person.phone, order.phone);
    take(form.person.room, order.room);
    take(form.contactTime, order.contactTime);
    take(form.orderNumber, order.number);
    take(form.orderPlatform, order.platform);
    if (!form.orderNumber.empty() && form.orderPlatform.empty())
        form.orderPlatform = "12345";
    form.urgency = order.urgency.value_or(form.urgency);
    form.anonymous = order.anonymous.value_or(form.anonymous);
    form.confidential = order.confidential.value_or(form.confidential);
    form.callbackWanted = order.callbackWanted.value_or(form.callbackWanted);
    form.mustReply = order.mustReply.value_or(form.mustReply || !order.number.empty());
    if (order.sentAt)
        form.orderSentAt = order.sentAt;
    if (order.due)
        form.orderDue = order.due;
    if (!order.number.empty())
        form.orderText = order.text;
    // "市容环境/暴露垃圾": the last part that is the name of a leaf
    const CategoryTree tree(rules);
    for (std::string_view words = order.category; !words.empty();) {
        const auto cut = words.find_last_of("/->|,;");
        const auto last = cut == words.npos ? words : words.substr(cut + 1);
        if (const auto code = named(rules, last); !code.empty())
            if (const auto id = CategoryId::parse(code); id && tree.isLeaf(*id)) {
                form.category = *id;
                break;
            }
        words = cut == words.npos ? std::string_view{} : words.substr(0, cut);
    }
}

} // namespace griddesk
