// SPDX-License-Identifier: GPL-3.0-or-later
#include "outboxjournal.h"

#include "durablefile.h"

#include "models/wire/aead.h"
#include "models/wire/canonicaljson.h"

#include <boost/crc.hpp>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <span>
#include <sys/stat.h>
#include <unistd.h>

namespace griddesk {

namespace {

constexpr std::string_view mark = "GDJ1 ";
constexpr std::size_t crcDigits = 8;
constexpr std::string_view bound = "griddesk-journal-1"; // a line opens nowhere else
constexpr std::array<std::string_view, 3> kindNames{"saved", "gone", "counter"};

std::string crcOf(std::string_view text)
{
    boost::crc_32_type crc;
    crc.process_bytes(text.data(), text.size());
    std::array<char, crcDigits + 1> digits{};
    std::snprintf(digits.data(), digits.size(), "%08x", static_cast<unsigned>(crc.checksum()));
    return digits.data();
}

std::unexpected<Error> failure(const char* doing, const std::filesystem::path& file, int number = errno)
{
    const auto code = number == ENOSPC || number == EDQUOT || number == EFBIG ? ErrorCode::DiskFull
        : number == EACCES || number == EPERM || number == EROFS              ? ErrorCode::FileNotWritable
        : number == EISDIR                                                    ? ErrorCode::NotAFile
                                                                              : ErrorCode::Io;
    return fail(code, std::string(doing) + " the salvage file: " + std::strerror(number), file.string());
}

std::string textOfEntry(const JournalEntry& entry)
{
    Value value;
    value.set("kind", kindNames[static_cast<std::size_t>(entry.kind)]);
    value.set("id", entry.id);
    value.set("operation", entry.operation);
    value.set("savedAt", msOf(entry.savedAt));
    value.set("localNumber", entry.localNumber);
    return toCanonical(value);
}

Result<JournalEntry> entryFrom(std::string_view text)
{
    auto value = fromCanonical(text);
    if (!value)
        return std::unexpected(value.error());
    const auto kind = std::ranges::find(kindNames, value->textOr("kind"));
    if (kind == kindNames.end())
        return fail(ErrorCode::Syntax, "a line of the salvage file has no known kind");
    JournalEntry entry{.kind = static_cast<JournalEntry::Kind>(kind - kindNames.begin()),
                       .id = std::string(value->textOr("id")),
                       .operation = std::string(value->textOr("operation")),
                       .savedAt = instantFromMs(value->intOr("savedAt", 0)),
                       .localNumber = value->intOr("localNumber", 0)};
    if (entry.kind != JournalEntry::Kind::Counter && entry.id.empty())
        return fail(ErrorCode::Syntax, "a line of the salvage file names no operation");
    return entry;
}

bool writeAll(int descriptor, std::string_view bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return true;
}

} // namespace

Result<Buffer> readJournalLine(std::string_view line)
{
    if (line.size() > longestJournalLine)
        return fail(ErrorCode::LimitExceeded, "a line of the salvage file is too long");
    if (!line.starts_with(mark) || line.size() < mark.size() + crcDigits + 1 || line[mark.size() + crcDigits] != ' ')
        return fail(ErrorCode::Syntax, "not a line of a salvage file");
    const auto rest = line.substr(mark.size() + crcDigits + 1);
    if (line.substr(mark.size(), crcDigits) != crcOf(rest))
        return fail(ErrorCode::Syntax, "the check sum of the line is wrong");
    return fromHex(rest);
}

std::string writeJournalLine(Bytes sealed)
{
    const std::string hex = toHex(sealed);
    return std::string(mark) + crcOf(hex) + ' ' + hex;
}

JournalContents readJournal(std::string_view bytes, const Secret& key)
{
    JournalContents contents;
    while (!bytes.empty()) {
        const auto end = bytes.find('\n');
        const auto line = bytes.substr(0, end);
        bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
        if (line.empty())
            continue;
        auto sealed = readJournalLine(line);
        auto plain = sealed ? openBytes(key, *sealed, bytesOf(bound)) : Result<Buffer>(std::unexpected(sealed.error()));
        auto entry = plain ? entryFrom(textOf(*plain)) : Result<JournalEntry>(std::unexpected(plain.error()));
        if (entry)
            contents.entries.push_back(*std::move(entry));
        else
            ++contents.damaged;
    }
    return contents;
}

Result<std::unique_ptr<OutboxJournal>> OutboxJournal::open(const std::filesystem::path& file, Secret key)
{
    auto journal = std::unique_ptr<OutboxJournal>(new OutboxJournal(file, std::move(key)));
    if (auto opened = journal->openEnd(); !opened)
        return std::unexpected(opened.error());
    return journal;
}

OutboxJournal::~OutboxJournal()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<void> OutboxJournal::openEnd()
{
    std::error_code ignored;
    const bool fresh = !std::filesystem::exists(m_file, ignored);
    const int descriptor = ::open(m_file.c_str(), O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0600);
    if (descriptor < 0)
        return failure("open", m_file);
    if (m_descriptor >= 0)
        ::close(m_descriptor);
    m_descriptor = descriptor;
    struct stat state {};
    if (::fstat(descriptor, &state) != 0)
        return failure("look at", m_file);
    m_size = static_cast<std::uintmax_t>(state.st_size);
    if (fresh)
        if (auto synced = syncFolder(m_file.parent_path()); !synced)
            return synced;
    char last = '\n';
    if (m_size > 0 && ::pread(descriptor, &last, 1, state.st_size - 1) == 1 && last != '\n') {
        if (!writeAll(descriptor, "\n"))
            return failure("end the cut line of", m_file);
        ++m_size;
    }
    return {};
}

Result<std::string> OutboxJournal::linesOf(const std::vector<JournalEntry>& entries)
{
    std::string lines;
    for (const auto& entry : entries) {
        auto sealed = sealBytes(m_key, bytesOf(textOfEntry(entry)), bytesOf(bound), m_random);
        if (!sealed)
            return std::unexpected(sealed.error());
        const auto line = writeJournalLine(*sealed);
        if (line.size() > longestJournalLine)
            return fail(ErrorCode::LimitExceeded, "the operation is too long to be saved", entry.id);
        lines += line;
        lines += '\n';
    }
    return lines;
}

Result<void> OutboxJournal::append(const std::vector<JournalEntry>& entries)
{
    if (entries.empty())
        return {};
    auto lines = linesOf(entries);
    if (!lines)
        return std::unexpected(lines.error());
    if (!writeAll(m_descriptor, *lines) || ::fdatasync(m_descriptor) != 0) {
        const int number = errno;
        // Cut off what came of it, so that the next line begins as a line. When even that fails the check sum tells.
        if (::ftruncate(m_descriptor, static_cast<off_t>(m_size)) != 0)
            m_size += lines->size();
        return failure("write", m_file, number);
    }
    m_size += lines->size();
    return {};
}

Result<void> OutboxJournal::rewrite(const std::vector<JournalEntry>& entries)
{
    auto lines = linesOf(entries);
    if (!lines)
        return std::unexpected(lines.error());
    if (auto written = writeFileDurably(m_file, std::as_bytes(std::span(*lines)), Replace::Yes); !written)
        return written;
    return openEnd();
}

} // namespace griddesk
