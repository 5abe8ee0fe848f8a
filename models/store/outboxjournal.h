// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"
#include "models/core/ids.h"
#include "models/core/instant.h"
#include "models/core/value.h"
#include "models/wire/secret.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk {

/// One entry of the salvage file outbox.journal.
struct JournalEntry {
    enum class Kind : std::uint8_t {
        Saved,   ///< an operation somebody saved
        Gone,    ///< taken back, or settled in the tray
        Counter, ///< of local numbers only
    };
    Kind kind = Kind::Counter;
    std::string id;        ///< of the operation; empty for a counter
    std::string operation; ///< as outbox.db keeps it, canonical JSON; of Saved
    Instant savedAt{};
    std::int64_t localNumber = 0; ///< last one given when this was written; 0 = not stated

    bool operator==(const JournalEntry&) const = default;
};

inline constexpr std::uintmax_t longestJournal = 64 * 1024 * 1024;
inline constexpr std::size_t longestJournalLine = 1024 * 1024;

/// The sealed bytes of one line, without its end. Errors: Syntax (not a line of a journal, or its CRC is wrong),
/// LimitExceeded. For reading and the fuzzer.
[[nodiscard]] Result<Buffer> readJournalLine(std::string_view line);
[[nodiscard]] std::string writeJournalLine(Bytes sealed);

/// What a journal holds, as far as it can be read.
struct JournalContents {
    std::vector<JournalEntry> entries;
    std::size_t damaged = 0; ///< lines that are cut, changed or of another key
};
[[nodiscard]] JournalContents readJournal(std::string_view bytes, const Secret& key);

/// The open end of an outbox.journal. Every append is on the disk when it returns. Thread: the writer.
class OutboxJournal {
public:
    /// Makes the file when there is none; a line cut by a crash is ended, never overwritten. Errors: FileNotWritable, DiskFull,
    /// NotAFile, Io.
    [[nodiscard]] static Result<std::unique_ptr<OutboxJournal>> open(const std::filesystem::path& file, Secret key);
    OutboxJournal(const OutboxJournal&) = delete;
    OutboxJournal& operator=(const OutboxJournal&) = delete;
    ~OutboxJournal();

    /// All entries or none: what was written of them is cut off again. Errors: DiskFull, LimitExceeded, Io.
    [[nodiscard]] Result<void> append(const std::vector<JournalEntry>& entries);
    /// Another file with these entries takes the place of this one. On failure the old one goes on.
    [[nodiscard]] Result<void> rewrite(const std::vector<JournalEntry>& entries);
    [[nodiscard]] std::uintmax_t size() const noexcept { return m_size; }

private:
    OutboxJournal(std::filesystem::path file, Secret key) : m_file(std::move(file)), m_key(std::move(key)) {}
    [[nodiscard]] Result<void> openEnd();
    [[nodiscard]] Result<std::string> linesOf(const std::vector<JournalEntry>& entries);

    std::filesystem::path m_file;
    Secret m_key;
    SystemRandom m_random;
    int m_descriptor = -1;
    std::uintmax_t m_size = 0;
};

} // namespace griddesk
