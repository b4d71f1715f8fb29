// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/mesh.h"

#include "analysis/connectivity/mesh_members.h"
#include "analysis/connectivity/mesh_targets.h"
#include "analysis/context.h"

#include <algorithm>
#include <tuple>
#include <utility>

namespace bartizan::analysis {
namespace {

std::string nameOf(const char* kind, const Object& object)
{
    return std::string(kind) + " " + object.identity.ns + "/" + object.identity.name;
}

bool listed(std::string_view list, std::uint32_t port) // "8080,9090" or "*"
{
    const std::string wanted = std::to_string(port);
    while (!list.empty()) {
        const std::size_t comma = std::min(list.find(','), list.size());
        std::string_view word = list.substr(0, comma);
        while (!word.empty() && word.front() == ' ')
            word.remove_prefix(1);
        while (!word.empty() && word.back() == ' ')
            word.remove_suffix(1);
        if (word == wanted || word == "*")
            return true;
        list.remove_prefix(std::min(comma + 1, list.size()));
    }
    return false;
}

} // namespace

bool Mesh::isRoot(const std::string& cluster, const std::string& ns) const
{
    const std::vector<std::string>& roots = m_installations->roots(cluster);
    return std::find(roots.begin(), roots.end(), ns) != roots.end();
}

void Mesh::build(const Context& context)
{
    m_installations.emplace(context.inventory, "istio-system");
    const auto& workloads = context.architecture.workloads;
    const Inventory& inventory = context.inventory;
    m_proxies.resize(workloads.size());
    m_access.resize(workloads.size());
    m_tokens.resize(workloads.size());
    for (std::size_t i = 0; i < workloads.size() && !context.stopped(); ++i) {
        m_proxies[i] = proxyOf(context, WorkloadId{i});
        m_seen = m_seen || m_proxies[i].any();
    }
    // Records by namespace; those of the root namespace hold everywhere.
    const auto assign = [&](const auto& records, std::vector<std::vector<std::size_t>>& lists) {
        std::map<std::string, std::vector<std::size_t>> byNamespace;
        for (std::size_t i = 0; i < records.size(); ++i)
            if (context.object(records[i].object).applied() && !connectivity::namesTargets(records[i])) {
                byNamespace[records[i].ns].push_back(i);
                m_seen = true;
            }
        if (byNamespace.empty())
            return;
        for (std::size_t w = 0; w < workloads.size() && !context.stopped(); ++w) {
            const Attributes& labels = context.facts(WorkloadId{w}).pods.front()->podLabels;
            std::vector<std::string> where{workloads[w].ns};
            for (const std::string& root : m_installations->roots(workloads[w].cluster))
                if (workloads[w].ns != root)
                    where.push_back(root);
            for (const std::string& ns : where) {
                const auto found = byNamespace.find(ns);
                if (found == byNamespace.end())
                    continue;
                for (std::size_t i : found->second) {
                    const bool sameCluster = context.object(records[i].object).identity.cluster == workloads[w].cluster;
                    if (sameCluster && (!records[i].pods.present || matches(records[i].pods, labels)))
                        lists[w].push_back(i);
                }
            }
            std::stable_sort(lists[w].begin(), lists[w].end(), [&](std::size_t a, std::size_t b) {
                const Object &one = context.object(records[a].object), &other = context.object(records[b].object);
                // Those that name pods, then the namespace's, then the mesh's.
                const auto breadth = [&](const Selector& pods, const Identity& identity) {
                    return pods.present && !pods.requirements.empty() ? 0 : isRoot(identity.cluster, identity.ns) ? 2 : 1;
                };
                const int ofA = breadth(records[a].pods, one.identity), ofB = breadth(records[b].pods, other.identity);
                return std::tie(ofA, one.created, one.identity.name) < std::tie(ofB, other.created, other.identity.name);
            });
        }
    };
    const connectivity::PeerAuthentications authentications(inventory, *m_installations);
    m_seen = m_seen || !authentications.empty();
    m_accepting.resize(workloads.size());
    for (std::size_t w = 0; w < workloads.size() && !context.stopped(); ++w)
        m_accepting[w] =
            authentications.of(workloads[w].cluster, workloads[w].ns, context.facts(WorkloadId{w}).pods.front()->podLabels);
    assign(inventory.meshAccessPolicies, m_access);
    assign(inventory.meshTokenChecks, m_tokens);
    for (std::size_t i = 0; i < inventory.meshClientTls.size(); ++i)
        if (context.object(inventory.meshClientTls[i].object).applied()) {
            const std::string& host = inventory.meshClientTls[i].host.value;
            m_clientTls[host.substr(0, host.find('.'))].push_back(i);
        }
}

Proxy Mesh::proxyOf(const Context& context, WorkloadId id) const
{
    const Workload& workload = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    const Attributes& ns = context.namespaceLabels(workload.cluster, workload.ns);
    const WorkloadRecord& record = *facts.record;
    Proxy proxy;

    const connectivity::SidecarWish sidecar = connectivity::sidecarWish(record, ns);
    const Attribute* asks = sidecar.asks;
    const Attribute* mode = find(record.podLabels, "istio.io/dataplane-mode");
    if (!mode)
        mode = find(ns, "istio.io/dataplane-mode");
    const bool ambientAsked = mode && mode->value == "ambient";
    const Attribute* linkerd = find(record.podAnnotations, "linkerd.io/inject");
    if (!linkerd && facts.nsObject)
        linkerd = find(facts.nsObject->annotations, "linkerd.io/inject");
    const bool linkerdAsked = linkerd && linkerd->value == "enabled";
    const bool hostNetwork = record.pod.hostNetwork.value;
    proxy.asked = (asks || ambientAsked || linkerdAsked) && !hostNetwork;

    proxy.total = facts.pods.size();
    const char* seen = "";
    for (const WorkloadRecord* pod : facts.pods) {
        const Container* istio = connectivity::proxyContainer(pod->pod, "istio-proxy");
        const Container* other = istio ? nullptr : connectivity::proxyContainer(pod->pod, "linkerd-proxy");
        const Attribute* redirected = find(pod->podAnnotations, "ambient.istio.io/redirection");
        if (istio || other) {
            ++proxy.with;
            seen = istio ? "hold the container `istio-proxy`" : "hold the container `linkerd-proxy`";
            proxy.linkerd = other != nullptr;
            if (!proxy.evidence.valid())
                proxy.evidence = istio ? istio->evidence : other->evidence;
        } else if (redirected && redirected->value == "enabled") {
            ++proxy.with;
            seen = "are redirected to the node's ztunnel";
            proxy.ambient = true;
            if (!proxy.evidence.valid())
                proxy.evidence = redirected->evidence;
        }
    }
    proxy.running = facts.running;
    if (proxy.with > 0) {
        proxy.state = proxy.with == proxy.total ? ProxyState::all : ProxyState::some;
        proxy.reason = facts.running ? std::to_string(proxy.with) + " of " + std::to_string(proxy.total) + " running pods " + seen
                                     : "the pod template names a proxy container";
        return proxy;
    }
    if (proxy.asked) {
        proxy.evidence = asks ? asks->evidence : ambientAsked ? mode->evidence : linkerd->evidence;
        proxy.ambient = !asks && ambientAsked;
        proxy.linkerd = !asks && !ambientAsked;
        if (!facts.running) {
            proxy.state = ProxyState::promised;
            proxy.reason = "a label asks for a proxy; no running pod is in the input";
        } else {
            proxy.reason = "a label asks for a proxy; none of " + std::to_string(proxy.total) + " running pods has one";
        }
        return proxy;
    }
    proxy.notKnown = !facts.running && !facts.nsObject && !hostNetwork && !sidecar.refused && !linkerd;
    proxy.reason = proxy.notKnown ? "the labels of its namespace are not in the input" : "nothing gives it a mesh proxy";
    return proxy;
}

AcceptMode Mesh::acceptMode(const Context& context, WorkloadId id, std::uint32_t port) const
{
    using connectivity::PortSet;
    AcceptMode result;
    if (m_proxies[id.pos()].linkerd)
        return result;
    const PortSet wanted = port == 0 ? PortSet() : PortSet::of(connectivity::Protocol::tcp, {port, port});
    for (const connectivity::MeshAccepting& one : m_accepting[id.pos()]) {
        if (port == 0 ? &one != &m_accepting[id.pos()].back() : !one.ports.contains(wanted))
            continue; // where no port is known: what is not set apart
        result.mode = one.mode;
        result.unsure = one.unsure ? one.unsure : "";
        if (!one.policy)
            return result;
        const MeshAuthentication& record = context.inventory.meshAuthentications[*one.policy];
        result.byDefault = false;
        result.ofPort = std::any_of(record.ports.begin(), record.ports.end(),
                                    [&](const auto& of) { return of.first == port && of.second.value != MtlsMode::unset; });
        result.policy = nameOf("PeerAuthentication", context.object(record.object));
        result.evidence = one.evidence.valid() ? one.evidence : record.evidence;
        return result;
    }
    return result;
}

const Attribute* Mesh::excludedFromProxy(const Context& context, WorkloadId id, std::uint32_t port) const
{
    const WorkloadRecord& pod = *context.facts(id).pods.front();
    for (const char* key : {"traffic.sidecar.istio.io/excludeInboundPorts", "config.linkerd.io/skip-inbound-ports"}) {
        const Attribute* excluded = find(pod.podAnnotations, key);
        if (excluded && listed(excluded->value, port))
            return excluded;
    }
    const Attribute* included = find(pod.podAnnotations, "traffic.sidecar.istio.io/includeInboundPorts");
    return included && !listed(included->value, port) ? included : nullptr;
}

std::optional<ClientMode> Mesh::clientMode(const Context& context, const std::string& callerNs, const Service& service,
                                           std::uint32_t port) const
{
    std::vector<std::size_t> candidates;
    for (const std::string& key : {service.name, std::string("*")}) {
        const auto found = m_clientTls.find(key);
        if (found != m_clientTls.end())
            candidates.insert(candidates.end(), found->second.begin(), found->second.end());
    }
    // Istio looks in the caller's namespace, then the service's, then the root namespace; the first that matches counts.
    const std::string full = service.name + "." + service.ns + ".svc.cluster.local";
    std::vector<std::string> where{callerNs, service.ns};
    const std::string& cluster = context.object(service.object).identity.cluster;
    const std::vector<std::string>& roots = m_installations->roots(cluster);
    where.insert(where.end(), roots.begin(), roots.end());
    for (const std::string& ns : where)
        for (std::size_t i : candidates) {
            const MeshClientTls& rule = context.inventory.meshClientTls[i];
            if (rule.ns != ns || context.object(rule.object).identity.cluster != cluster)
                continue;
            const std::string& host = rule.host.value;
            const bool names = host == full || host == service.name + "." + service.ns ||
                               host == service.name + "." + service.ns + ".svc" ||
                               (host == service.name && rule.ns == service.ns);
            const bool wildcard = host.size() > 1 && host.front() == '*' && full.size() >= host.size() - 1 &&
                                  full.compare(full.size() - (host.size() - 1), std::string::npos, host, 1) == 0;
            if (!names && !wildcard && host != "*")
                continue;
            ClientMode mode{rule.mode.value, rule.insecureSkipVerify.value, rule.mode.evidence};
            for (const auto& [number, ofPort] : rule.ports)
                if (number == port) {
                    mode.mode = ofPort.value;
                    mode.evidence = ofPort.evidence;
                }
            if (!mode.mode.empty())
                return mode;
        }
    return std::nullopt;
}

} // namespace bartizan::analysis
