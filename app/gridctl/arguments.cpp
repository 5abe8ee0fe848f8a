// SPDX-License-Identifier: GPL-3.0-or-later
#include "arguments.h"

#include <algorithm>

namespace griddesk::gridctl {

bool looksLikeNegativeNumber(std::string_view word) noexcept
{
    return word.size() >= 2 && word[0] == '-'
        && ((word[1] >= '0' && word[1] <= '9') || (word[1] == '.' && word.size() >= 3 && word[2] >= '0' && word[2] <= '9'));
}

Result<Arguments> Arguments::parse(std::span<const std::string> words, std::span<const OptionSpec> known)
{
    Arguments result;
    bool optionsEnded = false;
    for (std::size_t i = 0; i < words.size(); ++i) {
        const std::string& word = words[i];
        if (optionsEnded || word.size() < 2 || word[0] != '-' || looksLikeNegativeNumber(word)) {
            result.m_operands.push_back(word);
            continue;
        }
        if (word == "--") {
            optionsEnded = true;
            continue;
        }
        if (word.size() < 3 || word[1] != '-')
            return fail(ErrorCode::InvalidArgument, "options are written in full, like --data", word);
        const auto equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? std::string::npos : equals - 2);
        const auto spec = std::ranges::find(known, name, &OptionSpec::name);
        if (spec == known.end())
            return fail(ErrorCode::InvalidArgument, "unknown option", word.substr(0, equals));
        if (!spec->repeatable && result.has(name))
            return fail(ErrorCode::InvalidArgument, "this option may be given once", "--" + name);
        Given given{name, {}};
        if (spec->takesValue) {
            if (equals != std::string::npos)
                given.value = word.substr(equals + 1);
            else if (i + 1 < words.size())
                given.value = words[++i];
            else
                return fail(ErrorCode::InvalidArgument, "this option needs a value", "--" + name);
        } else if (equals != std::string::npos) {
            return fail(ErrorCode::InvalidArgument, "this option takes no value", "--" + name);
        }
        result.m_options.push_back(std::move(given));
    }
    return result;
}

bool Arguments::has(std::string_view name) const noexcept
{
    return std::ranges::any_of(m_options, [&](const Given& given) { return given.name == name; });
}

std::optional<std::string> Arguments::value(std::string_view name) const
{
    const auto found = std::ranges::find(m_options, name, &Given::name);
    return found == m_options.end() ? std::nullopt : std::optional{found->value};
}

std::vector<std::string> Arguments::values(std::string_view name) const
{
    std::vector<std::string> found;
    for (const auto& given : m_options)
        if (given.name == name)
            found.push_back(given.value);
    return found;
}

} // namespace griddesk::gridctl
