// SPDX-License-Identifier: GPL-3.0-or-later
// Who may reach whom, worked out one pair and one port at a time by plain loops over the policies: the reference that
// tests and benchmarks compare analysis/connectivity with. It rests on world.h and policies.h alone and shares no code
// with the engine. Policies are asked in the order of World::policies, which are sorted by layer.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/world.h"

#include <optional>

namespace bartizan::test {

struct NaiveEnd {
    std::optional<std::size_t> pod; // World::pods; none: `address`, which is no pod's
    connectivity::Address address;
};
NaiveEnd podEnd(std::size_t pod);
NaiveEnd addressEnd(const connectivity::Address&);

struct NaivePort {
    std::optional<connectivity::Protocol> protocol; // none: the IP protocol `number` as a whole
    std::uint32_t number = 0;
};
bool contains(const connectivity::PortSet&, const NaivePort&);

// In this network, and in the first one that the two share. From outside to outside: never.
bool naiveAllowed(const connectivity::World&, const NaiveEnd& from, const NaiveEnd& to, const NaivePort&, std::size_t network);
bool naiveAllowed(const connectivity::World&, const NaiveEnd& from, const NaiveEnd& to, const NaivePort&);

// One side only: what the policies of the pod say about a connection with the peer.
bool naiveDecided(const connectivity::World&, std::size_t pod, connectivity::Direction, const NaiveEnd& peer, const NaivePort&,
                  std::size_t network);

// Whether the two can send to each other at all, were there no policies.
bool naiveAttached(const connectivity::World&, std::size_t pod, std::size_t network);
bool naiveShare(const connectivity::World&, const NaiveEnd& from, const NaiveEnd& to, std::size_t network);
std::optional<std::size_t> naiveNetwork(const connectivity::World&, const NaiveEnd& from, const NaiveEnd& to);

bool naiveSelects(const connectivity::World&, const connectivity::Policy&, std::size_t pod, connectivity::Direction,
                  std::size_t network);
bool naiveRuleMatches(const connectivity::World&, const connectivity::Policy&, const PolicyRuleRecord&, std::size_t pod,
                      connectivity::Direction, const NaiveEnd& peer, const NaivePort&);
bool naiveContains(const PolicyPeer::Block&, const connectivity::Address&);

} // namespace bartizan::test
