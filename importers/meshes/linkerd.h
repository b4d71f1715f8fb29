// SPDX-License-Identifier: GPL-3.0-or-later
// Linkerd's kinds of policy.linkerd.io (v1alpha1, v1beta1 to v1beta3). Each object is read alone, with the defaults of its
// API. What the API server or Linkerd's admission webhook refuses is a Problem at its line and gives no record: such an
// object is in no cluster. Routes of Servers have GatewayRecord ids "linkerd:ns/name" as parents and are never ways in.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

constexpr std::string_view linkerdGroup = "policy.linkerd.io";

void importLinkerdServer(const ObjectContext&);
void importMeshTlsAuthentication(const ObjectContext&);
void importNetworkAuthentication(const ObjectContext&);
void importLinkerdAuthorizationPolicy(const ObjectContext&);
void importServerAuthorization(const ObjectContext&);

// The six words of accessPolicy, of the default inbound policy and of its annotation.
bool linkerdAccessPolicy(std::string_view word);

} // namespace bartizan::importers
