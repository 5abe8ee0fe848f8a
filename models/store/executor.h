// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "database.h"
#include "workqueue.h"

#include <QFuture>
#include <QPromise>

#include <atomic>
#include <exception>
#include <memory>
#include <thread>
#include <type_traits>
#include <utility>
#include <vector>

namespace griddesk {

/// The one way to reach a store from outside its threads: `write(f)` on the single writer thread, `read(f)` on one of the
/// reader threads, each with connections of its own. `f(Connection&) -> Result<T>` or `f(Connection&, const CancelToken&)`;
/// an exception in it becomes an Error. Calling read() and write() is allowed from any thread and never waits; nothing
/// here spins an event loop. Writes run one after the other in the order given (per priority).
///
/// Cancelling: by the token given (the future then holds ErrorCode::Cancelled), or by QFuture::cancel() (the future then
/// holds no result, as Qt has it). A write that has committed is never cancelled. Telling late answers from current ones
/// is the caller's, by a generation number.
///
/// The destructor does every write already given, answers reads with Cancelled, running ones too, and joins the threads.
///
/// Connection is Database, or a struct of several with an overload `void setCancel(Connection&, CancelToken)`.
template <typename Connection>
class BasicExecutor {
public:
    /// Threads: one for the writer, one for each reader (at least one). With more than one reader the first never takes background
    /// work, so that somebody at the screen does not wait for a statistic.
    BasicExecutor(std::unique_ptr<Connection> writer, std::vector<std::unique_ptr<Connection>> readers)
        : m_writer(std::move(writer)), m_readers(std::move(readers))
    {
        m_threads.emplace_back([this] { work(m_writes, false, *m_writer); });
        for (std::size_t i = 0; i < m_readers.size(); ++i)
            m_threads.emplace_back([this, i, only = i == 0 && m_readers.size() > 1] { work(m_reads, only, *m_readers[i]); });
    }
    /// Inline: everything runs at once on the calling thread and futures are finished when they are returned. For
    /// gridctl, simulators and tests.
    struct Inline {};
    BasicExecutor(Inline, std::unique_ptr<Connection> writer, std::unique_ptr<Connection> reader) : m_writer(std::move(writer))
    {
        m_readers.push_back(std::move(reader));
    }
    BasicExecutor(const BasicExecutor&) = delete;
    BasicExecutor& operator=(const BasicExecutor&) = delete;
    ~BasicExecutor()
    {
        m_closing = true;
        m_writes.close();
        m_reads.close();
        m_threads.clear(); // joins
    }

    template <typename F>
    auto write(F f, Priority priority = Priority::Interactive, CancelToken cancel = {})
    {
        return submit(std::move(f), m_writes, priority, std::move(cancel), true);
    }
    template <typename F>
    auto read(F f, Priority priority = Priority::Interactive, CancelToken cancel = {})
    {
        return submit(std::move(f), m_reads, priority, std::move(cancel), false);
    }
    [[nodiscard]] bool isInline() const noexcept { return m_threads.empty(); }

private:
    template <typename F>
    static auto call(F& f, Connection& connection, const CancelToken& cancel)
    {
        if constexpr (std::is_invocable_v<F&, Connection&, const CancelToken&>)
            return f(connection, cancel);
        else
            return f(connection);
    }
    template <typename F>
    using ResultOf = decltype(call(std::declval<F&>(), std::declval<Connection&>(), std::declval<const CancelToken&>()));

    template <typename R, typename F>
    static R guarded(F& f, Connection& connection, const CancelToken& cancel)
    {
        if (cancel.cancelled())
            return fail(ErrorCode::Cancelled, "cancelled before it began");
        setCancel(connection, cancel);
        R result = [&]() -> R {
            try {
                return call(f, connection, cancel);
            } catch (const std::exception& e) {
                return fail(ErrorCode::Database, std::string("exception in a store job: ") + e.what());
            } catch (...) {
                return fail(ErrorCode::Database, "unknown exception in a store job");
            }
        }();
        setCancel(connection, {});
        return result;
    }

    template <typename F>
    auto submit(F f, WorkQueue<Connection>& queue, Priority priority, CancelToken cancel, bool writing) -> QFuture<ResultOf<F>>
    {
        using R = ResultOf<F>;
        auto promise = std::make_shared<QPromise<R>>();
        promise->start();
        auto future = promise->future();
        CancelToken both([this, promise, cancel = std::move(cancel), writing] {
            return promise->isCanceled() || cancel.cancelled() || (!writing && m_closing);
        });
        auto job = [this, promise, both = std::move(both), f = std::make_shared<F>(std::move(f)), writing](Connection& connection) {
            if (writing || !m_closing)
                promise->addResult(guarded<R>(*f, connection, both));
            else
                promise->addResult(R(fail(ErrorCode::Cancelled, "the store is closing")));
            promise->finish();
        };
        if (isInline())
            job(writing ? *m_writer : *m_readers.front());
        else
            queue.push(std::move(job), priority);
        return future;
    }

    void work(WorkQueue<Connection>& queue, bool interactiveOnly, Connection& connection)
    {
        while (auto job = queue.pop(interactiveOnly))
            (*job)(connection);
    }

    std::unique_ptr<Connection> m_writer;
    std::vector<std::unique_ptr<Connection>> m_readers;
    WorkQueue<Connection> m_writes, m_reads;
    std::atomic<bool> m_closing = false;
    std::vector<std::jthread> m_threads;
};

using Executor = BasicExecutor<Database>;

} // namespace griddesk
