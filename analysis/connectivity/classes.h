// SPDX-License-Identifier: GPL-3.0-or-later
// Which pods are alike, and which of them a selector means. Two pods are of one class when no policy of the world can tell
// them apart: same namespace, same networks, same values under every label key that some selector names, same numbers under
// every port name that some rule names. A selector is answered once, for classes, from lists of who has which label.
#pragma once

#include "analysis/connectivity/bits.h"
#include "analysis/connectivity/world.h"

#include <map>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::connectivity {

class Classes {
public:
    Classes(const World&, const std::stop_token&);

    std::size_t count() const { return m_first.size(); }
    std::size_t of(std::size_t pod) const { return m_of[pod]; }
    std::size_t first(std::size_t cls) const { return m_first[cls]; }   // the pod that stands for it
    std::size_t portsOf(std::size_t cls) const { return m_ports[cls]; } // equal: named ports are alike
    std::size_t portKinds() const { return m_portMembers.size(); }
    const Bits& withPorts(std::size_t kind) const { return m_portMembers[kind]; }

    // Below count(). Of pods of this cluster only.
    Bits members(const PodSet&, const std::string& cluster) const;

private:
    // Who has which value under a key: lists of classes, sorted.
    struct Holders {
        std::map<std::string, std::vector<std::uint32_t>> byValue;
    };
    using Index = std::unordered_map<std::string, Holders>;

    void collectKeys(const PodSet&);
    void collectKeys(const LabelCondition&, int depth);
    Bits holding(const LabelCondition&, int depth) const;
    Bits selected(const Selector&, const Index&) const;
    Bits all() const;

    const World& m_world;
    Index m_labels, m_accounts;
    std::map<std::string, bool> m_portNames;
    std::vector<std::size_t> m_of, m_first, m_ports;
    std::vector<Bits> m_portMembers;
    std::vector<std::vector<std::uint32_t>> m_ofSpace;                       // classes of a namespace
    std::unordered_map<std::string, std::vector<std::size_t>> m_spacesNamed; // World::spaces, of all clusters
};

// Does this one pod, or these labels, match? For sets of addresses and for explanations, one at a time.
bool matches(const LabelCondition&, const Attributes& pod, const Attributes& space, const Attributes& account);

} // namespace bartizan::connectivity
