// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/store/cancel.h"

#include <QObject>

#include <functional>
#include <memory>
#include <optional>
#include <thread>

namespace griddesk {

/// One question to the key store on a thread of its own, with the answer brought to the GUI thread. Destroyed before the answer is there,
/// it stops waiting and the answer is dropped. Thread: GUI.
template <typename T>
class KeyStoreTask {
public:
    /// `work` runs on the other thread and must heed its token; `done` on this one.
    KeyStoreTask(std::function<T(const CancelToken&)> work, std::function<void(T)> done)
    {
        auto answer = std::make_shared<std::optional<T>>();
        m_worker = std::thread([this, work = std::move(work), done = std::move(done), answer, token = m_cancel.token()] {
            *answer = work(token);
            // Dropped with m_here, which is destroyed only after this thread has ended.
            QMetaObject::invokeMethod(&m_here, [answer, done] { done(*std::move(*answer)); }, Qt::QueuedConnection);
        });
    }
    KeyStoreTask(const KeyStoreTask&) = delete;
    KeyStoreTask& operator=(const KeyStoreTask&) = delete;
    ~KeyStoreTask()
    {
        m_cancel.cancel();
        m_worker.join();
    }
    void cancel() noexcept { m_cancel.cancel(); }

private:
    QObject m_here;
    CancelSource m_cancel;
    std::thread m_worker;
};

} // namespace griddesk
