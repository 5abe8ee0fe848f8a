// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulebundle.h"

#include "canonicaljson.h"

#include "models/core/rulesreader.h"

namespace griddesk {

namespace {

constexpr JsonLimits limits{.bytes = maximumBundleBytes};

} // namespace

Result<RuleBundle> makeBundle(const Value& rules)
{
    if (const auto readable = readRules(rules); !readable)
        return std::unexpected(readable.error());
    auto bytes = canonicalBytes(rules, limits);
    if (!bytes)
        return std::unexpected(bytes.error());
    const auto hash = sha256(*bytes);
    return RuleBundle{*std::move(bytes), hash};
}

Result<std::shared_ptr<const Rules>> openBundle(std::string_view bytes, const Hash& expected)
{
    if (sha256(bytes) != expected)
        return fail(ErrorCode::HashMismatch, "rule bundle does not have the hash it was asked for by", expected.hex());
    const auto value = fromCanonical(bytes, limits);
    if (!value)
        return std::unexpected(value.error());
    auto rules = readRules(*value);
    if (!rules)
        return std::unexpected(rules.error());
    rules->hash = expected.hex();
    return std::make_shared<const Rules>(*std::move(rules));
}

} // namespace griddesk
