// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_settings.h"

#include <algorithm>
#include <set>

namespace bartizan::connectivity {

MeshInstallations::MeshInstallations(const Inventory& inventory, std::string rootNamespace) : m_fallback{std::move(rootNamespace)}
{
    using Mode = Outbound::Mode;
    std::vector<std::size_t> all;
    for (std::size_t i = 0; i < inventory.meshSettings.size(); ++i)
        if (inventory.meshSettings[i].mesh == "istio" && inventory.object(inventory.meshSettings[i].object).applied())
            all.push_back(i);
    // Where a field is written: cluster, namespace, and the kind of the object.
    std::map<std::pair<std::string, std::string>, std::set<std::string>> rootKinds, modeKinds;
    const auto identityOf = [&](std::size_t i) -> const Identity& {
        return inventory.object(inventory.meshSettings[i].object).identity;
    };
    for (const std::size_t i : all) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const Identity& identity = identityOf(i);
        if (!settings.rootNamespace.value.empty())
            rootKinds[{identity.cluster, settings.ns}].insert(identity.kind);
        if (!settings.outboundMode.value.empty())
            modeKinds[{identity.cluster, settings.ns}].insert(identity.kind);
    }
    for (const std::size_t i : all) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const Identity& identity = identityOf(i);
        const auto elsewhere = [&](const auto& kinds) { // another description of the same installation says it
            const auto found = kinds.find({identity.cluster, settings.ns});
            return found != kinds.end() && found->second.count(identity.kind) == 0;
        };
        if (!settings.rootNamespace.value.empty())
            m_roots[identity.cluster].push_back(settings.rootNamespace.value);
        else if (!elsewhere(rootKinds))
            m_roots[identity.cluster].push_back(m_fallback.front());
        if (settings.outboundMode.value.empty() && elsewhere(modeKinds))
            continue;
        const Mode mode = settings.outboundMode.value == "REGISTRY_ONLY" ? Mode::refuses : Mode::passes;
        const auto [at, isNew] = m_outbound.try_emplace(identity.cluster, Outbound{mode, i});
        Outbound& one = at->second;
        if (isNew || one.mode == mode || one.mode == Mode::differs)
            continue;
        if (mode == Mode::refuses)
            one.settings = i;
        one.mode = Mode::differs;
    }
    for (auto& [cluster, list] : m_roots) {
        std::sort(list.begin(), list.end());
        list.erase(std::unique(list.begin(), list.end()), list.end());
    }
    takeTrusts(inventory, all);
}

// One that does not say has the default domain, unless another description of the same installation says it.
void MeshInstallations::takeTrusts(const Inventory& inventory, const std::vector<std::size_t>& all)
{
    const auto says = [](const MeshSettings& one) { return !one.trustDomain.value.empty() || !one.trustDomainAliases.empty(); };
    std::map<std::pair<std::string, std::string>, std::set<std::string>> kinds;
    for (const std::size_t i : all) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const Identity& identity = inventory.object(settings.object).identity;
        if (says(settings))
            kinds[{identity.cluster, settings.ns}].insert(identity.kind);
    }
    constexpr std::size_t most = 16;
    for (const std::size_t i : all) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const Identity& identity = inventory.object(settings.object).identity;
        const auto found = kinds.find({identity.cluster, settings.ns});
        if (!says(settings) && found != kinds.end() && found->second.count(identity.kind) == 0)
            continue;
        MeshTrust trust{settings.trustDomain.value.empty() ? defaultTrustDomain : settings.trustDomain.value, {}};
        for (const Fact<std::string>& alias : settings.trustDomainAliases)
            trust.aliases.push_back(alias.value);
        std::sort(trust.aliases.begin(), trust.aliases.end());
        MeshTrusts& trusts = m_trusts[identity.cluster];
        if (std::find(trusts.any.begin(), trusts.any.end(), trust) != trusts.any.end())
            continue;
        if (trusts.any.size() < most)
            trusts.any.push_back(std::move(trust));
        else
            trusts.more = true;
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
