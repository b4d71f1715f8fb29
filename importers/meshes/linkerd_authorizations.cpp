// SPDX-License-Identifier: GPL-3.0-or-later
// AuthorizationPolicy and ServerAuthorization of Linkerd (linkerd.io reference, "Authorization Policy", and the checks of
// its admission webhook): for what they are, and the clients that they let through.
#include "importers/meshes/linkerd.h"
#include "importers/meshes/linkerd_reader.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::string_view gatewayGroup = "gateway.networking.k8s.io";

LinkerdAuthorization authorizationOf(const LinkerdReader& reader, Node spec)
{
    LinkerdAuthorization record;
    record.object = reader.context().object;
    record.ns = reader.ns();
    record.evidence = spec ? reader.fields().evidence(spec) : reader.context().meta().evidence;
    return record;
}

void readTarget(LinkerdReader& reader, Node spec, LinkerdAuthorization& record)
{
    const Node node = reader.required(spec, "targetRef");
    if (!node)
        return;
    auto target = reader.reference(node,
                                   {{linkerdGroup, "server", "Server"},
                                    {linkerdGroup, "httproute", "HTTPRoute"},
                                    {gatewayGroup, "httproute", "HTTPRoute"},
                                    {gatewayGroup, "grpcroute", "GRPCRoute"},
                                    namespaceKind},
                                   "a Server, an HTTPRoute, a GRPCRoute or the policy's own Namespace as targetRef");
    if (!target)
        return;
    record.target = std::move(*target);
    if (record.target.kind != "Namespace") // the API has no other namespace here
        record.target.ns = reader.ns();
    else if (reader.context().meta().namespaceWritten && record.target.name != reader.ns())
        reader.refuse("the policy's own Namespace as targetRef", "another one", "write the policy into that namespace", node);
}

void readRequired(LinkerdReader& reader, Node spec, LinkerdAuthorization& record)
{
    if (spec && spec["requiredAuthenticationRefs"].isNull())
        reader.refuse("requiredAuthenticationRefs", "none", "write whom the policy lets through, or [] for everyone", spec);
    for (const Node node : reader.mappings(spec, "requiredAuthenticationRefs")) {
        auto ref = reader.reference(node,
                                    {{linkerdGroup, "meshtlsauthentication", "MeshTLSAuthentication"},
                                     {linkerdGroup, "networkauthentication", "NetworkAuthentication"},
                                     serviceAccountKind},
                                    "a MeshTLSAuthentication, a NetworkAuthentication or a ServiceAccount");
        if (ref)
            record.required.push_back(std::move(*ref));
    }
    const auto networks = std::count_if(record.required.begin(), record.required.end(),
                                        [](const ObjectRef& ref) { return ref.kind == "NetworkAuthentication"; });
    const auto all = static_cast<std::ptrdiff_t>(record.required.size());
    if (networks > 1 || all - networks > 1)
        reader.refuse("at most one NetworkAuthentication, and at most one MeshTLSAuthentication or ServiceAccount",
                      "more of them", "gather the clients in one authentication of each kind",
                      spec["requiredAuthenticationRefs"]);
}

// Names of Servers and of accounts: the schema takes one label of a DNS name.
void checkLabel(LinkerdReader& reader, Node node)
{
    if (node.isString() && !dnsLabel(node.text()))
        reader.refuse("a name of lower-case letters, digits and '-'", "another text", "write the object's name", node);
}

void readServer(LinkerdReader& reader, Node spec, LinkerdAuthorization& record)
{
    const Node server = reader.required(spec, "server");
    if (!server)
        return;
    record.servers = reader.selector(server, "selector");
    const Node name = server["name"];
    if (name.isNull() == server["selector"].isNull())
        reader.refuse("either name or selector of the Servers", name.isNull() ? "none of them" : "both", "write one of the two",
                      server);
    if (name.isNull())
        return;
    record.target = {std::string(linkerdGroup), "Server", reader.ns(), reader.text(server, "name"),
                     reader.fields().evidence(name)};
    checkLabel(reader, name);
}

void readMeshTls(LinkerdReader& reader, Node mesh, LinkerdClients& clients)
{
    const bool anyTls = reader.flag(mesh, "unauthenticatedTLS");
    reader.identities(mesh, "identities", LinkerdReader::Names::dns, clients);
    for (const Node node : reader.mappings(mesh, "serviceAccounts")) {
        const std::string name = reader.text(node, "name"), ns = reader.text(node, "namespace");
        if (name.empty())
            reader.refuse("the name of a ServiceAccount", "none", "write which account is meant", node);
        else
            checkLabel(reader, node["name"]);
        checkLabel(reader, node["namespace"]);
        clients.accounts.push_back({"", "ServiceAccount", ns.empty() ? reader.ns() : ns, name, reader.fields().evidence(node)});
    }
    if (anyTls && (!clients.identities.empty() || !clients.accounts.empty()))
        reader.refuse("no identities or serviceAccounts beside unauthenticatedTLS", "some", "write one or the other", mesh);
    clients.anyTls = clients.anyTls || anyTls;
}

void readClient(LinkerdReader& reader, Node spec, LinkerdAuthorization& record)
{
    const Node client = reader.required(spec, "client");
    if (!client)
        return;
    LinkerdClients clients;
    clients.object = record.object;
    clients.ns = record.ns;
    clients.evidence = reader.fields().evidence(client);
    clients.anyone = reader.flag(client, "unauthenticated");
    const Node mesh = reader.mapping(client, "meshTLS");
    if (mesh)
        readMeshTls(reader, mesh, clients);
    clients.networks = reader.networks(client, "networks");
    if (clients.anyone && mesh)
        reader.refuse("either unauthenticated or meshTLS", "both", "write one of the two", client);
    // The API takes it, Linkerd's controller passes over it. What is of another type is said already.
    const auto unset = [](Node flag) { return flag.isNull() || flag.asBool() == false; };
    const bool nobodyMeshed =
        mesh && unset(mesh["unauthenticatedTLS"]) && nothingAt(mesh["identities"]) && nothingAt(mesh["serviceAccounts"]);
    if (unset(client["unauthenticated"]) && (client["meshTLS"].isNull() || nobodyMeshed))
        reader.refuse("clients at unauthenticated or meshTLS, without which Linkerd passes over an authorization", "none",
                      "write who is let through", client);
    record.clients.push_back(std::move(clients));
}

} // namespace

void importLinkerdAuthorizationPolicy(const ObjectContext& context)
{
    LinkerdReader reader(context, "authorization");
    const Node spec = reader.required(context.node, "spec");
    LinkerdAuthorization record = authorizationOf(reader, spec);
    readTarget(reader, spec, record);
    readRequired(reader, spec, record);
    if (reader.valid())
        context.out.linkerdAuthorizations.push_back(std::move(record));
}

void importServerAuthorization(const ObjectContext& context)
{
    LinkerdReader reader(context, "authorization");
    const Node spec = reader.required(context.node, "spec");
    LinkerdAuthorization record = authorizationOf(reader, spec);
    readServer(reader, spec, record);
    readClient(reader, spec, record);
    if (reader.valid())
        context.out.linkerdAuthorizations.push_back(std::move(record));
}

} // namespace bartizan::importers
