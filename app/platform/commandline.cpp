// SPDX-License-Identifier: GPL-3.0-or-later
#include "commandline.h"

#include <algorithm>
#include <charconv>

namespace griddesk::platform {

namespace {

Result<void> readListen(CommandLine& line, const std::string& text)
{
    const auto colon = text.rfind(':');
    if (colon == std::string::npos)
        return fail(ErrorCode::InvalidArgument, "--listen wants HOST:PORT, for example 127.0.0.1:8420", text);
    line.host = text.substr(0, colon);
    if (line.host.starts_with('[') && line.host.ends_with(']'))
        line.host = line.host.substr(1, line.host.size() - 2);
    const std::string_view port = std::string_view(text).substr(colon + 1);
    unsigned number = 0;
    const auto [end, problem] = std::from_chars(port.data(), port.data() + port.size(), number);
    if (line.host.empty() || problem != std::errc{} || end != port.data() + port.size() || number > 65535)
        return fail(ErrorCode::InvalidArgument, "--listen wants HOST:PORT with a port up to 65535 (0 = any free one)", text);
    line.port = static_cast<std::uint16_t>(number);
    return {};
}

} // namespace

Result<CommandLine> parseCommandLine(const std::vector<std::string>& words)
{
    CommandLine line;
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string word = words[i];
        if (word == "--help" || word == "-h" || word == "help") {
            line.help = true;
            continue;
        }
        if (!word.starts_with("--")) {
            line.words.push_back(std::move(word));
            continue;
        }
        std::string value;
        if (const auto equals = word.find('='); equals != std::string::npos) {
            value = word.substr(equals + 1);
            word.resize(equals);
        } else if (i + 1 < words.size()) {
            value = words[++i];
        } else {
            return fail(ErrorCode::InvalidArgument, "an option without its value", word);
        }
        if (word == "--data")
            line.data = value;
        else if (word == "--listen") {
            if (auto read = readListen(line, value); !read)
                return std::unexpected(read.error());
        } else if (word == "--tls-certificate")
            line.certificate = value;
        else if (word == "--tls-key")
            line.key = value;
        else if (word == "--stream")
            line.stream = value;
        else if (word == "--password-file")
            line.passwordFile = value;
        else
            return fail(ErrorCode::InvalidArgument, "an unknown option", word);
    }
    if (line.help)
        return line;
    if (line.data.empty())
        return fail(ErrorCode::InvalidArgument, "--data DIR says where the platform keeps its files");
    if (line.certificate.empty() != line.key.empty())
        return fail(ErrorCode::InvalidArgument, "--tls-certificate and --tls-key go together");
    if (line.words.empty() && line.certificate.empty() && !isLoopback(line.host))
        return fail(ErrorCode::InvalidArgument, "without --tls-certificate and --tls-key only a loopback address is listened on", line.host);
    return line;
}

bool isLoopback(std::string_view host) noexcept { return host == "localhost" || host == "::1" || host.starts_with("127."); }

const char* helpText() noexcept
{
    return R"(griddesk-platform: the district platform that desks sync with

  griddesk-platform --data DIR new --stream ID   make the folder: keys, an empty stream (the code of the sub-district)
  griddesk-platform --data DIR [--listen HOST:PORT] [--tls-certificate FILE --tls-key FILE]
                                                 serve until SIGTERM (default 127.0.0.1:8420; port 0 = any free one)
  griddesk-platform --data DIR password ACCOUNT --password-file FILE
  griddesk-platform --data DIR devices           every device: account, state, code, last word
  griddesk-platform --data DIR approve CODE      let in the device that shows this code
  griddesk-platform --data DIR refuse CODE
  griddesk-platform --data DIR revoke DEVICE     no more data; what it still pushes is kept apart
  griddesk-platform --data DIR publish FILE [DOCUMENT …]   rules (and the documents they name) for every desk
  griddesk-platform --data DIR check             look through the file for damage

Answers are JSON on standard output, errors one sentence on standard error (exit status 1; wrong usage 2). The commands
may be used while the platform serves. With several streams in one folder --stream ID says which.
)";
}

} // namespace griddesk::platform
