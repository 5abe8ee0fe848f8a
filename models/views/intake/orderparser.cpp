// SPDX-License-Identifier: GPL-3.0-or-later
#include "orderparser.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <map>
#include <vector>

namespace griddesk {

namespace {

enum class Field { Number, Platform, Source, Title, Text, Address, Room, Category, Demand, Urgency, Name, Phone, ContactTime,
                   Anonymous, Confidential, Callback, MustReply, SentAt, Due, Ignored };

struct Label {
    std::string_view words;
    Field field;
};

/// Labels met in order pages of hotlines, city management and petition systems. Order does not matter: the longest that
/// fits counts.
constexpr std::array labels{
    Label{"工单编号", Field::Number},     Label{"工单号", Field::Number},       Label{"任务号", Field::Number},
    Label{"案件编号", Field::Number},     Label{"受理编号", Field::Number},     Label{"诉求编号", Field::Number},
    Label{"派单编号", Field::Number},     Label{"编号", Field::Number},         Label{"来源平台", Field::Platform},
    Label{"所属平台", Field::Platform},   Label{"平台", Field::Platform},       Label{"派单单位", Field::Platform},
    Label{"诉求来源", Field::Source},     Label{"工单来源", Field::Source},     Label{"来源渠道", Field::Source},
    Label{"受理渠道", Field::Source},     Label{"来源", Field::Source},         Label{"渠道", Field::Source},
    Label{"工单标题", Field::Title},      Label{"诉求标题", Field::Title},      Label{"标题", Field::Title},
    Label{"主题", Field::Title},          Label{"诉求内容", Field::Text},       Label{"工单内容", Field::Text},
    Label{"反映内容", Field::Text},       Label{"问题描述", Field::Text},       Label{"诉求描述", Field::Text},
    Label{"事件描述", Field::Text},       Label{"案件描述", Field::Text},       Label{"内容描述", Field::Text},
    Label{"主要内容", Field::Text},       Label{"具体诉求", Field::Text},       Label{"内容", Field::Text},
    Label{"描述", Field::Text},           Label{"事发地址", Field::Address},    Label{"发生地址", Field::Address},
    Label{"事发地点", Field::Address},    Label{"诉求地址", Field::Address},    Label{"问题地址", Field::Address},
    Label{"详细地址", Field::Address},    Label{"事件地址", Field::Address},    Label{"案发地址", Field::Address},
    Label{"地址", Field::Address},        Label{"地点", Field::Address},        Label{"位置", Field::Address},
    Label{"门牌室号", Field::Room},       Label{"室号", Field::Room},           Label{"诉求分类", Field::Category},
    Label{"问题分类", Field::Category},   Label{"事项分类", Field::Category},   Label{"案件小类", Field::Category},
    Label{"问题类别", Field::Category},   Label{"归口分类", Field::Category},   Label{"分类", Field::Category},
    Label{"小类", Field::Category},       Label{"诉求类型", Field::Demand},     Label{"工单类型", Field::Demand},
    Label{"诉求性质", Field::Demand},     Label{"类型", Field::Demand},         Label{"紧急程度", Field::Urgency},
    Label{"紧急等级", Field::Urgency},    Label{"是否紧急", Field::Urgency},    Label{"来电人姓名", Field::Name},
    Label{"来电人", Field::Name},         Label{"诉求人姓名", Field::Name},     Label{"诉求人", Field::Name},
    Label{"市民姓名", Field::Name},       Label{"联系人", Field::Name},         Label{"反映人", Field::Name},
    Label{"举报人", Field::Name},         Label{"投诉人", Field::Name},         Label{"姓名", Field::Name},
    Label{"联系电话", Field::Phone},      Label{"来电号码", Field::Phone},      Label{"联系方式", Field::Phone},
    Label{"联系号码", Field::Phone},      Label{"手机号码", Field::Phone},      Label{"手机号", Field::Phone},
    Label{"手机", Field::Phone},          Label{"电话", Field::Phone},          Label{"方便联系时间", Field::ContactTime},
    Label{"联系时间", Field::ContactTime}, Label{"是否匿名", Field::Anonymous},  Label{"匿名", Field::Anonymous},
    Label{"是否保密", Field::Confidential}, Label{"保密", Field::Confidential}, Label{"是否需要回访", Field::Callback},
    Label{"是否回访", Field::Callback},   Label{"是否需要回复", Field::MustReply}, Label{"是否回复", Field::MustReply},
    Label{"派单时间", Field::SentAt},     Label{"下派时间", Field::SentAt},     Label{"受理时间", Field::SentAt},
    Label{"来电时间", Field::SentAt},     Label{"登记时间", Field::SentAt},     Label{"办理时限", Field::Due},
    Label{"截止时间", Field::Due},        Label{"办结时限", Field::Due},        Label{"到期时间", Field::Due},
    Label{"要求办结时间", Field::Due},    Label{"处理时限", Field::Due},        Label{"性别", Field::Ignored},
    Label{"年龄", Field::Ignored},        Label{"证件号码", Field::Ignored},    Label{"身份证号", Field::Ignored},
    Label{"备注", Field::Ignored},        Label{"状态", Field::Ignored},        Label{"处理单位", Field::Ignored},
    Label{"承办单位", Field::Ignored},    Label{"受理人", Field::Ignored},      Label{"坐席", Field::Ignored},
};

bool isUtf8(std::string_view text)
{
    for (std::size_t i = 0; i < text.size();) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c == 0)
            return false;
        const std::size_t more = c < 0x80 ? 0 : c >= 0xC2 && c <= 0xDF ? 1 : (c & 0xF0u) == 0xE0 ? 2 : c >= 0xF0 && c <= 0xF4 ? 3 : 9;
        if (more == 9 || i + more >= text.size())
            return false;
        for (std::size_t k = 1; k <= more; ++k)
            if ((static_cast<unsigned char>(text[i + k]) & 0xC0u) != 0x80u)
                return false;
        i += more + 1;
    }
    return true;
}

