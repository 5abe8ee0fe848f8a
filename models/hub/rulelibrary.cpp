// SPDX-License-Identifier: GPL-3.0-or-later
#include "rulelibrary.h"

#include "models/wire/rulebundle.h"

namespace griddesk {

Result<std::shared_ptr<const Rules>> RuleLibrary::rules(const std::string& hash)
{
    const std::scoped_lock lock(m_mutex);
    if (const auto found = m_open.find(hash); found != m_open.end())
        return found->second;
    auto bytes = m_log.bundle(hash);
    if (!bytes)
        return std::unexpected(bytes.error());
    if (!*bytes)
        return fail(ErrorCode::UnknownReference, "no such rule bundle was published", hash);
    auto expected = Hash::parse(hash);
    if (!expected)
        return std::unexpected(expected.error());
    auto opened = openBundle(**bytes, *expected);
    if (opened)
        m_open.emplace(hash, *opened);
    return opened;
}

Result<std::shared_ptr<const Rules>> RuleLibrary::inForce(Instant at)
{
    auto hash = m_log.bundleInForce(at);
    if (!hash)
        return std::unexpected(hash.error());
    if (!*hash)
        return fail(ErrorCode::UnknownReference, "no rule bundle is in force");
    return rules(**hash);
}

Result<std::shared_ptr<const Rules>> RuleLibrary::publish(std::string_view bytes, Instant validFrom)
{
    const Hash hash = sha256(bytes);
    auto opened = openBundle(bytes, hash);
    if (!opened)
        return opened;
    if (auto stored = m_log.putBundle(hash.hex(), bytes, validFrom); !stored)
        return std::unexpected(stored.error());
    const std::scoped_lock lock(m_mutex);
    m_open.insert_or_assign(hash.hex(), *opened);
    return opened;
}

void RuleLibrary::forget()
{
    const std::scoped_lock lock(m_mutex);
    m_open.clear();
}

} // namespace griddesk
