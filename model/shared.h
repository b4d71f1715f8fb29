// SPDX-License-Identifier: GPL-3.0-or-later
// A value that its copies share until one of them is changed: for the large and seldom changed part of values that are
// copied by the thousand. Copies may be used by different threads; one object by one thread at a time.
#pragma once

#include <memory>
#include <utility>

namespace bartizan {

template <class T>
class Shared final {
public:
    Shared() = default; // a T{}, which takes no memory
    Shared(T value) : m_value(std::make_shared<const T>(std::move(value))) {}

    const T& operator*() const { return m_value ? *m_value : none(); }
    const T* operator->() const { return &**this; }
    T& change() // a value of its own; what was asked for before shows the old one
    {
        auto own = std::make_shared<T>(**this);
        T& result = *own;
        m_value = std::move(own);
        return result;
    }
    friend bool operator==(const Shared& a, const Shared& b) { return a.m_value == b.m_value || *a == *b; }

private:
    static const T& none()
    {
        static const T empty{};
        return empty;
    }

    std::shared_ptr<const T> m_value;
};

} // namespace bartizan
