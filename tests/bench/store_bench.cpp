// SPDX-License-Identifier: GPL-3.0-or-later
// Tables, counters and search over a million cases in an encrypted store, and how fast rows are written, beside naive
// inserts into the same kind of file. The million is made once and kept in the temporary folder.
#include "models/store/caselists.h"
#include "models/store/casereader.h"
#include "models/store/casestatistics.h"
#include "models/store/projectionstore.h"
#include "models/store/searchindex.h"
#include "models/store/storeschema.h"
#include "models/store/transaction.h"

#include <benchmark/benchmark.h>

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <random>

namespace {

using namespace griddesk;
using Clock = std::chrono::steady_clock;

constexpr std::int64_t now = 1'770'000'000'000;
constexpr int pageSize = 1000;

int caseCount()
{
    const char* text = std::getenv("GRIDDESK_BENCH_CASES");
    return text != nullptr ? std::max(pageSize, std::atoi(text)) : 1'000'000;
}

Secret benchKey()
{
    SeededRandom random(7);
    return Secret::random(random);
}

/// A tenth of the cases is open, as in a district that has run for some years.
ProjectedCase caseAt(int n, int revision = 0)
{
    static const char* const titles[] = {"暴露垃圾", "路灯不亮", "井盖缺失", "占道经营", "违法停车", "道路破损", "噪音扰民", "绿化带破坏", "污水外溢", "乱贴小广告"};
    static const char* const streets[] = {"枫津路", "长江路", "苏茜路", "木渎街", "横塘路", "石湖路", "胥江路", "劳动路", "解放路", "重庆路"};
    static const char* const words[] = {"有居民反映", "门口", "夜间", "施工围挡旁", "一直没有人处理", "影响出行", "希望尽快解决", "位于小区东侧", "已经持续三天", "请安排人员查看"};
    std::mt19937 random(static_cast<unsigned>(n));
    const auto pick = [&](const auto& list) { return list[random() % std::size(list)]; };
    char id[40];
    std::snprintf(id, sizeof id, "0199%04x-%04x-7000-8000-%012x", n >> 16, n & 0xffff, n);
    CaseRow row{.id = CaseId::literal(id)};
    char number[40];
    std::snprintf(number, sizeof number, "2026-990101001-%07d", n);
    row.number = number;
    row.localNumber = "B-" + std::to_string(n);
    row.title = pick(titles);
    row.address = std::string(pick(streets)) + std::to_string(random() % 900) + "号";
    row.text = row.address;
    for (int i = 0; i < 7; ++i)
        row.text += std::string(pick(words)) + "，";
    row.text += row.title;
    row.source = n % 3 == 0 ? "hotline" : n % 3 == 1 ? "patrol" : "app";
    row.category = CategoryId::literal("c" + std::to_string(random() % 200));
    const auto cell = random() % 3000;
    row.cell = AreaCode::literal("990101" + std::to_string(100000000 + cell));
    row.grid = AreaCode::literal("g" + std::to_string(cell / 15));
    row.community = AreaCode::literal("m" + std::to_string(cell / 150));
    row.subdistrict = AreaCode::literal("990101");
    row.place = GeoPoint{1'205'000'000 + static_cast<int>(random() % 800'000), 313'000'000 + static_cast<int>(random() % 800'000)};
    row.reportedAt = instantFromMs(now - (caseCount() - n) * 120'000LL);
    row.changedAt = *row.reportedAt + Milliseconds(revision * 60'000);
    row.operations = 1 + revision;
    row.urgency = n % 50 == 0 ? Urgency::Critical : n % 11 == 0 ? Urgency::Urgent : Urgency::Ordinary;
    row.unit = UnitId::literal("u" + std::to_string(random() % 40));
    const bool open = random() % 10 == 0;
    row.stage = open ? static_cast<Stage>((random() + static_cast<unsigned>(revision)) % 9) : Stage::Archived;
    if (open) {
        row.due = instantFromMs(now + static_cast<std::int64_t>(random() % 1'000'000) * 1000 - 300'000'000);
        row.yellowAt = *row.due - Milliseconds(40'000'000);
        row.caseDue = row.due;
    } else {
        row.closedAt = *row.reportedAt + Milliseconds(86'400'000);
        row.caseDue = *row.reportedAt + Milliseconds(90'000'000);
    }
    Case state{.id = row.id};
    return ProjectedCase{std::move(row), std::move(state), false};
}

std::vector<ProjectedCase> page(int from, int count, int revision = 0)
{
    std::vector<ProjectedCase> cases;
    cases.reserve(static_cast<std::size_t>(count));
    for (int i = 0; i < count; ++i)
        cases.push_back(caseAt(from + i, revision));
    return cases;
}

template <typename T>
T must(Result<T> result)
{
    if (!result) {
        std::fprintf(stderr, "store_bench: %s (%s)\n", result.error().detail.c_str(), result.error().context.c_str());
        std::exit(1);
    }
    if constexpr (!std::is_void_v<T>)
        return std::move(*result);
}

/// Processor time of this thread: what the work costs when others use the machine as well.
double processorSeconds()
{
    timespec t{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &t);
    return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_nsec) / 1e9;
}

/// How long this thread has stood in the queue for a processor: time that a machine of one's own would not take. The time
/// it waited for the disk is not in it.
double queuedSeconds()
{
    std::ifstream file("/proc/thread-self/schedstat");
    double ran = 0, queued = 0;
    file >> ran >> queued;
    return queued / 1e9;
}

double secondsSince(Clock::time_point start)
{
    return std::chrono::duration<double>(Clock::now() - start).count();
}

/// The million, made on first use.
const std::filesystem::path& bigStore()
{
    static const std::filesystem::path file = [] {
        const auto folder = std::filesystem::temp_directory_path() / "griddesk-bench";
        std::filesystem::create_directories(folder);
        // Another schema is another file.
        std::size_t schema = 0;
        for (const auto& step : storeSchema().migrations)
            schema = schema * 31 + std::hash<std::string_view>{}(step.sql.text());
        auto target = folder / ("store-" + std::to_string(caseCount()) + "-" + std::to_string(schema % 1'000'000) + ".db");
        if (std::filesystem::exists(target))
            return target;
        auto growing = target;
        growing += ".growing";
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(growing.string() + suffix);
        const auto key = benchKey();
        must(createDatabase(growing, key, storeSchema()));
        {
            auto database = must(openDatabase(growing, key, storeSchema(), OpenMode::ReadWrite));
            ProjectionStore store(*database);
            SearchIndex index(*database);
            const auto started = Clock::now();
            double writing = 0;
            for (int from = 0; from < caseCount(); from += pageSize) {
                const auto cases = page(from, pageSize);
                const auto begun = Clock::now();
                must(store.project(cases, from + pageSize));
                writing += secondsSince(begun);
            }
            std::printf("made %d cases: %.0f rows/s into the store, ", caseCount(), caseCount() / writing);
            const auto indexing = Clock::now();
            while (must(index.indexSome(5000)) > 0) { }
            std::printf("%.0f texts/s into the index, %.0f s in all\n", caseCount() / secondsSince(indexing), secondsSince(started));
        }
        std::filesystem::rename(growing, target);
        return target;
    }();
    return file;
}

Database& reader()
{
    static const auto database = must(openDatabase(bigStore(), benchKey(), storeSchema(), OpenMode::QueryOnly));
    return *database;
}

CaseSelection queueOf(Queue queue)
{
    CaseSelection selection;
    selection.filter.queue = queue;
    return selection;
}

void openQueueFirstRows(benchmark::State& state)
{
    // A new connection each time: nothing is cached but by the system.
    for (auto _ : state) {
        const auto database = must(openDatabase(bigStore(), benchKey(), storeSchema(), OpenMode::QueryOnly));
        const auto keys = must(CaseLists(*database).keys(queueOf(static_cast<Queue>(state.range(0))), {}, instantFromMs(now), 60));
        benchmark::DoNotOptimize(must(CaseReader(*database).rows(keys)));
    }
}
BENCHMARK(openQueueFirstRows)->Arg(static_cast<int>(Queue::All))->Arg(static_cast<int>(Queue::Open))->Arg(static_cast<int>(Queue::Handling))
    ->Arg(static_cast<int>(Queue::Overdue))->Unit(benchmark::kMillisecond);

void wholeList(benchmark::State& state)
{
    std::size_t size = 0;
    for (auto _ : state)
        size = must(CaseLists(reader()).keys(queueOf(static_cast<Queue>(state.range(0))), {}, instantFromMs(now))).size();
    state.counters["cases"] = static_cast<double>(size);
}
BENCHMARK(wholeList)->Arg(static_cast<int>(Queue::All))->Arg(static_cast<int>(Queue::Open))->Arg(static_cast<int>(Queue::DueSoon))
    ->Unit(benchmark::kMillisecond);

void wholeListFiltered(benchmark::State& state)
{
    auto selection = queueOf(Queue::All);
    if (state.range(0) == 0)
        selection.filter.unit = UnitId::literal("u3");
    else
        selection.filter.area = AreaCode::literal("m7");
    std::size_t size = 0;
    for (auto _ : state)
        size = must(CaseLists(reader()).keys(selection, {}, instantFromMs(now))).size();
    state.counters["cases"] = static_cast<double>(size);
    state.SetLabel(state.range(0) == 0 ? "by unit" : "by community");
}
BENCHMARK(wholeListFiltered)->Arg(0)->Arg(1)->Unit(benchmark::kMillisecond);

void exactCounts(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(must(CaseLists(reader()).counts({}, instantFromMs(now))));
}
BENCHMARK(exactCounts)->Unit(benchmark::kMillisecond);

void jumpAnywhere(benchmark::State& state)
{
    const auto keys = must(CaseLists(reader()).keys(queueOf(Queue::All), {}, instantFromMs(now)));
    std::mt19937 random(1);
    for (auto _ : state) {
        const auto at = keys.begin() + random() % (keys.size() - 60);
        benchmark::DoNotOptimize(must(CaseReader(reader()).rows({at, at + 60})));
    }
}
BENCHMARK(jumpAnywhere)->Unit(benchmark::kMillisecond);

void searching(benchmark::State& state)
{
    const std::vector<std::string> queries = {"垃圾", "路灯", "枫津路", "长江路123号", "bllj", "cjl", "2026-990101001-0003217", "3217", "暴露垃圾 枫津", "小区东侧",
                                              "枫津路77号 垃圾", "不存在的词", "影响出行 噪音", "枫", "ldbl", "路灯 施工 长江路"};
    std::vector<std::pair<double, std::string>> times;
    std::size_t at = 0;
    for (auto _ : state) {
        const auto& query = queries[at++ % queries.size()];
        const auto begun = Clock::now();
        benchmark::DoNotOptimize(must(SearchIndex(reader()).search(query, 100)));
        times.emplace_back(secondsSince(begun) * 1000, query);
    }
    std::ranges::sort(times);
    state.counters["p50_ms"] = times[times.size() / 2].first;
    state.counters["p99_ms"] = times[times.size() * 99 / 100].first;
    state.SetLabel("slowest: " + times.back().second);
}
BENCHMARK(searching)->Iterations(320)->Unit(benchmark::kMillisecond);

void searchingByScan(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(must(reader().integer("SELECT count(*) FROM detail WHERE instr(row, ?) > 0", std::string("枫津路77号"))));
}
BENCHMARK(searchingByScan)->Iterations(1)->Unit(benchmark::kMillisecond);

void statisticsOfAll(benchmark::State& state)
{
    for (auto _ : state)
        benchmark::DoNotOptimize(must(CaseStatisticsReader(reader()).statistics(instantFromMs(now))));
}
BENCHMARK(statisticsOfAll)->Iterations(2)->Unit(benchmark::kMillisecond);

/// A small store of its own, so that the million stays as it is.
struct Scratch {
    Scratch()
    {
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(file.string() + suffix);
    }
    ~Scratch()
    {
        for (const char* suffix : {"", "-wal", "-shm"})
            std::filesystem::remove(file.string() + suffix);
    }
    std::filesystem::path file = std::filesystem::temp_directory_path() / "griddesk-bench-scratch.db";
};

constexpr int written = 100'000;

void writeRows(benchmark::State& state)
{
    for (auto _ : state) {
        state.PauseTiming();
        const Scratch scratch;
        const auto key = benchKey();
        must(createDatabase(scratch.file, key, storeSchema()));
        const auto database = must(openDatabase(scratch.file, key, storeSchema(), OpenMode::ReadWrite));
        ProjectionStore store(*database);
        const bool changing = state.range(0) == 1;
        double seconds = 0, processor = 0, queued = 0;
        for (int round = 0; round <= (changing ? 1 : 0); ++round)
            for (int from = 0; from < written; from += pageSize) {
                const auto cases = page(from, pageSize, round);
                const auto begun = Clock::now();
                const auto used = processorSeconds(), stood = queuedSeconds();
                must(store.project(cases, from));
                if (round == (changing ? 1 : 0)) {
                    seconds += secondsSince(begun);
                    processor += processorSeconds() - used;
                    queued += queuedSeconds() - stood;
                }
            }
        state.ResumeTiming();
        state.counters["rows_per_s"] = written / seconds;
        state.counters["rows_per_s_unqueued"] = written / (seconds - queued);
        state.counters["rows_per_cpu_s"] = written / processor;
    }
    state.SetLabel(state.range(0) == 1 ? "changed cases" : "new cases");
}
BENCHMARK(writeRows)->Arg(0)->Arg(1)->Iterations(1)->Unit(benchmark::kMillisecond);

constexpr Migration naiveSteps[] = {{1, "naive", "CREATE TABLE op (id TEXT PRIMARY KEY, kase TEXT, body TEXT); CREATE TABLE kase (id TEXT PRIMARY KEY,"
                                                 " stage INTEGER, unit TEXT, due INTEGER, title TEXT, text TEXT, address TEXT, number TEXT);"
                                                 " CREATE INDEX kase_stage ON kase(stage, due); CREATE INDEX kase_unit ON kase(unit);"}};
static_assert(inOrder(naiveSteps));

void writeRowsNaively(benchmark::State& state)
{
    constexpr Schema naive{"naive", 0x4E414956, naiveSteps, Durability::Normal, 2};
    for (auto _ : state) {
        state.PauseTiming();
        const Scratch scratch;
        const auto key = benchKey();
        must(createDatabase(scratch.file, key, naive));
        const auto database = must(openDatabase(scratch.file, key, naive, OpenMode::ReadWrite));
        double seconds = 0, processor = 0, queued = 0;
        for (int from = 0; from < written; from += pageSize) {
            const auto cases = page(from, pageSize);
            const auto begun = Clock::now();
            const auto used = processorSeconds(), stood = queuedSeconds();
            auto transaction = must(Transaction::begin(*database));
            for (const auto& c : cases) {
                must(database->run("INSERT INTO op VALUES (?, ?, ?)", "op-" + c.row.id.text(), c.row.id.text(), c.row.text));
                must(database->run("INSERT INTO kase VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET stage = excluded.stage",
                                   c.row.id.text(), static_cast<int>(c.row.stage), c.row.unit->text(), c.row.due ? msOf(*c.row.due) : 0, c.row.title,
                                   c.row.text, c.row.address, c.row.number));
            }
            must(transaction.commit());
            seconds += secondsSince(begun);
            processor += processorSeconds() - used;
            queued += queuedSeconds() - stood;
        }
        state.ResumeTiming();
        state.counters["rows_per_s"] = written / seconds;
        state.counters["rows_per_s_unqueued"] = written / (seconds - queued);
        state.counters["rows_per_cpu_s"] = written / processor;
    }
}
BENCHMARK(writeRowsNaively)->Iterations(1)->Unit(benchmark::kMillisecond);

} // namespace

BENCHMARK_MAIN();
