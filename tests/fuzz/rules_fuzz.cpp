// libs: GridDesk::Wire
// SPDX-License-Identifier: GPL-3.0-or-later
// Rule bundles from hostile bytes: whatever is accepted is sound and has one written form.
#include "models/core/rulescheck.h"
#include "models/core/rulesreader.h"
#include "models/wire/bytes.h"
#include "models/wire/canonicaljson.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace griddesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto value = fromJson(textOf({data, size}));
    if (!value)
        return 0;
    const auto rules = readRules(*value);
    if (!rules)
        return 0;
    if (!checkRules(*rules, RulesOrder::of(*rules)))
        std::abort();
    const auto written = writeRules(*rules);
    const auto again = readRules(written);
    if (!again || writeRules(*again) != written)
        std::abort();
    return 0;
}
