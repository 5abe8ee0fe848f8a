// libs: GridDesk::Wire
// SPDX-License-Identifier: GPL-3.0-or-later
// Operation envelopes and hand-written JSON from hostile bytes: whatever is accepted has exactly one form.
#include "models/wire/canonicaljson.h"
#include "models/wire/envelope.h"
#include "models/wire/keyfile.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string_view>

using namespace griddesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto text = textOf({data, size});
    if (const auto value = fromCanonical(text); value && toCanonical(*value) != text)
        std::abort();
    if (const auto value = fromJson(text)) {
        const auto canonical = toCanonical(*value);
        if (const auto again = fromCanonical(canonical, {.bytes = 8 * 1024 * 1024}); !again || *again != *value)
            std::abort();
    }
    if (const auto sealed = readEnvelope(text); sealed && toCanonical(toValue(sealed->envelope)) != text)
        std::abort();
    if (const auto file = KeyFile::parse(text)) {
        if (const auto again = KeyFile::parse(file->serialise()); !again || again->wraps() != file->wraps())
            std::abort();
    }
    return 0;
}
