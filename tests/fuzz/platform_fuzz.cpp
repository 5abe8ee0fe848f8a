// libs: GridDesk::Hub
// SPDX-License-Identifier: GPL-3.0-or-later
// Requests of hostile callers, with and without a session: every answer is one that a desk can read, and nothing but the
// quarantine and the caller's own upload ever changes. The first byte chooses the route, the second whether there is a token.
#include "models/hub/hub.h"
#include "models/hub/memoryhubstore.h"
#include "models/wire/founding.h"
#include "models/wire/hash.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <string_view>

using namespace griddesk;

namespace {

struct Route {
    const char* method;
    std::string_view path;
    const char* parameter; ///< that the bytes are given as; nullptr: they are the body
};
constexpr std::array<Route, 9> routes{{{"POST", "/v1/push", nullptr},
                                       {"POST", "/v1/enrol", nullptr},
                                       {"POST", "/v1/hello", nullptr},
                                       {"POST", "/v1/found", nullptr},
                                       {"GET", "/v1/pull", "cursor"},
                                       {"GET", "/v1/pull", "limit"},
                                       {"GET", "/v1/config", "after"},
                                       {"GET", "/v1/bundle/", nullptr},
                                       {"POST", "/v1/found", "offset"}}};

void require(bool condition)
{
    if (!condition)
        std::abort();
}

/// Whether every line of a body is one that a desk reads.
template <typename Reader>
bool readable(std::string_view body, Reader&& read)
{
    const auto lines = splitLines(body, 10'000, 1024 * 1024);
    return lines && std::ranges::all_of(*lines, [&](std::string_view line) { return read(line).has_value(); });
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    if (size < 2)
        return 0;
    const std::string text(textOf({data + 2, size - 2}));
    (void)readFoundingLine(text);

    MemoryHubStore store;
    SeededRandom random(1);
    const auto key = DeviceKey::generate(random);
    const auto device = DeviceId::literal("desk-1");
    const auto account = AccountId::literal("u-op");
    const std::string token(64, 'a');
    const Instant now = instantFromMs(1'800'000'000'000);
    require(store.putEnrolled({.device = device, .account = account, .publicKey = key.publicKey(), .state = EnrolState::Approved, .code = {}, .letter = "A", .program = {}}).has_value());
    require(store.putSession({sha256(Bytes(*fromHex(token))), device, account, now + std::chrono::hours{1}}).has_value());
    Hub hub(store, DeviceKey::generate(random), "990101001", random, {.password = PasswordCost::least()});

    const Route& route = routes[data[0] % routes.size()];
    HubRequest request{.method = route.method, .path = std::string(route.path), .at = now};
    if (data[1] % 4 != 0)
        request.token = token;
    if (route.parameter != nullptr)
        request.query.emplace(route.parameter, text);
    else if (route.path.ends_with('/'))
        request.path += text;
    else
        request.body = text;
    if (data[1] % 2 == 1)
        request.query.emplace("commit", "1");

    const auto response = hub.handle(request);
    require(hub.trouble().empty());
    if (response.status != 200)
        require(response.status >= 400 && response.status < 500 && readProblemAnswer(response.body).has_value());
    else if (route.path == "/v1/push")
        require(readable(response.body, readPushedLine));
    else if (route.path == "/v1/pull")
        require(readable(response.body, readPulledLine));
    require(*store.head() == 0 && *store.configHead() == 0 && store.enrolledDevices()->size() == 1);
    return 0;
}
