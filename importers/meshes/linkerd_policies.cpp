// SPDX-License-Identifier: GPL-3.0-or-later
// Server, MeshTLSAuthentication and NetworkAuthentication of Linkerd (linkerd.io reference, "Authorization Policy", and the
// schemas of the linkerd-crds chart): which ports are servers, and the clients that authorizations refer to by name.
#include "importers/kubernetes/network_policy.h"
#include "importers/meshes/linkerd.h"
#include "importers/meshes/linkerd_reader.h"
#include "model/ascii.h"

#include <array>

namespace bartizan::importers {

using document::Node;

namespace {

// podSelector or, since v1beta2, externalWorkloadSelector: exactly one of them.
void readSelected(LinkerdReader& reader, Node spec, std::string_view version, LinkerdServer& record)
{
    const bool mayBeExternal = version != "v1alpha1" && version != "v1beta1";
    record.pods = reader.selector(spec, "podSelector");
    const bool external = mayBeExternal && reader.selector(spec, "externalWorkloadSelector").present;
    if (external && record.pods.present)
        reader.refuse("either podSelector or externalWorkloadSelector", "both", "make two Servers of them", spec);
    const Node pods = spec["podSelector"];
    const bool elsewhere = mayBeExternal && !spec["externalWorkloadSelector"].isNull();
    if (spec && pods.isNull() && !elsewhere)
        reader.refuse("podSelector", "none", "write which pods have the port, or {} for all of the namespace", spec);
    // The schema of v1alpha1 asks for exactly one of the two.
    if (version == "v1alpha1" && pods.isMapping() && pods["matchLabels"].isNull() == pods["matchExpressions"].isNull())
        reader.refuse("either matchLabels or matchExpressions in podSelector",
                      pods["matchLabels"].isNull() ? "none of them" : "both",
                      "write one of the two, or apiVersion policy.linkerd.io/v1beta3", pods);
}

void readPort(LinkerdReader& reader, Node spec, LinkerdServer& record)
{
    const Node port = spec["port"];
    const std::optional<std::int64_t> number = port.asInt();
    if (!spec)
        return;
    if (port.isNull() || (port.isString() && port.text().empty())) {
        reader.refuse("the number or name of a port", "none", "write the container's port that the Server is for", spec,
                      "invalid-port");
    } else if (number && *number >= 1 && *number <= 65535) {
        record.port = static_cast<std::uint32_t>(*number);
    } else if (!port.isString()) {
        reader.refuse("a port number from 1 to 65535, or a port's name", "another value", "write the container's port", port,
                      "invalid-port");
    } else {
        record.portName = port.string();
        if (!portName(record.portName))
            reader.fields().problem("port-without-container",
                                    "expected a port's number or the name that a container gives it, found a text that no "
                                    "container can name a port by, so that this Server is for no port: write the number "
                                    "without quotes, or the name",
                                    port);
    }
}

void readAccessPolicy(LinkerdReader& reader, Node spec, std::string_view version, LinkerdServer& record)
{
    record.accessPolicy.value = "deny";
    const Node node = spec["accessPolicy"];
    if (node.isNull())
        return;
    if (version == "v1alpha1" || version == "v1beta1" || version == "v1beta2") {
        reader.fields().problem("field-of-later-version",
                                "expected accessPolicy in a Server of version v1beta3, found it in an older one, of which the "
                                "API server drops it: write apiVersion policy.linkerd.io/v1beta3",
                                node);
        return;
    }
    record.accessPolicy = {reader.text(spec, "accessPolicy"), reader.fields().evidence(node)};
    if (node.isString() && !linkerdAccessPolicy(record.accessPolicy.value))
        reader.refuse("one of Linkerd's default policies as accessPolicy", "another word",
                      "write deny, audit, all-authenticated, all-unauthenticated, cluster-authenticated or "
                      "cluster-unauthenticated",
                      node);
}

LinkerdClients clientsOf(const LinkerdReader& reader, Node spec)
{
    LinkerdClients record;
    record.object = reader.context().object;
    record.ns = reader.ns();
    record.evidence = spec ? reader.fields().evidence(spec) : reader.context().meta().evidence;
    return record;
}

} // namespace

bool linkerdAccessPolicy(std::string_view word)
{
    constexpr std::array<std::string_view, 6> words{
        "deny", "audit", "all-authenticated", "all-unauthenticated", "cluster-authenticated", "cluster-unauthenticated"};
    return oneOf(word, words);
}

void importLinkerdServer(const ObjectContext& context)
{
    constexpr std::array<std::string_view, 6> protocols{"unknown", "HTTP/1", "HTTP/2", "gRPC", "opaque", "TLS"};
    LinkerdReader reader(context, "Server");
    const Node spec = reader.required(context.node, "spec");
    const std::string_view version = versionOf(context);
    LinkerdServer record;
    record.object = context.object;
    record.ns = reader.ns();
    readSelected(reader, spec, version, record);
    readPort(reader, spec, record);
    record.protocol = reader.text(spec, "proxyProtocol");
    if (spec["proxyProtocol"].isString() && !oneOf(record.protocol, protocols))
        reader.refuse("unknown, HTTP/1, HTTP/2, gRPC, opaque or TLS as proxyProtocol", "another word", "write one of the six",
                      spec["proxyProtocol"]);
    readAccessPolicy(reader, spec, version, record);
    record.evidence = reader.fields().evidence(spec);
    if (reader.valid())
        context.out.linkerdServers.push_back(std::move(record));
}

void importMeshTlsAuthentication(const ObjectContext& context)
{
    LinkerdReader reader(context, "authentication");
    const Node spec = reader.required(context.node, "spec");
    LinkerdClients record = clientsOf(reader, spec);
    reader.identities(spec, "identities", LinkerdReader::Names::dnsOrSpiffe, record);
    for (const Node node : reader.mappings(spec, "identityRefs")) {
        auto ref = reader.reference(node, {serviceAccountKind, namespaceKind}, "a ServiceAccount or a Namespace of clients");
        if (ref && ref->kind == "Namespace" && !node["namespace"].isNull())
            reader.refuse("a reference to a Namespace without a namespace", "one with it", "take it away", node["namespace"]);
        if (ref)
            record.accounts.push_back(std::move(*ref));
    }
    if (!spec["identities"].isNull() && !spec["identityRefs"].isNull())
        reader.refuse("either identities or identityRefs", "both", "make two authentications of them", spec);
    else if (spec && nothingAt(spec["identities"]) && nothingAt(spec["identityRefs"]))
        reader.refuse("at least one client at identities or identityRefs", "none", "write who is meant", spec);
    if (reader.valid())
        context.out.linkerdClients.push_back(std::move(record));
}

void importNetworkAuthentication(const ObjectContext& context)
{
    LinkerdReader reader(context, "authentication");
    const Node spec = reader.required(context.node, "spec");
    LinkerdClients record = clientsOf(reader, spec);
    record.networksOnly = true;
    record.networks = reader.networks(spec, "networks");
    if (spec && nothingAt(spec["networks"]))
        reader.refuse("at least one network", "none", "write which addresses are meant", spec);
    if (reader.valid())
        context.out.linkerdClients.push_back(std::move(record));
}

} // namespace bartizan::importers
