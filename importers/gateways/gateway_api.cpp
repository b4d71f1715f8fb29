// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/gateways/gateway_api.h"

#include "importers/gateways/facts.h"
#include "importers/gateways/ingress.h"

namespace bartizan::importers {
namespace {

constexpr std::string_view apiGroup = "gateway.networking.k8s.io";

ObjectRef reference(const ObjectContext& context, Node node, std::string_view group, std::string_view kind)
{
    ObjectRef ref;
    ref.group = node["group"] ? node["group"].string() : std::string(group);
    ref.kind = node["kind"] ? node["kind"].string() : std::string(kind);
    ref.ns = node["namespace"] ? node["namespace"].string() : namespaceOf(context);
    ref.name = node["name"].string();
    ref.evidence = node.evidence(context.object);
    return ref;
}

// "Terminate" when absent; Passthrough leaves TLS to the pod. Client certificates: the Gateway's spec.tls.frontend
// (v1.4), or the listener's own tls.frontendValidation (v1.1 to v1.3).
Fact<TlsMode> listenerTls(const ObjectContext& context, Node listener, Node frontend, const std::string& protocol)
{
    const Node tls = listener["tls"];
    if (protocol != "HTTPS" && protocol != "TLS" && !tls.isMapping())
        return {TlsMode::none, listener["protocol"].evidence(context.object)};
    if (tls["mode"].text() == "Passthrough")
        return {TlsMode::passthrough, tls["mode"].evidence(context.object)};
    Node validation = tls["frontendValidation"];
    if (!validation) {
        validation = frontend["default"]["validation"];
        for (const Node perPort : items(context, frontend["perPort"])) {
            if (portNumber(perPort["port"]) == portNumber(listener["port"]))
                validation = perPort["tls"]["validation"];
        }
    }
    if (validation.isMapping() && protocol == "HTTPS") {
        const bool fallback = validation["mode"].text() == "AllowInsecureFallback";
        return {fallback ? TlsMode::optionalMutual : TlsMode::mutual,
                (fallback ? validation["mode"] : validation).evidence(context.object)};
    }
    const Node shown = tls["mode"] ? tls["mode"] : listener["protocol"];
    return {TlsMode::terminate, shown.evidence(context.object)};
}

ListenerRecord listener(const ObjectContext& context, Node node, Node frontend, Node status)
{
    ListenerRecord record;
    record.name = node["name"].string();
    record.port = portNumber(node["port"]);
    record.protocol = node["protocol"].string();
    if (const std::string host = node["hostname"].string(); !host.empty())
        record.hosts.push_back(host);
    record.tls = listenerTls(context, node, frontend, record.protocol);
    for (const Node certificate : items(context, node["tls"]["certificateRefs"])) {
        record.certificateRefs.push_back(reference(context, certificate, "", "Secret"));
        record.certificates.push_back(record.certificateRefs.back().name);
    }
    const Node allowed = node["allowedRoutes"];
    if (const Node from = allowed["namespaces"]["from"])
        record.allowedNamespaces = from.string();
    record.namespaceSelector = labelSelector(context, allowed["namespaces"]["selector"]);
    for (const Node kind : items(context, allowed["kinds"]))
        record.allowedKinds.push_back(reference(context, kind, apiGroup, ""));
    if (status.isSequence()) {
        for (const Node entry : status) {
            if (entry["name"].text() != record.name)
                continue;
            record.accepted = condition(context, entry["conditions"], "Accepted");
            record.programmed = condition(context, entry["conditions"], "Programmed");
        }
    }
    record.evidence = node.evidence(context.object);
    return record;
}

void status(const ObjectContext& context, GatewayRecord& record)
{
    const Node status = context.node["status"];
    record.accepted = condition(context, status["conditions"], "Accepted");
    record.programmed = condition(context, status["conditions"], "Programmed");
    // The API server writes both conditions with the status Unknown; a controller that takes the object up changes them.
    if (!record.accepted.written() && !record.programmed.written())
        for (const Node entry : items(context, status["conditions"]))
            if (entry["status"].text() == "Unknown" &&
                (entry["type"].text() == "Accepted" || entry["type"].text() == "Programmed"))
                record.waiting = entry["status"].evidence(context.object);
    record.evidence = context.meta().evidence;
    context.out.gateways.push_back(std::move(record));
}

} // namespace

std::string apiGatewayId(std::string_view kind, std::string_view ns, std::string_view name)
{
    const std::string prefix = kind == "ListenerSet" || kind == "XListenerSet" ? "listenerset:" : "gateway-api:";
    return prefix + std::string(ns) + "/" + std::string(name);
}

void importGatewayClass(const ObjectContext& context)
{
    GatewayClassRecord record;
    record.object = context.object;
    record.dialect = "gateway-api";
    const Node controller = context.node["spec"]["controllerName"];
    record.controller = controller.string();
    record.product = controllerProduct(record.controller);
    record.accepted = condition(context, context.node["status"]["conditions"], "Accepted");
    record.evidence = (controller ? controller : context.node).evidence(context.object);
    context.out.gatewayClasses.push_back(std::move(record));
}

void importApiGateway(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]), state = context.node["status"];
    GatewayRecord record;
    record.id = apiGatewayId("Gateway", namespaceOf(context), nameOf(context));
    record.dialect = "gateway-api";
    record.object = context.object;
    record.className = textFact(context, spec["gatewayClassName"]);
    for (const Node node : items(context, spec["listeners"]))
        record.listeners.push_back(listener(context, node, spec["tls"]["frontend"], state["listeners"]));
    const Node addresses = state["addresses"].size() > 0 ? state["addresses"] : spec["addresses"];
    for (const Node address : items(context, addresses)) {
        if (!address["value"].text().empty())
            record.addresses.push_back(address["value"].string());
    }
    const Node extensions = spec["allowedListeners"]["namespaces"];
    if (extensions["from"])
        record.allowedListeners = extensions["from"].string();
    record.listenerNamespaces = labelSelector(context, extensions["selector"]);
    status(context, record);
}

