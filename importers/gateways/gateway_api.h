// SPDX-License-Identifier: GPL-3.0-or-later
// Gateway API (gateway.networking.k8s.io v1, v1beta1, v1alpha2, and the x-k8s.io ListenerSet) in the normal form, and
// the policies that implementations attach to it. Attachment itself (hostnames, allowed routes, grants) is the
// resolver's: here each object is read alone. Gateway ids are "gateway-api:ns/name" and "listenerset:ns/name".
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importGatewayClass(const ObjectContext&);
void importApiGateway(const ObjectContext&);
void importListenerSet(const ObjectContext&);
void importReferenceGrant(const ObjectContext&);
void importBackendTlsPolicy(const ObjectContext&);
void importHttpRoute(const ObjectContext&);
void importGrpcRoute(const ObjectContext&);
void importTlsRoute(const ObjectContext&);
void importPlainRoute(const ObjectContext&); // TCPRoute, UDPRoute

void importSecurityPolicy(const ObjectContext&);       // Envoy Gateway
void importClientTrafficPolicy(const ObjectContext&);  // Envoy Gateway
void importBackendTrafficPolicy(const ObjectContext&); // Envoy Gateway
void importAuthPolicy(const ObjectContext&);           // Kuadrant
void importAuthenticationFilter(const ObjectContext&); // NGINX Gateway Fabric
void importOtherGatewayPolicy(const ObjectContext&);   // recognised by what they set, not interpreted

std::string apiGatewayId(std::string_view kind, std::string_view ns, std::string_view name);

// One AttachedProtection for each protection and each of spec.targetRef, targetRefs[] and targetSelectors[]. Targets
// that name no namespace are in the policy's own. Without any target nothing is attached.
void attachToTargets(const ObjectContext&, document::Node spec, const std::vector<Protection>& protections,
                     const AttachedProtection& like = {});

} // namespace bartizan::importers
