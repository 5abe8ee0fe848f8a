// SPDX-License-Identifier: GPL-3.0-or-later
#include "valuebuilder.h"

#include "utf8.h"

#include <algorithm>
#include <cmath>
#include <format>

namespace griddesk {

bool ValueBuilder::refuse(ErrorCode code, std::string detail)
{
    if (!m_error)
        m_error = Error{code, std::move(detail), where()};
    return false;
}

std::string ValueBuilder::where() const
{
    std::string path;
    for (const auto& frame : m_stack)
        path += frame.value.isList() ? std::format("/{}", frame.value.list()->size()) : "/" + frame.key;
    return printable(path, 200);
}

bool ValueBuilder::add(Value value)
{
    if (++m_nodes > m_policy.maximumNodes)
        return refuse(ErrorCode::LimitExceeded, std::format("more than {} values", m_policy.maximumNodes));
    if (m_stack.empty()) {
        m_result = std::move(value);
        return true;
    }
    Frame& top = m_stack.back();
    if (auto* list = top.value.list()) {
        list->push_back(std::move(value));
        return true;
    }
    auto* object = top.value.object();
    if (!m_policy.lenient && object->contains(top.key))
        return refuse(ErrorCode::Duplicate, "the member stands twice");
    object->insert_or_assign(top.key, std::move(value));
    return true;
}

bool ValueBuilder::startObject()
{
    m_stack.push_back({Value(Value::Object{}), {}});
    return true;
}

bool ValueBuilder::startList()
{
    m_stack.push_back({Value(Value::List{}), {}});
    return true;
}

bool ValueBuilder::key(std::string name)
{
    if (m_stack.empty())
        return false;
    const bool ascii = std::ranges::all_of(name, [](unsigned char c) { return c >= 0x20 && c < 0x7F; });
    m_stack.back().key = std::move(name);
    return m_policy.lenient || m_policy.anyNames || ascii || refuse(ErrorCode::UnknownField, "member names are printable ASCII");
}

bool ValueBuilder::endContainer()
{
    if (m_stack.empty())
        return false;
    Value done = std::move(m_stack.back().value);
    m_stack.pop_back();
    return add(std::move(done));
}

bool ValueBuilder::null()
{
    if (!m_stack.empty() && (m_policy.lenient || m_stack.back().value.isObject()))
        return true;
    return refuse(ErrorCode::WrongType, "null stands where a value is wanted");
}

bool ValueBuilder::integer(std::int64_t value)
{
    if (value <= maximumJsonInteger && value >= -maximumJsonInteger)
        return add(Value(value));
    return m_policy.lenient ? add(Value(std::to_string(value))) : refuse(ErrorCode::OutOfRange, "the integer is too large");
}

bool ValueBuilder::unsignedInteger(std::uint64_t value)
{
    if (value <= static_cast<std::uint64_t>(maximumJsonInteger))
        return add(Value(static_cast<std::int64_t>(value)));
    return m_policy.lenient ? add(Value(std::to_string(value))) : refuse(ErrorCode::OutOfRange, "the integer is too large");
}

bool ValueBuilder::fraction(double value, const std::string& text)
{
    if (m_policy.lenient)
        return add(Value(text));
    if (!std::isfinite(value) || std::abs(value) > static_cast<double>(maximumJsonInteger))
        return refuse(ErrorCode::OutOfRange, "the number is too large");
    if (value != std::trunc(value))
        return refuse(ErrorCode::WrongType, "a whole number is wanted, not a fraction");
    return add(Value(static_cast<std::int64_t>(value)));
}

bool ValueBuilder::text(std::string value)
{
    if (value.size() <= m_policy.maximumText)
        return add(Value(std::move(value)));
    if (!m_policy.lenient)
        return refuse(ErrorCode::LimitExceeded, std::format("the text is longer than {} bytes", m_policy.maximumText));
    ++m_dropped;
    return true;
}

Value ValueBuilder::take()
{
    Value out = m_result ? std::move(*m_result) : Value();
    m_result.reset();
    m_stack.clear();
    m_nodes = 0;
    return out;
}

} // namespace griddesk
