// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's Sidecar, as far as it says where a workload's proxy may send to (istio/api networking/v1/sidecar.proto):
// egress hosts and what happens to traffic for hosts that the proxy does not know.
#include "importers/gateways/facts.h"
#include "importers/kubernetes/fields.h"
#include "importers/meshes/istio.h"

namespace bartizan::importers {

void importSidecar(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    MeshEgress record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.pods = labelMap(context, spec["workloadSelector"]["labels"]);
    if (record.pods.requirements.empty()) // without labels it is for the whole namespace
        record.pods = {};
    const Node egress = spec["egress"];
    record.egressWritten = egress.isSequence();
    for (const Node node : items(context, egress)) {
        MeshEgress::Listener listener;
        listener.port = portNumber(node["port"]["number"]);
        listener.hosts = texts(node["hosts"]);
        listener.evidence = node.evidence(context.object);
        record.egress.push_back(std::move(listener));
    }
    record.outboundMode = textFact(context, spec["outboundTrafficPolicy"]["mode"]);
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.meshEgress.push_back(std::move(record));
}

} // namespace bartizan::importers
