// SPDX-License-Identifier: GPL-3.0-or-later
#include "server.h"

#include "hubthread.h"
#include "requestlog.h"

#include "models/wire/canonicaljson.h"

#include <drogon/HttpAppFramework.h>
#include <drogon/HttpResponse.h>
#include <drogon/WebSocketConnection.h>
#include <drogon/WebSocketController.h>

#include <arpa/inet.h>
#include <netdb.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cstdio>
#include <fstream>
#include <set>

namespace griddesk::platform {

namespace {

constexpr std::size_t largestBody = std::size_t{9} * 1024 * 1024; ///< a piece of a founding upload and its head
constexpr std::size_t mostConnections = 4096;
constexpr std::size_t mostListeners = 4096;
constexpr std::chrono::seconds idle{75}; ///< more than two polls of a desk

Instant now() { return std::chrono::floor<Milliseconds>(std::chrono::system_clock::now()); }

std::string bearer(const drogon::HttpRequestPtr& request)
{
    constexpr std::string_view scheme = "Bearer ";
    const std::string& header = request->getHeader("authorization");
    return header.starts_with(scheme) && header.size() <= scheme.size() + 256 ? header.substr(scheme.size()) : std::string{};
}

HubRequest requestOf(const drogon::HttpRequestPtr& request)
{
    HubRequest result{.method = request->methodString(), .path = request->path(), .token = bearer(request), .contentType = request->getHeader("content-type"), .at = now()};
    // The query only: Drogon mixes form bodies into the parameters, and a body is never a form here.
    for (std::string_view rest = request->query(); !rest.empty();) {
        const auto end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest.remove_prefix(end == std::string_view::npos ? rest.size() : end + 1);
        const auto equals = pair.find('=');
        if (equals != std::string_view::npos && result.query.size() < 16)
            result.query.emplace(pair.substr(0, equals), pair.substr(equals + 1));
    }
    result.body = request->bodyData() != nullptr ? std::string(request->bodyData(), request->bodyLength()) : std::string{};
    return result;
}

drogon::HttpResponsePtr responseOf(HubResponse&& answer)
{
    auto response = drogon::HttpResponse::newHttpResponse();
    response->setStatusCode(static_cast<drogon::HttpStatusCode>(answer.status));
    response->setContentTypeString(answer.contentType);
    response->setBody(std::move(answer.body));
    if (answer.retryAfter)
        response->addHeader("Retry-After", std::to_string(*answer.retryAfter));
    response->addHeader("Cache-Control", "no-store");
    return response;
}

/// Who wants to be told that the stream has grown.
class Listeners {
public:
    bool add(const drogon::WebSocketConnectionPtr& connection)
    {
        const std::scoped_lock lock(m_mutex);
        return m_all.size() < mostListeners && m_all.insert(connection).second;
    }
    void remove(const drogon::WebSocketConnectionPtr& connection)
    {
        const std::scoped_lock lock(m_mutex);
        m_all.erase(connection);
    }
    void poke(const std::string& text)
    {
        const std::scoped_lock lock(m_mutex);
        for (const auto& connection : m_all)
            connection->send(text);
    }

private:
    std::mutex m_mutex;
    std::set<drogon::WebSocketConnectionPtr> m_all;
};

/// GET /v1/live: pokes `{"head":N,"stream":ID}` and nothing else; a lost one costs a desk at most its next poll.
class LiveController final : public drogon::WebSocketController<LiveController, false> {
public:
    LiveController(HubThread& hub, Listeners& listeners) : m_hub(hub), m_listeners(listeners) {}

    void handleNewConnection(const drogon::HttpRequestPtr& request, const drogon::WebSocketConnectionPtr& connection) override
    {
        // Whoever may ask for the configuration may know how long the stream is.
        HubRequest question{.method = "GET", .path = "/v1/config", .query = {{"after", "9007199254740991"}}, .token = bearer(request), .at = now()};
        m_hub.ask(std::move(question), [this, connection](const HubRequest&, const HubResponse& answer) {
            if (answer.status != 200 || !m_listeners.add(connection))
                connection->shutdown(drogon::CloseCode::kViolation);
        });
    }
    void handleNewMessage(const drogon::WebSocketConnectionPtr&, std::string&&, const drogon::WebSocketMessageType&) override {} // nobody is listened to here
    void handleConnectionClosed(const drogon::WebSocketConnectionPtr& connection) override { m_listeners.remove(connection); }

