// SPDX-License-Identifier: GPL-3.0-or-later
// The configuration stream: signed lines, bundles and documents by their hash.
#include "hub.h"

#include "configstream.h"
#include "models/wire/hash.h"

#include <algorithm>
#include <charconv>

namespace griddesk {

namespace {

constexpr std::size_t mostConfigLines = 1000;

std::unexpected<HubProblem> notThere() { return refuseCall(404, "notFound", "nothing has this hash"); }

} // namespace

Hub::Answer Hub::config(const HubRequest& request)
{
    std::int64_t after = 0;
    if (const auto found = request.query.find("after"); found != request.query.end()) {
        const auto& text = found->second;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), after);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || after < 0)
            return refuseCall(400, errorName(ErrorCode::OutOfRange), "after is a number from 0");
    }
    auto lines = m_store.configAfter(after, mostConfigLines);
    if (!lines)
        return troubled(lines.error());
    HubResponse response{.contentType = "application/x-ndjson"};
    for (const auto& line : *lines)
        response.body += write(line) + "\n";
    return response;
}

Hub::Answer Hub::bundle(std::string_view hash)
{
    if (!Hash::parse(hash))
        return notThere();
    auto bytes = m_store.bundle(hash);
    if (!bytes)
        return troubled(bytes.error());
    if (!*bytes)
        return notThere();
    return HubResponse{.body = **std::move(bytes)};
}

Hub::Answer Hub::document(std::string_view hash)
{
    if (!Hash::parse(hash))
        return notThere();
    auto bytes = m_store.document(hash);
    if (!bytes)
        return troubled(bytes.error());
    if (!*bytes)
        return notThere();
    return HubResponse{.contentType = "application/octet-stream", .body = **std::move(bytes)};
}

Result<ConfigLine> Hub::publish(std::string_view bundle, const std::map<std::string, std::string>& documents, Instant validFrom, const AccountId& by)
{
    return within([&]() -> Result<ConfigLine> {
        auto published = publishBundle(m_store, m_rules, m_key, m_stream, bundle, validFrom, by);
        if (!published)
            return std::unexpected(published.error());
        const auto& named = published->line.documents;
        for (const auto& [hash, bytes] : documents) {
            if (sha256(bytes).hex() != hash)
                return fail(ErrorCode::HashMismatch, "a document is not what its hash says", hash);
            if (!std::ranges::contains(named, hash))
                return fail(ErrorCode::Inconsistent, "the rule bundle does not name the document", hash);
            if (auto kept = m_store.putDocument(hash, bytes); !kept)
                return std::unexpected(kept.error());
        }
        for (const auto& hash : named) {
            auto there = m_store.document(hash);
            if (!there)
                return std::unexpected(there.error());
            if (!*there)
                return fail(ErrorCode::UnknownReference, "the rule bundle names a document that is not there", hash);
        }
        return std::move(published->line);
    });
}

} // namespace griddesk
