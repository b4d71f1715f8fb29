// SPDX-License-Identifier: GPL-3.0-or-later
// The normal form of ways in: listeners, routes and the protections attached to them. Each dialect (Ingress with a
// controller's annotations, Gateway API, Istio, OpenShift Route, ...) is turned into this by one importer file;
// nothing above importers knows which product it was, beyond the `dialect` word shown to people.
#pragma once

#include "model/inventory/network.h"

namespace bartizan {

struct ObjectRef { // a reference to another object, defaults of the referring API filled in
    std::string group, kind, ns, name;
    Evidence evidence;
};

enum class TlsMode { unknown, none, terminate, passthrough, mutual /* client certificate required */, optionalMutual };

struct ListenerRecord {
    std::string name;
    std::uint32_t port = 0;
    std::string protocol;           // HTTP, HTTPS, TLS, TCP, UDP
    std::vector<std::string> hosts; // empty = any
    Fact<TlsMode> tls;
    std::vector<std::string> certificates; // Secret names
    Fact<std::string> minTlsVersion;
    Fact<bool> redirectsToHttps;
    std::string allowedNamespaces = "Same"; // Same, All, None, Selector (then `namespaceSelector`)
    Selector namespaceSelector;
    Fact<bool> accepted, programmed;        // status conditions; unwritten when there is no status
    std::vector<ObjectRef> certificateRefs; // Gateway API: with namespace, to be checked against ReferenceGrants
    std::vector<ObjectRef> allowedKinds;    // allowedRoutes.kinds as written (group, kind); empty = what the protocol implies
    Evidence evidence;
};

// Something that listens for the outside: a Gateway, or an Ingress class's controller.
struct GatewayRecord {
    std::string id;      // "gateway-api:ns/name", "istio:ns/name"
    std::string dialect; // "gateway-api", "istio", "ingress"
    ObjectId object;
    Fact<std::string> className; // gatewayClassName or ingress class
    Selector pods;               // Istio: the proxies that serve it
    std::vector<ListenerRecord> listeners;
    std::vector<std::string> addresses;
    Fact<bool> accepted, programmed;
    Evidence waiting;                      // a condition whose status is Unknown: no controller has taken the object up
    std::string parent;                    // ListenerSet: GatewayRecord::id of the Gateway whose listeners it extends, else ""
    std::string allowedListeners = "None"; // which namespaces' ListenerSets may extend it: None, Same, All, Selector
    Selector listenerNamespaces;
    Evidence evidence;
};

struct GatewayClassRecord { // IngressClass, GatewayClass
    ObjectId object;
    std::string dialect;    // "ingress" or "gateway-api"
    std::string controller; // "k8s.io/ingress-nginx", "istio.io/gateway-controller"
    std::string product;    // the word that Protection::controller uses for it ("ingress-nginx"); "" = not a known controller
    bool isDefault = false;
    Fact<bool> accepted;
    Evidence evidence;
};

enum class ProtectionKind { authentication, authorization, abuse, secondFactor, trap };
// Does the measure really stop a request without credentials (or above the limit)?
enum class Enforcement {
    enforced,
    optional /* validated, not required */,
    off,
    unresolved /* refers to something not in the input */,
    unknown
};

struct Protection {
    ProtectionKind kind = ProtectionKind::authentication;
    std::string
        method; // "basic", "digest", "external", "client-certificate", "oidc", "jwt", "ip-list", "rate", "concurrency", "waf", ...
    Enforcement enforcement = Enforcement::enforced;
    std::string id;                       // traps and rules: stable kebab-case word ("cors-any-origin-with-credentials")
    std::string detail;                   // a sentence for people
    std::string refNs, refName, refKind;  // the object it points at, when it does
    std::vector<std::string> exemptPaths; // prefixes where it does not apply
    AddressToken external;                // for "external": the checking service
    bool perReplica = false;
    std::string controller;   // holds only where this product serves the route (Ingress annotations); "" = part of the API itself
    bool perHost = false;     // holds for every route of the same host and controller, not for this route alone
    std::string externalPath; // "external": path of the check; `external.host` is "$host" when it is the route's own host
    Evidence evidence;
};

struct BackendRef {
    std::string kind = "Service", ns, name, port; // port: number or name
    // kind "Host": `name` is a DNS name as written that is no Service of this cluster by its form (Istio destinations)
    std::string group;   // "" = core
    bool mirror = false; // gets copies of the requests, answers nobody
    std::int64_t weight = 1;
    bool permitted = true; // false: cross-namespace without ReferenceGrant
    Evidence evidence;
};

struct ParentRef {       // where a route asks to be attached
    std::string gateway; // GatewayRecord::id, "linkerd:ns/name" of a Server, or "" for an Ingress (then className decides)
    std::string kind;    // "Gateway", "ListenerSet", "Service" (routes in a mesh), ...
    std::string section; // listener name
    std::uint32_t port = 0;
    Fact<bool> accepted; // status.parents[].conditions Accepted
    Evidence evidence;
};

// What holds only if this controller serves the Ingress: its annotations' and defaults' word on the route itself.
// The resolver applies the entry whose controller the class leads to, over the RouteRecord's own fields.
struct ControllerFacts {
    std::string controller; // as Protection::controller
    Fact<TlsMode> edgeTls;
    Fact<bool> redirectsToHttps; // evidence is the tls block when it is the controller's default
    Fact<std::string> upstreamTls;
    Fact<std::string> pathType; // "regex"
    Fact<bool> redirectsAway;   // every request is answered with a redirect; the backend is never asked
    Fact<bool> internal;        // a balancer that answers private addresses only (true) or the internet (false)
    Fact<bool> canary;          // only adds a backend to the route of the same host and path; own protections are ignored
    std::vector<Fact<std::string>> moreHosts; // further names the route answers to
};

struct RouteRecord {
    std::string id;      // "ingress:ns/name#0.1" (rule.match)
    std::string dialect; // "ingress", "gateway-api", "istio", "openshift"
    ObjectId object;
    Fact<std::string> className;    // Ingress
    std::vector<ParentRef> parents; // Gateway API, Istio
    std::string protocol = "http";  // http, grpc, tls (by the name in the handshake), tcp, udp
    std::string section;            // name of the object's rule, when it has one (policies may target it)
    std::vector<std::string> hosts; // empty = any
    std::string pathType = "any";   // exact, prefix, regex, any
    std::string path;
    std::vector<std::string> methods, headers; // headers: "name: value", or "name ~ pattern"
    std::vector<std::string> queryParams;      // the same for query parameters
    int precedence = 0;                        // order among routes of equal specificity, lower first
    bool inOrder = false;    // the object's routes are tried in `precedence` order whatever their specificity (Istio)
    std::string delegatesTo; // Istio delegate: prefix of RouteRecord::id of the routes that continue this one
    std::vector<BackendRef> backends;
    Fact<TlsMode> edgeTls; // Ingress, OpenShift Route; Gateway routes take their listener's
    std::vector<std::string> certificates;
    Fact<bool> redirectsToHttps;              // plain text is answered with a redirect
    Fact<bool> plainRefused;                  // plain text is not served at all
    Fact<std::string> upstreamTls;            // "plain", "tls", "tlsVerified", "mutual"; unwritten = not stated
    std::vector<Protection> protections;      // attached to this very route
    Fact<std::string> audience;               // label or annotation bartizan.dev/audience
    std::vector<Fact<std::string>> addresses; // status.loadBalancer.ingress
    std::vector<ControllerFacts> byController;
    Fact<bool> redirectsAway; // answered with a redirect (or a fixed response); no backend is asked
    bool meshOnly = false;    // serves in-mesh traffic only (Istio "mesh" gateway): not a way in
    Evidence evidence;
};

// A protection attached from elsewhere: a policy that targets a gateway, a route or workloads.
struct AttachedProtection {
    Protection protection;
    ObjectId object;
    std::string targetGateway, targetRoute; // GatewayRecord::id / prefix of RouteRecord::id ("gateway-api:ns/name")
    std::string targetNs, targetService;
    Selector targetPods;
    std::string section;
    std::string targetController; // every route that this product serves (controller-wide settings)
    ObjectRef target;             // the target as written; kind "" when there is none (a filter that routes refer to)
    Selector targetLabels;        // present: every object of target.kind in the namespace with these labels
    // Policies of one family replace each other: the object with the most specific target counts, all of it, unless
    // `merges` (it only adds to the less specific one) or a less specific one `overrides`. "" = all of them count.
    std::string family;
    bool merges = false, overrides = false;
};

// A controller's own settings were read (ConfigMap of ingress-nginx): absence of a controller-wide measure proves something.
struct ControllerConfigRecord {
    ObjectId object;
    std::string controller;      // as Protection::controller
    Fact<bool> redirectsToHttps; // for every route with TLS (ssl-redirect) ...
    Fact<bool> forceHttps;       // ... or for all (force-ssl-redirect)
    Evidence evidence;
};

// Gateway API ReferenceGrant: who may refer from another namespace to objects of this one.
struct ReferenceGrantRecord {
    ObjectId object;
    std::vector<ObjectRef> from; // group, kind, ns
    std::vector<ObjectRef> to;   // group, kind, name ("" = all)
    Evidence evidence;
};

// An authenticating proxy among a pod's containers (oauth2-proxy): what passes it was checked, exempt paths apart.
struct AuthProxyRecord {
    ObjectId object; // the workload
    std::string container, product;
    std::uint32_t port = 0;                     // where it listens; 0 = not written
    std::vector<AddressToken> upstreams;        // where it forwards to; empty: answers checks only (auth-url, forwardAuth)
    std::vector<Fact<std::string>> exemptPaths; // patterns as written that are let through without a check
    Fact<std::string> provider;                 // "google", "oidc", "keycloak-oidc", ...
    AddressToken issuer;
    bool settingsElsewhere = false; // a configuration file, not read here, holds settings: absence proves nothing
    std::vector<Protection> traps;
    Evidence evidence;
};

struct BackendTls { // BackendTLSPolicy, DestinationRule for a host outside the mesh
    ObjectId object;
    std::string ns, service, section;
    std::string mode; // "tlsVerified", "tls", "mutual"
    Evidence evidence;
};

// ---- mesh -------------------------------------------------------------------------------------------------
enum class MtlsMode { unset, disable, permissive, strict };
struct MeshAuthentication { // Istio PeerAuthentication: how a workload accepts connections
    ObjectId object;
    std::string ns;
    Selector pods; // present=false: whole namespace (or mesh in the root namespace)
    Fact<MtlsMode> mode;
    std::vector<std::pair<std::uint32_t, Fact<MtlsMode>>> ports;
    Evidence evidence;
};
struct MeshTokenCheck { // Istio RequestAuthentication: validates tokens, requires none
    ObjectId object;
    std::string ns;
    Selector pods;
    std::vector<std::string> targetGateways, targetServices;
    std::vector<Fact<std::string>> issuers;
    std::vector<std::string> targetClasses; // GatewayClass names
    Evidence evidence;
};
struct MeshAccessRule {
    struct Source {
        std::vector<std::string> principals, notPrincipals, namespaces, notNamespaces, serviceAccounts, ipBlocks, notIpBlocks,
            remoteIpBlocks, notRemoteIpBlocks, requestPrincipals, notRequestPrincipals, notServiceAccounts, trustDomains,
            notTrustDomains;
    };
    struct Operation {
        std::vector<std::string> hosts, notHosts, ports, notPorts, methods, notMethods, paths, notPaths;
    };
    struct Condition {
        std::string key;
        std::vector<std::string> values, notValues;
    };
    std::vector<Source> from;  // empty = any source
    std::vector<Operation> to; // empty = any operation
    std::vector<Condition> when;
    Evidence evidence;
};
struct MeshAccessPolicy { // Istio AuthorizationPolicy
    enum class Action { allow, deny, audit, custom };
    ObjectId object;
    std::string ns;
    Action action = Action::allow;
    std::string provider;
    Selector pods;
    std::vector<std::string> targetGateways, targetServices;
    std::vector<std::string> targetClasses; // GatewayClass names
    bool dryRun = false;                    // annotation istio.io/dry-run: evaluated, never enforced
    bool rulesWritten = false;
    std::vector<MeshAccessRule> rules;
    Evidence evidence;
};
struct MeshClientTls { // Istio DestinationRule
    ObjectId object;
    std::string ns;
    Fact<std::string> host; // as written; short names resolve in ns
    Fact<std::string> mode; // DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL
    std::vector<std::pair<std::uint32_t, Fact<std::string>>> ports;
    Fact<bool> insecureSkipVerify;
    std::vector<std::pair<std::string, Fact<std::string>>> subsets; // subset name, its own mode
    Fact<std::string> caCertificates;                               // a file or Secret that verifies the server (its name)
    Selector clients; // workloadSelector: only these pods of the namespace; present=false: all
    Evidence evidence;
};
struct MeshExternalService { // Istio ServiceEntry
    ObjectId object;
    std::vector<Fact<std::string>> hosts;
    std::vector<std::uint32_t> ports;
    std::string location;               // MESH_EXTERNAL, MESH_INTERNAL
    std::vector<std::string> addresses; // IPs and ranges
    Evidence evidence;
};
struct MeshEgress { // Istio Sidecar: the hosts that a workload's proxy knows routes to
    struct Listener {
        std::uint32_t port = 0;         // 0 = the ports of the hosts
        std::vector<std::string> hosts; // "namespace/name" as written; namespace "*", "." or "~"; name "*", "*.example.com"
        Evidence evidence;
    };
    ObjectId object;
    std::string ns;
    Selector pods;              // present=false: whole namespace (or mesh in the root namespace)
    bool egressWritten = false; // false: no entry in egress, and every host of the mesh is imported
    std::vector<Listener> egress;
    Fact<std::string> outboundMode; // ALLOW_ANY, REGISTRY_ONLY; unwritten: that of a wider Sidecar or of the mesh
    Evidence evidence;
};
struct MeshSettings { // of an installation: Istio's MeshConfig (ConfigMap key `mesh`, IstioOperator), Linkerd's `values`
    ObjectId object;
    std::string mesh;                                  // "istio", "linkerd"
    std::string ns;                                    // where it is installed
    Fact<std::string> rootNamespace;                   // Istio
    Fact<std::string> outboundMode;                    // Istio: outboundTrafficPolicy.mode
    Fact<std::string> trustDomain;                     //
    std::vector<Fact<std::string>> trustDomainAliases; // Istio: policies that name one of these mean the mesh's own
    Fact<std::string> defaultInbound;                  // Linkerd: proxy.defaultInboundPolicy
    std::vector<Fact<std::string>> clusterNetworks;    // Linkerd: blocks of addresses that count as inside
    Evidence evidence;
};

} // namespace bartizan
