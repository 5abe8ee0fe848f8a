// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace griddesk {

/// Prepares the cryptography library before its first use; cheap afterwards, any thread. Stops the program when the
/// machine offers no randomness at all, because nothing could be kept secret then.
void requireSodium() noexcept;

} // namespace griddesk
