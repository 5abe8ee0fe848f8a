// SPDX-License-Identifier: GPL-3.0-or-later
#include "textdecoder.h"

#include "utf8.h"

#include <algorithm>
#include <cctype>
#include <cerrno>
#include <iconv.h>

namespace griddesk {
namespace {

const auto invalidConverter = reinterpret_cast<iconv_t>(-1); // the value iconv_open returns on failure

const char* iconvName(TextEncoding encoding) noexcept
{
    switch (encoding) {
    case TextEncoding::Gb18030: return "GB18030";
    case TextEncoding::Windows1252: return "CP1252";
    case TextEncoding::Latin1: return "ISO-8859-1";
    case TextEncoding::Utf8: break;
    }
    return "UTF-8";
}

} // namespace

Result<TextEncoding> parseTextEncoding(std::string_view name)
{
    std::string lower(name);
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    if (lower == "utf-8" || lower == "utf8")
        return TextEncoding::Utf8;
    if (lower == "gb18030" || lower == "gbk" || lower == "gb2312")
        return TextEncoding::Gb18030;
    if (lower == "windows-1252" || lower == "cp1252")
        return TextEncoding::Windows1252;
    if (lower == "iso-8859-1" || lower == "latin1")
        return TextEncoding::Latin1;
    return fail(ErrorCode::Unsupported, "encodings are utf-8, gb18030, windows-1252 and iso-8859-1", printable(name));
}

TextDecoder::TextDecoder(TextEncoding encoding) : m_encoding(encoding), m_converter(invalidConverter)
{
    if (encoding != TextEncoding::Utf8)
        m_converter = iconv_open("UTF-8", iconvName(encoding));
}

TextDecoder::~TextDecoder()
{
    if (m_converter != invalidConverter)
        iconv_close(m_converter);
}

bool TextDecoder::append(std::string& out, std::string_view bytes)
{
    const std::size_t before = out.size();
    if (m_encoding == TextEncoding::Utf8) {
        if (findBadUtf8(bytes) != std::string_view::npos)
            return false;
        out.append(bytes);
        return true;
    }
    if (m_converter == invalidConverter || bytes.find('\0') != std::string_view::npos)
        return false;
    // Four output bytes for each input byte are enough for every encoding above, so one call does it.
    out.resize(before + bytes.size() * 4);
    iconv(m_converter, nullptr, nullptr, nullptr, nullptr);
    char* from = const_cast<char*>(bytes.data()); // iconv does not write there; its C signature is older than const
    std::size_t fromLeft = bytes.size();
    char* to = out.data() + before;
    std::size_t toLeft = bytes.size() * 4;
    const bool good = iconv(m_converter, &from, &fromLeft, &to, &toLeft) != static_cast<std::size_t>(-1) && fromLeft == 0;
    out.resize(good ? out.size() - toLeft : before);
    return good;
}

} // namespace griddesk
