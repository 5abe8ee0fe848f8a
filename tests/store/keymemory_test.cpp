// SPDX-License-Identifier: GPL-3.0-or-later
// What of a database's key is left in the memory of the program when the database is closed.
#include "models/store/migrations.h"
#include "models/store/storeschema.h"

#include "tempfolder.h"

#include <gtest/gtest.h>

#include <fcntl.h>
#include <sys/mman.h>
#include <unistd.h>

#include <array>
#include <cstring>
#include <fstream>
#include <sstream>

using namespace griddesk;
using namespace griddesk::test;

namespace {

constexpr std::uint8_t mask = 0xa5;

/// A key that stands nowhere in memory as it is, so that only copies made by others are found.
class Needle {
public:
    explicit Needle(const Secret& key)
    {
        for (std::size_t i = 0; i < m_masked.size(); ++i)
            m_masked[i] = key.bytes()[i] ^ mask;
    }
    [[nodiscard]] bool rawAt(const std::uint8_t* at) const
    {
        for (std::size_t i = 0; i < m_masked.size(); ++i)
            if ((at[i] ^ mask) != m_masked[i])
                return false;
        return true;
    }
    [[nodiscard]] bool hexAt(const std::uint8_t* at) const
    {
        constexpr const char* digits = "0123456789abcdef";
        for (std::size_t i = 0; i < m_masked.size(); ++i) {
            const auto byte = static_cast<std::uint8_t>(m_masked[i] ^ mask);
            if ((at[2 * i] | 0x20) != (digits[byte >> 4U] | 0x20) || (at[2 * i + 1] | 0x20) != (digits[byte & 15U] | 0x20))
                return false;
        }
        return true;
    }

private:
    std::array<std::uint8_t, Secret::size> m_masked{};
};

/// How often the key stands in what this program may write to, as bytes or as hexadecimal text.
int copiesOf(const Needle& needle)
{
    constexpr std::size_t piece = std::size_t{1} << 20U, overlap = 64;
    // Mapped for itself, so that it can be left out: it holds copies of everything else.
    auto* buffer = static_cast<std::uint8_t*>(::mmap(nullptr, piece + overlap, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0));
    const auto own = reinterpret_cast<std::uintptr_t>(buffer);
    const int memory = ::open("/proc/self/mem", O_RDONLY | O_CLOEXEC);
    EXPECT_TRUE(buffer != MAP_FAILED && memory >= 0);
    std::ifstream maps("/proc/self/maps");
    int found = 0;
    for (std::string line; std::getline(maps, line);) {
        std::istringstream words(line);
        std::uintptr_t from = 0, to = 0;
        char dash = 0;
        std::string rights;
        words >> std::hex >> from >> dash >> to >> rights;
        if (!rights.starts_with("rw"))
            continue;
        for (auto at = from; at < to; at += piece) {
            // The kernel may have joined our buffer with its neighbours.
            const auto got = ::pread(memory, buffer, std::min<std::size_t>(piece + overlap, to - at), static_cast<off_t>(at));
            for (std::ptrdiff_t i = 0; i + 64 <= got && i < static_cast<std::ptrdiff_t>(piece); ++i) {
                const auto place = at + static_cast<std::uintptr_t>(i);
                if (place + 64 > own && place < own + piece + overlap)
                    continue;
                found += needle.rawAt(buffer + i) ? 1 : 0;
                found += needle.hexAt(buffer + i) ? 1 : 0;
            }
        }
    }
    ::close(memory);
    ::munmap(buffer, piece + overlap);
    return found;
}

} // namespace

TEST(KeyMemory, AClosedDatabaseLeavesNoCopyOfItsKey)
{
    const TempFolder folder;
    SystemRandom random;
    Secret key = Secret::random(random);
    const Needle needle(key);
    ASSERT_TRUE(createDatabase(folder / "a.db", key, deskSchema()));
    {
        auto database = openDatabase(folder / "a.db", key, deskSchema(), OpenMode::ReadWrite);
        ASSERT_TRUE(database);
        EXPECT_GT(copiesOf(needle), 1) << "beside ours an open database has one of its own, and it is found";
    }
    key.wipe();
    EXPECT_EQ(copiesOf(needle), 0);
}
