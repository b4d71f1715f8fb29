// SPDX-License-Identifier: GPL-3.0-or-later
// Where a workload's Istio proxy has routes to: Sidecar (istio.io reference, "Sidecar"; its egress hosts and
// outboundTrafficPolicy) over the Services and ServiceEntries of the input. A destination without a route is refused only
// under REGISTRY_ONLY, of the Sidecar or else of the mesh; under ALLOW_ANY, the default, it is passed through as it is, without
// a certificate. A route is one to a port of a Service or ServiceEntry.
#pragma once

#include "analysis/connectivity/mesh_members.h"
#include "analysis/connectivity/mesh_settings.h"
#include "analysis/connectivity/world.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::connectivity {

class MeshEgressRules {
public:
    MeshEgressRules(const Model&, const World&, const MeshInstallations&); // refers to all of them

    // What becomes of a caller's connections to one destination, by its ports (TCP).
    struct Way {
        enum class Kind {
            open,            // no Sidecar restricts the workload's routes, or it has one to this destination
            unrouted,        // the proxy knows no route and passes the connection through
            registered,      // the proxy knows no route and refuses (REGISTRY_ONLY)
            differing,       // no route; what happens then is not known: `whyDiffering` says why
        } kind = Kind::open; // of what is in none of the next three
        PortSet routed = PortSet::of(Protocol::tcp, {}); // a route leads there: as the registry says, so with a certificate
        PortSet beside;                                  // reached without the caller's proxy
        PortSet unsure;                                  // whether a route leads there is not known
        const char* note = nullptr;                      // why, of `unsure`
        const char* whyDiffering = nullptr;              // a sentence
        bool byName = false;                             // `unsure`: only as one of the hosts of ServiceEntries
        bool assumed = false;                            // no Service of the destination is in the input: `routed` is assumed
        bool besideUnsure = false;                       // whether any of it passes the caller's proxy is not known
        std::optional<std::size_t> sidecar;              // Inventory::meshEgress that decides
        std::optional<std::size_t> wider;                // another one, of which it is not known whether its mode is inherited
        std::optional<std::size_t> settings;             // Inventory::meshSettings that refuse, where the mesh's own mode counts
    };
    Way toPod(std::size_t from, std::size_t to) const;                        // World::pods
    std::size_t callerClass(std::size_t pod) const { return m_classes[pod]; } // pods of one have the same ways
    Way toAddresses(std::size_t from, const AddressRange&) const;
    Way toHost(std::size_t from, const std::string& name) const; // "www.example.com", "*.example.com"

    bool any() const { return !m_sidecars.empty() || m_installations.anyRefuses(); }
    const std::vector<std::string>& externalHosts() const { return m_externalHosts; } // of ServiceEntries; sorted
    std::vector<AddressSet> blocks() const;                                           // of ServiceEntries

    // Ports of the pod of which its Services say whether they are HTTP (by name or appProtocol: istio.io, "Protocol Selection").
    // TCP; disjoint.
    struct Protocols {
        PortSet http, plain;
    };
    Protocols protocolsOf(std::size_t pod) const;
    // Ports of the pod that its Services lead to, from a port of theirs that is not in `without`. TCP.
    PortSet servedPorts(std::size_t pod, const PortSet& without) const;

private:
    using Place = std::pair<std::string, std::string>; // cluster, namespace
    struct External {
        std::string cluster, ns;
        std::vector<std::string> hosts;
        std::vector<std::uint32_t> ports;
        AddressSet addresses;  // none: what the hosts resolve to
        bool internal = false; // MESH_INTERNAL: it may select pods
    };
    struct Led {                 // a Service that selects a pod
        std::size_t service = 0; // Inventory::services
        std::string host;
        std::vector<std::pair<std::uint32_t, std::uint32_t>> ports; // of TCP: its own, the pod's
    };
    enum class Services { none, known, mayBeMore };             // in the pod's namespace
    std::vector<std::size_t> servicesOf(std::size_t pod) const; // Inventory::services that select it
    void lookUpServices();
    void classifyCallers();
    std::optional<std::size_t> sidecarOf(std::size_t pod) const;
    std::uint32_t targetOf(const ServicePort&, std::size_t pod) const; // 0 = none
    std::optional<std::size_t> defaultSidecar(const Place&) const;
    std::vector<std::size_t> widerSidecars(std::size_t sidecar, const Space&) const;
    Way withoutRoute(std::size_t pod, std::optional<std::size_t> sidecar) const;
    // Does the Sidecar import the host, for that port (of any: none)?
    bool imports(std::size_t sidecar, const std::string& ownNs, const std::string& ns, const std::string& host,
                 std::optional<std::uint32_t> port) const;
    bool mayImport(std::size_t sidecar, const std::string& ownNs, const std::string& ns) const; // a host of that namespace
    PortSet importedPorts(std::optional<std::size_t> sidecar, const std::string& ownNs, const External&,
                          const std::string& host) const;
    Services servicesIn(const Space&) const;
    bool leadsToPods(std::size_t service) const; // without a selector
    const Space& spaceOf(std::size_t pod) const { return m_world.spaces[m_world.pods[pod].space]; }

    const Inventory& m_inventory;
    const World& m_world;
    const MeshInstallations& m_installations;
    std::map<Place, std::vector<std::size_t>> m_services, m_sidecars;
    std::vector<MeshCapture> m_captures;               // by World::pods, as the next five
    std::vector<std::optional<std::size_t>> m_sidecar; // Inventory::meshEgress
    std::vector<std::size_t> m_classes;
    std::vector<std::vector<Led>> m_led;
    std::vector<Services> m_known;
    std::map<std::pair<Place, std::string>, bool> m_endpoints; // of Services, by place and name: is a pod among them?
    std::vector<External> m_externals;
    std::vector<std::string> m_externalHosts;
};

} // namespace bartizan::connectivity
