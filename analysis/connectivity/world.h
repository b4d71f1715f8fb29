// SPDX-License-Identifier: GPL-3.0-or-later
// What connectivity is worked out from: pods (one for a workload), their namespaces and networks, and every policy in the
// order in which it is asked. Made from a Model by worldOf(); tests make small ones by hand. A plain value.
#pragma once

#include "analysis/connectivity/addresses.h"
#include "analysis/connectivity/ports.h"
#include "model/architecture.h"

#include <optional>
#include <string>
#include <vector>

namespace bartizan::connectivity {

struct NamedPort {
    std::string name;
    Protocol protocol = Protocol::tcp;
    std::uint32_t number = 0;
};

struct Space { // a namespace
    std::string cluster, name;
    Attributes labels; // with kubernetes.io/metadata.name, which the API server gives each; sorted by key
};

struct Pod {               // stands for all replicas of a workload
    std::string id;        // "shop/cart[Deployment]"
    std::size_t space = 0; // World::spaces
    Attributes labels;     // sorted by key
    std::string account;   // service account
    Attributes accountLabels;
    std::vector<NamedPort> ports;
    bool onNodeNetwork = false;         // hostNetwork: policies do not apply; the answer is as if they did, and uncertain
    std::size_t network = 0;            // World::networks: its primary one
    std::vector<std::size_t> secondary; // and those that it is attached to besides
    // Addresses of its own in secondary networks (network, address), where written: blocks of a policy for that network mean
    // them. In a primary network addresses come and go, and blocks are for what is outside (NetworkPolicy API, IPBlock).
    std::vector<std::pair<std::size_t, Address>> addresses;
    // No workload, but made up: a replica whose labels differ from those of pod `standsFor`, or the ingress controller.
    bool imagined = false;
    std::optional<std::size_t> standsFor;
    Evidence evidence;            // of the workload
    Evidence nodeNetworkEvidence; // of hostNetwork
};

struct Network {
    std::string name; // "pod-network", "primary UDN blue", "primary CUDN x", "secondary NAD x"
    bool primary = true;
    bool userDefined = false;
};

enum class Direction { ingress, egress };
inline const char* toWord(Direction d)
{
    return d == Direction::ingress ? "ingress" : "egress";
}

// A policy as it is evaluated. Kubernetes NetworkPolicies are translated into the same form as the others.
struct Policy {
    std::string name; // "NetworkPolicy shop/deny-all"
    TrafficPolicyRecord record;
    // Layers are asked from the lowest to the highest; in a layer, policies by `record.order` (then rules in their order)
    // unless `together`, where any allowing rule will do and refusals come first.
    int layer = 0;
    bool together = false;             // rules of this layer have no order
    bool deniesRest[2] = {};           // by Direction: a pod that it selects is closed to what no rule of the layer decides
    std::string cluster, ns;           // where it is written
    std::vector<std::size_t> networks; // World::networks to which it applies
};

struct World {
    std::vector<Space> spaces;
    std::vector<Pod> pods;
    std::vector<Network> networks{{"pod-network", true, false}};
    std::vector<Policy> policies; // sorted by layer and order; of the same order as Calico does, then by name
    std::vector<AddressSetRecord> sets;
    std::vector<Attributes> setLabels;    // of `sets`
    std::vector<std::string> setNames;    // of `sets`: as policies refer to them; "" = they are found by labels only
    std::vector<std::string> setClusters; // of `sets`
};

// The id of the pod that stands for whatever serves Ingresses and Routes when that is no workload: without labels, in a
// namespace of its own without any. One for each cluster.
constexpr const char* controllerId = "ingress-controller";

struct WorldOptions {
    bool severalNetworks = true; // false: user-defined networks and attachments are not looked at
};

// Pods are the architecture's workloads in their order: World::pods[i] is Architecture::workloads[i]; imagined ones may be
// added after them. Policies that are not applied, malformed or not enforced (staged) are left out.
World worldOf(const Model&, const WorldOptions& = {});

} // namespace bartizan::connectivity
