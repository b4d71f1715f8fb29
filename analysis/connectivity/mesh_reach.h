// SPDX-License-Identifier: GPL-3.0-or-later
// What the mesh makes of a connection that the network allows: the proxies at both ends, on TCP (they never see UDP or SCTP).
// Istio: at the source the routes of its Sidecar (mesh_egress.h), at the destination PeerAuthentication and AuthorizationPolicy:
// CUSTOM, then DENY, then ALLOW; without an ALLOW policy all the rest is allowed (istio.io reference, "Authorization Policy").
// AUDIT and dry runs never decide; what a CUSTOM policy's provider or a waypoint would say is not decided here. A port whose
// protocol no Service tells is taken as HTTP. Linkerd: mesh_linkerd.h. Immutable and thread-safe once made.
#pragma once

#include "analysis/connectivity/connectivity.h"
#include "analysis/connectivity/mesh_accepting.h"
#include "analysis/connectivity/mesh_egress.h"
#include "analysis/connectivity/mesh_members.h"
#include "analysis/connectivity/mesh_rules.h"
#include "analysis/connectivity/mesh_settings.h"

#include <cstdint>
#include <map>
#include <memory>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::connectivity {

struct MeshEnd {
    End::Kind kind = End::Kind::pod;
    std::size_t pod = 0; // World::pods
    AddressRange range;  // addresses: best cut at MeshReach::blocks()
    std::string name;    // hostName, special
    // pod: its Istio proxy, if it has one, passes the connection on as it is, so without a certificate. For MeshReach itself.
    bool nameless = false;
};
MeshEnd meshEnd(const Connectivity&, End);

struct MeshDecider { // an object that decides, and the rule of it
    ObjectId object;
    std::string name; // "AuthorizationPolicy shop/cart"
    std::string why;  // "a rule denies": a clause
    Evidence evidence;
    friend bool operator==(const MeshDecider&, const MeshDecider&) = default;
};

constexpr std::size_t mostDeciders = 20; // that an answer names for one part of the ports

struct MeshSlice {
    enum class Outcome {
        allowed,
        denied,
        onlySome,   // the requests that `allowing` means and `denying` does not
        notDecided, // by what is outside of this program
    };
    PortSet ports; // of TCP
    Outcome outcome = Outcome::allowed;
    std::vector<MeshRequests> allowing; // any of these; empty: every request
    std::vector<MeshRequests> denying;
    std::vector<MeshDecider> by;    // empty: nothing of the mesh has a say; at most mostDeciders
    std::size_t unnamed = 0;        // others that decide as well
    std::vector<std::string> notes; // what was assumed: sentences
    bool unbound = false;           // policies select the destination, and bind nobody: it runs without a proxy
    bool unrouted = false;          // the source's Sidecar has no route; the proxy passes the connection through
    // Under REGISTRY_ONLY the source's proxy knows the destination, but refuses these ports of it; or lets these addresses
    // through only as one of the hosts of ServiceEntries.
    bool otherPorts = false, byName = false;
};
const char* toWord(MeshSlice::Outcome); // "allowed", "denied", "onlySome", "notDecided"

// Does the request pass? None where the slice is not decided, or that depends on more than method, path and host.
std::optional<bool> passes(const MeshSlice&, const MeshRequest&);
std::string requestsText(const MeshSlice&); // of onlySome: "GET, path /a*; not: host b"

void join(std::vector<MeshSlice>&, MeshSlice); // to the one that is decided in the same way, else as one more

// What passes both of two that are asked one after the other, for the ports that they share.
MeshSlice bothPass(const MeshSlice&, const MeshSlice&);

// One of two answers holds. Where they differ: nobody can tell which (with `note`), or the second does (`note` says why).
enum class MeshDiffer { notDecided, second };
std::vector<MeshSlice> eitherHolds(const std::vector<MeshSlice>&, const std::vector<MeshSlice>&, MeshDiffer, const char* note);
std::vector<MeshSlice> restrictedTo(std::vector<MeshSlice>, const PortSet&);

struct MeshAnswer {
    std::vector<MeshSlice> slices; // together all ports of TCP, sorted by ports
    PortSet allowed() const;       // for some request at least
};

class LinkerdReach;

class MeshReach {
public:
    // Refers to model and world, which must outlive it. `rootNamespace` counts where no installation's own was read
    // (MeshConfig.rootNamespace, with its default).
    static std::shared_ptr<const MeshReach> of(const Model&, const World&, std::string rootNamespace = "istio-system");

    bool any() const { return m_any; } // does a policy of the mesh have a say anywhere?

