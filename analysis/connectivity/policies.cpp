// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/policies.h"

#include "analysis/connectivity/service_peers.h"
#include "model/inventory/policy_form.h"

#include <algorithm>
#include <limits>
#include <numeric>
#include <set>
#include <tuple>

namespace bartizan::connectivity {

namespace {

constexpr double adminOrder = 1e3, defaultOrder = 1e6, baselineOrder = 1e7;
constexpr double kubernetesOrder = 1e3; // of a NetworkPolicy in Calico's default tier

std::size_t at(Direction direction)
{
    return static_cast<std::size_t>(direction);
}

// Calico asks policies of the same order in that of their names (felix, PolKVLess), as it keeps them: with the tier, and
// behind the namespace.
std::string calicoName(const Identity& identity, const std::string& tier)
{
    const std::string name = identity.name.starts_with(tier + ".") ? identity.name : tier + "." + identity.name;
    return identity.ns.empty() ? name : identity.ns + "/" + name;
}

class Maker {
public:
    Maker(const Inventory& inventory, const Attachments& attachments, const std::vector<Network>& networks)
        : m_inventory(inventory), m_attachments(attachments), m_services(inventory)
    {
        for (std::size_t i = 0; i < networks.size(); ++i)
            if (networks[i].primary)
                m_primary.push_back(i);
        for (const PolicyTierRecord& tier : inventory.policyTiers)
            if (const Object& object = inventory.object(tier.object); object.applied())
                m_tiers[{object.identity.cluster, object.identity.name}] = &tier;
    }

    std::vector<Policy> make()
    {
        for (const NetworkPolicyRecord& record : m_inventory.networkPolicies)
            if (m_inventory.object(record.object).applied() && record.malformed.empty())
                add(record);
        for (const TrafficPolicyRecord& record : m_inventory.trafficPolicies)
            if (m_inventory.object(record.object).applied() && record.malformed.empty() && record.notEnforced.empty())
                add(record);
        numberLayers();
        std::vector<std::size_t> order(m_made.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t i, std::size_t j) {
            const Policy &a = m_made[i], &b = m_made[j];
            return std::tie(a.layer, a.record.order, m_ties[i], a.name) < std::tie(b.layer, b.record.order, m_ties[j], b.name);
        });
        std::vector<Policy> sorted;
        sorted.reserve(order.size());
        for (const std::size_t i : order)
            sorted.push_back(std::move(m_made[i]));
        return sorted;
    }

private:
    struct Place { // of a layer, before layers are numbered
        double order = defaultOrder;
        std::string tier; // where two tiers have the same order
        friend auto operator<=>(const Place&, const Place&) = default;
    };

    Policy& begin(ObjectId object, Place place)
    {
        const Identity& identity = m_inventory.object(object).identity;
        m_places.push_back(std::move(place));
        m_ties.emplace_back();
        Policy& policy = m_made.emplace_back();
        policy.name = displayName(identity);
        policy.cluster = identity.cluster;
        policy.ns = identity.ns;
        policy.networks = m_primary;
        return policy;
    }

    void add(const NetworkPolicyRecord& record)
    {
        Policy& policy = begin(record.object, {defaultOrder, ""});
        policy.record.object = record.object;
        policy.record.order = kubernetesOrder;
        m_ties.back() = policy.ns + "/knp.default." + m_inventory.object(record.object).identity.name;
        policy.record.selects.ns = policy.ns;
        policy.record.selects.pods = record.pods;
        policy.record.ingress = record.ingress;
        policy.record.egress = record.egress;
        policy.record.ingressRules = policyRules(record.ingressRules, policy.ns);
        policy.record.egressRules = policyRules(record.egressRules, policy.ns);
        policy.deniesRest[at(Direction::ingress)] = record.ingress;
        policy.deniesRest[at(Direction::egress)] = record.egress;
        policy.together = true;
    }

    void add(const TrafficPolicyRecord& record)
    {
        Place place;
        bool denies = false, together = false;
        switch (record.dialect) {
        case PolicyDialect::adminNetworkPolicy:
        case PolicyDialect::baselineAdminNetworkPolicy:
        case PolicyDialect::clusterNetworkPolicy:
            place.order = record.tier == "baseline" ? baselineOrder : adminOrder;
            break;
        case PolicyDialect::calico: {
            const auto tier = m_tiers.find({m_inventory.object(record.object).identity.cluster, record.tier});
            if (record.tier != "default") {
                place.order = tier == m_tiers.end() ? std::numeric_limits<double>::infinity() : tier->second->order;
                place.tier = record.tier;
            }
            denies = tier == m_tiers.end() || !tier->second->passesRest;
            if (record.tier == "default")
                m_calico.insert(m_inventory.object(record.object).identity.cluster);
            break;
        }
        case PolicyDialect::cilium:
        case PolicyDialect::multiNetworkPolicy:
            together = true;
            break;
        }
        Policy& policy = begin(record.object, place);
        policy.record = record;
        policy.together = together;
        if (record.dialect == PolicyDialect::cilium)
            for (auto* rules : {&policy.record.ingressRules, &policy.record.egressRules})
                m_services.resolve(policy.cluster, *rules);
        if (record.dialect == PolicyDialect::calico)
            m_ties.back() = calicoName(m_inventory.object(record.object).identity, record.tier);
        policy.deniesRest[at(Direction::ingress)] = record.ingress && (denies || record.ingressDeniesRest);
        policy.deniesRest[at(Direction::egress)] = record.egress && (denies || record.egressDeniesRest);
        if (record.dialect == PolicyDialect::multiNetworkPolicy) {
            policy.networks.clear();
            for (const std::string& name : record.networks)
                if (const auto found = m_attachments.find({policy.cluster, name}); found != m_attachments.end())
                    policy.networks.push_back(found->second);
        }
    }

    // Calico asks Kubernetes' policies in its default tier, one after the other. What is joined with them stands beside it.
    void numberLayers()
    {
        std::set<Place> places(m_places.begin(), m_places.end());
        for (std::size_t i = 0; i < m_made.size(); ++i) {
            Policy& policy = m_made[i];
            const auto place = places.find(m_places[i]);
            policy.layer = 2 * static_cast<int>(std::distance(places.begin(), place));
            if (!policy.together || m_calico.count(policy.cluster) == 0)
                continue;
            if (policy.record.dialect == PolicyDialect::cilium || policy.record.dialect == PolicyDialect::multiNetworkPolicy)
                ++policy.layer;
            else
                policy.together = false;
        }
    }

    const Inventory& m_inventory;
    const Attachments& m_attachments;
    ServicePeers m_services;
    std::vector<std::size_t> m_primary;
    std::map<std::pair<std::string, std::string>, const PolicyTierRecord*> m_tiers;
    std::vector<Policy> m_made;
    std::vector<Place> m_places;     // of m_made
    std::vector<std::string> m_ties; // of m_made: what Calico goes by where orders are equal; "" = elsewhere
    std::set<std::string> m_calico;  // clusters with policies in Calico's default tier
};

} // namespace

std::vector<Policy> policiesOf(const Inventory& inventory, const Attachments& attachments, const std::vector<Network>& networks)
{
    return Maker(inventory, attachments, networks).make();
}

} // namespace bartizan::connectivity
