// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/context.h"

#include <algorithm>
#include <charconv>

namespace bartizan::analysis {
namespace {

std::string kindKey(const Identity& identity) // as kubectl prints it: "NetworkPolicy.networking.k8s.io"
{
    return identity.group.empty() ? identity.kind : identity.kind + "." + identity.group;
}

std::array<std::string, 3> nameKey(const Identity& id)
{
    return {id.cluster, id.ns, id.name};
}

template <class Record>
const Record* lookUp(const std::map<std::array<std::string, 3>, const Record*>& map, const std::string& cluster,
                     const std::string& ns, const std::string& name)
{
    const auto found = map.find({cluster, ns, name});
    return found == map.end() ? nullptr : found->second;
}

std::uint32_t number(std::string_view text)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    return error == std::errc{} && end == text.data() + text.size() ? value : 0;
}

void sortUnique(std::vector<std::uint32_t>& ports)
{
    std::sort(ports.begin(), ports.end());
    ports.erase(std::unique(ports.begin(), ports.end()), ports.end());
}

} // namespace

Context::Context(const Model& m, const Catalogue& c, const AnalysisSettings& s, std::stop_token asked)
    : model(m), inventory(m.inventory), architecture(m.architecture), catalogue(c), settings(s), stop(std::move(asked))
{
    for (const Object& object_ : inventory.objects) {
        if (stopped())
            return;
        if (!object_.applied())
            continue;
        const Identity& id = object_.identity;
        ++m_applied;
        ++m_counts[{kindKey(id), id.ns}];
        m_groups.emplace(std::pair(id.group, id.ns), &object_);
        if (id.kind == "Namespace" && id.group.empty())
            m_namespaces.emplace(std::pair(id.cluster, id.name), &object_);
    }
    const auto index = [&](const auto& records, auto& map) {
        for (const auto& record : records)
            if (object(record.object).applied())
                map.emplace(nameKey(object(record.object).identity), &record);
    };
    index(inventory.configMaps, m_configMaps);
    index(inventory.secrets, m_secrets);
    index(inventory.serviceAccounts, m_accounts);
    for (const AutoscalerRecord& scaler : inventory.autoscalers) {
        const Object& o = object(scaler.object);
        if (o.applied())
            m_autoscalers.emplace(std::array{o.identity.cluster, o.identity.ns, scaler.targetKind, scaler.targetName}, &scaler);
    }
    for (std::size_t i = 0; i < architecture.workloads.size(); ++i) {
        m_products.insert(architecture.workloads[i].product);
        if (architecture.workloads[i].kind == "DaemonSet")
            m_daemonSets.push_back(WorkloadId{i});
    }
    indexWorkloads();
    if (!stopped())
        indexTraffic();
    if (!stopped())
        indexPolicies();
    findNetworkPlugin();
    if (!stopped())
        mesh.build(*this);
    if (!stopped())
        rights.build(*this);
    exposure.resize(architecture.workloads.size());
    edgesInto.resize(architecture.workloads.size());
    edgesOutOf.resize(architecture.workloads.size());
}

void Context::indexWorkloads()
{
    // Pods that ended (jobs, evicted ones) say nothing about what runs.
    std::map<ObjectId, std::string> phases;
    for (const PodStatus& status : inventory.podStatuses)
        phases.emplace(status.object, status.phase);
    m_facts.resize(architecture.workloads.size());
    for (std::size_t i = 0; i < m_facts.size() && !stopped(); ++i) {
        const Workload& w = architecture.workloads[i];
        WorkloadFacts& f = m_facts[i];
        f.record = &inventory.workloads[w.record];
        for (std::size_t pod : w.pods) {
            const WorkloadRecord& record = inventory.workloads[pod];
            const auto phase = phases.find(record.object);
            const bool ended = phase != phases.end() && (phase->second == "Succeeded" || phase->second == "Failed");
            if (!ended)
                f.pods.push_back(&record);
        }
        f.running = !f.pods.empty() && object(f.pods.front()->object).running;
        if (f.pods.empty())
            f.pods.push_back(f.record);
        f.nsObject = namespaceObject(w.cluster, w.ns);
        for (const Container& container : f.pods.front()->pod.containers) {
            for (const ContainerPort& port : container.ports)
                f.ports.push_back(port.port);
            for (const Probe& probe : container.probes) {
                std::uint32_t port = 0;
                if (portOf(WorkloadId{i}, probe.port, port))
                    f.ports.push_back(port);
            }
        }
    }
}

