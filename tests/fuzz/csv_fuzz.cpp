// libs: GridDesk::Exchange
// SPDX-License-Identifier: GPL-3.0-or-later
// CSV of cases from hostile bytes: every row is counted exactly once.
#include "models/exchange/caseimport.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace griddesk;

namespace {

MappingProfile profile(bool chinese)
{
    MappingProfile out;
    out.platform = "fuzz";
    out.encoding = chinese ? TextEncoding::Gb18030 : TextEncoding::Utf8;
    out.timeFormats = {"iso8601", "%m/%d/%Y %I:%M:%S %p"};
    out.outsideNumber = {"id"};
    out.opened = {"opened"};
    out.closed = {"closed"};
    out.longitude = {"lon"};
    out.latitude = {"lat"};
    out.categoryPath = {{"type"}};
    out.required = {"outsideNumber"};
    return out;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const ImportOptions options{.limits = {.fieldBytes = 64, .rowBytes = 256, .columns = 16}, .progressRows = 10, .maximumRows = 10'000};
    for (const bool chinese : {false, true}) {
        auto source = memoryByteSource(std::string(reinterpret_cast<const char*>(data), size), "fuzz", {.maximumBytes = 1 << 20});
        std::uint64_t records = 0;
        const auto report = importCases(
            *source, profile(chinese),
            [&](AdoptRecord&& record) -> Result<RowAnswer> {
                ++records;
                if (record.outsideNumber.empty() || record.recordHash.size() != 64)
                    std::abort();
                return RowAnswer{};
            },
            {}, options);
        if (report && (report->rows != report->imported + report->unchanged + report->rejected || report->imported != records))
            std::abort();
    }
    return 0;
}
