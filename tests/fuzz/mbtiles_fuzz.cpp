// libs: GridDesk::Tiles
// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/store/mbtilesarchive.h"

#include <sys/mman.h>
#include <unistd.h>

/// Any bytes as a base map file: opening and reading must end with a value or an error.
extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const int file = memfd_create("fuzz.mbtiles", MFD_CLOEXEC);
    if (file < 0)
        return 0;
    // The header is given, so that the fuzzer starts inside SQLite.
    static constexpr char head[16] = {'S', 'Q', 'L', 'i', 't', 'e', ' ', 'f', 'o', 'r', 'm', 'a', 't', ' ', '3', '\0'};
    const bool bare = size > 16 && data[0] == 'S';
    bool written = bare || write(file, head, sizeof head) == static_cast<ssize_t>(sizeof head);
    written = written && write(file, data, size) == static_cast<ssize_t>(size);
    if (written) {
        if (auto archive = griddesk::MbtilesArchive::open("/proc/self/fd/" + std::to_string(file))) {
            const auto& metadata = (*archive)->metadata();
            for (int zoom = metadata.minZoom; zoom <= metadata.maxZoom; ++zoom)
                static_cast<void>((*archive)->tile(zoom, 0, 0));
        }
    }
    close(file);
    return 0;
}
