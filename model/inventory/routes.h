// SPDX-License-Identifier: GPL-3.0-or-later
// The normal form of ways in: listeners, routes and the protections attached to them. Each dialect (Ingress with a
// controller's annotations, Gateway API, Istio, OpenShift Route, ...) is turned into this by one importer file;
// nothing above importers knows which product it was, beyond the `dialect` word shown to people.
#pragma once

#include "model/inventory/network.h"

namespace bartizan {

enum class TlsMode { unknown, none, terminate, passthrough, mutual /* client certificate required */, optionalMutual };

struct ListenerRecord {
    std::string name;
    std::uint32_t port = 0;
    std::string protocol; // HTTP, HTTPS, TLS, TCP, UDP
    std::vector<std::string> hosts; // empty = any
    Fact<TlsMode> tls;
    std::vector<std::string> certificates; // Secret names
    Fact<std::string> minTlsVersion;
    Fact<bool> redirectsToHttps;
    std::string allowedNamespaces = "Same"; // Same, All, None, Selector (then `namespaceSelector`)
    Selector namespaceSelector;
    Fact<bool> accepted, programmed;         // status conditions; unwritten when there is no status
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
};

struct GatewayClassRecord { // IngressClass, GatewayClass
    ObjectId object;
    std::string dialect;    // "ingress" or "gateway-api"
    std::string controller; // "k8s.io/ingress-nginx", "istio.io/gateway-controller"
    bool isDefault = false;
    Fact<bool> accepted;
};

enum class ProtectionKind { authentication, authorization, abuse, secondFactor, trap };
// Does the measure really stop a request without credentials (or above the limit)?
enum class Enforcement { enforced, optional /* validated, not required */, off, unresolved /* refers to something not in the input */, unknown };

struct Protection {
    ProtectionKind kind = ProtectionKind::authentication;
    std::string method; // "basic", "digest", "external", "client-certificate", "oidc", "jwt", "ip-list", "rate", "concurrency", "waf", ...
    Enforcement enforcement = Enforcement::enforced;
    std::string id;     // traps and rules: stable kebab-case word ("cors-any-origin-with-credentials")
    std::string detail; // a sentence for people
    std::string refNs, refName, refKind;      // the object it points at, when it does
    std::vector<std::string> exemptPaths;     // prefixes where it does not apply
    AddressToken external;                    // for "external": the checking service
    bool perReplica = false;
    Evidence evidence;
};

struct BackendRef {
    std::string kind = "Service", ns, name, port; // port: number or name
    std::int64_t weight = 1;
    bool permitted = true; // false: cross-namespace without ReferenceGrant
    Evidence evidence;
};

struct ParentRef { // where a route asks to be attached
    std::string gateway;            // GatewayRecord::id, or "" for an Ingress (then className decides)
    std::string section;            // listener name
    std::uint32_t port = 0;
    Fact<bool> accepted;            // status.parents[].conditions Accepted
    Evidence evidence;
};

struct RouteRecord {
    std::string id;      // "ingress:ns/name#0.1" (rule.match)
    std::string dialect; // "ingress", "gateway-api", "istio", "openshift"
    ObjectId object;
    Fact<std::string> className;      // Ingress
    std::vector<ParentRef> parents;   // Gateway API, Istio
    std::vector<std::string> hosts;   // empty = any
    std::string pathType = "any";     // exact, prefix, regex, any
    std::string path;
    std::vector<std::string> methods, headers;
    int precedence = 0;               // order among routes of equal specificity, lower first
    std::vector<BackendRef> backends;
    Fact<TlsMode> edgeTls;            // Ingress, OpenShift Route; Gateway routes take their listener's
    std::vector<std::string> certificates;
    Fact<bool> redirectsToHttps;      // plain text is answered with a redirect
    Fact<std::string> upstreamTls;    // "plain", "tls", "tlsVerified", "mutual"; unwritten = not stated
    std::vector<Protection> protections; // attached to this very route
    Fact<std::string> audience;       // label or annotation bartizan.dev/audience
    std::vector<Fact<std::string>> addresses; // status.loadBalancer.ingress
    bool meshOnly = false;            // serves in-mesh traffic only (Istio "mesh" gateway): not a way in
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
    Selector pods;                              // present=false: whole namespace (or mesh in the root namespace)
    Fact<MtlsMode> mode;
    std::vector<std::pair<std::uint32_t, Fact<MtlsMode>>> ports;
};
struct MeshTokenCheck { // Istio RequestAuthentication: validates tokens, requires none
    ObjectId object;
    std::string ns;
    Selector pods;
    std::vector<std::string> targetGateways, targetServices;
    std::vector<Fact<std::string>> issuers;
};
struct MeshAccessRule {
    struct Source {
        std::vector<std::string> principals, notPrincipals, namespaces, notNamespaces, serviceAccounts, ipBlocks, notIpBlocks,
            remoteIpBlocks, notRemoteIpBlocks, requestPrincipals, notRequestPrincipals;
    };
    struct Operation {
        std::vector<std::string> hosts, notHosts, ports, notPorts, methods, notMethods, paths, notPaths;
    };
    struct Condition {
        std::string key;
        std::vector<std::string> values, notValues;
    };
    std::vector<Source> from; // empty = any source
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
};
struct MeshExternalService { // Istio ServiceEntry
    ObjectId object;
    std::vector<Fact<std::string>> hosts;
    std::vector<std::uint32_t> ports;
    std::string location; // MESH_EXTERNAL, MESH_INTERNAL
};

} // namespace bartizan
