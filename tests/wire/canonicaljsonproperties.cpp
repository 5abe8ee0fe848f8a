// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/wire/canonicaljson.h"

#include <gtest/gtest.h>
#include <rapidcheck/gtest.h>

using namespace griddesk;

namespace {

std::string utf8(const std::vector<std::uint32_t>& codes)
{
    std::string text;
    for (const auto code : codes) {
        const auto part = [&](unsigned shift, unsigned lead, unsigned mask) { text.push_back(static_cast<char>(lead | ((code >> shift) & mask))); };
        if (code < 0x80) {
            part(0, 0, 0x7f);
        } else if (code < 0x800) {
            part(6, 0xc0, 0x1f), part(0, 0x80, 0x3f);
        } else if (code < 0x10000) {
            part(12, 0xe0, 0x0f), part(6, 0x80, 0x3f), part(0, 0x80, 0x3f);
        } else {
            part(18, 0xf0, 0x07), part(12, 0x80, 0x3f), part(6, 0x80, 0x3f), part(0, 0x80, 0x3f);
        }
    }
    return text;
}

rc::Gen<std::string> anyText()
{
    const auto code = rc::gen::oneOf(rc::gen::inRange<std::uint32_t>(0, 0x80), rc::gen::inRange<std::uint32_t>(0x80, 0xd800),
                                     rc::gen::inRange<std::uint32_t>(0x4e00, 0x9fff), rc::gen::inRange<std::uint32_t>(0xe000, 0x110000));
    return rc::gen::map(rc::gen::container<std::vector<std::uint32_t>>(code), utf8);
}

rc::Gen<std::string> anyKey()
{
    return rc::gen::container<std::string>(rc::gen::inRange<char>(0x20, 0x7f));
}

rc::Gen<Value> anyValue(int depth)
{
    const auto plain = rc::gen::oneOf(
        rc::gen::map(rc::gen::arbitrary<bool>(), [](bool b) { return Value(b); }),
        rc::gen::map(rc::gen::inRange<std::int64_t>(-maximumJsonInteger, maximumJsonInteger + 1), [](std::int64_t n) { return Value(n); }),
        rc::gen::map(anyText(), [](std::string text) { return Value(std::move(text)); }));
    if (depth == 0)
        return plain;
    const auto inner = rc::gen::lazy([depth] { return anyValue(depth - 1); });
    return rc::gen::oneOf(plain,
                          rc::gen::map(rc::gen::scale(0.3, rc::gen::container<std::vector<Value>>(inner)),
                                       [](std::vector<Value> list) { return Value(std::move(list)); }),
                          rc::gen::map(rc::gen::scale(0.3, rc::gen::container<std::map<std::string, Value, std::less<>>>(anyKey(), inner)),
                                       [](Value::Object members) { return Value(std::move(members)); }));
}

} // namespace

template <>
struct rc::Arbitrary<Value> {
    static Gen<Value> arbitrary() { return anyValue(4); }
};

RC_GTEST_PROP(CanonicalJsonProperty, WhatIsWrittenIsReadBackEqual, (const Value& value))
{
    const auto bytes = toCanonical(value);
    const auto readBack = fromCanonical(bytes);
    RC_ASSERT(readBack.has_value());
    RC_ASSERT(*readBack == value);
    RC_ASSERT(toCanonical(*readBack) == bytes);
}

RC_GTEST_PROP(CanonicalJsonProperty, AChangedByteIsRefusedOrAnotherValue, (const Value& value))
{
    auto bytes = toCanonical(value);
    const auto place = *rc::gen::inRange<std::size_t>(0, bytes.size());
    bytes[place] = static_cast<char>(bytes[place] ^ *rc::gen::inRange(1, 256));
    const auto readBack = fromCanonical(bytes);
    RC_ASSERT(!readBack || *readBack != value);
}

RC_GTEST_PROP(CanonicalJsonProperty, ArbitraryBytesNeverBreakTheReader, (const std::string& bytes))
{
    if (const auto value = fromCanonical(bytes))
        RC_ASSERT(toCanonical(*value) == bytes);
    if (const auto value = fromJson(bytes))
        RC_ASSERT(fromCanonical(toCanonical(*value)).has_value());
}
