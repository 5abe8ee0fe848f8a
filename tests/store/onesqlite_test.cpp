// SPDX-License-Identifier: GPL-3.0-or-later
// Two copies of SQLite in one process break each other's file locks; this program must have loaded exactly one.
#include "models/store/database.h"

#include <gtest/gtest.h>

#include <fstream>
#include <set>
#include <string>

namespace griddesk::test {
namespace {

TEST(LoadedLibraries, holdExactlyOneSqliteAndItIsTheEncryptingOne)
{
    std::ifstream maps("/proc/self/maps");
    std::set<std::string> engines;
    for (std::string line; std::getline(maps, line);)
        for (const auto* name : {"libsqlcipher.so", "libsqlite3.so"})
            if (line.contains(name))
                engines.insert(name);
    EXPECT_EQ(engines, std::set<std::string>{"libsqlcipher.so"});
}

} // namespace
} // namespace griddesk::test
