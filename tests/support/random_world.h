// SPDX-License-Identifier: GPL-3.0-or-later
// Small worlds for tests of connectivity, made from a seed: the same everywhere. They hold every way in which dialects
// layer policies, and names, labels, ports and addresses from small stocks, so that rules meet each other often.
#pragma once

#include "tests/support/naive_connectivity.h"

#include <random>

namespace bartizan::test {

class Random { // no distributions of the standard library: their numbers differ by platform
public:
    explicit Random(std::uint64_t seed) : m_engine(seed) {}
    std::size_t below(std::size_t bound) { return static_cast<std::size_t>(m_engine() % bound); }
    std::size_t between(std::size_t first, std::size_t last) { return first + below(last - first + 1); }
    bool chance(std::size_t percent) { return below(100) < percent; }
    template <class T>
    const T& of(const std::vector<T>& list)
    {
        return list[below(list.size())];
    }
    template <class T>
    void shuffle(std::vector<T>& list)
    {
        for (std::size_t i = list.size(); i > 1; --i)
            std::swap(list[i - 1], list[below(i)]);
    }

private:
    std::mt19937_64 m_engine;
};

connectivity::World randomWorld(std::uint64_t seed);
// A rule as one of a policy in that namespace ("" = of the cluster) might have: for a `together` layer.
PolicyRuleRecord randomRule(Random&, const std::string& ns, PolicyRuleRecord::Action);
void nameInOrder(connectivity::World&); // gives policies names that sort as they stand: "p00", "p01", ...

std::string describe(const connectivity::World&); // everything in it, to make it again by hand

// Where an answer may change: the first and last of each range of ports that the world mentions, the ones beside them,
// one elsewhere, in all three protocols, and some other protocols; first and last of each block, and those beside them.
std::vector<NaivePort> borderPorts(const connectivity::World&);
std::vector<connectivity::Address> borderAddresses(const connectivity::World&);

} // namespace bartizan::test
