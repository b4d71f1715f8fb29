// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in that need no route: LoadBalancer, NodePort, external addresses, host ports, the host's network, tunnels.
// `Entry::port` is the port the outside connects to (a node port is 0 until the cluster has chosen one); the id always
// has the Service's own port. The node ports that every LoadBalancer also opens are no entries of their own, unless they
// go round what restricts it: it is internal or admits some sources only, and a node has a public address (kube-proxy
// applies loadBalancerSourceRanges to the balancer's addresses only).
#include "model/resolve/passes.h"

#include "model/resolve/addresses.h"
#include "model/resolve/limits.h"
#include "model/resolve/products.h"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace bartizan::resolving {
namespace {

struct Reached {
    Reach reach = Reach::notKnown;
    std::string reason;
};

// A node with a public address makes every node port reachable from the internet, as far as the input shows.
Reached ofNodes(const Context& context, const std::string& cluster)
{
    for (const NodeRecord& node : context.in.nodes) {
        const Object& object = context.in.object(node.object);
        if (!object.applied() || object.identity.cluster != cluster)
            continue;
        for (const std::string& address : node.externalIps)
            if (scopeOf(address) == AddressScope::publicUse)
                return {Reach::internet, "node " + object.identity.name + " has the public address " + address};
    }
    return {Reach::nodeNetwork, "every address of a node, and no node in the input shows a public one"};
}

Reached ofAddresses(const std::vector<std::string>& addresses)
{
    bool allPrivate = !addresses.empty();
    for (const std::string& address : addresses) {
        const AddressScope scope = scopeOf(address);
        if (scope == AddressScope::publicUse)
            return {Reach::internet, "the address " + address + " is public"};
        const bool internalName = scope == AddressScope::notAnAddress && address.rfind("internal-", 0) == 0;
        allPrivate = allPrivate && (internalName || scope == AddressScope::privateUse || scope == AddressScope::linkLocal);
    }
    if (allPrivate)
        return {Reach::privateNetwork, "the address " + addresses.front() + " is private"};
    return {};
}

bool admitsOnlyPrivate(const std::vector<std::string>& ranges)
{
    return !ranges.empty() && std::none_of(ranges.begin(), ranges.end(), [](const std::string& range) {
        const AddressScope scope = scopeOfRange(range);
        return scope == AddressScope::publicUse || scope == AddressScope::notAnAddress;
    });
}

std::vector<std::string> valuesOf(const std::vector<Fact<std::string>>& facts)
{
    std::vector<std::string> values;
    for (const Fact<std::string>& fact : facts)
        values.push_back(*fact);
    return values;
}

Reached ofBalancer(const ServiceRecord& record, const std::vector<std::string>& addresses, const std::vector<std::string>& ranges)
{
    Reached reached = ofAddresses(addresses);
    if (reached.reach == Reach::notKnown && record.internalBalancer.written()) {
        reached = *record.internalBalancer ? Reached{Reach::privateNetwork, "an annotation asks for an internal load balancer"}
                                           : Reached{Reach::internet, "an annotation asks for an internet-facing load balancer"};
    }
    if (admitsOnlyPrivate(ranges) && reached.reach != Reach::privateNetwork)
        return {Reach::privateNetwork, "its source ranges admit private addresses only"};
    if (reached.reach == Reach::notKnown)
        reached.reason = "a load balancer; neither its address nor an annotation in the input shows from where it is reachable";
    return reached;
}

Entry entryOf(const std::string& kind, const std::string& name, const std::string& port)
{
    Entry entry;
    entry.kind = kind;
    entry.id = kind + ":" + name + (port.empty() ? "" : ":" + port);
    return entry;
}

class Entries {
public:
    explicit Entries(Context& context) : m_context(context) {}

    void addServices()
    {
        for (std::size_t i = 0; i < m_context.out.services.size(); ++i) {
            const Service& service = m_context.out.services[i];
            const ServiceRecord& record = m_context.in.services[service.record];
            if (service.type == "LoadBalancer")
                addBalancer(ServiceId(i), record);
            if (service.type == "NodePort")
                addNodePorts(ServiceId(i));
            addExternalIps(ServiceId(i), record);
        }
    }

    void addHostPorts(WorkloadId id)
    {
        const Workload& workload = m_context.out.workload(id);
        const PodSpec& pod = m_context.record(workload).pod;
        const Reached& reached = nodes(workload.cluster);
        std::set<std::uint32_t> known;
        for (const Container& container : pod.containers) {
            for (const ContainerPort& port : container.ports) {
                const std::uint32_t open = *pod.hostNetwork ? port.port : port.hostPort;
                if (open == 0 || scopeOf(port.hostIp) == AddressScope::loopback || !known.insert(open).second)
                    continue;
                Entry& entry = add(id, *pod.hostNetwork ? "hostNetwork" : "hostPort", open, reached);
                entry.protocol = port.protocol;
                entry.targets = {port.port};
                entry.evidence = port.evidence;
            }
            if (*pod.hostNetwork)
                addProbedPorts(id, container, reached, known);
        }
    }

