// SPDX-License-Identifier: GPL-3.0-or-later
#include "requestlog.h"

#include "models/wire/canonicaljson.h"

#include <cstdio>

namespace griddesk::platform {

namespace {

/// Bundles and documents are named by hash: the kind says enough.
std::string_view routeOf(std::string_view path)
{
    for (const std::string_view known : {"/healthz", "/metrics", "/v1/enrol", "/v1/hello", "/v1/push", "/v1/pull", "/v1/config", "/v1/found", "/v1/live"})
        if (path == known)
            return known;
    for (const std::string_view family : {"/v1/bundle/", "/v1/document/"})
        if (path.starts_with(family))
            return family;
    return "other";
}

std::int64_t nowMs()
{
    return std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count();
}

void put(Value line)
{
    const std::string text = toCanonical(line.set("at", nowMs())) + "\n";
    std::fwrite(text.data(), 1, text.size(), stderr); // one call, so that lines of several threads do not mix
}

} // namespace

void logRequest(const HubRequest& request, const HubResponse& response, std::chrono::microseconds took, std::string_view trouble)
{
    Value line;
    line.set("event", "request")
        .set("method", request.method == "GET" || request.method == "POST" ? std::string_view(request.method) : std::string_view("other"))
        .set("route", routeOf(request.path))
        .set("status", response.status)
        .set("us", static_cast<std::int64_t>(took.count()))
        .set("in", static_cast<std::int64_t>(request.body.size()))
        .set("out", static_cast<std::int64_t>(response.body.size()));
    if (!trouble.empty())
        line.set("trouble", trouble);
    put(std::move(line));
}

void logEvent(std::string_view what, std::string_view detail)
{
    Value line;
    line.set("event", what);
    if (!detail.empty())
        line.set("detail", detail);
    put(std::move(line));
}

} // namespace griddesk::platform
