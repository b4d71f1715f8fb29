// SPDX-License-Identifier: GPL-3.0-or-later
// Which pods have a proxy of Istio, and which of Linkerd, and so are bound by its policies and have an identity in it: a pod
// of one mesh has none in the other. The rules are those of analysis/mesh.h, without what only a whole analysis knows.
// istio.io: "Installing the Sidecar", "Add workloads to a mesh" (ambient); linkerd.io: "Automatic Proxy Injection",
// "Proxy Configuration".
#pragma once

#include "analysis/connectivity/world.h"

#include <string>
#include <vector>

namespace bartizan::connectivity {

enum class MeshMember { no, yes, ambient, notKnown };
inline constexpr const char* meshIdentityNote =
    "That the caller shows a certificate of the mesh is assumed: whether it has a proxy is not known.";

// Does Istio's injector give the pod a sidecar? Its webhook is called for namespaces that ask for it, and for pods that do in
// namespaces that say nothing; then the pod's label decides, else its annotation, which alone calls nothing (istio.io,
// "Installing the Sidecar").
struct SidecarWish {
    const Attribute* asks = nullptr; // the label that does; null: nothing asks, as far as is known
    bool refused = false;            // a label or annotation says no
};
SidecarWish sidecarWish(const WorkloadRecord&, const Attributes& spaceLabels);

// The container `name` of a mesh's proxy that stands beside the workload; null: none. The node's ztunnel has one of that name, and
// binds nobody's connections to itself.
const Container* proxyContainer(const PodSpec&, std::string_view name);

// By World::pods. `ambient`: no proxy of its own, the node's ztunnel takes its connections. Running pods of one workload that
// differ: notKnown. Where no pod is seen to have a proxy or is promised one, nothing is known of any, but that those of
// another mesh have none.
std::vector<MeshMember> meshMembers(const Model&, const World&); // of Istio
std::vector<MeshMember> linkerdMembers(const Model&, const World&);

// Ports of the pod that its annotations keep away from the proxy (traffic.sidecar.istio.io/excludeInboundPorts and
// includeInboundPorts). By World::pods; TCP.
std::vector<PortSet> portsBesideProxy(const Model&, const World&);

// What of a pod's own connections never passes its Istio proxy, by annotations traffic.sidecar.istio.io/...: ports as the
// caller asks for them (excludeOutboundPorts), and addresses (excludeOutboundIPRanges, and what includeOutboundIPRanges lacks).
struct MeshCapture {
    PortSet skippedPorts; // TCP
    AddressSet skipped;
    // Of Services and pods, whose addresses are not known: does the rest pass the proxy?
    enum class Inside { passes, never, notKnown } inside = Inside::passes;
};
std::vector<MeshCapture> meshCaptures(const Model&, const World&); // by World::pods

// What annotations config.linkerd.io/... of the pod, else of its namespace, say to Linkerd's proxy.
struct LinkerdSettings {
    PortSet skippedInbound;  // never pass the proxy (skip-inbound-ports); TCP, as the others
    PortSet skippedOutbound; // as callers ask for them: those of Services, or of pods (skip-outbound-ports)
    PortSet identified;      // without a Server, only for clients with an identity (proxy-require-identity-inbound-ports)
    std::string inbound;     // default-inbound-policy as written; "" = not written
    ObjectId inboundObject, identifiedObject; // where
    Evidence inboundEvidence, identifiedEvidence;
};
std::vector<LinkerdSettings> linkerdSettings(const Model&, const World&); // by World::pods

} // namespace bartizan::connectivity
