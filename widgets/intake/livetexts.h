// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <functional>
#include <utility>
#include <vector>

namespace griddesk {

/// The texts of a page, each said once where its widget is made and again after a change of language. Thread: GUI.
class LiveTexts {
public:
    void add(std::function<void()> say)
    {
        say();
        m_says.push_back(std::move(say));
    }
    void again() const
    {
        for (const auto& say : m_says)
            say();
    }

private:
    std::vector<std::function<void()>> m_says;
};

} // namespace griddesk
