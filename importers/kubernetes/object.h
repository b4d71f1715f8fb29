// SPDX-License-Identifier: GPL-3.0-or-later
// A document that is a Kubernetes object -> an Object of the inventory and, by the kind's row, its typed record.
// Called by the import driver for every document and list item; writes into one file's private inventory.
// Values of Secrets, of credential-like annotations and of copies of the object in annotations are never kept.
#pragma once

#include "importers/document/tree.h"
#include "importers/kubernetes/fields.h"
#include "importers/limits.h"
#include "model/inventory.h"

#include <string>
#include <string_view>

namespace bartizan::importers {

// A mapping with a string apiVersion and a string kind.
bool isKubernetesObject(const document::Node& root);

// None when it is not a Kubernetes object. Lists are not unwrapped here: see lists.h.
ObjectId importObject(document::Node node, FileId file, const Limits& limits, Inventory& out);

// The same for an item of a typed list, which may lack its own kind and apiVersion.
ObjectId importItem(document::Node node, std::string_view apiVersion, std::string_view kind, FileId file, const Limits& limits,
                    Inventory& out);

// metadata.annotations; credential-like values and copies of whole objects are left out (value "", text masked).
Attributes readAnnotations(const Fields& fields, document::Node metadata, bool ofSecret = false);

// "Deployment.apps", "Service": how kubectl and ScopeEntry::kind name a kind.
std::string qualifiedKind(std::string_view group, std::string_view kind);
// "apps/v1" -> "apps"; "v1" -> "".
std::string_view groupOf(std::string_view apiVersion);

} // namespace bartizan::importers
