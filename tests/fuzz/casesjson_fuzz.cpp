// libs: GridDesk::Exchange
// SPDX-License-Identifier: GPL-3.0-or-later
// JSON lists of cases from hostile bytes: every record is counted exactly once, and the same bytes give the same account
// however they arrive.
#include "models/exchange/caseimport.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>

using namespace griddesk;

namespace {

MappingProfile profile()
{
    MappingProfile out;
    out.platform = "fuzz";
    out.form = CaseForm::Json;
    out.timeFormats = {"iso8601"};
    out.outsideNumber = {"id"};
    out.opened = {"opened"};
    out.longitude = {"lon"};
    out.latitude = {"lat"};
    out.categoryPath = {{"type"}};
    out.required = {"outsideNumber"};
    return out;
}

/// Gives the bytes one at a time.
class Drip final : public ByteSource {
public:
    Drip(const char* data, std::size_t size) : ByteSource("fuzz"), m_data(data), m_size(size) {}
    Result<std::size_t> read(std::span<char> out) override
    {
        if (out.empty() || m_at == m_size)
            return std::size_t{0};
        out[0] = m_data[m_at++];
        return std::size_t{1};
    }
    std::uint64_t consumed() const noexcept override { return m_at; }
    std::optional<std::uint64_t> total() const noexcept override { return m_size; }

private:
    const char* m_data;
    std::size_t m_size;
    std::size_t m_at = 0;
};

Result<ImportReport> account(ByteSource& source)
{
    const ImportOptions options{.limits = {.fieldBytes = 64, .rowBytes = 256, .columns = 8}, .progressRows = 10, .maximumRows = 10'000};
    std::uint64_t records = 0;
    auto report = importCases(
        source, profile(),
        [&](AdoptRecord&& record) -> Result<RowAnswer> {
            ++records;
            if (record.outsideNumber.empty() || record.recordHash.size() != 64)
                std::abort();
            return RowAnswer{};
        },
        {}, options);
    if (report && (report->rows != report->imported + report->unchanged + report->rejected || report->imported != records))
        std::abort();
    return report;
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto* bytes = reinterpret_cast<const char*>(data);
    if (size >= 2 && bytes[0] == '\x1f' && bytes[1] == '\x8b')
        return 0; // gzip is the business of another target, and the drip does not unpack
    auto block = memoryByteSource(std::string(bytes, size), "fuzz", {.maximumBytes = 1 << 20});
    Drip drip(bytes, size);
    const auto whole = account(*block);
    const auto parts = account(drip);
    if (whole.has_value() != parts.has_value())
        std::abort();
    if (whole ? whole->toValue() != parts->toValue() : whole.error().detail != parts.error().detail)
        std::abort();
    return 0;
}
