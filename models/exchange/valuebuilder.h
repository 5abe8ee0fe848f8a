// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/value.h"

#include <optional>
#include <string>
#include <vector>

namespace griddesk {

/// What to do with JSON that a Value cannot hold.
struct ValuePolicy {
    bool lenient = false; ///< true: fractions and huge integers become text, nulls in lists are dropped, a repeated or
                          ///< non-ASCII member name is accepted (the last wins); false: all these are errors
    bool anyNames = false; ///< member names beyond ASCII are accepted, for a Value that is never signed as it stands
    std::size_t maximumText = std::size_t{1} << 20; ///< longer text is an error, or dropped when lenient
    std::size_t maximumNodes = 2'000'000;
};

/// Builds a Value from parser events. Null members are always dropped: absent is absent. The first error stays.
class ValueBuilder {
public:
    explicit ValueBuilder(ValuePolicy policy = {}) : m_policy(policy) {}

    bool startObject();
    bool startList();
    bool key(std::string name);
    bool endContainer();
    bool null();
    bool boolean(bool value) { return add(Value(value)); }
    bool integer(std::int64_t value);
    bool unsignedInteger(std::uint64_t value);
    /// `text` is the number as it stands in the source.
    bool fraction(double value, const std::string& text);
    bool text(std::string value);

    /// True when a whole value has been built.
    [[nodiscard]] bool complete() const noexcept { return m_result.has_value(); }
    [[nodiscard]] std::size_t depth() const noexcept { return m_stack.size(); }
    [[nodiscard]] std::uint64_t droppedTexts() const noexcept { return m_dropped; }
    [[nodiscard]] const std::optional<Error>& error() const noexcept { return m_error; }
    /// The value built; the builder is ready for the next one.
    [[nodiscard]] Value take();

private:
    struct Frame {
        Value value;
        std::string key;
    };
    bool add(Value value);
    bool refuse(ErrorCode code, std::string detail);
    [[nodiscard]] std::string where() const;

    ValuePolicy m_policy;
    std::vector<Frame> m_stack;
    std::optional<Value> m_result;
    std::optional<Error> m_error;
    std::size_t m_nodes = 0;
    std::uint64_t m_dropped = 0;
};

} // namespace griddesk
