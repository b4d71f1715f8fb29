// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's Sidecar, as far as it says where a workload's proxy may send to (istio/api networking/v1/sidecar.proto):
// egress hosts and what happens to traffic for hosts that the proxy does not know. What the CRD or istiod's validating
// webhook refuses of that is a Problem and gives no record: such an object is in no cluster.
#include "importers/gateways/facts.h"
#include "importers/kubernetes/strict_reader.h"
#include "importers/meshes/istio.h"

namespace bartizan::importers {
namespace {

// "namespace/name": neither is empty, and the name is * or has a dot.
bool isHost(std::string_view text)
{
    const std::size_t slash = text.find('/');
    if (slash == 0 || slash == std::string_view::npos)
        return false;
    const std::string_view name = text.substr(slash + 1);
    return name == "*" || name.find('.') != std::string_view::npos;
}

void refuse(StrictReader& reader, std::string clause, std::string_view remedy, Node at)
{
    reader.invalid().refuse("invalid-sidecar", std::move(clause), remedy, at);
}

MeshEgress::Listener listenerOf(StrictReader& reader, Node node)
{
    MeshEgress::Listener listener;
    listener.port = portNumber(reader.mapping(node, "port")["number"]);
    listener.evidence = reader.evidence(node);
    const Node hosts = node["hosts"];
    if (hosts.isNull() || (hosts.isSequence() && hosts.size() == 0))
        refuse(reader, "expected at least one host in an entry of a Sidecar's egress, found none",
               "write the hosts as namespace/name, ./* for those of the own namespace, or ~/* for none", node);
    for (const Node host : reader.strings(node, "hosts")) {
        if (!isHost(host.text()))
            refuse(reader, "expected hosts of a Sidecar's egress as namespace/name, found another text",
                   "write the namespace (* for all, . for the own one), a slash, and * or a name with its domain", host);
        listener.hosts.push_back(host.string());
    }
    return listener;
}

// REGISTRY_ONLY is the first value of the enum: left out of JSON, but for the mapping around it.
Fact<std::string> modeOf(StrictReader& reader, Node spec)
{
    const Node policy = reader.mapping(spec, "outboundTrafficPolicy");
    if (!policy)
        return {};
    const Node mode = policy["mode"];
    const std::string word = mode.isNull() ? std::string(istioRegistryOnly) : reader.text(policy, "mode");
    if ((mode.isNull() || mode.isString()) && word != istioRegistryOnly && word != istioAllowAny)
        refuse(reader, "expected mode ALLOW_ANY or REGISTRY_ONLY in a Sidecar's outboundTrafficPolicy, found another word",
               "write one of the two, in capital letters", mode);
    return {word, reader.evidence(mode.isNull() ? policy : mode)};
}

} // namespace

void importSidecar(const ObjectContext& context)
{
    StrictReader reader(context, "Sidecar");
    const Node spec = reader.mapping(context.node, "spec");
    MeshEgress record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = labelMap(context, spec["workloadSelector"]["labels"]);
    if (record.pods.requirements.empty()) // without labels it is for the whole namespace
        record.pods = {};
    for (const Node node : reader.mappings(spec, "egress"))
        record.egress.push_back(listenerOf(reader, node));
    record.egressWritten = !record.egress.empty();
    record.outboundMode = modeOf(reader, spec);
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    if (reader.valid())
        context.out.meshEgress.push_back(std::move(record));
}

} // namespace bartizan::importers
