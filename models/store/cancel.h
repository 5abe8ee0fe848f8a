// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <utility>

namespace griddesk {

/// Asks whether work should stop. Copies share the same answer; a default one never stops. Thread: any.
class CancelToken {
public:
    CancelToken() = default;
    explicit CancelToken(std::function<bool()> asked) : m_asked(std::move(asked)) {}
    [[nodiscard]] bool cancelled() const { return m_asked && m_asked(); }

private:
    std::function<bool()> m_asked;
};

/// The side that stops the work. Thread: any.
class CancelSource {
public:
    CancelSource() : m_flag(std::make_shared<std::atomic<bool>>(false)) {}
    void cancel() noexcept { m_flag->store(true, std::memory_order_relaxed); }
    [[nodiscard]] CancelToken token() const
    {
        return CancelToken([flag = m_flag] { return flag->load(std::memory_order_relaxed); });
    }

private:
    std::shared_ptr<std::atomic<bool>> m_flag;
};

} // namespace griddesk
