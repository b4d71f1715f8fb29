// SPDX-License-Identifier: GPL-3.0-or-later
// Lets through of many progress reports what a person can follow: the first of each step, then one at a time. Safe from
// any thread.
#pragma once

#include "model/progress.h"

#include <chrono>
#include <mutex>
#include <optional>

namespace bartizan::app {

class ProgressGate {
public:
    explicit ProgressGate(std::chrono::milliseconds apart = std::chrono::milliseconds(50)) : m_apart(apart) {}

    bool passes(Step step)
    {
        const std::lock_guard lock(m_mutex);
        const auto now = std::chrono::steady_clock::now();
        if (step == m_step && now - m_last < m_apart)
            return false;
        m_step = step;
        m_last = now;
        return true;
    }

private:
    const std::chrono::milliseconds m_apart;
    std::mutex m_mutex;
    std::chrono::steady_clock::time_point m_last{};
    std::optional<Step> m_step;
};

} // namespace bartizan::app
