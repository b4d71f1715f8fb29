// SPDX-License-Identifier: GPL-3.0-or-later
// Small readers shared by the importers of gateways and meshes: a Node becomes a Fact with its lines, a list is walked
// with a Problem when it is none, an annotation is found with its place, a URL becomes an AddressToken.
// Nothing here throws; absent nodes give unwritten facts and empty lists.
#pragma once

#include "importers/kubernetes/words.h"
#include "importers/registry.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

using document::Node;

Fact<std::string> textFact(const ObjectContext&, Node); // written when the node is a scalar other than null
Fact<bool> boolFact(const ObjectContext&, Node);
std::vector<std::string> texts(Node list);       // scalars of a list; a single scalar counts as a list of one
std::uint32_t portNumber(std::string_view text); // 0 when it is no number from 1 to 65535
inline std::uint32_t portNumber(Node node)
{
    return portNumber(node.text());
}

// Children of a list or mapping. Absent, null and skipped: none. Anything else: none, and a Problem
// "expected a list at /spec/rules, found a string".
std::vector<Node> items(const ObjectContext&, Node);
Node mapping(const ObjectContext&, Node); // the node when it is a mapping, else absent with the same Problem

Node annotation(const ObjectContext&, std::string_view key);
// Namespace of the object; "" for cluster-scoped kinds.
inline const std::string& namespaceOf(const ObjectContext& context)
{
    return context.meta().identity.ns;
}
inline const std::string& nameOf(const ObjectContext& context)
{
    return context.meta().identity.name;
}
std::string idOf(const ObjectContext&, std::string_view dialect); // "dialect:ns/name"

Selector labelSelector(const ObjectContext&, Node); // meta/v1 LabelSelector; absent or null: present=false
Selector labelMap(const ObjectContext&, Node);      // a plain mapping of labels
Fact<bool> condition(const ObjectContext&, Node conditions, std::string_view type); // status of one condition
Fact<std::string> audience(const ObjectContext&); // bartizan.dev/audience, annotation before label

// "http://oauth2-proxy.auth.svc.cluster.local:4180/oauth2/auth": scheme, host, port. User info is dropped and flagged.
AddressToken addressOf(std::string_view url);
std::string pathOf(std::string_view url); // "/oauth2/auth" of the same, without query; "" if none
// A value that may hold a credential in a URL is shown masked.
Evidence urlEvidence(const ObjectContext&, Node);

struct ServiceName {
    std::string ns, name; // name "" when the host cannot be a Service of this cluster
};
// "cart", "cart.shop", "cart.shop.svc", "cart.shop.svc.cluster.local" as a Service seen from namespace `ns`.
ServiceName serviceOf(std::string_view host, std::string_view ns);

std::vector<std::string_view> split(std::string_view text, std::string_view separators); // trimmed, no empty parts
std::string_view trim(std::string_view);
bool isAddressRange(std::string_view); // IPv4 or IPv6 address, with or without /prefix
bool coversAllAddresses(std::string_view range);

} // namespace bartizan::importers
