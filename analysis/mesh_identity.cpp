// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/mesh_identity.h"

#include "analysis/connectivity/mesh_targets.h"

#include <algorithm>
#include <map>
#include <optional>
#include <tuple>

namespace bartizan::analysis {
namespace {

struct Reason {
    std::string text;
    Evidence evidence;
};

struct Target { // a workload, or what a policy's selector says of one
    std::string cluster, ns;
    Attributes labels;
};

std::string nameOf(const char* kind, const Object& object)
{
    return std::string(kind) + " " + object.identity.ns + "/" + object.identity.name;
}

bool selects(const Selector& selector, const Attributes& labels)
{
    return !selector.present || matches(selector, labels);
}

// The labels that a workload must have to be selected, as far as they are told.
Attributes labelsAskedBy(const Selector& selector)
{
    Attributes labels;
    for (const SelectorRequirement& one : selector.requirements)
        if (one.op == SelectorRequirement::Op::in && one.values.size() == 1)
            labels.push_back({one.key, one.values.front(), {}});
    std::sort(labels.begin(), labels.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
    return labels;
}

class Judge {
public:
    Judge(const Inventory& inventory, const MeshIdentitySettings& settings) : m_inventory(inventory), m_settings(settings)
    {
        index(inventory.meshAuthentications, m_authentications);
        index(inventory.meshClientTls, m_clientRules);
        for (std::size_t i = 0; i < inventory.services.size(); ++i)
            if (const Object& object = inventory.object(inventory.services[i].object); object.applied())
                m_services[{object.identity.cluster, object.identity.ns}].push_back(i);
    }

    std::optional<Reason> gapOf(const Target& target) const
    {
        if (std::optional<Reason> gap = serverGap(target))
            return gap;
        return clientGap(target);
    }

private:
    using Place = std::pair<std::string, std::string>; // cluster, namespace
    using Index = std::map<Place, std::vector<std::size_t>>;

    template <class Records>
    void index(const Records& records, Index& into) const
    {
        for (std::size_t i = 0; i < records.size(); ++i)
            if (const Object& object = m_inventory.object(records[i].object); object.applied())
                into[{object.identity.cluster, records[i].ns}].push_back(i);
    }
    static const std::vector<std::size_t>& at(const Index& index, const Place& place)
    {
        static const std::vector<std::size_t> none;
        const auto found = index.find(place);
        return found == index.end() ? none : found->second;
    }

    // PeerAuthentication: of the workload before those of its namespace, before those of the mesh; the first that sets a
    // mode decides. A port may be set apart by the narrowest one.
    std::optional<Reason> serverGap(const Target& target) const
    {
        std::vector<std::size_t> inOrder[3];
        for (const std::string& ns : {target.ns, m_settings.rootNamespace}) {
            for (const std::size_t i : at(m_authentications, {target.cluster, ns})) {
                const MeshAuthentication& record = m_inventory.meshAuthentications[i];
                if (!selects(record.pods, target.labels))
                    continue;
                const bool named = record.pods.present && !record.pods.requirements.empty();
                inOrder[named ? 0 : ns == m_settings.rootNamespace ? 2 : 1].push_back(i);
            }
            if (target.ns == m_settings.rootNamespace)
                break;
        }
        // Of several of one scope the oldest counts, then the first by name.
        for (std::vector<std::size_t>& level : inOrder)
            std::sort(level.begin(), level.end(), [&](std::size_t a, std::size_t b) {
                const Object& one = m_inventory.object(m_inventory.meshAuthentications[a].object);
                const Object& other = m_inventory.object(m_inventory.meshAuthentications[b].object);
                return std::tie(one.created, one.identity.name, one.identity.ns) <
                       std::tie(other.created, other.identity.name, other.identity.ns);
            });
        bool first = true;
        for (const std::vector<std::size_t>& level : inOrder)
            for (const std::size_t i : level) {
                const MeshAuthentication& record = m_inventory.meshAuthentications[i];
                const std::string name = nameOf("PeerAuthentication", m_inventory.object(record.object));
                for (const auto& [port, mode] : record.ports)
                    if (first && mode.value == MtlsMode::disable)
                        return Reason{name + " turns mutual TLS off on port " + std::to_string(port), mode.evidence};
                first = false;
                if (!record.mode.written() || record.mode.value == MtlsMode::unset)
                    continue;
                if (record.mode.value == MtlsMode::disable)
                    return Reason{name + " turns mutual TLS off", record.mode.evidence};
                return std::nullopt;
            }
        return std::nullopt; // plain text is accepted beside mutual TLS
    }

    // What callers' proxies are told, in the workload's namespace or for the whole mesh; callers elsewhere may have rules of
    // their own.
    std::optional<Reason> clientGap(const Target& target) const
    {
        std::vector<std::string> services;
        if (const auto found = m_services.find({target.cluster, target.ns}); found != m_services.end())
            for (const std::size_t i : found->second)
                if (const ServiceRecord& service = m_inventory.services[i]; service.selector.present &&
                                                                            !service.selector.requirements.empty() &&
                                                                            matches(service.selector, target.labels))
                    services.push_back(m_inventory.object(service.object).identity.name);
        if (services.empty())
            services.emplace_back(); // no Service is known: only rules for every Service of the namespace are about it
        for (const std::string& service : services) {
            const MeshClientTls* rule = ruleFor(target, service);
            if (!rule && !m_settings.autoMtls)
                return Reason{"automatic mutual TLS is off and no DestinationRule turns it on", {}};
            if (rule && (rule->mode.value == "DISABLE" || rule->mode.value == "SIMPLE"))
                return Reason{nameOf("DestinationRule", m_inventory.object(rule->object)) + " makes callers use " +
                                  (rule->mode.value == "SIMPLE" ? "TLS without a certificate of their own" : "plain text"),
                              rule->mode.evidence};
        }
        return std::nullopt;
    }

    // The nearest namespace that has a rule for the host decides, there the longest host.
    const MeshClientTls* ruleFor(const Target& target, const std::string& service) const
    {
        const std::string name = service.empty() ? "*" : service;
        const std::string space = name + "." + target.ns, full = space + ".svc." + m_settings.clusterDomain;
        for (const std::string& ns : {target.ns, m_settings.rootNamespace}) {
            const MeshClientTls* best = nullptr;
            std::size_t longest = 0;
            for (const std::size_t i : at(m_clientRules, {target.cluster, ns})) {
                const MeshClientTls& rule = m_inventory.meshClientTls[i];
                const std::string& host = rule.host.value;
                if (rule.mode.value.empty() || host.empty() || rule.clients.present)
                    continue;
                const bool names = !service.empty() && (host == full || host == space || host == space + ".svc" ||
                                                        (host == service && rule.ns == target.ns));
                const bool wildcard = host.front() == '*' && full.size() >= host.size() &&
                                      full.compare(full.size() - (host.size() - 1), std::string::npos, host, 1) == 0;
                const std::size_t weight = names ? full.size() + 1 : wildcard ? host.size() : 0; // a name before any pattern
                if (weight > longest) {
                    best = &rule;
                    longest = weight;
                }
            }
            if (best)
                return best;
        }
        return nullptr;
    }

    const Inventory& m_inventory;
    const MeshIdentitySettings& m_settings;
    Index m_authentications, m_clientRules, m_services;
};

} // namespace

bool needsCallerIdentity(const MeshAccessPolicy& policy)
{
    for (const MeshAccessRule& rule : policy.rules) {
        for (const MeshAccessRule::Source& s : rule.from)
            for (const auto* names : {&s.principals, &s.notPrincipals, &s.namespaces, &s.notNamespaces, &s.serviceAccounts,
                                      &s.notServiceAccounts, &s.trustDomains, &s.notTrustDomains})
                if (!names->empty())
                    return true;
        for (const MeshAccessRule::Condition& condition : rule.when)
            if (condition.key == "source.principal" || condition.key == "source.namespace" ||
                condition.key == "source.serviceAccount" || condition.key == "source.trustDomain")
                return true;
    }
    return false;
}

std::vector<MeshIdentityGap> meshIdentityGaps(const Inventory& inventory, const MeshIdentitySettings& settings)
{
    const Judge judge(inventory, settings);
    std::vector<Target> targets;
    std::vector<std::optional<Reason>> gaps; // of `targets`: the same for every policy
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> byPlace;
    std::map<std::string, std::vector<std::size_t>> byCluster;
    for (const WorkloadRecord& record : inventory.workloads) {
        const Object& object = inventory.object(record.object);
        if (!object.applied())
            continue;
        byPlace[{object.identity.cluster, object.identity.ns}].push_back(targets.size());
        byCluster[object.identity.cluster].push_back(targets.size());
        targets.push_back({object.identity.cluster, object.identity.ns, record.podLabels});
        gaps.push_back(judge.gapOf(targets.back()));
    }
    std::vector<MeshIdentityGap> result;
    for (std::size_t i = 0; i < inventory.meshAccessPolicies.size(); ++i) {
        const MeshAccessPolicy& policy = inventory.meshAccessPolicies[i];
        const Object& object = inventory.object(policy.object);
        if (!object.applied() || policy.dryRun || connectivity::namesTargets(policy) || !needsCallerIdentity(policy))
            continue;
        const std::string& cluster = object.identity.cluster;
        bool any = false;
        const auto add = [&](const std::string& ns, const Reason& reason) {
            result.push_back({i, ns, reason.text, reason.evidence.valid() ? reason.evidence : policy.evidence});
        };
        for (const std::size_t t : policy.ns == settings.rootNamespace ? byCluster[cluster] : byPlace[{cluster, policy.ns}]) {
            if (!selects(policy.pods, targets[t].labels))
                continue;
            any = true;
            if (gaps[t]) {
                add(targets[t].ns, *gaps[t]);
                break;
            }
        }
        if (any)
            continue;
        // Nothing that it selects is in the input: what holds for any workload that it would select.
        if (const auto gap = judge.gapOf({cluster, policy.ns, labelsAskedBy(policy.pods)}))
            add(policy.ns, *gap);
    }
    return result;
}

} // namespace bartizan::analysis
