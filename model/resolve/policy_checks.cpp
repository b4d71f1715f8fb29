// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/policy_checks.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace bartizan::resolving {
namespace {

constexpr std::size_t mostPlaces = 20;             // cited in one problem
constexpr std::size_t mostProblems = 50;           // of each kind of fault
constexpr std::size_t mostComparisons = 2'000'000; // networks with namespaces

class PolicyChecks {
public:
    explicit PolicyChecks(Context& context) : m_context(context) {}

    void run()
    {
        equalPriorities();
        primaryNetworks();
        equalNames();
    }

private:
    const Inventory& in() const { return m_context.in; }

    // One problem that cites every object, in order.
    void report(ProblemSeverity severity, const char* id, std::string message, const std::vector<ObjectId>& objects)
    {
        Problem problem;
        problem.severity = severity;
        problem.id = id;
        problem.message = std::move(message);
        problem.evidence = in().object(objects.front()).evidence;
        for (std::size_t i = 1; i < objects.size() && i <= mostPlaces; ++i)
            problem.also.push_back(in().object(objects[i]).evidence);
        m_context.out.problems.push_back(std::move(problem));
    }

    // network-policy-api: which of them comes first is not defined where both match.
    void equalPriorities()
    {
        std::map<std::tuple<std::string, std::string, bool, double>, std::vector<ObjectId>> groups;
        for (const TrafficPolicyRecord& policy : in().trafficPolicies) {
            const Object& object = in().object(policy.object);
            const bool single = policy.dialect == PolicyDialect::adminNetworkPolicy;
            if ((!single && policy.dialect != PolicyDialect::clusterNetworkPolicy) || !object.applied() ||
                !policy.malformed.empty())
                continue;
            groups[{object.identity.cluster, policy.tier, single, policy.order}].push_back(policy.object);
        }
        std::size_t count = 0;
        for (const auto& [key, objects] : groups)
            if (objects.size() > 1 && ++count <= mostProblems)
                report(ProblemSeverity::error, "equal-priority",
                       "expected a priority of its own for each " +
                           std::string(std::get<2>(key) ? "AdminNetworkPolicy" : "ClusterNetworkPolicy of a tier") + ", found " +
                           std::to_string(objects.size()) +
                           " with the same one: which comes first where several match is not defined; give each its own",
                       objects);
    }

    // UserDefinedNetworks that hold in a namespace, in the order of the inventory.
    std::vector<std::size_t> networksOf(const Namespace& space, bool primaryOnly)
    {
        std::vector<std::size_t> result;
        const auto own = m_byNamespace.find({space.cluster, space.name});
        if (own != m_byNamespace.end())
            result = own->second;
        if (!m_clusterWide.empty()) {
            Attributes labels = space.object.valid() ? in().object(space.object).labels : Attributes();
            constexpr const char* nameLabel = "kubernetes.io/metadata.name"; // which the API server gives each
            if (!find(labels, nameLabel)) {
                labels.push_back({nameLabel, space.name, {}});
                std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
            }
            for (const std::size_t i : m_clusterWide) {
                if (++m_comparisons > mostComparisons)
                    break;
                const PodNetworkRecord& network = in().podNetworks[i];
                if (m_context.identity(network.object).cluster == space.cluster && matches(network.namespaces, labels))
                    result.push_back(i);
            }
        }
        const auto secondary = [&](std::size_t i) { return primaryOnly && !in().podNetworks[i].primary; };
        result.erase(std::remove_if(result.begin(), result.end(), secondary), result.end());
        std::sort(result.begin(), result.end());
        return result;
    }

    void gatherNetworks()
    {
        for (std::size_t i = 0; i < in().podNetworks.size(); ++i) {
            const PodNetworkRecord& network = in().podNetworks[i];
            const Object& object = in().object(network.object);
            if (!object.applied() || !network.malformed.empty())
                continue;
            const std::pair space(object.identity.cluster, object.identity.ns);
            if (network.kind == PodNetworkRecord::Kind::clusterUserDefined)
                m_clusterWide.push_back(i);
            else if (network.kind == PodNetworkRecord::Kind::userDefined)
                m_byNamespace[space].push_back(i);
            else
                m_attachments[space].push_back(i);
        }
    }

    std::vector<ObjectId> objectsOf(const std::vector<std::size_t>& networks) const
    {
        std::vector<ObjectId> result;
        for (const std::size_t i : networks)
            result.push_back(in().podNetworks[i].object);
        return result;
    }

