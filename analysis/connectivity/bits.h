// SPDX-License-Identifier: GPL-3.0-or-later
// A set of small numbers below a fixed bound, one bit each. Two sets that meet have the same bound.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <vector>

namespace bartizan::connectivity {

class Bits {
public:
    explicit Bits(std::size_t bound = 0) : m_words((bound + 63) / 64) {}

    void set(std::size_t i) { m_words[i / 64] |= std::uint64_t{1} << (i % 64); }
    bool test(std::size_t i) const { return (m_words[i / 64] >> (i % 64) & 1U) != 0; }
    void setAll(std::size_t bound) // 0 to bound - 1
    {
        for (std::size_t i = 0; i < bound / 64; ++i)
            m_words[i] = ~std::uint64_t{0};
        for (std::size_t i = bound / 64 * 64; i < bound; ++i)
            set(i);
    }
    bool none() const
    {
        for (const std::uint64_t word : m_words)
            if (word != 0)
                return false;
        return true;
    }
    Bits& operator|=(const Bits& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] |= other.m_words[i];
        return *this;
    }
    Bits& operator&=(const Bits& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= other.m_words[i];
        return *this;
    }
    Bits& operator-=(const Bits& other)
    {
        for (std::size_t i = 0; i < m_words.size(); ++i)
            m_words[i] &= ~other.m_words[i];
        return *this;
    }
    friend bool operator==(const Bits&, const Bits&) = default;

    template <class F>
    void forEach(F f) const // from the lowest
    {
        for (std::size_t w = 0; w < m_words.size(); ++w)
            for (std::uint64_t word = m_words[w]; word != 0; word &= word - 1)
                f(w * 64 + static_cast<std::size_t>(__builtin_ctzll(word)));
    }
    std::size_t hash() const
    {
        std::size_t mix = 0;
        for (const std::uint64_t word : m_words)
            mix = (mix ^ word) * 0x9E3779B97F4A7C15U + (mix >> 29U);
        return mix;
    }

private:
    std::vector<std::uint64_t> m_words;
};

} // namespace bartizan::connectivity
