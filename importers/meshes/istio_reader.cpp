// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/meshes/istio_reader.h"

#include "importers/gateways/facts.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

// istio/istio pkg/config/validation/validation.go, allowedTargetRefs.
bool isTarget(std::string_view group, std::string_view kind)
{
    if (kind == "Service")
        return group.empty() || group == "core";
    if (kind == "ServiceEntry")
        return group == "networking.istio.io";
    return (kind == "Gateway" || kind == "GatewayClass") && group == "gateway.networking.k8s.io";
}

} // namespace

void IstioReader::refuse(std::string_view expected, std::string_view found, std::string_view remedy, Node at)
{
    invalid().refuse("invalid-policy", expected, found, remedy, at);
}

void IstioReader::onlyFields(Node node, std::initializer_list<std::string_view> known)
{
    if (!node.isMapping())
        return;
    for (const Node child : node) {
        if (std::find(known.begin(), known.end(), child.key()) == known.end())
            fields().problem("unknown-rule-field",
                             "expected a field of Istio's schema, found another one, which the API server drops: the policy "
                             "counts without it; correct the field's name or remove it",
                             child);
    }
}

Node IstioReader::mappingOf(Node node)
{
    if (node.isMapping())
        return node;
    if (!node.isNull())
        wrongType(node, "a mapping");
    return {};
}

Selector IstioReader::selector(Node spec)
{
    const Node node = mapping(spec, "selector"), labels = mapping(node, "matchLabels");
    onlyFields(node, {"matchLabels"});
    for (const Node label : labels) {
        if (!label.isString())
            wrongType(label, "a string");
        else if (label.key().empty() || label.key().find('*') != std::string_view::npos ||
                 label.text().find('*') != std::string_view::npos)
            refuse("labels with a key and without wildcards in a selector", "another label",
                   "write each label as it is, or no selector for all workloads", label);
    }
    if (labels.size() == 0)
        return {};
    return labelMap(context(), labels);
}

IstioTargets IstioReader::targets(Node spec)
{
    std::vector<Node> refs = mappings(spec, "targetRefs");
    const int set = int(!spec["selector"].isNull()) + int(!spec["targetRef"].isNull()) + int(spec["targetRefs"].size() != 0);
    if (set > 1)
        refuse("one of selector, targetRef and targetRefs", "more than one", "write which workloads are meant in one of them",
               spec[spec["targetRef"].isNull() ? "targetRefs" : "targetRef"]);
    if (const Node one = mapping(spec, "targetRef"))
        refs.push_back(one);
    IstioTargets result;
    const std::string own = namespaceOf(context());
    for (const Node ref : refs) {
        onlyFields(ref, {"group", "kind", "name", "namespace"});
        const std::string group = text(ref, "group"), kind = text(ref, "kind"), name = text(ref, "name"),
                          ns = text(ref, "namespace");
        if ((kind.empty() && (ref["kind"].isNull() || ref["kind"].isString())) ||
            (name.empty() && (ref["name"].isNull() || ref["name"].isString())))
            refuse("a kind and a name in a reference to a target", "none", "write which object is meant", ref);
        else if (!kind.empty() && (ref["group"].isNull() || ref["group"].isString()) && !isTarget(group, kind))
            refuse("a Service, ServiceEntry, Gateway or GatewayClass with its group as target", "another kind or group",
                   "write one of these, or select workloads by their labels", ref);
        if (!ns.empty())
            refuse("a target in the policy's own namespace", "a field namespace",
                   "remove it and write the policy where its target is", ref["namespace"]);
        if (kind == "Gateway")
            result.gateways.push_back("gateway-api:" + own + "/" + name);
        else if (kind == "GatewayClass")
            result.classes.push_back(name);
        else
            result.services.push_back((kind == "Service" ? std::string() : kind + ":") + own + "/" + name);
    }
    return result;
}

} // namespace bartizan::importers
