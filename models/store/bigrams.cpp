// SPDX-License-Identifier: GPL-3.0-or-later
#include "bigrams.h"

#include "pinyininitials.h"

#include <algorithm>
#include <unordered_set>

namespace griddesk {

namespace {

constexpr char32_t separator = U' ';
constexpr std::size_t shortestPrefix = 3;
constexpr std::size_t mostWords = 8;
constexpr std::size_t longestWord = 64;

/// Takes the next character off `text`; a separator for anything malformed.
char32_t nextCharacter(std::string_view& text)
{
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(0);
    const std::size_t size = first < 0x80 ? 1 : first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : first >= 0xC2 ? 2 : 0;
    if (size == 0 || size > text.size() || first > 0xF4) {
        text.remove_prefix(1);
        return separator;
    }
    char32_t c = size == 1 ? first : static_cast<char32_t>(first & (0x7FU >> size));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(i) & 0xC0U) != 0x80U) {
            text.remove_prefix(i);
            return separator;
        }
        c = (c << 6U) | (byte(i) & 0x3FU);
    }
    text.remove_prefix(size);
    const bool overlong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    return overlong || c > 0x10FFFF || (c >= 0xD800 && c <= 0xDFFF) ? separator : c;
}

void append(std::string& out, char32_t c)
{
    const auto put = [&](char32_t bits) { out += static_cast<char>(bits); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

bool isHan(char32_t c)
{
    return (c >= 0x4E00 && c <= 0x9FFF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x20000 && c <= 0x323AF) || (c >= 0xF900 && c <= 0xFAFF)
        || c == 0x3007;
}

/// A letter of a word (Latin, Greek, Cyrillic), a digit, a Han character, or a separator.
char32_t folded(char32_t c)
{
    if (c >= 0xFF01 && c <= 0xFF5E)
        c -= 0xFEE0; // full width
    if (c >= U'A' && c <= U'Z')
        return c + 32;
    if ((c >= U'a' && c <= U'z') || (c >= U'0' && c <= U'9') || isHan(c))
        return c;
    if ((c >= 0xC0 && c <= 0xDE && c != 0xD7) || (c >= 0x391 && c <= 0x3A9) || (c >= 0x410 && c <= 0x42F))
        return c + 32;
    if ((c >= 0xDF && c <= 0x24F && c != 0xF7) || (c >= 0x3B1 && c <= 0x3C9) || (c >= 0x430 && c <= 0x45F))
        return c;
    return separator;
}

std::u32string foldedText(std::string_view text)
{
    std::u32string out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto c = folded(nextCharacter(text));
        if (c != separator || (!out.empty() && out.back() != separator))
            out += c;
    }
    while (!out.empty() && out.back() == separator)
        out.pop_back();
    return out;
}

/// Calls `f(run, han)` for every run of Han characters and every word.
template <typename F>
void eachRun(std::u32string_view text, F&& f)
{
    for (std::size_t i = 0; i < text.size();) {
        if (text[i] == separator) {
            ++i;
            continue;
        }
        const bool han = isHan(text[i]);
        auto end = i + 1;
        while (end < text.size() && text[end] != separator && isHan(text[end]) == han)
            ++end;
        f(text.substr(i, end - i), han);
        i = end;
    }
}

std::string utf8(std::u32string_view text)
{
    std::string out;
    for (const auto c : text)
        append(out, c);
    return out;
}

class TokenSet {
public:
    void add(std::string token)
    {
        if (m_seen.size() >= maximumTokens || token.empty() || !m_seen.insert(token).second)
            return;
        if (!m_text.empty())
            m_text += ' ';
        m_text += token;
    }
    [[nodiscard]] std::string take() { return std::move(m_text); }

private:
    std::unordered_set<std::string> m_seen;
    std::string m_text;
};

} // namespace

std::string normalised(std::string_view text)
{
    return utf8(foldedText(text));
}

std::string tokensOf(std::string_view text)
{
    TokenSet tokens;
    eachRun(foldedText(text), [&](std::u32string_view run, bool han) {
        if (!han) {
            tokens.add(utf8(run.substr(0, longestWord)));
            return;
        }
        for (std::size_t i = 0; i + 1 < std::max<std::size_t>(run.size(), 2); ++i)
            tokens.add(utf8(run.substr(i, 2)));
    });
    return tokens.take();
}

std::string singleTokensOf(std::string_view name)
{
    TokenSet tokens;
    for (const auto c : foldedText(name))
        if (isHan(c))
            tokens.add(utf8(std::u32string_view(&c, 1)));
    return tokens.take();
}

std::string initialTokensOf(std::string_view text)
{
    TokenSet tokens;
    eachRun(foldedText(text), [&](std::u32string_view run, bool han) {
        if (!han)
            return;
        for (std::size_t i = 0; i + 1 < run.size(); ++i)
            for (const char a : pinyinInitials(run[i]))
                for (const char b : pinyinInitials(run[i + 1]))
                    tokens.add(std::string("_") + a + b);
    });
    return tokens.take();
}

std::string numberToken(std::string_view number)
{
    std::string token;
    for (const auto c : foldedText(number))
        if (c < 0x80 && c != separator)
            token += static_cast<char>(c);
    std::ranges::reverse(token);
    return "_n" + token.substr(0, 128);
}

std::string tileToken(std::int64_t tile)
{
    return "_t" + std::to_string(tile);
}

bool matchesInitials(std::string_view text, std::string_view letters)
{
    if (letters.empty())
        return false;
    const auto characters = foldedText(text);
    for (std::size_t start = 0; start + letters.size() <= characters.size(); ++start) {
        std::size_t i = 0;
        while (i < letters.size() && pinyinInitials(characters[start + i]).contains(letters[i]))
            ++i;
        if (i == letters.size())
            return true;
    }
    return false;
}

std::vector<QueryWord> queryWords(std::string_view query)
{
    std::vector<QueryWord> words;
    eachRun(foldedText(query.substr(0, 4096)), [&](std::u32string_view run, bool han) {
        if (words.size() >= mostWords)
            return;
        run = run.substr(0, longestWord);
        QueryWord word;
        word.text = utf8(run);
        if (!han) {
            word.tokens = {word.text};
            word.prefix = run.size() >= shortestPrefix; // somebody still typing
            const bool letters = std::ranges::all_of(run, [](char32_t c) { return c >= U'a' && c <= U'z'; });
            for (std::size_t i = 0; letters && i + 1 < run.size(); ++i)
                word.initials.push_back("_" + utf8(run.substr(i, 2)));
        } else if (run.size() == 1) {
            word.tokens = {word.text};
        } else {
            for (std::size_t i = 0; i + 1 < run.size(); ++i)
                word.tokens.push_back(utf8(run.substr(i, 2)));
        }
        words.push_back(std::move(word));
    });
    return words;
}

} // namespace griddesk
