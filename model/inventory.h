// SPDX-License-Identifier: GPL-3.0-or-later
// What was imported, as it was written. Immutable once importing is done; made by importers/import.h, read by
// model/resolve. Every vector is in a fixed order (path, document, position) that does not depend on threads.
#pragma once

#include "model/inventory/linkerd.h"
#include "model/inventory/network.h"
#include "model/inventory/policies.h"
#include "model/inventory/object.h"
#include "model/inventory/pod.h"
#include "model/inventory/report.h"
#include "model/inventory/routes.h"
#include "model/problem.h"

#include <cstdint>
#include <map>
#include <string>
#include <vector>

namespace bartizan {

struct Source {         // a SOURCE argument: a file, folder or archive
    std::string path;   // as given, without trailing slash
    std::string format; // "file", "folder", "archive"
    std::string sha256; // of the file; of the sorted "digest  path" lines for folders
    std::uint64_t bytes = 0;
    std::uint64_t documents = 0, objects = 0;
};
struct SourceFile { // a file that was read
    SourceId source;
    std::string path;   // relative to its source; "archive.tgz!member" for members; the file's name for a file source
    std::string format; // row of importers/registry.cpp: "kubernetes", "trivy-json", ... or "unrecognised"
    std::string sha256;
    std::uint64_t bytes = 0;
    std::uint64_t documents = 0, objects = 0;
};

// A set of objects that is deployed together (product.md rule 8).
struct Deployable {
    enum class Kind { rendered /* one rendered file */, kustomization, chart, folder, snapshot } kind = Kind::folder;
    std::string path; // the kustomization's folder, the chart, the top folder, the file; relative to its source
    SourceId source;
    bool reviewed = true;
    bool example = false; // below a folder of tests or examples
};

enum class ScopeState { read, refused, notAsked };
struct ScopeEntry {
    std::string kind; // "Deployment.apps", "Service" (kind.group as kubectl prints it), or "*"
    std::string ns;   // namespace or "*"
    ScopeState state = ScopeState::read;
    std::string source; // why, for people: "List in all.json", "deployable release/"
};
struct Scope {
    std::string mode;                // "complete" (every deployable in files is whole), "partial", "snapshot", "mixed"
    std::vector<ScopeEntry> entries; // sorted
    // Was this kind asked for and read (in this namespace)? Absence proves something only then.
    ScopeState state(std::string_view kind, std::string_view ns) const;
};

struct Unrecognised {
    FileId file;
    std::string reason;
};

struct Inventory {
    std::vector<Source> sources;
    std::vector<SourceFile> files;
    std::vector<Deployable> deployables;
    std::vector<Object> objects;                          // every identity read, of every kind
    std::map<std::string, std::uint64_t> documentsByKind; // "apps/v1/Deployment" -> documents as read, Lists unwrapped

    std::vector<WorkloadRecord> workloads;
    std::vector<PodStatus> podStatuses;
    std::vector<ServiceRecord> services;
    std::vector<EndpointsRecord> endpoints;
    std::vector<NetworkPolicyRecord> networkPolicies;
    std::vector<TrafficPolicyRecord> trafficPolicies;
    std::vector<PolicyTierRecord> policyTiers;
    std::vector<AddressSetRecord> addressSets;
    std::vector<PodNetworkRecord> podNetworks;
    std::vector<ConfigMapRecord> configMaps;
    std::vector<SecretRecord> secrets;
    std::vector<ServiceAccountRecord> serviceAccounts;
    std::vector<RoleRecord> roles;
    std::vector<BindingRecord> bindings;
    std::vector<DisruptionBudgetRecord> disruptionBudgets;
    std::vector<AutoscalerRecord> autoscalers;
    std::vector<NodeRecord> nodes;

    std::vector<GatewayRecord> gateways;
    std::vector<GatewayClassRecord> gatewayClasses;
    std::vector<RouteRecord> routes;
    std::vector<AttachedProtection> attachedProtections;
    std::vector<ControllerConfigRecord> controllerConfigs;
    std::vector<ReferenceGrantRecord> referenceGrants;
    std::vector<AuthProxyRecord> authProxies;
    std::vector<BackendTls> backendTls;
    std::vector<MeshAuthentication> meshAuthentications;
    std::vector<MeshTokenCheck> meshTokenChecks;
    std::vector<MeshAccessPolicy> meshAccessPolicies;
    std::vector<MeshClientTls> meshClientTls;
    std::vector<MeshExternalService> meshExternalServices;
    std::vector<MeshEgress> meshEgress;
    std::vector<MeshSettings> meshSettings;
    std::vector<LinkerdServer> linkerdServers;
    std::vector<LinkerdClients> linkerdClients;
    std::vector<LinkerdAuthorization> linkerdAuthorizations;

    std::vector<ScanReport> reports;
    Scope scope;
    std::vector<Unrecognised> unrecognised;
    std::vector<Problem> problems;
    std::string variantChosen; // --variant as given, "" if none

    const Object& object(ObjectId id) const { return objects[id.pos()]; }
};

} // namespace bartizan
