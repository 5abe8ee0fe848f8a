// SPDX-License-Identifier: GPL-3.0-or-later
#include "savedfilters.h"

#include <QUrlQuery>

#include <algorithm>

namespace griddesk {

namespace {

constexpr std::size_t longestText = 4096;

QString q(std::string_view text) { return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())); }

/// A value of the query through its parser; absent when it is not there, an error when it cannot be read.
template <typename T, typename Parse>
Result<void> read(const QUrlQuery& query, const char* name, std::optional<T>& into, Parse parse)
{
    const auto text = query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded).toStdString();
    if (text.empty())
        return {};
    auto value = parse(text);
    if (!value)
        return std::unexpected(value.error());
    into = *std::move(value);
    return {};
}

} // namespace

std::string savedFilterText(const SavedFilter& saved)
{
    QUrlQuery query;
    const auto& f = saved.filter;
    const auto add = [&query](const char* name, const QString& value) {
        if (!value.isEmpty())
            query.addQueryItem(QLatin1String(name), QString::fromLatin1(QUrl::toPercentEncoding(value)));
    };
    add("name", saved.name);
    add("queue", q(nameOf(f.queue)));
    add("unit", f.unit ? q(f.unit->text()) : QString());
    add("area", f.area ? q(f.area->text()) : QString());
    add("category", f.category ? q(f.category->text()) : QString());
    add("source", q(f.source));
    add("stage", f.stage ? q(nameOf(*f.stage)) : QString());
    add("unknown", f.noSource && f.noCommunity ? QStringLiteral("source,community") : f.noSource ? QStringLiteral("source") : f.noCommunity ? QStringLiteral("community") : QString());
    add("from", f.reportedFrom ? q(formatInstant(*f.reportedFrom)) : QString());
    add("until", f.reportedUntil ? q(formatInstant(*f.reportedUntil)) : QString());
    add("text", q(f.text));
    return query.query(QUrl::FullyEncoded).toStdString();
}

Result<SavedFilter> parseSavedFilter(std::string id, const std::string& text)
{
    if (text.size() > longestText)
        return fail(ErrorCode::LimitExceeded, "a saved filter is longer than 4096 bytes", id);
    const QUrlQuery query(QString::fromStdString(text));
    const auto value = [&query](const char* name) { return query.queryItemValue(QLatin1String(name), QUrl::FullyDecoded); };
    SavedFilter saved{.id = std::move(id), .name = value("name").simplified().left(SavedFilters::longestName), .filter = {}};
    if (saved.name.isEmpty())
        return fail(ErrorCode::Syntax, "a saved filter has no name", saved.id);
    auto& f = saved.filter;
    std::optional<Queue> queue;
    for (const auto& ok : {read(query, "queue", queue, [](const std::string& s) { return parseQueue(s); }),
                           read(query, "unit", f.unit, [](const std::string& s) { return UnitId::parse(s); }),
                           read(query, "area", f.area, [](const std::string& s) { return AreaCode::parse(s); }),
                           read(query, "category", f.category, [](const std::string& s) { return CategoryId::parse(s); }),
                           read(query, "stage", f.stage, [](const std::string& s) { return parseStage(s); }),
                           read(query, "from", f.reportedFrom, [](const std::string& s) { return parseInstant(s); }),
                           read(query, "until", f.reportedUntil, [](const std::string& s) { return parseInstant(s); })})
        if (!ok)
            return std::unexpected(ok.error());
    if (!queue)
        return fail(ErrorCode::Syntax, "a saved filter has no queue", saved.id);
    f.queue = *queue;
    f.source = value("source").toStdString();
    f.text = value("text").toStdString();
    const auto unknown = value("unknown").split(QLatin1Char(','));
    f.noSource = unknown.contains(QLatin1String("source"));
    f.noCommunity = unknown.contains(QLatin1String("community"));
    return saved;
}

SavedFilters::SavedFilters(DraftStore& drafts, CaseQueries& queries, Notifier& notifier, const ClockSource& clock, QObject* parent)
    : QObject(parent), m_drafts(drafts), m_queries(queries), m_clock(clock)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(3000);
    connect(&m_soon, &QTimer::timeout, this, &SavedFilters::countAll);
    connect(&notifier, &Notifier::casesChanged, this, [this] {
        if (!m_soon.isActive())
            m_soon.start();
    });
}

std::string SavedFilters::key(const std::string& id) const { return "setting/filter/" + (m_account ? m_account->text() : std::string()) + "/" + id; }

