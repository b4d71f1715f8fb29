// SPDX-License-Identifier: GPL-3.0-or-later
// A set of small numbers below a fixed bound, one bit each. Two sets that meet have the same bound. Bits are kept in chunks:
// one without members takes no memory, one that is full or that another set has as well is shared. So a rule that names one
// of a million blocks of addresses costs a few kilobytes.
#pragma once

#include <array>
#include <atomic>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <vector>

namespace bartizan::connectivity {

class Bits {
public:
    explicit Bits(std::size_t bound = 0) : m_chunks((bound + chunkBits - 1) / chunkBits) {}

    void set(std::size_t i)
    {
        Chunk& chunk = m_chunks[i / chunkBits];
        if (!chunk)
            chunk = std::make_shared<Words>();
        if (test(i))
            return;
        own(chunk)[i % chunkBits / 64] |= std::uint64_t{1} << (i % 64);
        share(chunk);
    }
    bool test(std::size_t i) const
    {
        const Chunk& chunk = m_chunks[i / chunkBits];
        return chunk && ((*chunk)[i % chunkBits / 64] >> (i % 64) & 1U) != 0;
    }
    void setAll(std::size_t bound) // 0 to bound - 1
    {
        for (std::size_t i = 0; i < bound / chunkBits; ++i)
            m_chunks[i] = full();
        for (std::size_t i = bound / chunkBits * chunkBits; i < bound; ++i)
            set(i);
    }
    bool none() const
    {
        for (const Chunk& chunk : m_chunks)
            if (chunk)
                return false;
        return true;
    }
    bool meets(const Bits& other) const // has a member in common
    {
        for (std::size_t c = 0; c < m_chunks.size(); ++c) {
            const Chunk &mine = m_chunks[c], &theirs = other.m_chunks[c];
            for (std::size_t w = 0; mine && theirs && w < mine->size(); ++w)
                if (((*mine)[w] & (*theirs)[w]) != 0)
                    return true;
        }
        return false;
    }
    Bits& operator|=(const Bits& other)
    {
        for (std::size_t c = 0; c < m_chunks.size(); ++c) {
            Chunk& mine = m_chunks[c];
            const Chunk& theirs = other.m_chunks[c];
            if (!theirs || mine == theirs || mine == full())
                continue;
            if (!mine || theirs == full()) {
                mine = theirs;
                continue;
            }
            Words& words = own(mine);
            for (std::size_t w = 0; w < words.size(); ++w)
                words[w] |= (*theirs)[w];
            share(mine);
        }
        return *this;
    }
    Bits& operator&=(const Bits& other)
    {
        for (std::size_t c = 0; c < m_chunks.size(); ++c) {
            Chunk& mine = m_chunks[c];
            const Chunk& theirs = other.m_chunks[c];
            if (!mine || mine == theirs || theirs == full())
                continue;
            if (!theirs || mine == full()) {
                mine = theirs;
                continue;
            }
            Words& words = own(mine);
            for (std::size_t w = 0; w < words.size(); ++w)
                words[w] &= (*theirs)[w];
            share(mine);
        }
        return *this;
    }
    Bits& operator-=(const Bits& other)
    {
        for (std::size_t c = 0; c < m_chunks.size(); ++c) {
            Chunk& mine = m_chunks[c];
            const Chunk& theirs = other.m_chunks[c];
            if (!mine || !theirs)
                continue;
            if (mine == theirs || theirs == full()) {
                mine.reset();
                continue;
            }
            Words& words = own(mine);
            for (std::size_t w = 0; w < words.size(); ++w)
                words[w] &= ~(*theirs)[w];
            share(mine);
        }
        return *this;
    }
    friend bool operator==(const Bits& a, const Bits& b)
    {
        if (a.m_chunks.size() != b.m_chunks.size())
            return false;
        for (std::size_t c = 0; c < a.m_chunks.size(); ++c) {
            const Chunk &mine = a.m_chunks[c], &theirs = b.m_chunks[c];
            if (mine != theirs && (!mine || !theirs || *mine != *theirs))
                return false;
        }
        return true;
    }

    template <class F>
    void forEach(F f) const // from the lowest
    {
        for (std::size_t c = 0; c < m_chunks.size(); ++c)
            for (std::size_t w = 0; m_chunks[c] && w < chunkBits / 64; ++w)
                for (std::uint64_t word = (*m_chunks[c])[w]; word != 0; word &= word - 1)
                    f(c * chunkBits + w * 64 + static_cast<std::size_t>(__builtin_ctzll(word)));
    }
    std::size_t hash() const
    {
        std::size_t mix = 0;
        for (const Chunk& chunk : m_chunks) {
            mix = mix * 31 + 1;
            for (std::size_t w = 0; chunk && w < chunk->size(); ++w)
                mix = (mix ^ (*chunk)[w]) * 0x9E3779B97F4A7C15U + (mix >> 29U);
        }
        return mix;
    }

private:
    static constexpr std::size_t chunkBits = 4096;
    using Words = std::array<std::uint64_t, chunkBits / 64>;
    using Chunk = std::shared_ptr<Words>; // null: no member. Never written while another set has it

    static const Chunk& full()
    {
        static const Chunk words = [] {
            auto made = std::make_shared<Words>();
            made->fill(~std::uint64_t{0});
            return made;
        }();
        return words;
    }
    static Words& own(Chunk& chunk) // one that may be written
    {
        if (chunk.use_count() > 1)
            chunk = std::make_shared<Words>(*chunk);
        else
            std::atomic_thread_fence(std::memory_order_acquire); // with the set that gave it up in another thread
        return *chunk;
    }
    static void share(Chunk& chunk) // where it has become empty or full
    {
        const std::uint64_t first = chunk->front();
        if (first != 0 && first != ~std::uint64_t{0})
            return;
        for (const std::uint64_t word : *chunk)
            if (word != first)
                return;
        chunk = first == 0 ? nullptr : full();
    }

    std::vector<Chunk> m_chunks;
};

} // namespace bartizan::connectivity
