// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_settings.h"

#include <algorithm>
#include <set>

namespace bartizan::connectivity {

namespace {

// A ConfigMap and an IstioOperator of one namespace describe one installation: what only the other says holds for it.
class Described {
public:
    template <class Says>
    Described(const Inventory& inventory, const std::vector<std::size_t>& all, Says says) : m_inventory(inventory)
    {
        for (const std::size_t i : all)
            if (says(inventory.meshSettings[i]))
                m_kinds[placeOf(i)].insert(identityOf(i).kind);
    }
    // Does a description of another kind say it, and none of this one's?
    bool elsewhere(std::size_t i) const
    {
        const auto found = m_kinds.find(placeOf(i));
        return found != m_kinds.end() && found->second.count(identityOf(i).kind) == 0;
    }

private:
    using Place = std::pair<std::string, std::string>; // cluster, namespace

    const Identity& identityOf(std::size_t i) const { return m_inventory.object(m_inventory.meshSettings[i].object).identity; }
    Place placeOf(std::size_t i) const { return {identityOf(i).cluster, m_inventory.meshSettings[i].ns}; }

    const Inventory& m_inventory;
    std::map<Place, std::set<std::string>> m_kinds;
};

bool saysTrust(const MeshSettings& one)
{
    return !one.trustDomain.value.empty() || !one.trustDomainAliases.empty();
}

void takeOutbound(std::map<std::string, MeshInstallations::Outbound>& byCluster, const std::string& cluster,
                  const MeshSettings& settings, std::size_t i)
{
    using Mode = MeshInstallations::Outbound::Mode;
    const Mode mode = settings.outboundMode.value == "REGISTRY_ONLY" ? Mode::refuses : Mode::passes;
    MeshInstallations::Outbound& one = byCluster.try_emplace(cluster, MeshInstallations::Outbound{mode, i}).first->second;
    if (one.mode != mode && one.mode != Mode::differs)
        one = {Mode::differs, mode == Mode::refuses ? i : one.settings};
}

// One that does not say has the default domain.
void takeTrust(MeshTrusts& trusts, const MeshSettings& settings)
{
    constexpr std::size_t most = 16;
    MeshTrust trust{settings.trustDomain.value.empty() ? defaultTrustDomain : settings.trustDomain.value, {}};
    for (const Fact<std::string>& alias : settings.trustDomainAliases)
        trust.aliases.push_back(alias.value);
    std::sort(trust.aliases.begin(), trust.aliases.end());
    if (std::find(trusts.any.begin(), trusts.any.end(), trust) != trusts.any.end())
        return;
    if (trusts.any.size() < most)
        trusts.any.push_back(std::move(trust));
    else
        trusts.more = true;
}

} // namespace

MeshInstallations::MeshInstallations(const Inventory& inventory, std::string rootNamespace) : m_fallback{std::move(rootNamespace)}
{
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < inventory.meshSettings.size(); ++i)
        if (inventory.meshSettings[i].mesh == "istio" && inventory.object(inventory.meshSettings[i].object).applied())
            all.push_back(i);
    const Described root(inventory, all, [](const MeshSettings& one) { return !one.rootNamespace.value.empty(); });
    const Described mode(inventory, all, [](const MeshSettings& one) { return !one.outboundMode.value.empty(); });
    const Described trust(inventory, all, saysTrust);
    for (const std::size_t i : all) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const std::string& cluster = inventory.object(settings.object).identity.cluster;
        if (!root.elsewhere(i))
            m_roots[cluster].push_back(settings.rootNamespace.value.empty() ? m_fallback.front() : settings.rootNamespace.value);
        if (!mode.elsewhere(i))
            takeOutbound(m_outbound, cluster, settings, i);
        if (!trust.elsewhere(i))
            takeTrust(m_trusts[cluster], settings);
    }
    for (auto& [cluster, list] : m_roots) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
}

const std::vector<std::string>& MeshInstallations::roots(const std::string& cluster) const
{
    const auto found = m_roots.find(cluster);
    return found == m_roots.end() ? m_fallback : found->second;
}

MeshInstallations::Outbound MeshInstallations::outbound(const std::string& cluster) const
{
    const auto found = m_outbound.find(cluster);
    return found == m_outbound.end() ? Outbound{} : found->second;
}

const MeshTrusts& MeshInstallations::trusts(const std::string& cluster) const
{
    static const MeshTrusts notRead;
    const auto found = m_trusts.find(cluster);
    return found == m_trusts.end() ? notRead : found->second;
}

bool MeshInstallations::anyRefuses() const
{
    return std::any_of(m_outbound.begin(), m_outbound.end(),
                       [](const auto& one) { return one.second.mode != Outbound::Mode::passes; });
}

} // namespace bartizan::connectivity
