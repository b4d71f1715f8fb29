// SPDX-License-Identifier: GPL-3.0-or-later
// Istio Gateway (istio/api networking/v1/gateway.proto): which proxies listen, for which hosts, with which TLS.
#include "importers/gateways/facts.h"
#include "importers/meshes/istio.h"

#include <algorithm>
#include <map>

namespace bartizan::importers {
namespace {

Fact<TlsMode> tlsMode(const ObjectContext& context, Node server, const std::string& protocol)
{
    const Node tls = server["tls"];
    const bool secured = protocol == "HTTPS" || protocol == "TLS";
    if (!secured)
        return {TlsMode::none, server["port"]["protocol"].evidence(context.object)};
    if (!tls.isMapping()) // Istio refuses such a server
        return {TlsMode::unknown, server["port"]["protocol"].evidence(context.object)};
    const std::string_view mode = tls["mode"].text();
    const Evidence evidence = (tls["mode"] ? tls["mode"] : tls).evidence(context.object);
    if (mode == "SIMPLE")
        return {TlsMode::terminate, evidence};
    if (mode == "MUTUAL" || mode == "ISTIO_MUTUAL")
        return {TlsMode::mutual, evidence};
    if (mode == "OPTIONAL_MUTUAL")
        return {TlsMode::optionalMutual, evidence};
    if (mode.empty() || mode == "PASSTHROUGH" || mode == "AUTO_PASSTHROUGH") // PASSTHROUGH is the enum's zero value
        return {TlsMode::passthrough, evidence};
    return {TlsMode::unknown, evidence};
}

Fact<std::string> minVersion(const ObjectContext& context, Node node)
{
    Fact<std::string> fact;
    const std::string_view text = node.text(); // TLSV1_2
    if (!text.starts_with("TLSV1_"))
        return fact;
    fact.value = "TLSv1." + std::string(text.substr(6));
    fact.evidence = node.evidence(context.object);
    return fact;
}

std::vector<std::string> certificates(Node tls)
{
    std::vector<std::string> names = texts(tls["credentialName"]);
    for (std::string& name : texts(tls["credentialNames"]))
        names.push_back(std::move(name));
    return names;
}

// "ns/host", "./host" and "*/host" say whose VirtualServices may bind; one listener for each such namespace.
std::map<std::string, std::vector<std::string>> hostsByNamespace(Node server)
{
    std::map<std::string, std::vector<std::string>> result;
    for (const std::string& host : texts(server["hosts"])) {
        const auto slash = host.find('/');
        const std::string from = slash == std::string::npos ? "*" : host.substr(0, slash);
        result[from].push_back(slash == std::string::npos ? host : host.substr(slash + 1));
    }
    for (auto& [from, hosts] : result) {
        if (std::find(hosts.begin(), hosts.end(), "*") != hosts.end())
            hosts.clear();
    }
    return result;
}

} // namespace

void importIstioGateway(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    GatewayRecord record;
    record.id = idOf(context, "istio");
    record.dialect = "istio";
    record.object = context.object;
    record.pods = labelMap(context, spec["selector"]);
    for (const Node server : items(context, spec["servers"])) {
        ListenerRecord listener;
        const Node port = server["port"], tls = server["tls"];
        listener.name = (server["name"] ? server["name"] : port["name"]).string();
        listener.port = portNumber(port["number"]);
        listener.protocol = port["protocol"].string();
        std::transform(listener.protocol.begin(), listener.protocol.end(), listener.protocol.begin(),
                       [](char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; });
        listener.tls = tlsMode(context, server, listener.protocol);
        listener.certificates = certificates(tls);
        listener.minTlsVersion = minVersion(context, tls["minProtocolVersion"]);
        listener.redirectsToHttps = boolFact(context, tls["httpsRedirect"]);
        listener.evidence = server.evidence(context.object);
        for (auto& [from, hosts] : hostsByNamespace(server)) {
            ListenerRecord one = listener;
            one.hosts = hosts;
            one.allowedNamespaces = from == "*" ? "All" : from == "." ? "Same" : "Selector";
            if (one.allowedNamespaces == "Selector") {
                one.namespaceSelector.present = true;
                one.namespaceSelector.evidence = server["hosts"].evidence(context.object);
                one.namespaceSelector.requirements.push_back(
                    {"kubernetes.io/metadata.name", SelectorRequirement::Op::in, {from}});
            }
            record.listeners.push_back(std::move(one));
        }
    }
    record.evidence = context.meta().evidence;
    context.out.gateways.push_back(std::move(record));
}

} // namespace bartizan::importers
