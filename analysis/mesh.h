// SPDX-License-Identifier: GPL-3.0-or-later
// What a service mesh does for a workload: are its proxies really in the pods or only promised, how does it accept
// connections, which policies and token checks select it, what do its callers' settings say. Istio (sidecar and ambient)
// and Linkerd. Semantics: istio.io reference, PeerAuthentication, AuthorizationPolicy, DestinationRule.
#pragma once

#include "analysis/connectivity/mesh_accepting.h"
#include "analysis/posture.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::analysis {

class Context;

enum class ProxyState { none, promised /* by a label only */, some /* of its running pods */, all };

struct Proxy {
    ProxyState state = ProxyState::none;
    bool running = false; // seen in running pods, not only in the template
    bool ambient = false, linkerd = false;
    bool asked = false;    // labels ask for injection
    bool notKnown = false; // no running pod and no Namespace object is in the input: labels elsewhere may ask for injection
    std::size_t with = 0, total = 0; // running pods
    std::string reason;              // "2 of 3 running pods hold the container `istio-proxy`"
    Evidence evidence;

    bool any() const { return state != ProxyState::none; }
    bool whole() const { return state == ProxyState::all || state == ProxyState::promised; }
};

struct AcceptMode { // how a workload's proxy accepts connections on a port
    MtlsMode mode = MtlsMode::permissive;
    bool byDefault = true; // no PeerAuthentication says so
    bool ofPort = false;
    std::string unsure; // a sentence: which of several modes it is is not known, `mode` is the strictest; "" = it is
    std::string policy; // "PeerAuthentication shop/default"
    Evidence evidence;

    bool demandsTls() const { return mode == MtlsMode::strict && unsure.empty(); }
    bool mayDemandTls() const { return mode == MtlsMode::strict; }
};

struct ClientMode {   // what a DestinationRule tells callers' proxies
    std::string mode; // DISABLE, SIMPLE, MUTUAL, ISTIO_MUTUAL
    bool skipVerify = false;
    Evidence evidence;
};

class Mesh {
public:
    void build(const Context&);

    bool seen() const { return m_seen; } // any proxy, promise or mesh policy in the input
    const Proxy& proxy(WorkloadId id) const { return m_proxies[id.pos()]; }
    AcceptMode acceptMode(const Context&, WorkloadId, std::uint32_t port) const;
    // Ports that the pod's annotations keep away from the proxy (traffic.sidecar.istio.io/excludeInboundPorts, ...).
    const Attribute* excludedFromProxy(const Context&, WorkloadId, std::uint32_t port) const;
    std::optional<ClientMode> clientMode(const Context&, const std::string& callerNs, const Service&, std::uint32_t port) const;

    const std::vector<std::size_t>& accessPolicies(WorkloadId id) const { return m_access[id.pos()]; } // meshAccessPolicies
    const std::vector<std::size_t>& tokenChecks(WorkloadId id) const { return m_tokens[id.pos()]; }    // meshTokenChecks
    // Policies there hold for the whole mesh: as read, else MeshConfig's default (assumption meshconfig-default).
    bool isRoot(const std::string& cluster, const std::string& ns) const;

private:
    Proxy proxyOf(const Context&, WorkloadId) const;

    std::optional<connectivity::MeshInstallations> m_installations;
    bool m_seen = false;
    std::vector<Proxy> m_proxies;
    std::vector<std::vector<connectivity::MeshAccepting>> m_accepting; // by workload, as the next two
    std::vector<std::vector<std::size_t>> m_access, m_tokens;          // most specific first
    std::map<std::string, std::vector<std::size_t>> m_clientTls;       // by the host's first label
};

} // namespace bartizan::analysis
