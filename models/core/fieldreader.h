// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ids.h"
#include "instant.h"
#include "value.h"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace griddesk {

/// Where in a document a reader is; writes "categories[3].standards[0].limit". A chain on the stack, so that a path costs
/// nothing until something is wrong.
struct FieldPath {
    const FieldPath* outer = nullptr;
    std::string_view name;
    std::ptrdiff_t index = -1; ///< of a list item; -1 = a plain member

    [[nodiscard]] std::string text() const;
};

/// Reads the members of one object and remembers the first thing that is wrong, so that reading code stays a plain list of
/// fields: read everything, then ask finish(). After a fault the readers return harmless values that nobody gets to see.
/// The value and the path must outlive the reader. Thread: one.
class FieldReader {
public:
    /// `path` is nullptr at the top of a document. Fault: WrongType when the value is no object.
    FieldReader(const Value& value, const FieldPath* path);

    [[nodiscard]] bool has(std::string_view key);
    /// Faults: MissingField, WrongType, LimitExceeded (in bytes), OutOfRange when empty or with control characters.
    std::string text(std::string_view key, std::size_t mostBytes);
    /// As text(), but may be absent or empty; then it is empty.
    std::string textOr(std::string_view key, std::size_t mostBytes);
    std::int64_t integerOr(std::string_view key, std::int64_t least, std::int64_t most, std::int64_t otherwise);
    bool booleanOr(std::string_view key, bool otherwise);
    /// A list of at most so many items; nullptr when absent or faulty.
    const Value::List* list(std::string_view key, std::size_t most);
    /// Any value; nullptr when absent.
    const Value* any(std::string_view key);
    /// As written by formatInstant(); absent stays absent.
    std::optional<Instant> instant(std::string_view key);

    /// An identifier; a stand-in after a fault.
    template <typename IdType>
    IdType id(std::string_view key)
    {
        return convert<IdType>(key, text(key, 64), IdType::parse, IdType::literal("-"));
    }
    template <typename IdType>
    std::optional<IdType> optionalId(std::string_view key)
    {
        if (!has(key))
            return std::nullopt;
        return id<IdType>(key);
    }
    /// A word or short text that `parse` turns into a T; the fault is that of `parse` with the path of the field.
    template <typename T, typename Parse>
    T parsed(std::string_view key, Parse&& parse, T otherwise)
    {
        return convert<T>(key, text(key, 200), std::forward<Parse>(parse), otherwise);
    }
    template <typename T, typename Parse>
    T parsedOr(std::string_view key, Parse&& parse, T otherwise)
    {
        return has(key) ? parsed<T>(key, std::forward<Parse>(parse), otherwise) : otherwise;
    }
    /// A list of identifiers or of words, as by parsed().
    template <typename T, typename Parse>
    std::vector<T> parsedList(std::string_view key, Parse&& parse, std::size_t most)
    {
        std::vector<T> items;
        const auto* values = list(key, most);
        for (std::size_t i = 0; values != nullptr && i < values->size(); ++i) {
            const FieldPath item{m_path, key, static_cast<std::ptrdiff_t>(i)};
            const auto* word = (*values)[i].text();
            if (word == nullptr) {
                fault({ErrorCode::WrongType, "a text is wanted", item.text()});
                break;
            }
            auto made = parse(*word);
            if (!made) {
                fault({made.error().code, made.error().detail, item.text()});
                break;
            }
            items.push_back(std::move(*made));
        }
        return items;
    }

    /// Reports something that the caller found wrong with a field.
    void fault(ErrorCode code, std::string detail, std::string_view key);
    /// The first fault wins.
    void fault(Error error);
    [[nodiscard]] bool ok() const noexcept { return !m_error; }
    [[nodiscard]] const FieldPath* path() const noexcept { return m_path; }
    /// The first fault; else UnknownField when the object has a member nobody asked for.
    [[nodiscard]] Result<void> finish();

private:
    template <typename T, typename Parse>
    T convert(std::string_view key, const std::string& word, Parse&& parse, T otherwise)
    {
        if (m_error)
            return otherwise;
        auto made = parse(word);
        if (!made) {
            fault(made.error().code, made.error().detail, key);
            return otherwise;
        }
        return std::move(*made);
    }

    const Value* m_value;
    const FieldPath* m_path;
    std::vector<std::string_view> m_asked; ///< few, so searched one by one
    std::optional<Error> m_error;
};

} // namespace griddesk