void Context::indexTraffic()
{
    for (const Service& service : architecture.services)
        for (WorkloadId w : service.workloads)
            for (const ServicePortUse& port : service.ports)
                for (std::uint32_t target : port.targets)
                    m_facts[w.pos()].ports.push_back(target);
    for (WorkloadFacts& f : m_facts) {
        sortUnique(f.ports);
        if (!f.ports.empty() && f.ports.front() == 0)
            f.ports.erase(f.ports.begin());
    }
    for (std::size_t i = 0; i < architecture.calls.size(); ++i) {
        const Call& call = architecture.calls[i];
        if (call.kind == CallKind::latent)
            continue;
        if (call.from.kind == Peer::Kind::workload)
            m_facts[call.from.workload.pos()].callsFrom.push_back(i);
        if (call.to.kind == Peer::Kind::workload)
            m_facts[call.to.workload.pos()].callsTo.push_back(i);
    }
    for (std::size_t i = 0; i < architecture.routes.size(); ++i) {
        const Route& route = architecture.routes[i];
        if (route.entries.empty() || (route.accepted && !*route.accepted))
            continue;
        for (std::size_t b = 0; b < route.backends.size(); ++b)
            for (WorkloadId w : route.backends[b].workloads)
                m_facts[w.pos()].routes.push_back({RouteId{i}, b});
    }
    for (std::size_t i = 0; i < architecture.entries.size(); ++i) {
        const Entry& entry = architecture.entries[i];
        for (WorkloadId w : entry.workloads)
            (entry.servesRoutes ? m_facts[w.pos()].gatewayEntries : m_facts[w.pos()].entries).push_back(EntryId{i});
    }
    for (std::size_t i = 0; i < architecture.authProxies.size(); ++i)
        for (WorkloadId upstream : architecture.authProxies[i].upstreams)
            m_facts[upstream.pos()].proxiedBy.push_back(i);
}

void Context::indexPolicies()
{
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byNamespace;
    for (std::size_t i = 0; i < inventory.networkPolicies.size(); ++i) {
        const Object& o = object(inventory.networkPolicies[i].object);
        if (o.applied())
            byNamespace[{o.identity.cluster, o.identity.ns}].push_back(i);
    }
    for (std::size_t i = 0; i < m_facts.size() && !stopped(); ++i) {
        const Workload& w = architecture.workloads[i];
        const auto policies = byNamespace.find({w.cluster, w.ns});
        if (policies == byNamespace.end())
            continue;
        for (std::size_t policy : policies->second) {
            const Selector& selector = inventory.networkPolicies[policy].pods;
            std::size_t selected = 0;
            for (const WorkloadRecord* pod : m_facts[i].pods)
                selected += matches(selector, pod->podLabels) ? 1 : 0;
            if (selected > 0)
                m_facts[i].policies.push_back({policy, selected == m_facts[i].pods.size()});
        }
    }
}

void Context::findNetworkPlugin()
{
    for (const Workload& w : architecture.workloads)
        for (const ContainerUse& use : w.containers) {
            if (!use.image.valid())
                continue;
            const std::string& image = architecture.images[use.image.pos()].normalised;
            for (const char* enforcer :
                 {"/calico/", "/cilium/", "antrea", "kube-router", "weave-npc", "ovn-kube", "canal", "/kube-network-policies"})
                if (image.find(enforcer) != std::string::npos) {
                    m_nonEnforcer = nullptr;
                    return;
                }
            if (w.kind == "DaemonSet" && image.find("/flannel:") != std::string::npos)
                m_nonEnforcer = &w;
        }
}

