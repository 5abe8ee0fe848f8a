// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/error.h"

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace griddesk::gridctl {

/// One option a command knows: `--name` or `--name VALUE`.
struct OptionSpec {
    std::string_view name;  ///< without the dashes
    bool takesValue = false;
    bool repeatable = false;
};

/// The words of a command line, sorted into operands and options. Options may stand anywhere and be written
/// `--name VALUE` or `--name=VALUE`; `--` ends them; a word like -71.06 is an operand.
class Arguments {
public:
    /// Errors: InvalidArgument, naming the word that does not fit.
    [[nodiscard]] static Result<Arguments> parse(std::span<const std::string> words, std::span<const OptionSpec> known);

    [[nodiscard]] const std::vector<std::string>& operands() const noexcept { return m_operands; }
    [[nodiscard]] bool has(std::string_view name) const noexcept;
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;

private:
    struct Given {
        std::string name, value;
    };
    std::vector<std::string> m_operands;
    std::vector<Given> m_options;
};

/// True for words like -71.06, -3, -.5e3: numbers, not options.
[[nodiscard]] bool looksLikeNegativeNumber(std::string_view word) noexcept;

} // namespace griddesk::gridctl
