// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/gateways.h"

#include "model/resolve/grants.h"

#include <algorithm>
#include <set>

namespace bartizan::resolving {
namespace {

Selector oneLabel(const std::string& key, const std::string& value)
{
    Selector selector;
    selector.present = true;
    selector.requirements.push_back({key, SelectorRequirement::Op::in, {value}});
    return selector;
}

void sortUnique(std::vector<WorkloadId>& ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
}

// Class names that controllers serve by default through the old annotation, without an IngressClass object.
struct DefaultClass {
    std::string_view name, controller, product;
};
constexpr DefaultClass defaultClasses[] = {
    {"nginx", "k8s.io/ingress-nginx", "ingress-nginx"},
    {"traefik", "traefik.io/ingress-controller", "traefik"},
    {"kong", "ingress-controllers.konghq.com/kong", "kong"},
    {"haproxy", "haproxy.org/ingress-controller", "haproxytech-ingress"},
    {"contour", "projectcontour.io/ingress-controller", "contour"},
    {"istio", "istio.io/ingress-controller", "istio"},
};

std::string inCluster(const std::string& cluster, const std::string& dialect, const std::string& rest)
{
    return dialect + ":" + (cluster.empty() ? "" : cluster + "//") + rest;
}

} // namespace

Gateways::Gateways(Context& context) : m_context(context)
{
    const Inventory& in = context.in;
    m_ofRecord.resize(in.gateways.size());
    const Grants grants(context);
    for (std::size_t i = 0; i < in.gateways.size(); ++i) {
        const Object& object = in.object(in.gateways[i].object);
        if (!object.applied())
            continue;
        m_records.emplace(Key{object.identity.cluster, in.gateways[i].id}, i);
        checkListeners(in.gateways[i], grants);
        if (in.gateways[i].parent.empty())
            addRecord(i);
    }
    for (const GatewayClassRecord& record : in.gatewayClasses) {
        const Object& object = in.object(record.object);
        if (object.applied() && record.dialect == "ingress")
            ofClass(object.identity.cluster, {object.identity.name, record.evidence});
    }
}

std::optional<std::size_t> Gateways::record(const std::string& cluster, const std::string& id) const
{
    const auto found = m_records.find({cluster, id});
    return found == m_records.end() ? std::nullopt : std::optional<std::size_t>(found->second);
}

GatewayId Gateways::ofRecord(std::size_t record) const
{
    return m_ofRecord[record];
}

GatewayId Gateways::add(Gateway gateway, std::string product)
{
    gateway.controllerInInput = !gateway.workloads.empty();
    m_context.out.gateways.push_back(std::move(gateway));
    m_products.push_back(std::move(product));
    return GatewayId(m_context.out.gateways.size() - 1);
}

// A listener whose certificate it may not read, or that asks for kinds of routes that do not exist, does not serve.
void Gateways::checkListeners(const GatewayRecord& record, const Grants& grants)
{
    const Identity& identity = m_context.identity(record.object);
    const auto report = [&](const char* id, const char* message, const Evidence& evidence) {
        m_context.out.problems.push_back({ProblemSeverity::warning, id, message, evidence, {}});
    };
    for (const ListenerRecord& listener : record.listeners) {
        for (const ObjectRef& ref : listener.certificateRefs) {
            if (!grants.permits(identity, ref.group, ref.kind, ref.ns, ref.name))
                report(
                    "listener-reference-not-permitted",
                    "expected a ReferenceGrant for a certificate of another namespace, found none; the listener cannot serve TLS",
                    ref.evidence);
        }
        for (const ObjectRef& kind : listener.allowedKinds) {
            constexpr std::string_view known[] = {"HTTPRoute", "GRPCRoute", "TLSRoute", "TCPRoute", "UDPRoute"};
            if (kind.group != "gateway.networking.k8s.io" ||
                std::find(std::begin(known), std::end(known), kind.kind) == std::end(known))
                report("listener-unknown-route-kind",
                       "expected a kind of route of the Gateway API in allowedRoutes, found another kind; the listener does not "
                       "take it",
                       kind.evidence);
        }
    }
}

void Gateways::addRecord(std::size_t index)
{
    const GatewayRecord& record = m_context.in.gateways[index];
    const Identity& identity = m_context.identity(record.object);
    Gateway gateway;
    gateway.id = inCluster(identity.cluster, record.dialect, identity.ns + "/" + identity.name);
    gateway.dialect = record.dialect;
    gateway.className = *record.className;
    gateway.record = index;
    gateway.evidence = record.evidence;
    if (record.accepted.written())
        gateway.accepted = *record.accepted;
    if (record.programmed.written())
        gateway.programmed = *record.programmed;
    gateway.waiting = record.waiting;
    std::string product = record.dialect == "istio" ? "istio" : "";
    if (record.dialect == "istio") {
        gateway.workloads = inAnyNamespace(identity.cluster, record.pods);
        if (gateway.workloads.empty())
            gateway.unknownBecause = "no pod in the input has the labels that it selects";
    } else {
        const GatewayClassRecord* ofClass = classRecord(identity.cluster, "gateway-api", gateway.className);
        for (const char* label : {"gateway.networking.k8s.io/gateway-name", "istio.io/gateway-name"}) {
            if (gateway.workloads.empty())
                gateway.workloads = byLabels(identity.cluster, identity.ns, oneLabel(label, identity.name));
        }
        if (gateway.workloads.empty()) {
            Selector owner = oneLabel("gateway.envoyproxy.io/owning-gateway-name", identity.name);
            owner.requirements.push_back(
                {"gateway.envoyproxy.io/owning-gateway-namespace", SelectorRequirement::Op::in, {identity.ns}});
            gateway.workloads = inAnyNamespace(identity.cluster, owner);
        }
        if (ofClass) {
            product = ofClass->product;
            gateway.controller = ofClass->controller;
            findByController(gateway, identity.cluster, ofClass);
        } else if (gateway.workloads.empty()) {
            gateway.unknownBecause =
                gateway.className.empty() ? "it names no class" : "its class " + gateway.className + " is not in the input";
        }
    }
    m_ofRecord[index] = add(std::move(gateway), std::move(product));
}

void Gateways::findByController(Gateway& gateway, const std::string& cluster, const GatewayClassRecord* ofClass)
{
    if (gateway.workloads.empty())
        gateway.workloads = byController(cluster, *ofClass);
    if (gateway.workloads.empty())
        gateway.unknownBecause = "no workload in the input is known as the controller of its class";
}

GatewayId Gateways::ofClass(const std::string& cluster, const Fact<std::string>& written)
{
    const GatewayClassRecord* record = written.written() ? classRecord(cluster, "ingress", *written) : defaultClass(cluster);
    const std::string name = record ? m_context.identity(record->object).name : *written;
    // The old annotation needs no object of its class, so that its value alone may be enough.
    const bool annotated = written.written() && written.evidence.pointer().find("/annotations/") != std::string_view::npos;
    const std::string id = inCluster(cluster, "ingress-class", name.empty() ? "none" : name);
    if (const auto found = m_byId.find({cluster, id}); found != m_byId.end())
        return found->second;

    Gateway gateway;
    gateway.id = id;
    gateway.dialect = "ingress";
    gateway.className = name;
    std::string product;
    GatewayClassRecord assumed;
    if (!record) {
        // Without any IngressClass of this cluster the name alone suggests the controller: assumption class-controller.
        const bool byName = !anyIngressClass(cluster);
        for (const DefaultClass& row : defaultClasses) {
            if (row.name != name || !(annotated || byName))
                continue;
            assumed.controller = row.controller;
            assumed.product = row.product;
            gateway.workloads = byController(cluster, assumed);
            if (!gateway.workloads.empty() || byName) {
                gateway.controller = row.controller;
                product = row.product;
            }
        }
    }
    if (record) {
        gateway.controller = record->controller;
        gateway.evidence = record->evidence;
        product = record->product;
        if (product.empty() && record->controller == "k8s.io/ingress-nginx")
            product = "ingress-nginx";
        if (record->accepted.written())
            gateway.accepted = *record->accepted;
        findByController(gateway, cluster, record);
    } else if (gateway.workloads.empty()) {
        gateway.evidence = written.evidence;
        gateway.unknownBecause = name.empty() ? "no class is written, and the input holds no default class"
                                              : "the class " + name + " is not in the input";
    }
    const GatewayId made = add(std::move(gateway), std::move(product));
    m_byId.emplace(Key{cluster, id}, made);
    return made;
}

GatewayId Gateways::ofRouter(const std::string& cluster, const std::string& routerId)
{
    const std::string name = routerId.substr(routerId.find(':') + 1);
    const std::string id = inCluster(cluster, "openshift-router", name.empty() ? "default" : name);
    if (const auto found = m_byId.find({cluster, id}); found != m_byId.end())
        return found->second;
    Gateway gateway;
    gateway.id = id;
    gateway.dialect = "openshift";
    gateway.controller = "openshift.io/ingress-to-route";
    GatewayClassRecord router;
    router.controller = gateway.controller;
    findByController(gateway, cluster, &router);
    if (gateway.workloads.empty())
        gateway.unknownBecause = "the router is not in the input";
    const GatewayId made = add(std::move(gateway), "openshift-router");
    m_byId.emplace(Key{cluster, id}, made);
    return made;
}

std::vector<WorkloadId> Gateways::byLabels(const std::string& cluster, const std::string& ns, const Selector& selector) const
{
    std::vector<WorkloadId> found;
    for (const std::size_t entry : m_context.labels.find(scopeKey(cluster, ns), selector))
        found.push_back(m_context.labels[entry].workload);
    sortUnique(found);
    return found;
}

std::vector<WorkloadId> Gateways::inAnyNamespace(const std::string& cluster, const Selector& selector) const
{
    std::vector<WorkloadId> found;
    if (!selector.present || selector.requirements.empty())
        return found;
    for (const Namespace& ns : m_context.out.namespaces) {
        if (ns.cluster != cluster)
            continue;
        const std::vector<WorkloadId> here = byLabels(cluster, ns.name, selector);
        found.insert(found.end(), here.begin(), here.end());
    }
    sortUnique(found);
    return found;
}

std::vector<WorkloadId> Gateways::byController(const std::string& cluster, const GatewayClassRecord& ofClass) const
{
    std::set<std::string> products;
    bool shared = false; // an image that many things are made of: a lone one may be it, of several none is
    for (const ProductRow& row : m_context.catalogue.products) {
        if (!row.gatewayController.empty() && ofClass.controller.starts_with(row.gatewayController)) {
            products.insert(row.product);
            shared = shared || row.product == "Envoy" || row.role == "mesh";
        }
    }
    std::vector<WorkloadId> candidates;
    for (std::size_t i = 0; i < m_context.out.workloads.size(); ++i) {
        const Workload& workload = m_context.out.workloads[i];
        if (workload.cluster == cluster && workload.role == WorkloadRole::gateway && products.count(workload.product) > 0)
            candidates.emplace_back(i);
    }
    if (candidates.size() > 1 && ofClass.object.valid()) {
        constexpr std::string_view instance = "app.kubernetes.io/instance";
        const Attribute* wanted = find(m_context.in.object(ofClass.object).labels, instance);
        std::vector<WorkloadId> same;
        for (const WorkloadId id : candidates) {
            const Attribute* own = findOnWorkload(m_context, m_context.out.workload(id), instance);
            if (wanted && own && own->value == wanted->value)
                same.push_back(id);
        }
        if (!same.empty())
            candidates = std::move(same);
    }
    if (shared && candidates.size() > 1)
        candidates.clear();
    return candidates;
}

const GatewayClassRecord* Gateways::classRecord(const std::string& cluster, const char* dialect, const std::string& name) const
{
    for (const GatewayClassRecord& record : m_context.in.gatewayClasses) {
        const Object& object = m_context.in.object(record.object);
        if (object.applied() && record.dialect == dialect && object.identity.name == name && object.identity.cluster == cluster)
            return &record;
    }
    return nullptr;
}

bool Gateways::anyIngressClass(const std::string& cluster) const
{
    const auto& classes = m_context.in.gatewayClasses;
    return std::any_of(classes.begin(), classes.end(), [&](const GatewayClassRecord& record) {
        const Object& object = m_context.in.object(record.object);
        return object.applied() && record.dialect == "ingress" && object.identity.cluster == cluster;
    });
}

const GatewayClassRecord* Gateways::defaultClass(const std::string& cluster) const
{
    for (const GatewayClassRecord& record : m_context.in.gatewayClasses) {
        const Object& object = m_context.in.object(record.object);
        if (object.applied() && record.dialect == "ingress" && record.isDefault && object.identity.cluster == cluster)
            return &record;
    }
    return nullptr;
}

} // namespace bartizan::resolving