/// Line ends become \n; no-break and ideographic blanks become plain ones.
std::string plain(std::string_view text)
{
    std::string out;
    out.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\r') {
            if (i + 1 >= text.size() || text[i + 1] != '\n')
                out += '\n';
        } else if (text.substr(i, 2) == "\xC2\xA0") {
            out += ' ';
            ++i;
        } else if (text.substr(i, 3) == "\xE3\x80\x80") {
            out += ' ';
            i += 2;
        } else if (text.substr(i, 3) == "\xEF\xBB\xBF") {
            i += 2;
        } else {
            out += text[i];
        }
    }
    return out;
}

bool isBlank(char c) noexcept { return c == ' ' || c == '\t'; }

std::string_view trimmed(std::string_view s)
{
    while (!s.empty() && (isBlank(s.front()) || s.front() == '\n'))
        s.remove_prefix(1);
    while (!s.empty() && (isBlank(s.back()) || s.back() == '\n'))
        s.remove_suffix(1);
    return s;
}

/// At most `bytes` of it, ending with a whole character.
std::string_view cut(std::string_view s, std::size_t bytes)
{
    if (s.size() <= bytes)
        return s;
    while (bytes > 0 && (static_cast<unsigned char>(s[bytes]) & 0xC0u) == 0x80u)
        --bytes;
    return s.substr(0, bytes);
}

struct Hit {
    std::size_t begin, value;
    Field field;
};

/// A label that stands at `at`, with what must follow it.
std::optional<Hit> labelAt(std::string_view line, std::size_t at)
{
    const bool boxed = line.substr(at, 3) == "【";
    const auto start = at + (boxed ? 3 : 0);
    const Label* best = nullptr;
    for (const auto& label : labels)
        if (line.substr(start).starts_with(label.words) && (best == nullptr || label.words.size() > best->words.size()))
            best = &label;
    if (best == nullptr)
        return std::nullopt;
    auto end = start + best->words.size();
    if (boxed) {
        if (line.substr(end, 3) != "】")
            return std::nullopt;
        end += 3;
    }
    auto next = end;
    while (next < line.size() && line[next] == ' ')
        ++next;
    if (line.substr(next, 3) == "：")
        return Hit{at, next + 3, best->field};
    if (next < line.size() && (line[next] == ':' || line[next] == '\t'))
        return Hit{at, next + 1, best->field};
    if (boxed || next == line.size())
        return Hit{at, next, best->field};
    return std::nullopt;
}