void importListenerSet(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    GatewayRecord record;
    record.id = apiGatewayId("ListenerSet", namespaceOf(context), nameOf(context));
    record.dialect = "gateway-api";
    record.object = context.object;
    if (const ObjectRef parent = reference(context, spec["parentRef"], apiGroup, "Gateway"); !parent.name.empty())
        record.parent = apiGatewayId(parent.kind, parent.ns, parent.name);
    for (const Node node : items(context, spec["listeners"]))
        record.listeners.push_back(listener(context, node, {}, context.node["status"]["listeners"]));
    status(context, record);
}

void importReferenceGrant(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    ReferenceGrantRecord record;
    record.object = context.object;
    for (const Node from : items(context, spec["from"])) {
        record.from.push_back(reference(context, from, "", ""));
        record.from.back().ns = from["namespace"].string();
    }
    for (const Node to : items(context, spec["to"]))
        record.to.push_back(reference(context, to, "", ""));
    record.evidence = spec ? spec.evidence(context.object) : context.meta().evidence;
    context.out.referenceGrants.push_back(std::move(record));
}

// Verification is not optional in this policy: it names authorities and a host name (v1alpha2: "tls" for "validation").
void importBackendTlsPolicy(const ObjectContext& context)
{
    const Node spec = mapping(context, context.node["spec"]);
    const Node validation = spec["validation"] ? spec["validation"] : spec["tls"];
    std::vector<Node> targets = items(context, spec["targetRefs"]);
    if (spec["targetRef"].isMapping())
        targets.push_back(spec["targetRef"]);
    for (const Node target : targets) {
        if (target["kind"].text() != "Service")
            continue;
        BackendTls record;
        record.object = context.object;
        record.ns = target["namespace"] ? target["namespace"].string() : namespaceOf(context);
        record.service = target["name"].string();
        record.section = target["sectionName"].string();
        record.mode = validation.isMapping() ? "tlsVerified" : "tls";
        record.evidence = (validation.isMapping() ? validation : target).evidence(context.object);
        context.out.backendTls.push_back(std::move(record));
    }
}

void attachToTargets(const ObjectContext& context, Node spec, const std::vector<Protection>& protections,
                     const AttachedProtection& like)
{
    std::vector<Node> targets = items(context, spec["targetRefs"]);
    if (spec["targetRef"].isMapping())
        targets.push_back(spec["targetRef"]);
    const auto attach = [&](const AttachedProtection& place) {
        for (const Protection& protection : protections) {
            context.out.attachedProtections.push_back(place);
            context.out.attachedProtections.back().protection = protection;
        }
    };
    for (const Node target : targets) {
        AttachedProtection place = like;
        place.object = context.object;
        place.target = reference(context, target, apiGroup, "");
        place.section = target["sectionName"].string();
        const std::string& kind = place.target.kind;
        if (kind == "Gateway" || kind == "ListenerSet" || kind == "XListenerSet")
            place.targetGateway = apiGatewayId(kind, place.target.ns, place.target.name);
        else if (kind.ends_with("Route"))
            place.targetRoute = "gateway-api:" + place.target.ns + "/" + place.target.name;
        else if (kind == "Service") {
            place.targetNs = place.target.ns;
            place.targetService = place.target.name;
        }
        attach(place);
    }
    for (const Node selector : items(context, spec["targetSelectors"])) {
        AttachedProtection place = like;
        place.object = context.object;
        place.target = reference(context, selector, apiGroup, "");
        place.targetLabels = labelSelector(context, selector);
        attach(place);
    }
}

} // namespace bartizan::importers