    void addTunnels(const Products& products)
    {
        for (std::size_t i = 0; i < m_context.out.workloads.size(); ++i) {
            const Workload& workload = m_context.out.workloads[i];
            for (const ContainerUse& use : workload.containers) {
                const Container& container = m_context.record(workload).pod.containers[use.index];
                const ProductRow* row = products.byImage(*container.image);
                if (!row || row->role != "tunnel")
                    continue;
                Entry entry = entryOf("tunnel", namespacedId(workload.cluster, workload.ns, workload.name), "");
                entry.reachReason = row->product + " opens a way in from outside that needs no Service; who may use it is " +
                                    "decided at its other end";
                entry.workloads = {WorkloadId(i)};
                entry.object = workload.object;
                entry.evidence = container.image.evidence;
                insert(std::move(entry));
                break;
            }
        }
    }

private:
    Entry& insert(Entry entry)
    {
        // The same number for TCP and UDP, or workloads of two kinds with one name.
        if (!m_ids.insert(entry.id).second) {
            entry.id += "/" + entry.protocol;
            for (int n = 2; !m_ids.insert(entry.id).second; ++n)
                entry.id += "#" + std::to_string(n);
        }
        m_context.out.entries.push_back(std::move(entry));
        return m_context.out.entries.back();
    }

    Entry& add(WorkloadId id, const char* kind, std::uint32_t port, const Reached& from)
    {
        const Workload& workload = m_context.out.workload(id);
        const std::string name = namespacedId(workload.cluster, workload.ns, workload.name);
        Entry entry = entryOf(kind, name, std::to_string(port));
        entry.reach = from.reach;
        entry.reachReason = from.reason;
        entry.port = port;
        entry.workloads = {id};
        entry.object = workload.object;
        return insert(std::move(entry));
    }

    Entry& add(ServiceId id, const char* kind, const ServicePortUse& port, const Reached& from)
    {
        const Service& service = m_context.out.service(id);
        Entry entry = entryOf(kind, service.id, std::to_string(port.port));
        entry.reach = from.reach;
        entry.reachReason = from.reason;
        entry.port = port.port;
        entry.protocol = port.protocol;
        m_pairs += service.workloads.size();
        if (m_pairs <= mostEntryWorkloads)
            entry.workloads = service.workloads;
        else if (!std::exchange(m_said, true))
            sayLimit(m_context.out, "entry-workloads", mostEntryWorkloads,
                     "the entries after that are listed without their workloads");
        entry.targets = port.targets;
        entry.service = id;
        entry.object = service.object;
        entry.evidence = port.evidence.valid() ? port.evidence : service.evidence;
        return insert(std::move(entry));
    }

    void addBalancer(ServiceId id, const ServiceRecord& record)
    {
        const Service& service = m_context.out.service(id);
        const std::vector<std::string> addresses = valuesOf(record.balancerAddresses);
        const std::vector<std::string> ranges = valuesOf(record.sourceRanges);
        const Reached reached = ofBalancer(record, addresses, ranges);
        const Reached& byNode = nodes(m_context.identity(service.object).cluster);
        const bool restricted = reached.reach == Reach::privateNetwork || !ranges.empty();
        for (const ServicePortUse& port : service.ports) {
            Entry& entry = add(id, "loadBalancer", port, reached);
            entry.addresses = addresses;
            entry.sourceRanges = ranges;
            if (restricted && byNode.reach == Reach::internet && port.nodePort != 0)
                add(id, "nodePort", port, {byNode.reach, byNode.reason + "; the node port goes round the load balancer"}).port =
                    port.nodePort;
        }
    }

    void addNodePorts(ServiceId id)
    {
        const Service& service = m_context.out.service(id);
        const Reached& reached = nodes(m_context.identity(service.object).cluster);
        for (const ServicePortUse& port : service.ports)
            add(id, "nodePort", port, reached).port = port.nodePort;
    }

    void addExternalIps(ServiceId id, const ServiceRecord& record)
    {
        if (record.externalIps.empty())
            return;
        const std::vector<std::string> addresses = valuesOf(record.externalIps);
        Reached reached = ofAddresses(addresses);
        if (reached.reach == Reach::notKnown)
            reached.reason = "its external addresses do not show from where they are reachable";
        for (const ServicePortUse& port : m_context.out.service(id).ports) {
            Entry& entry = add(id, "externalIp", port, reached);
            entry.addresses = addresses;
        }
    }

    // On the host's network a probed port is open without being declared.
    void addProbedPorts(WorkloadId id, const Container& container, const Reached& reached, std::set<std::uint32_t>& known)
    {
        for (const Probe& probe : container.probes) {
            const bool number =
                !probe.port.empty() && probe.port.size() <= 5 && probe.port.find_first_not_of("0123456789") == std::string::npos;
            if (!number || probe.action == "exec" || scopeOf(probe.host) == AddressScope::loopback || probe.host == "localhost")
                continue;
            const auto port = static_cast<std::uint32_t>(std::stoul(probe.port));
            if (port == 0 || !known.insert(port).second)
                continue;
            Entry& entry = add(id, "hostNetwork", port, reached);
            entry.targets = {port};
            entry.evidence = probe.evidence;
        }
    }

    const Reached& nodes(const std::string& cluster)
    {
        const auto found = m_nodes.find(cluster);
        return found != m_nodes.end() ? found->second : m_nodes.emplace(cluster, ofNodes(m_context, cluster)).first->second;
    }

    Context& m_context;
    std::set<std::string> m_ids;
    std::map<std::string, Reached> m_nodes; // by cluster
    std::size_t m_pairs = 0;
    bool m_said = false;
};

} // namespace

void resolveEntries(Context& context)
{
    Entries entries(context);
    entries.addServices();
    for (std::size_t i = 0; i < context.out.workloads.size() && !context.stopped(); ++i)
        entries.addHostPorts(WorkloadId(i));
    entries.addTunnels(Products(context.catalogue));
}

} // namespace bartizan::resolving
