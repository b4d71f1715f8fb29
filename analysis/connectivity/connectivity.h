// SPDX-License-Identifier: GPL-3.0-or-later
// Who may open a connection to whom, on which ports, as far as network policies say. Immutable and thread-safe once made.
// allowed(from, to) = what the source's egress rules let out and the destination's ingress rules let in. In a direction
// the layers are asked in turn (world.h); what a layer neither allows nor denies goes to the next, what none decides is
// allowed. Kubernetes NetworkPolicy: kubernetes.io/docs/concepts/services-networking/network-policies; tiers:
// network-policy-api.sigs.k8s.io; Calico: docs.tigera.io, "Tier"; Cilium: docs.cilium.io, "Policy Enforcement Modes".
// That the network plugin enforces any of it is an assumption ("cni-enforces").
//
// Pairs are never worked out before they are asked for: pods with the same labels as far as any selector looks are one
// class, pods that the same policies select share one row of bits for each part of the ports.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/bits.h"
#include "analysis/connectivity/world.h"

#include <compare>
#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <stop_token>
#include <utility>

namespace bartizan::connectivity {

// One end of a connection: a pod, a range of addresses outside, a DNS name that a rule mentions, or something special
// ("nodes"). Ends count on from pods to ranges, names, special ones.
struct End {
    enum class Kind { pod, addresses, hostName, special } kind = Kind::pod;
    std::size_t index = 0; // World::pods, Connectivity::ranges(), hostNames(), specials()
    friend auto operator<=>(const End&, const End&) = default;
};

// One rule, or the lack of any, that decides.
struct Decider {
    enum class Why {
        rule,        // a rule of a policy
        noRule,      // policies select the pod, no rule lets it through: `policies`
        unselected,  // no policy selects the pod for this direction: everything is allowed
        noneDecides, // policies select it, but leave what they do not mention open
        networks,    // they share no network
    } why = Why::rule;
    std::size_t policy = 0; // World::policies, with `rule`
    std::size_t rule = 0;   // in its ingressRules or egressRules
    std::vector<std::size_t> policies;
};

struct Slice { // of one direction: these ports are decided so
    PortSet ports;
    bool allowed = false;
    Decider by;
};

struct NearlyApplied { // a policy or rule that would decide otherwise, but for one thing
    std::size_t policy = 0;
    Direction direction = Direction::ingress;
    std::optional<std::size_t> rule; // none: the policy does not select the pod at all
    std::string why;                 // "selects app=cart, the pod has app=carts": a clause
    Evidence evidence;
};

// Does a rule that names addresses also mean pods, by PolicyPeer::alsoPods? Addresses of pods are not known beforehand.
enum class PodsByAddress {
    never,    // it names none, or only ones that no pod has
    notKnown, // some of the blocks that it names may hold addresses of pods; the answer is as if they did not
    all,      // it names every address
};

struct Explanation {
    PortSet allowed;
    std::vector<Slice> egress, ingress; // together all ports each; an outside end has no slices of its own direction
    std::vector<NearlyApplied> nearly;
};

// What one side of some pods allows: parts of the ports, disjoint, each with the ends that may have them. A pod's number
// among the ends is its class.
using Row = std::vector<std::pair<PortSet, Bits>>;

class Connectivity {
public:
    // Stopped, it answers nothing useful and is to be dropped.
    static std::shared_ptr<const Connectivity> of(World, std::stop_token stop = {});
    ~Connectivity();

    const World& world() const;
    const std::vector<AddressRange>& ranges() const; // disjoint, cover IPv4; and IPv6 where a policy names IPv6
    const std::vector<std::string>& hostNames() const;
    const std::vector<std::string>& specials() const;

    // In the network that the two share first (the primary one if they share it). Nothing where they share none.
    // From outside to outside: nothing.
    PortSet allowed(End from, End to) const;
    PortSet allowed(End from, End to, std::size_t network) const;
    std::optional<std::size_t> sharedNetwork(End from, End to) const;                 // World::networks
    PortSet decided(std::size_t pod, Direction, End peer, std::size_t network) const; // one side only

    // The same for every peer at once, and one object for all pods that policies treat alike; null: not in this network.
    const Row* row(std::size_t pod, Direction, std::size_t network) const;

    bool selected(std::size_t pod, Direction, std::size_t network = 0) const;                      // by any policy
    std::vector<std::size_t> selecting(std::size_t pod, Direction, std::size_t network = 0) const; // World::policies
    bool means(std::size_t policy, Direction, std::size_t rule, End peer) const; // does the rule name this peer?
    PodsByAddress podsByAddress(std::size_t policy, Direction, std::size_t rule) const;
    // Ports of a rule, at a destination with these named ports (null: an address).
    PortSet portsOf(std::size_t policy, Direction, std::size_t rule, const std::vector<NamedPort>* destination) const;
    Explanation explain(End from, End to, std::size_t network = 0) const;

    // As decided(), for a peer that is made up: `means` says which rules mean it. Its named ports are not known.
    PortSet decided(std::size_t pod, Direction, std::size_t network,
                    const std::function<bool(std::size_t policy, std::size_t rule)>& means) const;

    // Pods of one class are alike to every policy, in every network. Classes are numbered by their first pod.
    std::size_t classOf(std::size_t pod) const;
    std::size_t classes() const;
    // Classes whose pods have the same connections to and from everybody, by number of class; groups are numbered by their
    // first class. Worked out at each call.
    std::vector<std::size_t> groupsOfClasses() const;

private:
    Connectivity();
    struct Parts;
    std::unique_ptr<Parts> m_parts;
};

} // namespace bartizan::connectivity
