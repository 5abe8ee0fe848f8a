// SPDX-License-Identifier: GPL-3.0-or-later
// Which request goes where, and what is counted.
#include "hub.h"

namespace griddesk {

namespace {

constexpr std::string_view bundlePath = "/v1/bundle/", documentPath = "/v1/document/";

/// Name of the route for counters: never what the caller wrote.
std::string_view nameOfRoute(std::string_view path)
{
    for (const std::string_view known : {"/healthz", "/metrics", "/v1/enrol", "/v1/hello", "/v1/push", "/v1/pull", "/v1/config", "/v1/found"})
        if (path == known)
            return known;
    if (path.starts_with(bundlePath))
        return "/v1/bundle";
    return path.starts_with(documentPath) ? "/v1/document" : "other";
}

} // namespace

Hub::Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random)
    : Hub(store, std::move(key), std::move(stream), random, Limits{})
{
}

Hub::Hub(HubStore& store, DeviceKey key, std::string stream, RandomSource& random, Limits limits, SeededBugs bugs)
    : m_store(store), m_key(std::move(key)), m_stream(std::move(stream)), m_random(random), m_limits(limits), m_bugs(bugs), m_rules(store),
      m_authority(store, m_rules, m_stream), m_scopes(store)
{
    m_store.rollback();
    m_authority.observe(&m_scopes);
}

void Hub::forget()
{
    m_authority.forget();
    m_rules.forget();
    m_knownHead = -1;
}

HubResponse Hub::handle(const HubRequest& request)
{
    m_trouble.clear();
    if (std::exchange(m_uncommitted, false))
        (void)m_store.commit();
    auto answer = route(request);
    count(request, answer ? answer->status : answer.error().status);
    if (answer)
        return *std::move(answer);
    m_trouble = answer.error().trouble;
    return {.status = answer.error().status, .body = write(answer.error().answer), .retryAfter = answer.error().answer.retryAfter};
}

Hub::Answer Hub::route(const HubRequest& request)
{
    const bool get = request.method == "GET", post = request.method == "POST";
    if (get && request.path == "/healthz")
        return healthz();
    if (get && request.path == "/metrics")
        return metrics();
    if (post && request.path == "/v1/enrol")
        return enrol(request);
    if (post && request.path == "/v1/hello")
        return hello(request);
    const std::string_view name = nameOfRoute(request.path);
    const bool known = post ? name == "/v1/push" || name == "/v1/found"
                            : get && (name == "/v1/pull" || name == "/v1/config" || name == "/v1/bundle" || name == "/v1/document");
    if (!known)
        return refuseCall(404, "notFound", "there is no such route");
    auto who = caller(request);
    if (!who)
        return std::unexpected(who.error());
    return serve(request, *who);
}

Hub::Answer Hub::serve(const HubRequest& request, const Caller& caller)
{
    const std::string_view path = request.path;
    if (path == "/v1/push") // also from a device whose right was withdrawn: nothing that was done is thrown away
        return push(request, caller);
    if (caller.revoked)
        return refuseCall(403, "revoked", "the device was revoked");
    if (path == "/v1/pull")
        return pull(request, caller);
    if (path == "/v1/found")
        return found(request, caller);
    if (path == "/v1/config")
        return config(request);
    return path.starts_with(bundlePath) ? bundle(path.substr(bundlePath.size())) : document(path.substr(documentPath.size()));
}

Hub::Answer Hub::healthz()
{
    if (auto head = m_store.head(); !head)
        return troubled(head.error());
    return HubResponse{.contentType = "text/plain", .body = "ok\n"};
}

Hub::Answer Hub::metrics()
{
    std::string text;
    for (const auto& [name, value] : m_counters)
        text += name + " " + std::to_string(value) + "\n";
    const auto head = m_store.head(), configHead = m_store.configHead(), quarantined = m_store.quarantined();
    for (const auto* value : {&head, &configHead, &quarantined})
        if (!*value)
            return troubled(value->error());
    text += "griddesk_stream_head " + std::to_string(*head) + "\n";
    text += "griddesk_config_head " + std::to_string(*configHead) + "\n";
    text += "griddesk_quarantined " + std::to_string(*quarantined) + "\n";
    return HubResponse{.contentType = "text/plain; version=0.0.4", .body = std::move(text)};
}

void Hub::count(const HubRequest& request, int status)
{
    ++m_counters["griddesk_requests_total{route=\"" + std::string(nameOfRoute(request.path)) + "\",status=\"" + std::to_string(status) + "\"}"];
}

} // namespace griddesk
