// SPDX-License-Identifier: GPL-3.0-or-later
#include "hubthread.h"

namespace griddesk::platform {

HubThread::HubThread(Hub& hub) : m_hub(hub), m_thread([this] { work(); }) {}

HubThread::~HubThread()
{
    {
        const std::scoped_lock lock(m_mutex);
        m_ending = true;
    }
    m_something.notify_one();
    m_thread.join();
}

void HubThread::ask(HubRequest request, Answered answered)
{
    {
        const std::scoped_lock lock(m_mutex);
        const bool push = request.path == "/v1/push";
        const bool room = m_pushes.size() + m_others.size() < mostWaiting && (push || m_others.size() < mostWaitingPulls);
        if (room && !m_ending) {
            (push ? m_pushes : m_others).push_back({std::move(request), std::move(answered)});
            m_something.notify_one();
            return;
        }
    }
    HubResponse busy{.status = 503, .body = write(ProblemAnswer{.error = "busy", .detail = "too many requests are waiting", .retryAfter = 2})};
    busy.retryAfter = 2;
    answered(request, std::move(busy));
}

void HubThread::work()
{
    for (;;) {
        Job job;
        {
            std::unique_lock lock(m_mutex);
            m_something.wait(lock, [this] { return m_ending || !m_pushes.empty() || !m_others.empty(); });
            auto& queue = m_pushes.empty() ? m_others : m_pushes;
            if (queue.empty())
                return; // ending, and everything was answered
            job = std::move(queue.front());
            queue.pop_front();
        }
        HubResponse response = m_hub.handle(job.request);
        job.answered(job.request, std::move(response));
    }
}

} // namespace griddesk::platform