void SavedFilters::setAccount(const AccountId& account)
{
    if (m_account == account)
        return;
    m_account = account;
    m_filters.clear();
    m_deleted.clear();
    m_counts.clear();
    Q_EMIT changed();
    const auto prefix = key({});
    m_drafts.list(prefix).then(this, [this, prefix, generation = ++m_generation](Result<std::vector<std::pair<std::string, std::string>>> answer) {
        if (generation != m_generation)
            return;
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        for (const auto& [entry, text] : *answer)
            if (auto saved = parseSavedFilter(entry.substr(prefix.size()), text); saved && find(saved->id) == nullptr && m_filters.size() < maximum)
                insert(*std::move(saved)); // what cannot be read is left where it is: a later program may know it
        Q_EMIT changed();
        countAll();
    });
}

const SavedFilter* SavedFilters::find(const std::string& id) const
{
    const auto found = std::ranges::find(m_filters, id, &SavedFilter::id);
    return found == m_filters.end() ? nullptr : &*found;
}

std::optional<std::int64_t> SavedFilters::count(const std::string& id) const
{
    const auto found = m_counts.find(id);
    return found == m_counts.end() ? std::nullopt : std::optional{found->second};
}

void SavedFilters::write(const SavedFilter& saved)
{
    m_drafts.put(key(saved.id), savedFilterText(saved)).then(this, [this](const Result<void>& written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
}

void SavedFilters::insert(SavedFilter saved)
{
    // Ids grow with time, so that their order is that of saving also after one came back.
    const auto less = [](const std::string& a, const std::string& b) { return std::pair(a.size(), a) < std::pair(b.size(), b); };
    m_filters.insert(std::ranges::upper_bound(m_filters, saved.id, less, &SavedFilter::id), std::move(saved));
}

Result<std::string> SavedFilters::add(const QString& name, const CaseFilter& filter)
{
    SavedFilter saved{.id = {}, .name = name.simplified().left(longestName), .filter = filter};
    if (saved.name.isEmpty())
        return fail(ErrorCode::InvalidArgument, "a saved filter needs a name");
    if (m_filters.size() >= maximum)
        return fail(ErrorCode::LimitExceeded, "there are 50 saved filters; delete one first");
    saved.filter.mine.reset();
    auto number = msOf(m_clock.now());
    const auto taken = [this](const std::string& id) { return find(id) != nullptr || std::ranges::find(m_deleted, id, &SavedFilter::id) != m_deleted.end(); };
    while (taken(std::to_string(number)))
        ++number;
    saved.id = std::to_string(number);
    const auto id = saved.id;
    write(saved);
    insert(std::move(saved));
    Q_EMIT changed();
    countAll();
    return id;
}

void SavedFilters::rename(const std::string& id, const QString& name)
{
    const auto found = std::ranges::find(m_filters, id, &SavedFilter::id);
    const auto wanted = name.simplified().left(longestName);
    if (found == m_filters.end() || wanted.isEmpty() || found->name == wanted)
        return;
    found->name = wanted;
    write(*found);
    Q_EMIT changed();
}

void SavedFilters::remove(const std::string& id)
{
    const auto found = std::ranges::find(m_filters, id, &SavedFilter::id);
    if (found == m_filters.end())
        return;
    m_deleted.push_back(std::move(*found));
    m_filters.erase(found);
    m_drafts.put(key(id), {}).then(this, [this](const Result<void>& written) {
        if (!written)
            Q_EMIT failed(written.error());
    });
    Q_EMIT changed();
}

void SavedFilters::restore()
{
    if (m_deleted.empty())
        return;
    auto saved = std::move(m_deleted.back());
    m_deleted.pop_back();
    write(saved);
    insert(std::move(saved));
    Q_EMIT changed();
    countAll();
}

void SavedFilters::countAll()
{
    m_soon.stop();
    if (m_counting) {
        m_again = true;
        return;
    }
    m_again = false;
    countFrom({});
}

/// Counts the first filter after `id`, and goes on from there when the answer is in.
void SavedFilters::countFrom(std::string id)
{
    auto next = m_filters.begin();
    if (!id.empty()) {
        next = std::ranges::find(m_filters, id, &SavedFilter::id);
        if (next != m_filters.end())
            ++next;
    }
    next = std::find_if(next, m_filters.end(), [](const SavedFilter& saved) { return saved.filter.text.empty(); });
    m_counting = next != m_filters.end();
    if (!m_counting) {
        if (m_again)
            m_soon.start();
        return;
    }
    auto within = next->filter;
    within.mine = m_account;
    m_queries.counts(within, m_clock.now())
        .then(this, [this, id = next->id, queue = within.queue, generation = m_generation](const Result<QueueCounts>& answer) {
            if (generation == m_generation && answer && find(id) != nullptr) {
                m_counts[id] = answer->of(queue);
                Q_EMIT counted();
            }
            countFrom(generation == m_generation ? id : std::string());
        });
}

} // namespace griddesk
