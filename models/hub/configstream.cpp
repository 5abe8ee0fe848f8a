// SPDX-License-Identifier: GPL-3.0-or-later
#include "configstream.h"

#include "models/wire/hash.h"

namespace griddesk {

Result<Published> publishBundle(HubStore& store, RuleLibrary& library, const DeviceKey& platform, std::string_view stream,
                                std::string_view bytes, Instant validFrom, const AccountId& by)
{
    const std::string hash = sha256(bytes).hex();
    auto known = store.bundle(hash);
    auto head = store.configHead();
    if (!known || !head)
        return std::unexpected(known ? head.error() : known.error());
    if (*known)
        return fail(ErrorCode::Duplicate, "this rule bundle was published before", hash);
    auto rules = library.publish(bytes, validFrom);
    if (!rules)
        return std::unexpected(rules.error());
    if ((*rules)->stream != stream)
        return fail(ErrorCode::Inconsistent, "the rule bundle is of the stream " + (*rules)->stream, hash);
    ConfigLine line{.seq = *head + 1, .bundle = hash, .validFrom = validFrom, .documents = {}, .by = by};
    if (!(*rules)->geometry.empty())
        line.documents.push_back((*rules)->geometry);
    line.sig = platform.sign(bytesOf(bytesToSign(line)));
    if (auto appended = store.appendConfig(line); !appended)
        return std::unexpected(appended.error());
    return Published{std::move(line), *std::move(rules)};
}

} // namespace griddesk
