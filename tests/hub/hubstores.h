// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hubstore.h"

#include <memory>

namespace griddesk::testing {

/// A fresh store of the platform. Which one, the program decides that a test is linked into: the same tests are built with
/// the store in memory and with the one on plain SQLite, because the latter must not be in one program with SQLCipher.
class StoreUnderTest {
public:
    virtual ~StoreUnderTest() = default;
    [[nodiscard]] virtual HubStore& store() = 0;
    /// As after a stop of the program: what was not committed is gone.
    virtual void reopen() = 0;
};

[[nodiscard]] std::unique_ptr<StoreUnderTest> makeStoreUnderTest(const char* stream = "990101001");

} // namespace griddesk::testing
