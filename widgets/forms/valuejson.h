// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/core/value.h"

#include <QByteArray>

#include <optional>

namespace griddesk {

/// A value as compact JSON, for drafts that stay on this machine; not the canonical form of the wire.
[[nodiscard]] QByteArray toDraftJson(const Value& value);
/// Absent for anything that is not an object written by toDraftJson(); nesting deeper than 16 is cut off.
[[nodiscard]] std::optional<Value> fromDraftJson(const QByteArray& json);

} // namespace griddesk
