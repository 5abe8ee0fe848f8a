// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "democases.h"

#include "models/store/blobstore.h"

#include <filesystem>
#include <vector>

namespace griddesk {

/// Puts the evidence pictures of a demo district into the blobs: every NAME-before.png and NAME-after.png of the folder, in
/// the order of their names. Errors: MissingField when there is no pair of them; those of the files and of BlobStore::put(). Thread: any.
[[nodiscard]] Result<std::vector<DemoPicture>> storeDemoPictures(const std::filesystem::path& folder, const BlobStore& blobs);

} // namespace griddesk
