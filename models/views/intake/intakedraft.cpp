// SPDX-License-Identifier: GPL-3.0-or-later
// The intake form as text for the draft store: another reason to change than the form itself.
#include "intakeform.h"

#include "models/core/rulesnames.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace griddesk {

namespace {

constexpr qsizetype largestDraft = 256 * 1024;

QString q(const std::string& s) { return QString::fromStdString(s); }

} // namespace

std::string writeDraft(const IntakeForm& f)
{
    QJsonObject o{{"source", q(f.source)},           {"demandType", q(f.demandType)},   {"urgency", static_cast<int>(f.urgency)},
                  {"text", q(f.text)},               {"title", q(f.title)},             {"address", q(f.address)},
                  {"name", q(f.person.name)},        {"phone", q(f.person.phone)},      {"room", q(f.person.room)},
                  {"relation", q(f.relation)},       {"contactTime", q(f.contactTime)}, {"anonymous", f.anonymous},
                  {"confidential", f.confidential},  {"callback", f.callbackWanted},    {"consent", f.consent},
                  {"orderNumber", q(f.orderNumber)}, {"orderPlatform", q(f.orderPlatform)}, {"orderText", q(f.orderText)},
                  {"mustReply", f.mustReply},        {"mustCallback", f.mustCallback}};
    if (f.category)
        o.insert("category", q(f.category->text()));
    if (f.area)
        o.insert("area", q(f.area->text()));
    if (f.place) {
        o.insert("lonE7", f.place->lonE7);
        o.insert("latE7", f.place->latE7);
    }
    if (f.orderSentAt)
        o.insert("orderSentAt", q(formatInstant(*f.orderSentAt)));
    if (f.orderDue)
        o.insert("orderDue", q(formatInstant(*f.orderDue)));
    QJsonArray files;
    for (const auto& e : f.evidence)
        files.append(QJsonObject{{"sha256", q(e.sha256)}, {"mime", q(e.mime)}, {"role", q(e.role)}, {"size", static_cast<qint64>(e.size)}});
    o.insert("evidence", files);
    return QJsonDocument(o).toJson(QJsonDocument::Compact).toStdString();
}

Result<IntakeForm> readDraft(const std::string& json)
{
    if (static_cast<qsizetype>(json.size()) > largestDraft)
        return fail(ErrorCode::LimitExceeded, "a draft has at most 256 KiB");
    const auto document = QJsonDocument::fromJson(QByteArray::fromStdString(json));
    if (!document.isObject())
        return fail(ErrorCode::Syntax, "a draft is a JSON object");
    const auto o = document.object();
    const auto text = [&](const char* key) { return o.value(QLatin1String(key)).toString().toStdString(); };
    const auto flag = [&](const char* key, bool otherwise) { return o.value(QLatin1String(key)).toBool(otherwise); };
    IntakeForm f;
    f.source = text("source");
    f.demandType = text("demandType");
    f.urgency = static_cast<Urgency>(std::clamp(o.value("urgency").toInt(), 0, 2));
    f.text = text("text");
    f.title = text("title");
    f.address = text("address");
    f.person = {.name = text("name"), .phone = text("phone"), .room = text("room")};
    f.relation = text("relation");
    f.contactTime = text("contactTime");
    f.anonymous = flag("anonymous", false);
    f.confidential = flag("confidential", false);
    f.callbackWanted = flag("callback", false);
    f.consent = flag("consent", true);
    f.orderNumber = text("orderNumber");
    f.orderPlatform = text("orderPlatform");
    f.orderText = text("orderText");
    f.mustReply = flag("mustReply", false);
    f.mustCallback = flag("mustCallback", false);
    if (const auto id = CategoryId::parse(text("category")))
        f.category = *id;
    if (const auto id = AreaCode::parse(text("area")))
        f.area = *id;
    if (o.contains("lonE7") && o.contains("latE7"))
        if (const auto place = GeoPoint::fromDegrees(o.value("lonE7").toDouble() / 1e7, o.value("latE7").toDouble() / 1e7))
            f.place = *place;
    if (const auto at = parseInstant(text("orderSentAt")))
        f.orderSentAt = *at;
    if (const auto at = parseInstant(text("orderDue")))
        f.orderDue = *at;
    for (const auto& item : o.value("evidence").toArray()) {
        const auto e = item.toObject();
        f.evidence.push_back({.sha256 = e.value("sha256").toString().toStdString(), .mime = e.value("mime").toString().toStdString(),
                              .role = e.value("role").toString().toStdString(), .size = e.value("size").toInteger()});
    }
    return f;
}

} // namespace griddesk
