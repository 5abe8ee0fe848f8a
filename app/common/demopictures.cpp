// SPDX-License-Identifier: GPL-3.0-or-later
#include "demopictures.h"

#include "models/store/durablefile.h"

#include <algorithm>
#include <set>

namespace griddesk {

namespace {

constexpr std::uintmax_t largestPicture = 4U << 20U;

} // namespace

Result<std::vector<DemoPicture>> storeDemoPictures(const std::filesystem::path& folder, const BlobStore& blobs)
{
    std::set<std::filesystem::path> files; // in a fixed order, so that a seed gives the same demo
    std::error_code error;
    for (std::filesystem::directory_iterator it(folder, error), end; !error && it != end; it.increment(error))
        files.insert(it->path());
    std::vector<DemoPicture> pictures;
    for (const auto& file : files) {
        const auto name = file.filename().string();
        const bool after = name.ends_with("-after.png");
        if (!after && !name.ends_with("-before.png"))
            continue;
        auto bytes = readWholeFile(file, largestPicture);
        if (!bytes)
            return std::unexpected(bytes.error());
        auto content = blobs.put(*bytes);
        if (!content)
            return std::unexpected(content.error());
        pictures.push_back(DemoPicture{content->sha256.hex(), "image/png", content->size, after});
    }
    if (std::ranges::count(pictures, true, &DemoPicture::after) == 0 || std::ranges::count(pictures, false, &DemoPicture::after) == 0)
        return fail(ErrorCode::MissingField, "the demo has no pictures from before and after", folder.string());
    return pictures;
}

} // namespace griddesk
