// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <string>
#include <string_view>

namespace griddesk {

/// Encodings a profile may name. UTF-16 is recognised by its byte order mark and needs no name.
enum class TextEncoding { Utf8, Gb18030, Windows1252, Latin1 };

/// From `utf-8`, `gb18030` (also `gbk`, `gb2312`), `windows-1252`, `iso-8859-1` (also `latin1`). Errors: Unsupported.
[[nodiscard]] Result<TextEncoding> parseTextEncoding(std::string_view name);

/// Turns bytes of one encoding into UTF-8 (iconv of the C library). One thread at a time.
class TextDecoder {
public:
    explicit TextDecoder(TextEncoding encoding);
    ~TextDecoder();
    TextDecoder(const TextDecoder&) = delete;
    TextDecoder& operator=(const TextDecoder&) = delete;

    /// Appends `bytes` as UTF-8 to `out`; false (and `out` as before) when they are not text of the encoding.
    [[nodiscard]] bool append(std::string& out, std::string_view bytes);

private:
    TextEncoding m_encoding;
    void* m_converter = nullptr;
};

} // namespace griddesk
