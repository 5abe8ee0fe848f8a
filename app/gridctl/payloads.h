// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "opening.h"

#include "models/core/operationtable.h"
#include "models/store/blobstore.h"

namespace griddesk::gridctl {

/// `NAME=TEXT` into a payload, read as the operation table types the field: numbers and flags are typed as text on a command
/// line, places, objects and lists as JSON (lists of units also with commas); words are taken as they stand, whatever they
/// begin with. Errors: usage.
[[nodiscard]] Result<void> setField(Value& payload, const OperationSpec& spec, const std::string& word);

/// Puts the file of `FILE[:before|after|other]` (other when unsaid) into the store of the profile and names it in the
/// payload's evidence. Errors: usage; those of the file.
[[nodiscard]] Result<void> addEvidence(Value& payload, const BlobStore& blobs, const std::string& word);

/// Whether the store has every file the payload's evidence names. Errors: UnknownReference.
[[nodiscard]] Result<void> checkEvidence(const Value& payload, const BlobStore& blobs);

} // namespace griddesk::gridctl
