// SPDX-License-Identifier: GPL-3.0-or-later
// Service, Endpoints and EndpointSlice (Kubernetes core/v1, discovery.k8s.io/v1).
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/selector.h"
#include "importers/kubernetes/words.h"
#include "model/inventory/endpoints.h"

#include <array>

namespace bartizan::importers {

using document::Node;

namespace {

std::vector<ServicePort> readPorts(const Fields& fields, Node spec)
{
    std::vector<ServicePort> ports;
    for (const Node node : fields.list(spec, "ports")) {
        if (!node.isMapping()) {
            fields.unexpected(node, "a service port");
            continue;
        }
        ServicePort port;
        port.name = fields.text(node, "name");
        if (const std::string protocol = fields.text(node, "protocol"); !protocol.empty())
            port.protocol = protocol;
        port.appProtocol = fields.text(node, "appProtocol");
        port.port = fields.port(node, "port");
        port.nodePort = fields.port(node, "nodePort");
        port.targetPort = fields.intOrString(node, "targetPort").value;
        port.evidence = fields.elementEvidence(node, "port");
        ports.push_back(std::move(port));
    }
    return ports;
}

// What the clouds' annotations say about a balancer's reach. Lower-case values; "*" = any.
struct BalancerAnnotation {
    std::string_view key, internal, external;
};
constexpr std::array<BalancerAnnotation, 18> balancerAnnotations{{
    {"service.beta.kubernetes.io/aws-load-balancer-scheme", "internal", "internet-facing"},
    {"service.beta.kubernetes.io/aws-load-balancer-internal", "*", "false"},
    {"service.beta.kubernetes.io/azure-load-balancer-internal", "true", "false"},
    {"networking.gke.io/load-balancer-type", "internal", "external"},
    {"cloud.google.com/load-balancer-type", "internal", "external"},
    {"service.beta.kubernetes.io/openstack-internal-load-balancer", "true", "false"},
    {"service.kubernetes.io/ibm-load-balancer-cloud-provider-ip-type", "private", "public"},
    {"service.beta.kubernetes.io/oci-load-balancer-internal", "true", "false"},
    {"oci-network-load-balancer.oraclecloud.com/internal", "true", "false"},
    {"service.beta.kubernetes.io/alibaba-cloud-loadbalancer-address-type", "intranet", "internet"},
    {"service.beta.kubernetes.io/alicloud-loadbalancer-address-type", "intranet", "internet"},
    {"service.kubernetes.io/qcloud-loadbalancer-internal-subnetid", "*", ""},
    {"service.beta.kubernetes.io/cce-load-balancer-internal-vpc", "true", "false"},
    {"service.beta.kubernetes.io/scw-loadbalancer-private", "true", "false"},
    {"load-balancer.hetzner.cloud/disable-public-network", "true", "false"},
    {"service.beta.kubernetes.io/do-loadbalancer-network", "internal", "external"},
    {"service.beta.kubernetes.io/linode-loadbalancer-backend-only", "true", "false"},
    {"service.beta.kubernetes.io/cce-load-balancer-type", "private", "public"},
}};

Fact<bool> internalBalancer(const Object& meta)
{
    for (const BalancerAnnotation& known : balancerAnnotations) {
        const Attribute* annotation = find(meta.annotations, known.key);
        if (!annotation)
            continue;
        const std::string word = lowered(trimmed(annotation->value));
        if (word == known.external && !word.empty())
            return {false, annotation->evidence};
        if (word == known.internal || (known.internal == "*" && !word.empty()))
            return {true, annotation->evidence};
    }
    return {};
}

// loadBalancerSourceRanges; the annotation of the same name counts only where the field is not written.
void readSourceRanges(const Fields& fields, Node spec, const Object& meta, ServiceRecord& record)
{
    record.sourceRanges = fields.stringFacts(spec, "loadBalancerSourceRanges");
    const Attribute* annotation = find(meta.annotations, "service.beta.kubernetes.io/load-balancer-source-ranges");
    if (!record.sourceRanges.empty() || !annotation)
        return;
    std::string_view rest = annotation->value;
    while (!rest.empty()) {
        const std::size_t comma = rest.find(',');
        if (const std::string_view range = trimmed(rest.substr(0, comma)); !range.empty())
            record.sourceRanges.push_back({std::string(range), annotation->evidence});
        rest = comma == std::string_view::npos ? std::string_view() : rest.substr(comma + 1);
    }
}

void addPod(const Fields& fields, Node address, EndpointsRecord& record)
{
    const Node target = fields.mapping(address, "targetRef");
    if (target["kind"].text() == "Pod")
        record.pods.push_back(fields.text(target, "name"));
}

void addAddress(std::string address, EndpointsRecord& record)
{
    if (!address.empty() && record.addresses.size() < mostEndpointAddresses)
        record.addresses.push_back(std::move(address));
}

} // namespace

void importService(const ObjectContext& context)
{
    const Fields fields(context);
    const Node spec = fields.mapping(context.node, "spec");
    ServiceRecord record;
    record.object = context.object;
    record.type = fields.string(spec, "type");
    if (record.type.value.empty())
        record.type.value = "ClusterIP";
    record.selector = mapSelector(fields, spec, "selector");
    if (record.selector.empty())
        record.selector = {}; // Kubernetes Service API: an empty selector selects nothing, endpoints are managed elsewhere
    record.ports = readPorts(fields, spec);
    record.externalName = fields.string(spec, "externalName");
    record.clusterIp = fields.string(spec, "clusterIP");
    record.externalIps = fields.stringFacts(spec, "externalIPs");
    record.loadBalancerClass = fields.string(spec, "loadBalancerClass");
    readSourceRanges(fields, spec, context.meta(), record);
    record.internalBalancer = internalBalancer(context.meta());
    const Node balancer = fields.mapping(fields.mapping(context.node, "status"), "loadBalancer");
    for (const Node ingress : fields.list(balancer, "ingress")) {
        for (const std::string_view key : {"ip", "hostname"}) {
            if (Fact<std::string> address = fields.string(ingress, key); !address.value.empty())
                record.balancerAddresses.push_back(std::move(address));
        }
    }
    context.out.services.push_back(std::move(record));
}

void importEndpoints(const ObjectContext& context)
{
    const Fields fields(context);
    EndpointsRecord record;
    record.object = context.object;
    record.service = context.meta().identity.name;
    for (const Node subset : fields.list(context.node, "subsets")) {
        for (const Node address : fields.list(subset, "addresses")) {
            ++record.ready;
            addAddress(fields.text(address, "ip"), record);
            addPod(fields, address, record);
        }
        for (const Node address : fields.list(subset, "notReadyAddresses")) {
            ++record.notReady;
            addPod(fields, address, record);
        }
        for (const Node port : fields.list(subset, "ports"))
            record.ports.push_back(fields.port(port, "port"));
    }
    context.out.endpoints.push_back(std::move(record));
}

void importEndpointSlice(const ObjectContext& context)
{
    const Fields fields(context);
    EndpointsRecord record;
    record.object = context.object;
    record.service = valueOf(context.meta().labels, "kubernetes.io/service-name");
    for (const Node endpoint : fields.list(context.node, "endpoints")) {
        // discovery.k8s.io/v1: an unset `ready` is to be taken as true.
        const bool ready = fields.mapping(endpoint, "conditions")["ready"].asBool().value_or(true);
        ++(ready ? record.ready : record.notReady);
        if (ready) {
            for (std::string& address : fields.strings(endpoint, "addresses"))
                addAddress(std::move(address), record);
        }
        addPod(fields, endpoint, record);
    }
    for (const Node port : fields.list(context.node, "ports")) {
        if (const std::uint32_t number = fields.port(port, "port"))
            record.ports.push_back(number);
    }
    context.out.endpoints.push_back(std::move(record));
}

} // namespace bartizan::importers
