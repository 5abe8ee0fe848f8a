// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <filesystem>
#include <string>
#include <string_view>

namespace griddesk {

/// A file that appears whole or not at all: written beside its place under a temporary name, flushed to the disk, renamed.
/// Until commit() an older file of the name stays as it is; destroyed without commit() nothing is left behind.
/// One thread at a time.
class AtomicFile {
public:
    /// Errors: NotAFile (the place is a folder), FileNotFound (no such folder), FileNotWritable, DiskFull, Io.
    [[nodiscard]] static Result<AtomicFile> create(const std::filesystem::path& path);
    AtomicFile(AtomicFile&& other) noexcept;
    AtomicFile& operator=(AtomicFile&& other) = delete;
    ~AtomicFile();

    /// Errors: DiskFull, Io; after an error nothing more can be written.
    [[nodiscard]] Result<void> write(std::string_view bytes);
    /// Puts the file in its place. Errors: DiskFull, FileNotWritable, Io; then nothing is left behind.
    [[nodiscard]] Result<void> commit();

private:
    AtomicFile(std::filesystem::path path, std::string temporary, int descriptor);
    [[nodiscard]] std::unexpected<Error> failed(const char* what, int number);
    Result<void> flush();
    void discard() noexcept;

    std::filesystem::path m_path;
    std::string m_temporary;
    std::string m_buffer;
    int m_descriptor = -1;
};

} // namespace griddesk
