// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's networking (v1alpha3, v1beta1, v1) and security (v1beta1, v1) kinds. Each object is read alone; scopes,
// precedence and what a default means are decided by whoever reads the records. Gateway ids are "istio:ns/name".
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

// The words of outboundTrafficPolicy.mode, of a Sidecar and of MeshConfig.
constexpr std::string_view istioAllowAny = "ALLOW_ANY", istioRegistryOnly = "REGISTRY_ONLY";

void importIstioGateway(const ObjectContext&);
void importVirtualService(const ObjectContext&);
void importDestinationRule(const ObjectContext&);
void importServiceEntry(const ObjectContext&);
void importSidecar(const ObjectContext&);
void importPeerAuthentication(const ObjectContext&);
void importRequestAuthentication(const ObjectContext&);
void importAuthorizationPolicy(const ObjectContext&); // security.istio.io
void importEnvoyFilter(const ObjectContext&);         // recognised by the filters it names, not interpreted
void importWasmPlugin(const ObjectContext&);          // the same, by its phase

} // namespace bartizan::importers