    struct Destination { // what an answer takes from the destination alone
        std::size_t pod = 0;
        std::vector<MeshAccepting> accepting; // how its proxy takes connections
        MeshEgressRules::Protocols protocols;
        std::vector<std::vector<std::size_t>> policies; // Inventory::meshAccessPolicies; several lists, at least one: which of
                                                        // them is the workload's is not known
        bool unsure = false;                            // there are more lists than are looked at
        bool waypoint = false;                          // a policy is for a waypoint that stands in front of it
        bool unbound = false;                           // it has no proxy, and policies that restrict select it
        bool fronted = false;                           // an ambient pod that surely has a waypoint in front
        std::vector<std::size_t> clients;               // LinkerdReach::clientsAt()
    };
    Destination destinationOf(std::size_t pod) const;

    MeshAnswer between(const MeshEnd& from, const MeshEnd& to) const;
    // The same; who asks often keeps what belongs to the destination. Null where it is no pod.
    MeshAnswer between(const MeshEnd& from, const MeshEnd& to, const Destination*) const;
    // What a destination sees of a pod that calls it: pods that are seen alike are answered alike. Comparable with what was
    // made with the same Sights.
    struct Seen {
        std::size_t caller = 0;       // a class of pods
        std::vector<const void*> who; // by what policies name
        auto operator<=>(const Seen&) const = default;
    };
    // What each policy sees of callers by their names, kept by who asks often; of one MeshReach.
    class Sights {
        friend class MeshReach;
        std::unordered_map<std::uint64_t, const void*> m_known; // by policy, name of a caller and sight
        std::set<std::vector<const void*>> m_lists;
    };
    Seen seen(std::size_t from, const Destination&, Sights&) const;

    const std::vector<std::string>& externalHosts() const { return m_egress.externalHosts(); }
    std::vector<AddressSet> blocks() const; // that policies name: ranges of addresses are best cut there

private:
    using Place = std::pair<std::string, std::string>; // cluster, namespace
    MeshReach(const Model&, const World&, std::string rootNamespace);
    struct Waypoints {                                          // in front of a pod
        std::vector<std::pair<std::string, std::string>> known; // namespace, name
        std::vector<std::string> services;                      // "namespace/name", each with one, also where that is not known
        bool unsure = false;                                    // there may be others in its namespace
    };

    MeshEgressRules::Way wayOf(const MeshEnd& from, const MeshEnd& to) const;
    // Of the destination, or null where it is no pod.
    std::vector<MeshSlice> through(const MeshEnd& from, const Destination*, bool nameless) const;
    std::vector<MeshSlice> withoutRoute(const MeshEnd& from, const Destination*, const MeshEgressRules::Way&) const;
    bool asksForNames(std::size_t pod) const; // does an answer there depend on who the caller is?
    std::vector<MeshSlice> atPod(const MeshEnd& from, const Destination&) const;
    std::vector<MeshSlice> byIstio(const MeshEnd& from, const Destination&) const;
    std::vector<MeshSlice> judged(const MeshEnd& from, bool identified, const Destination&, const PortSet& ports) const;
    MeshCaller callerOf(const MeshEnd& from, bool identified) const;
    bool isController(const MeshEnd&) const; // an ingress controller that is not in the input
    void indexAccess();
    void classifyCallers();
    void addAccess(Destination&) const;
    Waypoints waypointsOf(std::size_t pod) const;
    bool isForWaypoint(const MeshAccessPolicy&, const Space&, const Waypoints&) const;
    MeshDecider deciderOf(ObjectId, const char* kind, std::string why, const Evidence&) const;
    const Space& spaceOf(std::size_t pod) const { return m_world.spaces[m_world.pods[pod].space]; }
    bool selects(const Selector&, std::size_t pod) const;

    const Inventory& m_inventory;
    const World& m_world;
    MeshInstallations m_installations;
    PeerAuthentications m_authentications;
    MeshEgressRules m_egress;
    std::shared_ptr<const LinkerdReach> m_linkerd;
    std::vector<MeshMember> m_members;  // of Istio, by World::pods, as the next three
    std::vector<std::size_t> m_callers; // classes of callers that differ in no more than their names
    std::vector<std::size_t> m_names;   // classes of callers of one name: cluster, namespace and account
    std::uint64_t m_nameCount = 0;
    std::vector<PortSet> m_beside;              // ports that never pass the proxy
    std::vector<std::vector<MeshRule>> m_rules; // by Inventory::meshAccessPolicies
    std::map<Place, std::vector<std::size_t>> m_access;
    std::map<Place, std::vector<std::size_t>> m_targeting; // of m_access: for what they name, not for pods
    std::map<Place, std::vector<std::size_t>> m_services;  // Inventory::services, where waypoints matter
    std::set<std::string> m_waypoints;                     // GatewayRecord::id of those of a waypoint's class
    std::set<Place> m_spaces;                              // whose Namespace object is in the input
    bool m_any = false;
};

} // namespace bartizan::connectivity
