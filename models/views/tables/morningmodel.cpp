// SPDX-License-Identifier: GPL-3.0-or-later
#include "morningmodel.h"

#include <algorithm>
#include <map>
#include <set>

namespace griddesk {

namespace {

/// One field as CsvWriteOptions of the exchange writes it.
QString csvField(QString text)
{
    if (!text.isEmpty() && QStringView(u"=+-@\t\r").contains(text.front()))
        text.prepend(QLatin1Char('\''));
    if (text.contains(QLatin1Char('"')) || text.contains(QLatin1Char(',')) || text.contains(QLatin1Char('\n')) || text.contains(QLatin1Char('\r')))
        text = QLatin1Char('"') + text.replace(QLatin1Char('"'), QLatin1String("\"\"")) + QLatin1Char('"');
    return text;
}

} // namespace

MorningModel::MorningModel(const Words& words, QObject* parent) : QAbstractTableModel(parent), m_words(words) {}

void MorningModel::setTexts(Texts texts)
{
    m_texts = std::move(texts);
    Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    if (!m_lines.empty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
}

void MorningModel::setNumbers(std::vector<MorningNumber> numbers, Instant from, Instant until)
{
    std::erase_if(numbers, [](const MorningNumber& number) { return number.count <= 0; });
    m_numbers = std::move(numbers);
    m_from = from;
    m_until = until;
    build();
}

void MorningModel::setSource(std::optional<std::string> source)
{
    if (std::exchange(m_source, source) != source)
        build();
}

void MorningModel::setGrouped(bool grouped)
{
    if (std::exchange(m_grouped, grouped) != grouped)
        build();
}

std::vector<std::pair<std::string, std::int64_t>> MorningModel::sources() const
{
    std::map<std::string, std::int64_t> sums;
    for (const auto& number : m_numbers)
        sums[number.source] += number.count;
    std::vector<std::pair<std::string, std::int64_t>> found(sums.begin(), sums.end());
    std::ranges::stable_sort(found, std::greater(), [](const auto& one) { return one.second; });
    return found;
}

void MorningModel::add(Line& line, const MorningNumber& number) const
{
    line.counts.resize(m_stages.size() + 1);
    line.counts[static_cast<std::size_t>(std::ranges::find(m_stages, number.stage) - m_stages.begin())] += number.count;
    line.counts.back() += number.count;
}

/// The communities of one source or of all, the largest first.
std::vector<MorningModel::Line> MorningModel::linesOf(const std::optional<std::string>& source) const
{
    std::map<std::optional<AreaCode>, Line> found;
    for (const auto& number : m_numbers)
        if (!source || number.source == *source) {
            auto& line = found.try_emplace(number.community, Line{.kind = Kind::Community, .source = source, .community = number.community, .counts = {}}).first->second;
            add(line, number);
        }
    std::vector<Line> lines;
    for (auto& [community, line] : found)
        lines.push_back(std::move(line));
    std::ranges::stable_sort(lines, std::greater(), [](const Line& line) { return line.counts.back(); });
    return lines;
}

void MorningModel::build()
{
    beginResetModel();
    std::set<Stage> stages;
    for (const auto& number : m_numbers)
        if (!m_source || number.source == *m_source)
            stages.insert(number.stage);
    m_stages.assign(stages.begin(), stages.end());
    m_lines.clear();
    Line everything{.kind = Kind::Everything, .source = m_source, .community = {}, .counts = {}};
    for (const auto& [source, count] : sources()) {
        if (m_source && source != *m_source)
            continue;
        Line sum{.kind = Kind::Source, .source = source, .community = {}, .counts = {}};
        for (const auto& number : m_numbers)
            if (number.source == source) {
                add(sum, number);
                add(everything, number);
            }
        if (m_grouped) {
            m_lines.push_back(std::move(sum));
            std::ranges::move(linesOf(source), std::back_inserter(m_lines));
        }
    }
    if (!m_grouped)
        m_lines = linesOf(m_source);
    if (!m_lines.empty())
        m_lines.push_back(std::move(everything));
    endResetModel();
}

QString MorningModel::sourceName(const std::string& source) const { return source.empty() ? m_texts.noSource : m_words.choice("source", source); }

QString MorningModel::nameOf(const Line& line) const
{
    switch (line.kind) {
    case Kind::Source: return sourceName(*line.source);
    case Kind::Community: return line.community ? m_words.area(*line.community) : m_texts.noCommunity;
    case Kind::Everything: break;
    }
    return m_texts.sum;
}

std::optional<CaseFilter> MorningModel::filterAt(const QModelIndex& index) const
{
    if (index.data(CountRole).toLongLong() <= 0)
        return std::nullopt;
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    CaseFilter filter;
    filter.queue = Queue::All;
    filter.reportedFrom = m_from;
    filter.reportedUntil = m_until;
    if (line.source) {
        filter.source = *line.source;
        filter.noSource = line.source->empty();
    }
    if (line.kind == Kind::Community) {
        filter.area = line.community;
        filter.noCommunity = !line.community;
    }
    if (const auto column = static_cast<std::size_t>(index.column() - 1); column < m_stages.size())
        filter.stage = m_stages[column];
    return filter;
}

QString MorningModel::plainText() const
{
    QString text;
    for (int row = -1; row < rowCount(); ++row) {
        QStringList cells;
        for (int column = 0; column < columnCount(); ++column)
            cells << (row < 0 ? headerData(column, Qt::Horizontal).toString() : index(row, column).data().toString());
        text += cells.join(QLatin1Char('\t')) + QLatin1Char('\n');
    }
    return text;
}

QString MorningModel::csv() const
{
    QStringList head{csvField(m_texts.source), csvField(m_texts.community)};
    for (const auto stage : m_stages)
        head << csvField(m_words.stage(stage));
    head << csvField(m_texts.sum);
    QString text = head.join(QLatin1Char(',')) + QLatin1String("\r\n");
    for (const auto& [source, count] : sources()) {
        if (m_source && source != *m_source)
            continue;
        for (const auto& line : linesOf(source)) {
            QStringList cells{csvField(sourceName(source)), csvField(nameOf(line))};
            for (const auto number : line.counts)
                cells << QString::number(number);
            text += cells.join(QLatin1Char(',')) + QLatin1String("\r\n");
        }
    }
    return text;
}

int MorningModel::rowCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_lines.size()); }

int MorningModel::columnCount(const QModelIndex& parent) const { return parent.isValid() ? 0 : static_cast<int>(m_stages.size()) + 2; }

QVariant MorningModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const auto& line = m_lines[static_cast<std::size_t>(index.row())];
    const bool first = index.column() == 0;
    const auto count = first ? -1 : line.counts[static_cast<std::size_t>(index.column() - 1)];
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        if (first)
            return m_grouped && line.kind == Kind::Community ? QStringLiteral("    ") + nameOf(line) : nameOf(line);
        return count == 0 ? QString() : QString::number(count);
    case Qt::TextAlignmentRole: return QVariant::fromValue<int>((first ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    case CountRole: return static_cast<qint64>(count);
    case SumRole: return line.kind != Kind::Community || index.column() == columnCount() - 1;
    default: return {};
    }
}

QVariant MorningModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant::fromValue<int>((section == 0 ? Qt::AlignLeft : Qt::AlignRight) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    if (section == 0)
        return m_grouped ? m_texts.source + QStringLiteral(" / ") + m_texts.community : m_texts.community;
    return section == columnCount() - 1 ? m_texts.sum : m_words.stage(m_stages[static_cast<std::size_t>(section) - 1]);
}

} // namespace griddesk
