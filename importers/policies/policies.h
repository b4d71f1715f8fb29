// SPDX-License-Identifier: GPL-3.0-or-later
// The importers of network policies that are no part of Kubernetes itself, and of the networks that pods are attached to,
// one function a row of importers/registry.cpp. Each translates into the one form of model/inventory/policies.h. What an
// API server would refuse is a Problem at its line and makes the record `malformed`; the rest is analysed without it.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importAdminPolicy(const ObjectContext&);   // AdminNetworkPolicy, BaselineAdminNetworkPolicy
void importClusterPolicy(const ObjectContext&); // ClusterNetworkPolicy
void importCalicoPolicy(const ObjectContext&);  // NetworkPolicy, GlobalNetworkPolicy and their staged forms
void importCalicoTier(const ObjectContext&);
void importCalicoSet(const ObjectContext&);    // NetworkSet, GlobalNetworkSet
void importCiliumPolicy(const ObjectContext&); // CiliumNetworkPolicy, CiliumClusterwideNetworkPolicy
void importCiliumGroup(const ObjectContext&);  // CiliumCIDRGroup
void importMultiNetworkPolicy(const ObjectContext&);
void importUserDefinedNetwork(const ObjectContext&); // UserDefinedNetwork, ClusterUserDefinedNetwork
void importNetworkAttachment(const ObjectContext&);  // NetworkAttachmentDefinition
void importUnreadPolicy(const ObjectContext&);       // of another engine: said, and nothing more

} // namespace bartizan::importers
