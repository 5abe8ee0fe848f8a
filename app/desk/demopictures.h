// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/common/democases.h"

#include "models/store/blobstore.h"

#include <vector>

namespace griddesk {

/// Draws the evidence pictures of the demo district (before and after: litter, a manhole, a pavement, bicycles, a tree, a lamp)
/// and puts them into the blobs. The drawings are our own. Errors: those of BlobStore::put(). Thread: any.
[[nodiscard]] Result<std::vector<DemoPicture>> makeDemoPictures(const BlobStore& blobs);

} // namespace griddesk
