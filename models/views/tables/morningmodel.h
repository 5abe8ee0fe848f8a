// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/service/casequeries.h"
#include "models/views/words.h"

#include <QAbstractTableModel>
#include <QStringList>

#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace griddesk {

/// The morning count as a table: a line per community and a column per stage that occurs, sums at the right and at the
/// bottom; of one source, of all, or of all with the communities below each source. Every number above zero knows the
/// cases behind it. Thread: GUI.
class MorningModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Role {
        CountRole = Qt::UserRole + 1, ///< qint64; -1 in the first column
        SumRole                       ///< bool: a line or column of sums
    };
    /// The words that are not values, from the page.
    struct Texts {
        QString source, community; ///< titles of the columns with the names
        QString sum;
        QString noSource, noCommunity; ///< for what is unknown
    };

    explicit MorningModel(const Words& words, QObject* parent = nullptr);

    void setTexts(Texts texts);
    /// The numbers of cases reported in [from, until), as CaseQueries::morningCount() gives them.
    void setNumbers(std::vector<MorningNumber> numbers, Instant from, Instant until);
    /// Only the cases of this source ("" = the unknown one); absent: of all.
    void setSource(std::optional<std::string> source);
    /// Whether the communities stand below their sources.
    void setGrouped(bool grouped);
    /// The sources that occur with their sums, whatever is shown; the largest first.
    [[nodiscard]] std::vector<std::pair<std::string, std::int64_t>> sources() const;
    [[nodiscard]] QString sourceName(const std::string& source) const;
    [[nodiscard]] std::int64_t total() const { return m_lines.empty() ? 0 : m_lines.back().counts.back(); } ///< of what is shown
    /// The cases of one number; absent for the first column and for zero.
    [[nodiscard]] std::optional<CaseFilter> filterAt(const QModelIndex& index) const;
    /// Everything shown as text with tabs, for a table program or a chat window.
    [[nodiscard]] QString plainText() const;
    /// Everything shown as CSV (RFC 4180, CR LF): one line per source and community, sums left to whoever reads it, names
    /// that a table program would run as a formula with an apostrophe before them.
    [[nodiscard]] QString csv() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    enum class Kind { Source, Community, Everything };
    struct Line {
        Kind kind = Kind::Everything;
        std::optional<std::string> source; ///< absent: of all sources
        std::optional<AreaCode> community;
        std::vector<std::int64_t> counts; ///< by column, the sum last
    };
    const Words& m_words;
    Texts m_texts;
    std::vector<MorningNumber> m_numbers;
    std::optional<std::string> m_source;
    bool m_grouped = false;
    std::vector<Stage> m_stages;
    std::vector<Line> m_lines;
    Instant m_from{}, m_until{};

    void build();
    [[nodiscard]] std::vector<Line> linesOf(const std::optional<std::string>& source) const;
    void add(Line& line, const MorningNumber& number) const;
    [[nodiscard]] QString nameOf(const Line& line) const;
};

} // namespace griddesk