bool Context::wasRead(const std::string& kind, const std::string& ns) const
{
    const auto [entry, fresh] = m_read.try_emplace({kind, ns}, false);
    if (fresh)
        entry->second = inventory.scope.state(kind, ns) == ScopeState::read;
    return entry->second;
}

std::size_t Context::countOf(const std::string& kind, const std::string& ns) const
{
    if (ns != "*") {
        const auto found = m_counts.find({kind, ns});
        return found == m_counts.end() ? 0 : found->second;
    }
    std::size_t sum = 0;
    for (auto it = m_counts.lower_bound({kind, std::string()}); it != m_counts.end() && it->first.first == kind; ++it)
        sum += it->second;
    return sum;
}

std::string Context::searched(const std::string& kind, const std::string& ns) const
{
    const std::size_t count = countOf(kind, ns);
    const std::string word = kind.substr(0, kind.find('.'));
    std::string text = count == 0 ? "no " + word : count == 1 ? "1 " + word : std::to_string(count) + " objects of kind " + word;
    if (ns != "*" && !ns.empty())
        text += " in namespace " + ns;
    return text + " among the " + std::to_string(m_applied) + " objects read";
}

const Object* Context::anyOfGroups(std::initializer_list<std::string_view> groups, const std::string& ns) const
{
    for (std::string_view group : groups)
        for (const std::string& where : {ns, std::string()}) {
            const auto found = m_groups.find({std::string(group), where});
            if (found != m_groups.end())
                return found->second;
        }
    return nullptr;
}

const ConfigMapRecord* Context::configMap(const std::string& cluster, const std::string& ns, const std::string& name) const
{
    return lookUp(m_configMaps, cluster, ns, name);
}

const SecretRecord* Context::secret(const std::string& cluster, const std::string& ns, const std::string& name) const
{
    return lookUp(m_secrets, cluster, ns, name);
}

const ServiceAccountRecord* Context::account(const std::string& cluster, const std::string& ns, const std::string& name) const
{
    return lookUp(m_accounts, cluster, ns, name);
}

const Object* Context::namespaceObject(const std::string& cluster, const std::string& ns) const
{
    const auto found = m_namespaces.find({cluster, ns});
    return found == m_namespaces.end() ? nullptr : found->second;
}

const Attributes& Context::namespaceLabels(const std::string& cluster, const std::string& ns) const
{
    static const Attributes none;
    const Object* found = namespaceObject(cluster, ns);
    return found ? found->labels : none;
}

const ProductRow* Context::product(const std::string& name) const
{
    if (name.empty())
        return nullptr;
    for (const ProductRow& row : catalogue.products)
        if (row.product == name)
            return &row;
    return nullptr;
}

const AutoscalerRecord* Context::autoscaler(const std::string& cluster, const std::string& ns, const std::string& kind,
                                            const std::string& name) const
{
    const auto found = m_autoscalers.find({cluster, ns, kind, name});
    return found == m_autoscalers.end() ? nullptr : found->second;
}

const Workload* Context::daemonSetOfRole(const std::string& cluster, const std::string& role) const
{
    for (WorkloadId id : m_daemonSets) {
        const ProductRow* row = product(workload(id).product);
        if (workload(id).cluster == cluster && row && row->role == role)
            return &workload(id);
    }
    return nullptr;
}

bool Context::portOf(WorkloadId id, const std::string& text, std::uint32_t& result) const
{
    result = number(text);
    if (result != 0 || text.empty())
        return result != 0;
    for (const Container& container : m_facts[id.pos()].pods.front()->pod.containers)
        for (const ContainerPort& port : container.ports)
            if (port.name == text) {
                result = port.port;
                return true;
            }
    return false;
}

} // namespace bartizan::analysis
