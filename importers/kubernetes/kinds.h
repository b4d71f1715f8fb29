// SPDX-License-Identifier: GPL-3.0-or-later
// The importers of Kubernetes' own kinds, one function a row of importers/registry.cpp. Each reads the object at
// context.node into one typed record of context.out; wrong types are Problems (fields.h), never the end of the object.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importWorkload(const ObjectContext&); // everything with a pod template; see workload.cpp for the shapes
void importPod(const ObjectContext&);
void importService(const ObjectContext&);
void importEndpoints(const ObjectContext&);
void importEndpointSlice(const ObjectContext&);
void importNetworkPolicy(const ObjectContext&);
void importConfigMap(const ObjectContext&);
void importSecret(const ObjectContext&);
void importServiceAccount(const ObjectContext&);
void importRole(const ObjectContext&);
void importBinding(const ObjectContext&);
void importDisruptionBudget(const ObjectContext&);
void importAutoscaler(const ObjectContext&);
void importNode(const ObjectContext&);

// Formats (FormatRow::import).
bool isKubernetesList(const document::Node& root);
void importLists(const document::Node& root, const Limits&, Inventory& out);
bool isKubernetesTable(const document::Node& root);
void importTable(const document::Node& root, const Limits&, Inventory& out);
bool isKubernetesStatus(const document::Node& root);
void importStatus(const document::Node& root, const Limits&, Inventory& out);
bool isPartialMetadata(const document::Node& root);
void importPartialMetadata(const document::Node& root, const Limits&, Inventory& out);
bool isApiDiscovery(const document::Node& root);
void importApiDiscovery(const document::Node& root, const Limits&, Inventory& out);
bool isSingleObject(const document::Node& root);
void importSingleObject(const document::Node& root, const Limits&, Inventory& out);

} // namespace bartizan::importers