    // Namespaces of the system, and those that only a network names.
    std::vector<Namespace> spaces() const
    {
        std::map<std::pair<std::string, std::string>, Namespace> found;
        for (const Namespace& space : m_context.out.namespaces)
            found[{space.cluster, space.name}] = {space.cluster, space.name, space.object, {}};
        for (const auto& [key, networks] : m_byNamespace) {
            Namespace& space = found[key];
            space.cluster = key.first;
            space.name = key.second;
        }
        std::vector<Namespace> result;
        for (auto& [key, space] : found)
            result.push_back(std::move(space));
        return result;
    }

    // OVN-Kubernetes: a namespace has one primary network.
    void primaryNetworks()
    {
        gatherNetworks();
        if (m_clusterWide.empty() && m_byNamespace.empty())
            return;
        std::set<std::vector<std::size_t>> said; // once for all namespaces that the same networks share
        for (const Namespace& space : spaces()) {
            if (m_context.stopped())
                return;
            unlabelled(space);
            const std::vector<std::size_t> networks = networksOf(space, true);
            if (networks.size() > 1 && said.size() < mostProblems && said.insert(networks).second)
                report(ProblemSeverity::error, "second-primary-network",
                       "expected one primary network in a namespace, found " + std::to_string(networks.size()) +
                           ": OVN-Kubernetes refuses all but one of them, so which one its pods are in is not known; keep one, "
                           "or make the others secondary",
                       objectsOf(networks));
        }
        if (m_comparisons > mostComparisons)
            sayLimit(m_context.out, "networks", mostComparisons, "further namespaces are not compared with networks");
    }

    // OVN-Kubernetes: a namespace says by a label, from its making on, that a primary network may hold in it.
    void unlabelled(const Namespace& space)
    {
        const auto own = m_byNamespace.find({space.cluster, space.name});
        if (own == m_byNamespace.end() || !space.object.valid() ||
            find(in().object(space.object).labels, "k8s.ovn.org/primary-user-defined-network"))
            return;
        for (const std::size_t i : own->second)
            if (in().podNetworks[i].primary && ++m_unlabelled <= mostProblems)
                report(ProblemSeverity::warning, "namespace-without-network-label",
                       "expected the label k8s.ovn.org/primary-user-defined-network on the namespace of a primary network, found "
                       "none; OVN-Kubernetes does not put its pods into the network: make the namespace with the label",
                       {in().podNetworks[i].object, space.object});
    }

    // OVN-Kubernetes keeps each network of a namespace as an attachment definition of the network's name.
    void equalNames()
    {
        std::size_t count = 0;
        m_comparisons = 0;
        for (const Namespace& space : m_clusterWide.empty() && m_byNamespace.empty() ? std::vector<Namespace>() : spaces()) {
            std::map<std::string, std::vector<std::size_t>> byName;
            for (const std::size_t i : networksOf(space, false))
                byName[m_context.identity(in().podNetworks[i].object).name].push_back(i);
            if (const auto found = m_attachments.find({space.cluster, space.name}); found != m_attachments.end())
                for (const std::size_t i : found->second)
                    if (const auto same = byName.find(m_context.identity(in().podNetworks[i].object).name);
                        same != byName.end() && !madeByNetwork(in().object(in().podNetworks[i].object)))
                        same->second.push_back(i);
            for (const auto& [name, networks] : byName)
                if (networks.size() > 1 && m_sameName.insert(networks).second && ++count <= mostProblems)
                    report(ProblemSeverity::error, "equal-network-name",
                           "expected a name of its own for each network of a namespace, found " +
                               std::to_string(networks.size()) +
                               " with the same one, of which OVN-Kubernetes makes only one; rename the others",
                           objectsOf(networks));
        }
    }

    // The definition that OVN-Kubernetes itself made of a network.
    static bool madeByNetwork(const Object& attachment)
    {
        return std::any_of(attachment.owners.begin(), attachment.owners.end(), [](const OwnerReference& owner) {
            return owner.kind == "UserDefinedNetwork" || owner.kind == "ClusterUserDefinedNetwork";
        });
    }

    using ByNamespace = std::map<std::pair<std::string, std::string>, std::vector<std::size_t>>; // (cluster, namespace)

    Context& m_context;
    ByNamespace m_byNamespace, m_attachments; // into Inventory::podNetworks
    std::vector<std::size_t> m_clusterWide;
    std::set<std::vector<std::size_t>> m_sameName;
    std::size_t m_comparisons = 0, m_unlabelled = 0;
};

} // namespace

void checkPolicies(Context& context)
{
    PolicyChecks(context).run();
}

} // namespace bartizan::resolving
