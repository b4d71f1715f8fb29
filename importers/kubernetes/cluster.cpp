// SPDX-License-Identifier: GPL-3.0-or-later
// PodDisruptionBudget, HorizontalPodAutoscaler and Node.
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/selector.h"

namespace bartizan::importers {

using document::Node;

void importDisruptionBudget(const ObjectContext& context)
{
    const Fields fields(context);
    const Node spec = fields.mapping(context.node, "spec");
    DisruptionBudgetRecord record;
    record.object = context.object;
    record.selector = labelSelector(fields, spec, "selector");
    // policy/v1beta1: an empty selector selects no pods; policy/v1: all pods of the namespace.
    if (context.meta().version == "v1beta1" && record.selector.empty())
        record.selector.present = false;
    record.minAvailable = fields.intOrString(spec, "minAvailable");
    record.maxUnavailable = fields.intOrString(spec, "maxUnavailable");
    context.out.disruptionBudgets.push_back(std::move(record));
}

void importAutoscaler(const ObjectContext& context)
{
    const Fields fields(context);
    const Node spec = fields.mapping(context.node, "spec");
    Node target = fields.mapping(spec, "scaleTargetRef");
    if (!target)
        target = fields.mapping(spec, "scaleRef"); // extensions/v1beta1
    AutoscalerRecord record;
    record.object = context.object;
    record.targetKind = fields.text(target, "kind");
    record.targetName = fields.text(target, "name");
    record.minReplicas = fields.integer(spec, "minReplicas");
    record.maxReplicas = fields.integer(spec, "maxReplicas");
    context.out.autoscalers.push_back(std::move(record));
}

void importNode(const ObjectContext& context)
{
    const Fields fields(context);
    const Node status = fields.mapping(context.node, "status");
    NodeRecord record;
    record.object = context.object;
    for (const Node address : fields.list(status, "addresses")) {
        const std::string type = fields.text(address, "type");
        if (type == "InternalIP")
            record.internalIps.push_back(fields.text(address, "address"));
        else if (type == "ExternalIP")
            record.externalIps.push_back(fields.text(address, "address"));
    }
    const Node info = fields.mapping(status, "nodeInfo");
    record.kubeletVersion = fields.text(info, "kubeletVersion");
    record.containerRuntime = fields.text(info, "containerRuntimeVersion");
    record.os = fields.text(info, "operatingSystem");
    record.arch = fields.text(info, "architecture");
    context.out.nodes.push_back(std::move(record));
}

} // namespace bartizan::importers
