// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <optional>

namespace griddesk {

/// Who waits for the answer.
enum class Priority : std::uint8_t {
    Interactive, ///< somebody at the screen
    Background,  ///< statistics, indexing: runs when nothing interactive waits
};

/// The jobs waiting for a group of threads that own a Connection each: first come, first served within a priority.
/// Thread: any.
template <typename Connection>
class WorkQueue {
public:
    using Job = std::function<void(Connection&)>;

    void push(Job job, Priority priority)
    {
        {
            const std::lock_guard lock(m_mutex);
            (priority == Priority::Interactive ? m_interactive : m_background).push_back(std::move(job));
        }
        m_wake.notify_all();
    }
    /// Waits for a job; nothing once closed and empty. With `interactiveOnly` background jobs are left to others.
    [[nodiscard]] std::optional<Job> pop(bool interactiveOnly)
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            if (!m_interactive.empty())
                return take(m_interactive);
            if (!interactiveOnly && !m_background.empty())
                return take(m_background);
            if (m_closed)
                return std::nullopt;
            m_wake.wait(lock);
        }
    }
    /// No new waiting: pop() hands out what is left and then nothing.
    void close()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_wake.notify_all();
    }

private:
    static Job take(std::deque<Job>& jobs)
    {
        Job job = std::move(jobs.front());
        jobs.pop_front();
        return job;
    }

    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Job> m_interactive, m_background;
    bool m_closed = false;
};

} // namespace griddesk
