// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/discard.h"

#include <atomic>
#include <condition_variable>
#include <deque>
#include <exception>
#include <mutex>
#include <thread>

namespace bartizan {
namespace {

// The bin is gone: what static objects still hold is freed where they end.
constinit std::atomic<bool> ended = false;

class Bin {
public:
    Bin() : m_thread([this] { work(); }) {}
    ~Bin()
    {
        {
            const std::lock_guard lock(m_mutex);
            m_closed = true;
        }
        m_changed.notify_one();
        m_thread.join();
        ended = true;
    }
    Bin(const Bin&) = delete;
    Bin& operator=(const Bin&) = delete;

    void add(std::shared_ptr<const void>& dead)
    {
        {
            const std::lock_guard lock(m_mutex);
            m_waiting.push_back(dead);
            dead.reset(); // the queue has it: the last reference never goes in the caller's thread
        }
        m_changed.notify_one();
    }

private:
    void work()
    {
        std::unique_lock lock(m_mutex);
        for (;;) {
            m_changed.wait(lock, [this] { return m_closed || !m_waiting.empty(); });
            if (m_waiting.empty())
                return;
            std::shared_ptr<const void> dead = std::move(m_waiting.front());
            m_waiting.pop_front();
            lock.unlock();
            dead.reset();
            lock.lock();
        }
    }

    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::shared_ptr<const void>> m_waiting;
    bool m_closed = false;
    std::thread m_thread; // the last member: it uses the others
};

} // namespace

void freeLater(std::shared_ptr<const void> dead) noexcept
{
    if (!dead || ended)
        return;
    try {
        static Bin bin;
        bin.add(dead);
    } catch (const std::exception&) { // no memory, no thread: then it is freed here
    }
}

} // namespace bartizan