std::vector<Hit> hitsOf(std::string_view line)
{
    std::vector<Hit> hits;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const bool start = i == 0 || isBlank(line[i - 1]) || line.substr(i, 3) == "【";
        if (!start || isBlank(line[i]))
            continue;
        if (const auto hit = labelAt(line, i)) {
            // a label at the end of a line of words is a word, unless a tab or nothing stands before it
            if (hit->value == line.size() && i != 0 && line[i - 1] == ' ' && !line.ends_with(":") && !line.ends_with("："))
                continue;
            hits.push_back(*hit);
            i = std::max(i, hit->value == 0 ? 0 : hit->value - 1);
        }
    }
    return hits;
}

std::optional<bool> yesNo(std::string_view value)
{
    for (const auto* no : {"否", "不", "无", "no", "NO", "N", "0"})
        if (value.starts_with(no))
            return false;
    for (const auto* yes : {"是", "需", "要", "有", "匿名", "保密", "yes", "Y", "1"})
        if (value.starts_with(yes))
            return true;
    return std::nullopt;
}

std::optional<Urgency> urgencyOf(std::string_view value)
{
    if (value.find("特急") != value.npos || value.find("特别紧急") != value.npos)
        return Urgency::Critical;
    if (value.find("一般") != value.npos || value.find("普通") != value.npos || value.starts_with("否") || value.starts_with("不"))
        return Urgency::Ordinary;
    if (value.find("紧急") != value.npos || value.find("加急") != value.npos || value.starts_with("是"))
        return Urgency::Urgent;
    return std::nullopt;
}

std::string demandOf(std::string_view value)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> words{
        {{"咨询", "consult"}, {"举报", "tipOff"}, {"投诉", "complaint"}, {"求助", "help"}, {"建议", "suggestion"}, {"表扬", "praise"},
         {"感谢", "praise"}, {"求决", "help"}}};
    for (const auto& [word, name] : words)
        if (value.find(word) != value.npos)
            return std::string(name);
    return {};
}

std::string sourceOf(std::string_view value)
{
    static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> words{
        {{"12345", "hotline12345"}, {"热线", "hotline12345"}, {"110", "police110"}, {"微信", "wechat"}, {"网站", "web"}, {"信访", "petition"},
         {"巡查", "patrol"}, {"领导", "leader"}, {"媒体", "media"}}};
    for (const auto& [word, name] : words)
        if (value.find(word) != value.npos)
            return std::string(name);
    return {};
}

/// "2026-03-10 09:12:33", "2026/3/10 9:12", "2026年3月10日9时12分", with seconds or without a time (then the end of the day).
std::optional<Instant> timeOf(std::string_view value, std::chrono::minutes zone)
{
    std::array<int, 6> parts{};
    std::size_t count = 0, i = 0;
    while (i < value.size() && count < parts.size()) {
        if (std::isdigit(static_cast<unsigned char>(value[i])) == 0) {
            ++i;
            continue;
        }
        int number = 0, digits = 0;
        for (; i < value.size() && std::isdigit(static_cast<unsigned char>(value[i])) != 0; ++i) {
            if (++digits > 4)
                return std::nullopt;
            number = number * 10 + (value[i] - '0');
        }
        parts[count++] = number;
    }
    using namespace std::chrono;
    const year_month_day date{year{parts[0]}, month{static_cast<unsigned>(parts[1])}, day{static_cast<unsigned>(parts[2])}};
    if (count < 3 || count == 4 || parts[0] < 1990 || parts[0] > 2200 || !date.ok() || parts[3] > 24 || parts[4] > 59 || parts[5] > 59)
        return std::nullopt;
    const auto time = count == 3 ? hours(24) - minutes(1) : hours(parts[3]) + minutes(parts[4]);
    return Instant{sys_days{date} + time + seconds(parts[5]) - zone};
}

