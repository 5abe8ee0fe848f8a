// libs: GridDesk::StorePorts
// SPDX-License-Identifier: GPL-3.0-or-later
// Salvage files from hostile bytes: a line that is accepted has one written form; what is opened is one of our entries.
#include "models/store/outboxjournal.h"
#include "models/wire/random.h"

#include <cstddef>
#include <cstdint>
#include <cstdlib>

using namespace griddesk;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const std::string_view text = textOf({data, size});
    if (const auto sealed = readJournalLine(text); sealed && writeJournalLine(*sealed) != text)
        std::abort();
    SeededRandom random(1);
    const Secret key = Secret::random(random);
    const auto contents = readJournal(text, key);
    for (const auto& entry : contents.entries)
        if (entry.kind != JournalEntry::Kind::Counter && entry.id.empty())
            std::abort();
    return 0;
}
