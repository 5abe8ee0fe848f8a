// SPDX-License-Identifier: GPL-3.0-or-later
// The log of a stand-alone desk, in pieces, as the first of an empty stream.
#include "hub.h"

#include "foundinglog.h"
#include "models/wire/canonicaljson.h"

#include <charconv>

namespace griddesk {

namespace {

/// Lines of an upload whose pieces end anywhere.
class UploadLines {
public:
    UploadLines(HubStore& store, const DeviceId& device) : m_store(store), m_device(device) {}

    /// Calls `take(line)` for each. Errors: those of `take`, Syntax when the last line has no end, LimitExceeded.
    template <typename F>
    Result<void> each(F&& take)
    {
        std::string rest;
        for (;;) {
            auto piece = m_store.foundingPiece(m_device, m_offset);
            if (!piece)
                return std::unexpected(piece.error());
            if (!*piece)
                break;
            m_offset += static_cast<std::int64_t>((*piece)->size());
            std::size_t from = 0;
            for (auto end = (*piece)->find('\n'); end != std::string::npos; from = end + 1, end = (*piece)->find('\n', from)) {
                rest.append(**piece, from, end - from);
                if (auto taken = take(std::string_view(rest)); !taken)
                    return taken;
                rest.clear();
            }
            rest.append(**piece, from);
            if (rest.size() > mostFoundingLineBytes)
                return fail(ErrorCode::LimitExceeded, "a line of the upload is too long");
        }
        return rest.empty() ? Result<void>{} : fail(ErrorCode::Syntax, "the upload was cut: its last line has no end");
    }

private:
    HubStore& m_store;
    DeviceId m_device;
    std::int64_t m_offset = 0;
};

HubResponse progress(std::int64_t size, std::int64_t head, bool founded)
{
    return {.body = toCanonical(Value().set("size", size).set("head", head).set("founded", founded)), .headMoved = founded && head > 0};
}

} // namespace

Hub::Answer Hub::found(const HubRequest& request, const Caller& caller)
{
    const DeviceId& device = caller.device.device;
    const auto founder = m_store.founder();
    const auto unused = empty();
    const auto head = m_store.head();
    if (!founder || !unused || !head)
        return troubled(!founder ? founder.error() : !unused ? unused.error() : head.error());
    if (*founder == device) // the answer to an earlier commit was lost
        return progress(0, *head, true);
    if (!*unused)
        return refuseCall(409, errorName(ErrorCode::Inconsistent), "the stream has begun already");
    if (request.body.size() > m_limits.foundingPiece)
        return refuseCall(413, "tooLarge", "a piece has at most " + std::to_string(m_limits.foundingPiece) + " bytes");

    std::int64_t offset = 0;
    if (const auto found = request.query.find("offset"); found != request.query.end()) {
        const auto& text = found->second;
        const auto read = std::from_chars(text.data(), text.data() + text.size(), offset);
        if (read.ec != std::errc{} || read.ptr != text.data() + text.size() || offset < 0)
            return refuseCall(400, errorName(ErrorCode::OutOfRange), "offset is a number from 0");
    }
    if (offset + static_cast<std::int64_t>(request.body.size()) > m_limits.foundingBytes)
        return refuseCall(413, "tooLarge", "an upload has at most " + std::to_string(m_limits.foundingBytes) + " bytes");
    auto size = within([&] { return keepPiece(device, offset, request.body); });
    if (!size && size.error().code == ErrorCode::Inconsistent)
        return refuseCall(409, errorName(size.error().code), size.error().detail + ": " + size.error().context);
    if (!size)
        return troubled(size.error());
    const auto commit = request.query.find("commit");
    if (commit == request.query.end() || commit->second != "1")
        return progress(*size, 0, false);

    bool ours = false; // whose fault a failure is
    auto founded = within([&]() -> Result<std::int64_t> {
        FoundingLog log(m_store, m_rules, m_scopes, {m_key, m_stream, device, caller.device.publicKey, caller.device.account});
        if (auto taken = UploadLines(m_store, device).each([&](std::string_view line) { return log.take(line); }); !taken)
            return std::unexpected(taken.error());
        if (auto finished = log.finish(); !finished)
            return std::unexpected(finished.error());
        ours = true;
        if (auto kept = m_store.setFounder(device); !kept)
            return std::unexpected(kept.error());
        if (auto dropped = m_store.dropFounding(device); !dropped)
            return std::unexpected(dropped.error());
        return m_store.head();
    });
    if (founded) {
        forget(); // the authority may have asked for cases that were not there yet
        return progress(*size, *founded, true);
    }
    const Error& error = founded.error();
    if (ours || error.code == ErrorCode::Database || error.code == ErrorCode::DiskFull || error.code == ErrorCode::Io || error.code == ErrorCode::FileDamaged)
        return troubled(error);
    return refuseCall(422, errorName(error.code), error.detail + (error.context.empty() ? "" : ": " + error.context));
}

Result<std::int64_t> Hub::keepPiece(const DeviceId& device, std::int64_t offset, std::string_view bytes)
{
    auto size = m_store.foundingSize(device);
    if (!size || bytes.empty()) // an empty piece asks how far the upload has come
        return size;
    if (offset < *size) {
        auto piece = m_store.foundingPiece(device, offset);
        if (!piece)
            return std::unexpected(piece.error());
        if (*piece && **piece == bytes)
            return size; // the answer to it was lost
        if (offset != 0)
            return fail(ErrorCode::Inconsistent, "other bytes are here already, up to", std::to_string(*size));
        if (auto dropped = m_store.dropFounding(device); !dropped) // from the beginning again, with another log
            return std::unexpected(dropped.error());
        *size = 0;
    }
    if (auto kept = m_store.putFoundingPiece(device, offset, bytes); !kept)
        return std::unexpected(kept.error());
    return *size + static_cast<std::int64_t>(bytes.size());
}

} // namespace griddesk
