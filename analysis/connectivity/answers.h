// SPDX-License-Identifier: GPL-3.0-or-later
// What is said about connectivity: every connection that is allowed, what is uncertain about it, what a pod is exposed to,
// and what changed between two states. The meaning of rows is that of the interface in docs/connectivity.md: a workload to
// itself and outside to outside are never listed, a pair that is not listed is denied, ranges that are treated alike and
// touch are one. All lists are sorted as they are written out.
#pragma once

#include "analysis/connectivity/connectivity.h"

#include <memory>

namespace bartizan::connectivity {

struct Party {
    enum class Kind {
        pod,               // `index` in World::pods
        addresses,         // `range`
        ingressController, // whatever serves Ingresses and Routes, when it is not among the workloads
        entireCluster,     // any pod of any namespace
        pods,              // pods that do not exist yet: *`pods`
        hostName,          // `name`
        special,           // `name`
    };
    Kind kind = Kind::pod;
    std::size_t index = 0;
    AddressRange range;
    std::shared_ptr<const PodSet> pods; // null elsewhere
    std::string name;
};
Party partyOf(std::size_t pod);
Party partyOf(const AddressRange&);

// "shop/cart[Deployment]", "ip:10.0.0.0-10.255.255.255", "ingress-controller", "entire-cluster", "host:*.example.com",
// "nodes"; for pods that do not exist yet "pods app=x in namespaces env=prod".
std::string idOf(const World&, const Party&);

struct Connection {
    Party from, to;
    PortSet ports;
};
struct NetworkConnections {
    std::string network; // Network::name
    std::vector<Connection> connections;
};

// A way in through Ingress, Route or Gateway API objects: which pods it ends at and on which of their ports. TCP.
struct Entrance {
    std::size_t pod = 0;
    PortSet ports;
    Evidence evidence;  // of the object that leads there
    std::string object; // "Ingress shop/web"
};
std::vector<Entrance> entrancesOf(const Model&);

bool isIn(const Pod&, std::size_t network); // as its own, or attached to it

// The pod that stands for the ingress controller of a cluster (controllerId); none if there is none.
std::optional<std::size_t> controllerOf(const World&, const std::string& cluster);

struct Blocked { // an entrance through which policies let nothing in
    std::size_t entrance = 0;
};

struct Uncertain {
    Party from, to;
    PortSet ports;      // as if they were ordinary pods
    std::string reason; // "the pod uses its node's own network": a clause
    Evidence evidence;
};

struct Exposed { // what a pod may be reached by, or reach, whether it exists or not
    std::size_t pod = 0;
    Direction direction = Direction::ingress;
    Party peer; // entireCluster, addresses, pods
    PortSet ports;
    std::vector<std::pair<std::optional<Protocol>, std::string>> portNames; // of a peer that does not exist; any protocol
};
struct Unprotected { // no policy selects it
    std::size_t pod = 0;
    Direction direction = Direction::ingress;
};

constexpr std::size_t groupAbove = 1000;           // workloads
constexpr std::size_t mostConnections = 2'000'000; // rows: beyond them `Answers::connectionsCut`

// Ranges of addresses that may reach the pod, or that it may reach; alike ones that touch are one. Sorted.
std::vector<std::pair<AddressRange, PortSet>> outsideOf(const Connectivity&, std::size_t pod, Direction, std::size_t network);

// Rows between a pod, written as `inside`, and what is outside: addresses, and out of it names and special peers of rules.
void addOutside(std::vector<Connection>& rows, const Connectivity&, std::size_t pod, const Party& inside, Direction,
                std::size_t network);

// Above `groupAbove` workloads `networks` have no connections but those of entrances (groupedConnectionsOf() has the others),
// and what is uncertain about a pod on its node's network is one row, to the entire cluster.
struct Answers {
    std::vector<NetworkConnections> networks; // the pod network first
    std::vector<Blocked> blocked;
    std::vector<Uncertain> uncertain;
    std::vector<Exposed> exposure;
    std::vector<Unprotected> unprotected;
    bool connectionsCut = false; // there are more connections than `mostConnections`
    bool uncertainCut = false;   // more than that is uncertain
};
Answers answersOf(const Connectivity&, const std::vector<Entrance>&, std::stop_token stop = {});

// Pods that all are alike (one class and, with entrances, alike there) written as one: for systems of more than
// `groupAbove` workloads.
struct Group {
    std::vector<std::size_t> pods;
};
struct GroupedConnections {
    std::vector<Group> groups;
    std::vector<NetworkConnections> networks; // Party::index counts groups where the kind is pod; within a group: from == to
    bool connectionsCut = false;              // as in Answers
};
GroupedConnections groupedConnectionsOf(const Connectivity&, const std::vector<Entrance>&, std::stop_token stop = {});

struct Difference {
    enum class Change { added, removed, changed } change = Change::added;
    std::string network;
    std::string from, to;  // ids
    PortSet before, after; // empty where added or removed
    std::string note;      // "the workload is new": a clause; "" = both states have both ends
};
// Ranges of addresses are cut at the borders of both states.
std::vector<Difference> differencesOf(const World& before, const std::vector<NetworkConnections>&, const World& after,
                                      const std::vector<NetworkConnections>&);

// Of two states, of which one may have more than `groupAbove` workloads: the connections of which a difference can come.
struct Changes {
    std::vector<NetworkConnections> before, after;
    bool cut = false; // there are more than `mostConnections`, or too many pairs that are not alike
};
Changes changesOf(const Connectivity& before, const Answers&, const Connectivity& after, const Answers&,
                  std::stop_token stop = {});

} // namespace bartizan::connectivity
