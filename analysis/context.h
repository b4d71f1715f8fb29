// SPDX-License-Identifier: GPL-3.0-or-later
// What every step of the analysis looks up, indexed once: a workload's pods, namespace, callers, routes, policies and
// ports, and what the scope says about kinds. Made by analyse(); the results of earlier steps (edges, routes, exposure)
// are put in here for later ones. References stay valid as long as the Model does.
#pragma once

#include "analysis/mesh.h"
#include "analysis/posture.h"
#include "analysis/rights.h"

#include <map>
#include <memory>
#include <optional>
#include <set>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::analysis {

class NetworkReach;

struct PolicySelection {    // a NetworkPolicy that selects a workload
    std::size_t policy = 0; // Inventory::networkPolicies
    bool allPods = true;    // false: only some of its running pods
};

struct RouteUse {
    RouteId route;
    std::size_t backend = 0; // Route::backends
};

struct WorkloadFacts {
    const WorkloadRecord* record = nullptr;
    std::vector<const WorkloadRecord*> pods; // running pods when the input has them, else the record itself
    bool running = false;                    // `pods` are running pods
    const Object* nsObject = nullptr;
    std::vector<std::size_t> callsTo, callsFrom; // Architecture::calls; latent ones left out
    std::vector<RouteUse> routes;                // routes with a backend here that may be served
    std::vector<EntryId> entries;                // entries whose bytes end at its own port (not those that serve routes)
    std::vector<EntryId> gatewayEntries;         // entries that serve routes and end at it
    std::vector<PolicySelection> policies;
    std::vector<std::uint32_t> ports;   // that listen, sorted
    std::vector<std::size_t> proxiedBy; // Architecture::authProxies that stand in front of it
};

// Which part of the way from outside reaches a workload.
struct Exposure {
    bool direct = false, relayed = false;
    bool openDirect = false, openRelayed = false; // without a check that is shown
    std::string because;                          // "Ingress shop/web /"
    Evidence evidence;
};

class Context {
public:
    // Stopped, it is half made: analyse() goes no further then.
    Context(const Model&, const Catalogue&, const AnalysisSettings&, std::stop_token stop = {});

    const Model& model;
    const Inventory& inventory;
    const Architecture& architecture;
    const Catalogue& catalogue;
    const AnalysisSettings& settings;
    const std::stop_token stop; // every loop over all workloads, calls or paths asks it

    bool stopped() const { return stop.stop_requested(); }
    const Workload& workload(WorkloadId id) const { return architecture.workloads[id.pos()]; }
    const WorkloadFacts& facts(WorkloadId id) const { return m_facts[id.pos()]; }
    const Object& object(ObjectId id) const { return inventory.objects[id.pos()]; }

    // Was this kind ("NetworkPolicy.networking.k8s.io") read in this namespace? Then its absence proves something.
    bool wasRead(const std::string& kind, const std::string& ns) const;
    // "the 3 NetworkPolicy objects of shop, among 35 objects read"
    std::string searched(const std::string& kind, const std::string& ns) const;
    std::size_t countOf(const std::string& kind, const std::string& ns) const; // applied objects; ns "*" = all
    // Is an applied object of one of these API groups in the input (in the namespace, or cluster-wide)? The first one.
    const Object* anyOfGroups(std::initializer_list<std::string_view> groups, const std::string& ns) const;

    const ConfigMapRecord* configMap(const std::string& cluster, const std::string& ns, const std::string& name) const;
    const SecretRecord* secret(const std::string& cluster, const std::string& ns, const std::string& name) const;
    const ServiceAccountRecord* account(const std::string& cluster, const std::string& ns, const std::string& name) const;
    const Object* namespaceObject(const std::string& cluster, const std::string& ns) const;
    const Attributes& namespaceLabels(const std::string& cluster, const std::string& ns) const;
    const ProductRow* product(const std::string& name) const; // by its name; null when not in the catalogue

    bool listens(WorkloadId id) const { return workload(id).listens || !facts(id).ports.empty(); }
    bool portOf(WorkloadId, const std::string& nameOrNumber, std::uint32_t& number) const; // named container ports

    bool hasProduct(const std::string& name) const { return m_products.count(name) > 0; } // some workload was recognised as it
    const AutoscalerRecord* autoscaler(const std::string& cluster, const std::string& ns, const std::string& kind,
                                       const std::string& name) const;
    // The first DaemonSet of the cluster that was recognised as a product of this role ("runtimeDetector").
    const Workload* daemonSetOfRole(const std::string& cluster, const std::string& role) const;
    // A network plugin in the input that is known to ignore NetworkPolicy, with nothing beside it that enforces it.
    const Workload* nonEnforcingPlugin() const { return m_nonEnforcer; }

    Mesh mesh;
    Rights rights;
    std::shared_ptr<const connectivity::Connectivity> connectivity; // null when stopped
    std::shared_ptr<const NetworkReach> reach;                      // the same in workloads (network_reach.h)
    std::vector<NetworkNeed> needs;                                 // by workload
    // Results of earlier steps, in the order in which they are made.
    std::vector<RoutePosture> routes;
    std::vector<std::vector<WorkloadPosture::ImageScan>> images; // by workload
    std::size_t scannedImages = 0; // distinct images that reports scanned for vulnerabilities; 0 = no image report at all
    std::vector<EdgeSecurity> edges;
    std::vector<std::vector<std::size_t>> edgesInto, edgesOutOf; // by workload
    std::vector<Exposure> exposure;                              // by workload

private:
    void indexWorkloads();
    void indexTraffic();
    void indexPolicies();
    void findNetworkPlugin();

    std::vector<WorkloadFacts> m_facts;
    std::map<std::array<std::string, 3>, const ConfigMapRecord*> m_configMaps;
    std::map<std::array<std::string, 3>, const SecretRecord*> m_secrets;
    std::map<std::array<std::string, 3>, const ServiceAccountRecord*> m_accounts;
    std::map<std::pair<std::string, std::string>, const Object*> m_namespaces;
    std::map<std::array<std::string, 4>, const AutoscalerRecord*> m_autoscalers; // cluster, namespace, kind, name of the target
    std::set<std::string> m_products;
    std::vector<WorkloadId> m_daemonSets;
    std::map<std::pair<std::string, std::string>, std::size_t> m_counts;   // (kind, namespace)
    std::map<std::pair<std::string, std::string>, const Object*> m_groups; // (API group, namespace) -> first object
    std::size_t m_applied = 0;
    const Workload* m_nonEnforcer = nullptr;
    mutable std::map<std::pair<std::string, std::string>, bool> m_read;
};

} // namespace bartizan::analysis
