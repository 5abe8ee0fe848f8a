// SPDX-License-Identifier: GPL-3.0-or-later
#include "administration.h"
#include "server.h"

#include "models/wire/canonicaljson.h"

#include <cstdio>
#include <iostream>

using namespace griddesk;
using namespace griddesk::platform;

namespace {

int tell(const Error& error)
{
    std::cerr << "griddesk-platform: " << error.detail;
    if (!error.context.empty())
        std::cerr << " (" << error.context << ")";
    std::cerr << "\n";
    return error.code == ErrorCode::InvalidArgument ? 2 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    auto line = parseCommandLine({argv + 1, argv + argc});
    if (!line) {
        tell(line.error());
        std::cerr << "'griddesk-platform --help' tells the commands.\n";
        return 2;
    }
    if (line->help) {
        std::cout << helpText();
        return 0;
    }
    SystemRandom random;
    if (!line->words.empty() && line->words.front() == "new") {
        if (line->words.size() != 1 || !isIdentifier(line->stream))
            return tell({ErrorCode::InvalidArgument, "new wants --stream ID, the code of the sub-district", {}});
        if (auto made = Folder::create(line->data, line->stream, random); !made)
            return tell(made.error());
        std::cout << toCanonical(Value().set("data", line->data).set("stream", line->stream)) << "\n";
        return 0;
    }
    auto folder = Folder::open(line->data, line->stream);
    if (!folder)
        return tell(folder.error());
    if (line->words.empty()) {
        Hub hub(*folder->store, DeviceKey::fromSeed(folder->key.seed().clone()).value(), folder->stream, random);
        auto served = serve(hub, *line);
        return served ? 0 : tell(served.error());
    }
    auto answer = administer(*line, *folder, random);
    if (!answer)
        return tell(answer.error());
    std::cout << toCanonical(*answer) << "\n";
    return answer->boolOr("ok", true) ? 0 : 1;
}
