// SPDX-License-Identifier: GPL-3.0-or-later
#include "caserows.h"

#include "jsonrecords.h"

#include <algorithm>
#include <deque>
#include <format>
#include <set>

namespace griddesk {
namespace {

// How much of a list is read ahead to learn which members its records have.
constexpr std::size_t aheadRecords = 64;
constexpr std::size_t aheadBytes = std::size_t{1} << 20;

/// A source whose beginning has been looked at and is given out again.
class LookedAtSource final : public ByteSource {
public:
    explicit LookedAtSource(ByteSource& source) : ByteSource(source.name()), m_source(source) {}

    /// The first bytes, as many as one block has or the source gives. Errors: those of the source.
    Result<std::string_view> head()
    {
        m_head.resize(4096);
        std::size_t size = 0;
        while (size < m_head.size()) {
            auto got = m_source.read(std::span(m_head).subspan(size));
            if (!got)
                return std::unexpected(got.error());
            if (*got == 0)
                break;
            size += *got;
        }
        m_head.resize(size);
        return std::string_view(m_head);
    }
    Result<std::size_t> read(std::span<char> out) override
    {
        if (m_given == m_head.size())
            return m_source.read(out);
        const std::size_t given = std::min(out.size(), m_head.size() - m_given);
        std::copy_n(m_head.data() + m_given, given, out.data());
        m_given += given;
        return given;
    }
    std::uint64_t consumed() const noexcept override { return m_source.consumed(); }
    std::optional<std::uint64_t> total() const noexcept override { return m_source.total(); }

private:
    ByteSource& m_source;
    std::string m_head;
    std::size_t m_given = 0;
};

/// Whether the first character that is no blank opens a list or an object; in UTF-16 every second byte is zero.
bool looksLikeJson(std::string_view head)
{
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xFF\xFE", "\xFE\xFF"})
        if (head.starts_with(mark)) {
            head.remove_prefix(mark.size());
            break;
        }
    const auto first = head.find_first_not_of(std::string_view(" \t\r\n\0", 5));
    return first != std::string_view::npos && (head[first] == '[' || head[first] == '{');
}

class CsvCaseRows final : public CaseRows {
public:
    CsvCaseRows(std::unique_ptr<ByteSource> source, const CsvOptions& options) : m_source(std::move(source)), m_reader(*m_source, options) {}

    Result<void> begin()
    {
        auto header = CsvHeader::read(m_reader, m_source->name());
        if (!header)
            return std::unexpected(header.error());
        m_header = *std::move(header);
        return {};
    }
    Result<bool> next(CsvRow& row) override { return m_reader.next(row); }

private:
    std::unique_ptr<ByteSource> m_source;
    CsvReader m_reader;
};

class JsonCaseRows final : public CaseRows {
public:
    JsonCaseRows(std::unique_ptr<ByteSource> source, const CsvLimits& limits) : m_source(std::move(source)), m_reader(*m_source, limits) {}

    Result<void> begin(const MappingProfile& profile)
    {
        std::set<std::string, std::less<>> names;
        for (std::size_t bytes = 0; m_ahead.size() < aheadRecords && bytes < aheadBytes;) {
            JsonRecord record;
            auto more = m_reader.next(record);
            if (!more)
                return std::unexpected(more.error());
            if (!*more)
                break;
            bytes += record.content.size();
            for (const auto& [name, text] : record.members)
                names.insert(name);
            m_ahead.push_back(std::move(record));
        }
        // Nothing can be said about the members of a list without one good record.
        if (!names.empty())
            m_stated.emplace(std::vector<std::string>(names.begin(), names.end()));
        names.clear();
        for (const auto& field : MappingProfile::fieldNames())
            names.insert(profile.columns(field)->begin(), profile.columns(field)->end());
        for (const auto& level : profile.categoryPath)
            names.insert(level.begin(), level.end());
        m_header = CsvHeader({names.begin(), names.end()});
        return {};
    }
    const CsvHeader& stated() const noexcept override { return m_stated ? *m_stated : m_header; }

    Result<bool> next(CsvRow& row) override
    {
        if (m_ahead.empty()) {
            auto more = m_reader.next(m_record);
            if (!more || !*more)
                return more;
        } else {
            m_record = std::move(m_ahead.front());
            m_ahead.pop_front();
        }
        row.line = m_record.line;
        row.record = m_record.number;
        row.fields.clear();
        row.content = m_record.content;
        row.problem = m_record.problem;
        row.problemText = m_record.problemText;
        if (row.problem)
            return true;
        for (const auto& name : m_header.names()) {
            if (m_record.nested.contains(name)) {
                row.fields.clear();
                row.problem = Error{ErrorCode::WrongType, std::format("\"{}\" holds a list or an object; the profile wants a text there", name), m_source->name()};
                return true;
            }
            const auto found = m_record.members.find(name);
            row.fields.push_back(found == m_record.members.end() ? std::string_view() : std::string_view(found->second));
        }
        return true;
    }

private:
    std::unique_ptr<ByteSource> m_source;
    JsonRecordReader m_reader;
    std::deque<JsonRecord> m_ahead;
    JsonRecord m_record; ///< what the fields of the last row point into
    std::optional<CsvHeader> m_stated;
};

} // namespace

Result<std::unique_ptr<CaseRows>> CaseRows::open(ByteSource& source, const MappingProfile& profile, const CsvLimits& limits)
{
    auto looked = std::make_unique<LookedAtSource>(source);
    auto head = looked->head();
    if (!head)
        return std::unexpected(head.error());
    if (profile.form == CaseForm::Json || (profile.form == CaseForm::ByContent && looksLikeJson(*head))) {
        auto rows = std::make_unique<JsonCaseRows>(std::move(looked), limits);
        if (auto begun = rows->begin(profile); !begun)
            return std::unexpected(begun.error());
        return rows;
    }
    auto rows = std::make_unique<CsvCaseRows>(std::move(looked), CsvOptions{.encoding = profile.encoding, .delimiter = profile.delimiter, .limits = limits});
    if (auto begun = rows->begin(); !begun)
        return std::unexpected(begun.error());
    return rows;
}

} // namespace griddesk