/// Digits of a number, with + - and blanks between them; stops at the first other sign.
std::string phoneOf(std::string_view value)
{
    std::string digits;
    for (const char c : value) {
        if (std::isdigit(static_cast<unsigned char>(c)) != 0 || (c == '+' && digits.empty()) || c == '*' || (c == '-' && !digits.empty()))
            digits += c;
        else if (c != ' ' && c != '(' && c != ')')
            break;
    }
    return std::string(cut(digits, 30));
}

ParsedOrder ordered(const std::map<Field, std::string>& values, std::chrono::minutes zone)
{
    ParsedOrder order;
    const auto line = [&](Field field) -> std::string {
        const auto it = values.find(field);
        if (it == values.end())
            return {};
        std::string value(cut(it->second, OrderTextLimits::line));
        std::ranges::replace(value, '\n', ' ');
        return value;
    };
    order.number = line(Field::Number);
    order.platform = line(Field::Platform);
    order.title = line(Field::Title);
    if (const auto it = values.find(Field::Text); it != values.end())
        order.text = std::string(cut(it->second, OrderTextLimits::words));
    order.address = line(Field::Address);
    order.room = line(Field::Room);
    order.category = line(Field::Category);
    order.name = line(Field::Name);
    order.phone = phoneOf(line(Field::Phone));
    order.contactTime = line(Field::ContactTime);
    order.source = sourceOf(line(Field::Source) + line(Field::Platform));
    order.demandType = demandOf(line(Field::Demand));
    order.urgency = urgencyOf(line(Field::Urgency));
    order.anonymous = yesNo(line(Field::Anonymous));
    order.confidential = yesNo(line(Field::Confidential));
    order.callbackWanted = yesNo(line(Field::Callback));
    order.mustReply = yesNo(line(Field::MustReply));
    order.sentAt = timeOf(line(Field::SentAt), zone);
    order.due = timeOf(line(Field::Due), zone);
    if (order.name.find("匿名") != std::string::npos) {
        order.anonymous = true;
        order.name.clear();
    }
    return order;
}

} // namespace

Result<ParsedOrder> parseOrder(std::string_view text, std::chrono::minutes zone)
{
    if (text.size() > OrderTextLimits::bytes)
        return fail(ErrorCode::LimitExceeded, "a pasted order has at most 64 KiB");
    if (!isUtf8(text))
        return fail(ErrorCode::Encoding, "not UTF-8 text");
    const auto clean = plain(text);
    if (trimmed(clean).empty())
        return fail(ErrorCode::MissingField, "nothing to read");
    if (static_cast<std::size_t>(std::ranges::count(clean, '\n')) >= OrderTextLimits::lines)
        return fail(ErrorCode::LimitExceeded, "a pasted order has at most 1000 lines");

    std::map<Field, std::string> values;
    int known = 0;
    std::optional<Field> open; // the field the next line may belong to
    const auto add = [&](Field field, std::string_view value) {
        value = trimmed(value);
        auto& kept = values[field];
        if (value.empty())
            return;
        if (kept.empty())
            kept = value;
        else if (field == Field::Text)
            kept.append("\n").append(value);
    };
    for (std::string_view rest = clean; !rest.empty();) {
        const auto end = std::min(rest.find('\n'), rest.size());
        const auto line = rest.substr(0, end);
        rest.remove_prefix(std::min(end + 1, rest.size()));
        const auto hits = hitsOf(line);
        const auto head = line.substr(0, hits.empty() ? line.size() : hits.front().begin);
        if (open && !trimmed(head).empty()) {
            add(*open, head);
            if (*open != Field::Text)
                open.reset(); // one line of value is enough for a short field
        }
        for (std::size_t i = 0; i < hits.size(); ++i) {
            ++known;
            const auto until = i + 1 < hits.size() ? hits[i + 1].begin : line.size();
            const auto value = line.substr(hits[i].value, until - hits[i].value);
            add(hits[i].field, value);
            open.reset();
            if (hits[i].field == Field::Text || trimmed(value).empty())
                open = hits[i].field;
        }
    }
    if (known == 0) {
        ParsedOrder order;
        order.text = std::string(cut(trimmed(clean), OrderTextLimits::words));
        return order;
    }
    auto order = ordered(values, zone);
    order.labels = known;
    return order;
}

} // namespace griddesk