    WS_PATH_LIST_BEGIN
    WS_PATH_ADD("/v1/live");
    WS_PATH_LIST_END

private:
    HubThread& m_hub;
    Listeners& m_listeners;
};

/// Drogon ends the process when it cannot listen; so the address is tried before. Gives the port, a free one for 0.
Result<std::uint16_t> tryAddress(const CommandLine& line)
{
    addrinfo hints{};
    hints.ai_family = AF_UNSPEC;
    hints.ai_socktype = SOCK_STREAM;
    hints.ai_flags = AI_PASSIVE | AI_NUMERICHOST | AI_NUMERICSERV;
    const std::string host = line.host == "localhost" ? "127.0.0.1" : line.host;
    addrinfo* found = nullptr;
    if (::getaddrinfo(host.c_str(), std::to_string(line.port).c_str(), &hints, &found) != 0)
        return fail(ErrorCode::InvalidArgument, "--listen wants an address of this machine in figures", line.host);
    const int probe = ::socket(found->ai_family, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(probe, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);
    const bool bound = probe >= 0 && ::bind(probe, found->ai_addr, found->ai_addrlen) == 0 && ::listen(probe, 1) == 0;
    const std::string problem = bound ? std::string{} : std::strerror(errno);
    sockaddr_storage address{};
    socklen_t length = sizeof address;
    ::getsockname(probe, reinterpret_cast<sockaddr*>(&address), &length);
    ::freeaddrinfo(found);
    ::close(probe);
    if (!bound)
        return fail(ErrorCode::Io, problem, line.host + ":" + std::to_string(line.port));
    return ntohs(address.ss_family == AF_INET6 ? reinterpret_cast<sockaddr_in6&>(address).sin6_port : reinterpret_cast<sockaddr_in&>(address).sin_port);
}

Result<void> tryFile(const std::string& file)
{
    if (file.empty() || std::ifstream(file).good())
        return {};
    return fail(ErrorCode::FileNotReadable, "the TLS file cannot be read", file);
}

} // namespace

Result<void> serve(Hub& hub, const CommandLine& line)
{
    for (const auto& file : {line.certificate, line.key})
        if (auto tried = tryFile(file); !tried)
            return tried;
    auto port = tryAddress(line);
    if (!port)
        return std::unexpected(port.error());
    auto head = hub.head();
    if (!head)
        return std::unexpected(head.error());

    Listeners listeners;
    std::atomic<std::int64_t> told{*head};
    HubThread thread(hub);
    auto& app = drogon::app();
    app.setLogLevel(trantor::Logger::kWarn);
    app.setThreadNum(2);
    app.setClientMaxBodySize(largestBody);
    app.setClientMaxMemoryBodySize(largestBody); // nothing of a request touches a temporary file
    app.setClientMaxWebSocketMessageSize(1024);
    app.setMaxConnectionNum(mostConnections);
    app.setIdleConnectionTimeout(static_cast<std::size_t>(idle.count()));
    app.setServerHeaderField("griddesk-platform");
    app.setGzipStatic(false).setBrStatic(false).enableGzip(true);
    app.setDocumentRoot("/nonexistent"); // no file is ever served
    app.addListener(line.host == "localhost" ? "127.0.0.1" : line.host, *port, !line.certificate.empty(), line.certificate, line.key);
    app.registerController(std::make_shared<LiveController>(thread, listeners));
    app.setDefaultHandler([&](const drogon::HttpRequestPtr& request, std::function<void(const drogon::HttpResponsePtr&)>&& callback) {
        const auto begun = std::chrono::steady_clock::now();
        thread.ask(requestOf(request), [&, begun, callback = std::move(callback)](const HubRequest& asked, HubResponse answer) {
            const bool moved = answer.headMoved;
            logRequest(asked, answer, std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::steady_clock::now() - begun),
                       answer.status >= 500 ? std::string_view(hub.trouble()) : std::string_view{});
            callback(responseOf(std::move(answer)));
            if (!moved)
                return;
            if (auto length = hub.head(); length && told.exchange(*length) != *length) // on the hub's thread
                listeners.poke(toCanonical(Value().set("head", *length).set("stream", hub.stream())));
        });
    });
    app.setTermSignalHandler([] { drogon::app().quit(); });
    app.setIntSignalHandler([] { drogon::app().quit(); });
    app.registerBeginningAdvice([&] {
        const std::string text = toCanonical(Value().set("listening", line.host + ":" + std::to_string(*port)).set("stream", hub.stream())) + "\n";
        std::fwrite(text.data(), 1, text.size(), stdout);
        std::fflush(stdout);
        logEvent("started", line.certificate.empty() ? "plain, loopback only" : "TLS");
    });
    app.run();
    logEvent("stopped", {});
    return {};
}

} // namespace griddesk::platform
