// SPDX-License-Identifier: GPL-3.0-or-later
// Frees what nobody needs any more on a thread of its own: a model of 10,000 services is millions of small blocks, and
// giving them back takes longer than a person who pressed Stop, or a window, should wait. Safe from any thread; what is
// still waiting when the program ends is freed first.
#pragma once

#include <memory>
#include <type_traits>
#include <utility>

namespace bartizan {

// Drops this reference there. Without memory or a thread for it, here.
void freeLater(std::shared_ptr<const void> dead) noexcept;

template <class T>
requires(!std::is_lvalue_reference_v<T>) void discard(T&& dead)
{
    freeLater(std::make_shared<const T>(std::move(dead)));
}

// Like std::make_shared, but the last owner does not wait while it is freed.
template <class T, class... Arguments>
std::shared_ptr<T> makeDiscardable(Arguments&&... arguments)
{
    const auto release = [](T* dead) noexcept {
        try {
            freeLater(std::shared_ptr<const T>(dead)); // deletes it itself when there is no memory for its counter
        } catch (const std::bad_alloc&) {
        }
    };
    return std::shared_ptr<T>(new T(std::forward<Arguments>(arguments)...), release);
}

} // namespace bartizan
