// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target without libFuzzer: every seed of a folder, then a fixed number of seeded mutations of the seeds.
#include <algorithm>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <random>
#include <string>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

constexpr std::size_t maximumInput = 4096;

using Bytes = std::vector<std::uint8_t>;

std::vector<Bytes> seeds(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> paths;
    std::error_code ignored;
    for (const auto& entry : std::filesystem::directory_iterator(folder, ignored))
        paths.push_back(entry.path());
    std::ranges::sort(paths);
    std::vector<Bytes> out{{}};
    for (const auto& path : paths) {
        std::ifstream in(path, std::ios::binary);
        out.emplace_back(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    }
    return out;
}

void mutate(Bytes& bytes, const std::vector<Bytes>& all, std::mt19937& random)
{
    const auto below = [&](std::size_t n) { return n == 0 ? std::size_t{0} : static_cast<std::size_t>(random()) % n; };
    for (std::size_t round = 1 + below(6); round > 0; --round) {
        const std::size_t at = below(bytes.size());
        switch (random() % 6) {
        case 0:
            if (!bytes.empty())
                bytes[at] = static_cast<std::uint8_t>(bytes[at] ^ (1U << (random() % 8)));
            break;
        case 1:
            if (!bytes.empty())
                bytes[at] = static_cast<std::uint8_t>(random());
            break;
        case 2: bytes.insert(bytes.begin() + static_cast<std::ptrdiff_t>(at), static_cast<std::uint8_t>("\"',\n\r{}[]\0\xFF"[random() % 11])); break;
        case 3:
            if (!bytes.empty())
                bytes.erase(bytes.begin() + static_cast<std::ptrdiff_t>(at),
                            bytes.begin() + static_cast<std::ptrdiff_t>(std::min(bytes.size(), at + 1 + below(16))));
            break;
        case 4: bytes.resize(at); break;
        default: {
            const Bytes& other = all[below(all.size())];
            const std::size_t from = below(other.size());
            bytes.resize(at);
            bytes.insert(bytes.end(), other.begin() + static_cast<std::ptrdiff_t>(from), other.end());
        }
        }
    }
    if (bytes.size() > maximumInput)
        bytes.resize(maximumInput);
}

} // namespace

int main(int count, char** arguments)
{
    if (count < 3) {
        std::fputs("usage: TARGET CORPUS_FOLDER MUTATIONS\n", stderr);
        return 2;
    }
    const auto all = seeds(arguments[1]);
    for (const auto& bytes : all)
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    std::mt19937 random(20260214);
    const long mutations = std::strtol(arguments[2], nullptr, 10);
    for (long i = 0; i < mutations; ++i) {
        Bytes bytes = all[static_cast<std::size_t>(random()) % all.size()];
        mutate(bytes, all, random);
        LLVMFuzzerTestOneInput(bytes.data(), bytes.size());
    }
    std::printf("%zu seeds, %ld mutations\n", all.size(), mutations);
    return 0;
}
