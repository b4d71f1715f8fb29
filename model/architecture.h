// SPDX-License-Identifier: GPL-3.0-or-later
// The one resolved model of the reviewed system: what receives, what runs, what calls what. Made by model/resolve from
// an Inventory (applied objects only), read by analysis, diagram, report and app. Everything carries its evidence.
// It keeps a shared_ptr-free reference to its Inventory by value in Model (see below); indices point into both.
//
// Ids (interfaces.md): workload "namespace/name[Kind]" (with several clusters "cluster//namespace/name[Kind]"),
// service "namespace/name", outside "internet", "ip:first-last", "external:host[:port]", entry "kind:namespace/name:port".
#pragma once

#include "model/inventory.h"

#include <string>
#include <vector>

namespace bartizan {

enum class Reach { internet, privateNetwork, nodeNetwork, notKnown };
enum class CallKind { declared, inferred, observed, latent };
enum class Sensitivity { openData, internal, confidential, restricted };
enum class SensitivitySource { review, label, inferred, byDefault };
enum class WorkloadRole { service, store, gateway, authProxy, job, agent /* DaemonSet-like platform helper */ };

// A container of a resolved workload, with the image it runs.
struct ContainerUse {
    ImageId image; // none when no image is written
    std::string name;
    ContainerRole role = ContainerRole::main;
    std::size_t index = 0; // in the WorkloadRecord's pod.containers
    Evidence evidence;     // the image line
};

struct Image {                               // one reference as written, normalised
    std::string written;                     // as in the manifest
    std::string normalised;                  // "docker.io/library/redis:alpine"; "" when invalid
    std::string digest;                      // from the reference "@sha256:..."
    std::vector<std::string> runningDigests; // from pod statuses, "sha256:..." (sorted)
    bool mutableTag = false;                 // latest, no tag, or pull policy Always on a tag
    std::vector<WorkloadId> workloads;
    Evidence evidence;
};

struct Workload {
    std::string id;
    std::string cluster, ns, name, kind;
    std::size_t record = 0;            // Inventory::workloads: the top owner's (or the pod's own when no owner is in the input)
    std::vector<std::size_t> pods;     // Inventory::workloads indices of running Pod records collapsed into it (sorted)
    std::vector<std::size_t> statuses; // Inventory::podStatuses indices
    WorkloadRole role = WorkloadRole::service;
    std::string product; // recognised product, "Redis", "ingress-nginx"; "" unknown
    Evidence productEvidence;
    bool platform = false; // name, namespace and image match the shipped component list
    std::string platformComponent;
    bool strangerInPlatform = false; // in a platform namespace without being a known component
    bool listens = false;            // has a container port, a Service port that resolves here, or a serving probe
    std::vector<ContainerUse> containers;
    std::vector<ServiceId> services; // that select it
    std::string owner;               // owner/team/part-of label
    Evidence ownerEvidence;
    Sensitivity sensitivity = Sensitivity::internal;
    SensitivitySource sensitivitySource = SensitivitySource::byDefault;
    std::string sensitivityReason;
    Evidence sensitivityEvidence;
    ObjectId object;   // of `record`
    Evidence evidence; // the object's own lines
};

struct ServicePortUse {
    std::string name, protocol = "TCP", appProtocol;
    std::uint32_t port = 0, nodePort = 0;
    std::string targetPort;             // as written, or the port
    std::vector<std::uint32_t> targets; // resolved container ports over its workloads (sorted); empty: unresolved name
    Evidence evidence;
};
struct Service {
    std::string id, ns, name, type; // type ClusterIP, NodePort, LoadBalancer, ExternalName, Headless
    std::size_t record = 0;         // Inventory::services
    ObjectId object;
    std::vector<WorkloadId> workloads; // selected (or through Endpoints for selector-less Services)
    std::vector<ServicePortUse> ports;
    std::optional<bool> hasReadyEndpoints; // only where endpoints are in the input
    std::vector<Evidence> nearMisses;      // pods whose labels nearly match, when it selects nothing; text says what differs
    Evidence evidence;
};

struct Outside {    // a system that is not among the workloads
    std::string id; // "external:api.bank.example:443"
    std::string host;
    std::uint32_t port = 0;
    std::string product; // "AWS RDS", "" unknown
    bool managed = false;
    Evidence evidence;
};

// Call ends: a workload, an outside system, or the internet (from).
struct Peer {
    enum class Kind { workload, outside, internet } kind = Kind::workload;
    WorkloadId workload;
    OutsideId outside;
    friend bool operator==(const Peer&, const Peer&) = default;
};
struct CallPort {
    std::string protocol = "TCP";
    std::string port; // container port, number or name
};
struct Call {
    Peer from, to;
    CallKind kind = CallKind::inferred;
    std::vector<CallPort> ports;
    std::string scheme;    // "redis", "http", "" when not shown
    std::string clientTls; // the client's TLS wish: "disable", "require", "verify-full", "skip-verify", ""
    ServiceId service;     // through which Service, when one
    std::vector<Evidence> evidence;
};
struct DanglingCall { // names a service that is not in the input, or a port that the Service does not have
    WorkloadId from;
    std::string host;
    std::uint32_t port = 0;
    Evidence evidence;
    std::string nearest; // nearest existing service name, "" if none; "name:ports" when only the port is wrong
};

// A way in from outside the cluster.
struct Entry {
    std::string id;   // "loadBalancer:shop/frontend-external:80", "ingress:ns/name:443", "nodePort:...", "hostPort:...",
                      // "hostNetwork:...", "externalIp:...", "gateway:...", "route:..."
    std::string kind; // the word before the colon
    Reach reach = Reach::notKnown;
    std::string reachReason;
    std::vector<std::string> addresses, sourceRanges;
    std::uint32_t port = 0;
    std::string protocol = "TCP";
    std::vector<WorkloadId>
        workloads; // where its bytes end FIRST (the gateway's pods when it is a gateway, else the service's pods)
    std::vector<std::uint32_t> targets; // container ports of `workloads` where they end (sorted); empty: not known
    GatewayId gateway;                  // for Ingress and Gateway API entries
    ServiceId service;
    ObjectId object;
    bool servesRoutes = false; // routes decide what lies behind (gateway)
    Evidence evidence;
};

struct Gateway {    // what answers for routes: a Gateway object, or an ingress class's controller
    std::string id; // "gateway-api:ns/name", "istio:ns/name", "ingress-class:nginx", "openshift-router:default"
    std::string dialect, className, controller;
    std::vector<WorkloadId> workloads; // its pods, when they are in the input
    std::optional<bool> accepted, programmed;
    Evidence waiting; // the status line that says that no controller has taken it up
    bool controllerInInput = false;
    std::string unknownBecause;                        // when the class, controller or status is not in the input
    std::size_t record = static_cast<std::size_t>(-1); // Inventory::gateways, when there is one
    Evidence evidence;
};

struct RouteBackend {
    ServiceId service;
    std::string ns, name, port;
    std::int64_t weight = 1;
    std::vector<WorkloadId> workloads;
    std::vector<std::uint32_t> targets;
    bool mirror = false;    // gets copies of the requests, answers nobody
    std::string unresolved; // why it leads nowhere: "not in the input", "reference not permitted"
    Evidence evidence;
};

struct Route {
    std::string id;
    std::size_t record = 0; // Inventory::routes
    std::vector<EntryId> entries;
    GatewayId gateway;
    std::string dialect;
    std::vector<std::string> hosts;
    std::string pathType, path;
    std::vector<std::string> methods, headers, queryParams; // as in RouteRecord
    std::string protocol = "http";                          // http, grpc, tls, tcp, udp
    int precedence = 0;
    bool inOrder = false;              // the object's routes are tried in `precedence` order, whatever their specificity
    std::vector<std::string> sections; // names of the gateway's listeners that it is attached to
    std::vector<RouteBackend> backends;
    bool redirectsAway = false; // answered with a redirect or a fixed response; no backend is asked
    TlsMode edgeTls = TlsMode::unknown;
    Evidence edgeTlsEvidence;
    std::string minTlsVersion;
    bool redirectsHttp = false;
    std::string upstreamTls; // "plain", "tls", "tlsVerified", "mutual", "" = not stated
    Evidence upstreamTlsEvidence;
    std::vector<Protection> protections; // own and attached from elsewhere, as effective here, most specific first
    std::optional<bool> accepted;        // attachment decided (status, or by the rules); nullopt = cannot tell
    std::string acceptedReason;
    std::string acceptedCode; // the Gateway API's reason word: "NotAllowedByListeners"; "" elsewhere
    std::string audience;     // "" = not stated; "anyone", "signed-in people", "machines", "operators", "cluster", "nobody"
    Evidence audienceEvidence;
    std::string audienceBy; // who confirmed it in the review and when: "A. Lovelace, 2026-11-21"; "" = not confirmed there
    Evidence evidence;
};

// An authenticating proxy in front of workloads (oauth2-proxy): entries and routes that end at `proxy` are checked
// before they reach `upstreams`.
struct AuthProxy {
    WorkloadId proxy;
    std::vector<WorkloadId> upstreams; // may include itself (a side container)
    std::vector<std::string> exemptPaths;
    std::string product;
    Evidence evidence;
};

struct Namespace {
    std::string cluster, name;
    ObjectId object; // none when no Namespace object is in the input
    std::vector<WorkloadId> workloads;
};

struct Architecture {
    std::vector<Namespace> namespaces; // sorted by (cluster, name)
    std::vector<Workload> workloads;   // sorted by id
    std::vector<Service> services;     // sorted by id
    std::vector<Image> images;         // sorted by written
    std::vector<Outside> outsides;     // sorted by id
    std::vector<Entry> entries;        // sorted by id
    std::vector<Gateway> gateways;     // sorted by id
    std::vector<Route> routes;         // sorted by id
    std::vector<Call> calls;           // sorted by (from id, to id, kind)
    std::vector<DanglingCall> danglingCalls;
    std::vector<AuthProxy> authProxies;
    std::vector<Problem> problems; // what resolving could not settle

    const Workload& workload(WorkloadId id) const { return workloads[id.pos()]; }
    const Service& service(ServiceId id) const { return services[id.pos()]; }
};

// What analysis, reports and windows share: immutable once made, behind one shared_ptr<const Model> held by app.
struct Model {
    Inventory inventory;
    Architecture architecture;
};

std::string peerId(const Architecture&, const Peer&); // "shop/cart[Deployment]", "external:host", "internet"
const char* toWord(Reach);                            // "internet", "private network", "node network", "not known"
const char* toWord(CallKind);                         // "declared", ...
const char* toWord(Sensitivity);                      // "open data", "internal", "confidential", "restricted"
const char* toWord(SensitivitySource);                // "review", "label", "inferred", "default"

} // namespace bartizan
