// SPDX-License-Identifier: GPL-3.0-or-later
// Saving one operation durably: Submitter::submit() over the real outbox.db, log.db and store.db of a demo profile, beside
// one fdatasync() of a 4 KiB append on the same disk. Save and anchor alternate, so that both meet the same load.
#include "app/common/district.h"
#include "app/common/workspace.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <memory>
#include <string>
#include <unistd.h>
#include <utility>
#include <vector>

namespace {

using namespace griddesk;
using Clock = std::chrono::steady_clock;

constexpr int warmUps = 20;
constexpr int saves = 400;

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "save_bench: %s (%s)\n", result.error().detail.c_str(), result.error().context.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

Instant now()
{
    return std::chrono::time_point_cast<Milliseconds>(std::chrono::system_clock::now());
}

/// A folder of its own, removed at the end.
class Folder {
public:
    Folder() : m_path(std::filesystem::temp_directory_path() / ("griddesk-save-bench-" + std::to_string(getpid())))
    {
        std::filesystem::remove_all(m_path);
        std::filesystem::create_directories(m_path);
    }
    ~Folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(m_path, ignored);
    }
    Folder(const Folder&) = delete;
    Folder& operator=(const Folder&) = delete;
    [[nodiscard]] const std::filesystem::path& path() const noexcept { return m_path; }

private:
    std::filesystem::path m_path;
};

/// The anchor: what the disk takes for one durable append.
class Disk {
public:
    explicit Disk(const std::filesystem::path& file)
        : m_file(open(file.c_str(), O_CREAT | O_WRONLY | O_APPEND | O_CLOEXEC, 0600)), m_block(4096, 'x')
    {
    }
    ~Disk()
    {
        if (m_file >= 0)
            close(m_file);
    }
    Disk(const Disk&) = delete;
    Disk& operator=(const Disk&) = delete;
    [[nodiscard]] double append()
    {
        const auto begun = Clock::now();
        if (write(m_file, m_block.data(), m_block.size()) != static_cast<ssize_t>(m_block.size()) || fdatasync(m_file) != 0) {
            std::perror("save_bench: the disk");
            std::exit(1);
        }
        return secondsSince(begun);
    }

private:
    int m_file;
    std::string m_block;
};

Actor operatorOf(const Rules& rules)
{
    for (const auto& tenure : rules.tenures) {
        const auto post = rules.posts.find(tenure.post);
        if (post != rules.posts.end() && post->second.roles.has(Role::Operator) && tenure.valid.holds(now()))
            return Actor{tenure.account, tenure.post};
    }
    std::fprintf(stderr, "save_bench: the demo district has no operator\n");
    std::exit(1);
}

NewOperation report(const Rules& rules, GeoPoint place, int n)
{
    Value where;
    where.set("lonE7", std::int64_t{place.lonE7});
    where.set("latE7", std::int64_t{place.latE7});
    NewOperation operation{.caseId = {}, .kind = OperationKind::Report, .payload = {}, .pairId = {}};
    operation.payload.set("source", "hotline12345");
    operation.payload.set("category", rules.categories.begin()->first.text());
    operation.payload.set("title", "暴露垃圾");
    operation.payload.set("text", "有居民反映路口有成堆垃圾，已经持续三天，影响出行，希望尽快清理。");
    operation.payload.set("address", "示范路" + std::to_string(n) + "号");
    operation.payload.set("place", std::move(where));
    operation.payload.set("urgency", "ordinary");
    return operation;
}

double at(const std::vector<double>& sorted, int percent)
{
    return 1000 * sorted[std::min(sorted.size() - 1, sorted.size() * static_cast<std::size_t>(percent) / 100)];
}

/// `hold` in seconds. Held: durable in the outbox and shown, as the desk answers a saved form; the sending that follows is
/// not counted. 0: outbox, log and tables, as a case marked 特急.
void saveOne(benchmark::State& state)
{
    const Folder folder;
    const auto profile = folder.path() / "profile";
    must(Workspace::create(profile, must(loadDistrict("demo")), {}, now()));
    const auto workspace = must(Workspace::open(profile, WorkspaceOptions{.unlock = {}, .program = "save_bench", .threads = false}, now()));
    const auto rules = workspace->rules();
    const Actor actor = operatorOf(*rules);
    const GeoPoint place = centroid(workspace->places()->shapes().begin()->second);
    const Milliseconds hold = std::chrono::seconds{state.range(0)};
    Disk disk(folder.path() / "anchor");
    int n = 0;
    const auto save = [&] {
        return must(answerOf(workspace->write([&](DeskConnection& desk) -> Result<double> {
            auto operation = report(*rules, place, ++n);
            std::vector<NewOperation> drafts;
            drafts.push_back(std::move(operation));
            const Instant present = now();
            const auto begun = Clock::now();
            const auto saved = desk.submitter->submit(actor, std::move(drafts), present, hold);
            const double seconds = secondsSince(begun);
            if (!saved)
                return std::unexpected(saved.error());
            if (!saved->refusals.empty() || saved->unsent)
                return fail(ErrorCode::Refused, "the rules refused the report or it could not be sent");
            if (auto sent = desk.submitter->release(present, true); !sent)
                return std::unexpected(sent.error());
            return seconds;
        })));
    };
    for (int i = 0; i < warmUps; ++i) {
        benchmark::DoNotOptimize(save());
        benchmark::DoNotOptimize(disk.append());
    }
    std::vector<double> saved, synced;
    for (auto _ : state) {
        saved.push_back(save());
        synced.push_back(disk.append());
        state.SetIterationTime(saved.back());
    }
    std::ranges::sort(saved);
    std::ranges::sort(synced);
    state.counters["p50_ms"] = at(saved, 50);
    state.counters["p99_ms"] = at(saved, 99);
    state.counters["fdatasync_p50_ms"] = at(synced, 50);
    state.counters["fdatasync_p99_ms"] = at(synced, 99);
    state.counters["goal_ms"] = 3 * at(synced, 99) + 5;
    state.SetLabel(state.range(0) == 0 ? "sent at once" : "held");
}
BENCHMARK(saveOne)->Arg(8)->Arg(0)->Iterations(saves)->UseManualTime()->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
