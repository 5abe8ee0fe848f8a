// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/hub/hub.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace griddesk::platform {

/// The one thread that works on the hub: requests wait in a bounded queue, pushes before pulls, and what does not fit is
/// answered with 503 and Retry-After at once, so that memory stays flat whatever comes in. Thread: any may ask().
class HubThread {
public:
    using Answered = std::function<void(const HubRequest&, HubResponse)>;
    static constexpr std::size_t mostWaiting = 512;      ///< requests of all kinds
    static constexpr std::size_t mostWaitingPulls = 256; ///< of those, everything but pushes: what somebody saved comes first

    /// The hub must outlive it.
    explicit HubThread(Hub& hub);
    /// Ends the thread after what is waiting was answered.
    ~HubThread();
    HubThread(const HubThread&) = delete;
    HubThread& operator=(const HubThread&) = delete;

    /// `answered` is called on the hub's thread, or at once when there is no room.
    void ask(HubRequest request, Answered answered);

private:
    struct Job {
        HubRequest request;
        Answered answered;
    };
    void work();

    Hub& m_hub;
    std::mutex m_mutex;
    std::condition_variable m_something;
    std::deque<Job> m_pushes, m_others;
    bool m_ending = false;
    std::thread m_thread; ///< last: begins when everything else is there
};

} // namespace griddesk::platform
