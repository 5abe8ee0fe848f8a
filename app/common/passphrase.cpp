// SPDX-License-Identifier: GPL-3.0-or-later
#include "passphrase.h"

#include "models/store/durablefile.h"
#include "models/store/profilekeys.h"

#include <algorithm>

namespace griddesk {

Result<std::string> passphraseFrom(const std::filesystem::path& file)
{
    auto text = readWholeFile(file, 64 * 1024);
    if (!text)
        return text;
    std::string line = text->substr(0, text->find_first_of("\r\n"));
    if (line.empty())
        return fail(ErrorCode::MissingField, "the first line of the passphrase file is empty", file.string());
    return line;
}

bool needsPassphrase(const std::filesystem::path& folder)
{
    const ProfilePaths paths{folder};
    std::error_code ignored;
    if (!std::filesystem::exists(paths.keys(), ignored))
        return false;
    // A device.key that a change of the passphrase left behind opens nothing.
    const auto keys = readKeyFile(paths);
    const bool byFile = !keys || std::ranges::any_of(keys->wraps(), [](const KeyWrap& wrap) { return wrap.kind == KeyWrap::Kind::External; });
    return !byFile || !std::filesystem::exists(paths.deviceKey(), ignored);
}

} // namespace griddesk
