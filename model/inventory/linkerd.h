// SPDX-License-Identifier: GPL-3.0-or-later
// Linkerd's policies (policy.linkerd.io), as written: which ports are servers, who may ask them, and how clients are told
// apart. Each object is read alone; analysis/connectivity decides what they mean together. linkerd.io reference,
// "Authorization Policy": without any authorization the server's accessPolicy, and where no Server is, the default inbound
// policy of the pod, its namespace or the installation decides. HTTPRoute and GRPCRoute of a Server are RouteRecords.
#pragma once

#include "model/inventory/policies.h"
#include "model/inventory/routes.h"

namespace bartizan {

struct LinkerdServer { // Server: one port of the pods that it selects
    ObjectId object;
    std::string ns;
    Selector pods;                  // present=false: no pods, but external workloads
    std::uint32_t port = 0;         // 0 = by name
    std::string portName;           // of a container port
    std::string protocol;           // proxyProtocol: "unknown", "HTTP/1", "HTTP/2", "gRPC", "opaque", "TLS"; "" = not written
    Fact<std::string> accessPolicy; // "deny" where not written; "all-unauthenticated", "cluster-authenticated", "audit", ...
    Evidence evidence;
};

struct LinkerdClients { // MeshTLSAuthentication, NetworkAuthentication, or the `client` of a ServerAuthorization
    ObjectId object;
    std::string ns;
    bool anyone = false;                 // unauthenticated clients too
    bool anyTls = false;                 // every client with a certificate of the mesh, or "*"
    std::vector<std::string> identities; // "cart.shop.serviceaccount.identity.linkerd.cluster.local", "*.shop.…": as written
    std::vector<ObjectRef> accounts;     // ServiceAccounts; kind "Namespace": all of its accounts
    std::vector<PolicyPeer::Block> networks;
    bool networksOnly = false; // NetworkAuthentication: only `networks` says who is meant
    Evidence evidence;
};

struct LinkerdAuthorization { // AuthorizationPolicy, ServerAuthorization
    ObjectId object;
    std::string ns;
    ObjectRef target;                    // Server, HTTPRoute, GRPCRoute, Namespace; kind "" with `servers`
    Selector servers;                    // ServerAuthorization: labels of the Servers
    std::vector<ObjectRef> required;     // MeshTLSAuthentication, NetworkAuthentication, ServiceAccount: all of them
    std::vector<LinkerdClients> clients; // ServerAuthorization: its own
    Evidence evidence;
};

} // namespace bartizan
