// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/keystore.h"

#include <QString>

namespace griddesk {

/// One sentence for people on why the computer's key store was of no use, in the language of the program. Thread: GUI.
[[nodiscard]] QString keyStoreSentence(const KeyStoreFailure& failure);

} // namespace griddesk
