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
    for (const MeshSettings& settings : inventory.meshSettings) // one that does not say has the default (MeshConfig.trustDomain)
        if (const Object& object = inventory.object(settings.object); settings.mesh == "istio" && object.applied()) {
            m_trustDomains[object.identity.cluster].push_back(settings.trustDomain.value.empty() ? std::string(defaultTrustDomain)
                                                                                                 : settings.trustDomain.value);
            for (const Fact<std::string>& alias : settings.trustDomainAliases)
                m_aliases[object.identity.cluster].push_back(alias.value);
        }
    for (auto* lists : {&m_trustDomains, &m_aliases, &m_roots})
        for (auto& [cluster, list] : *lists) {
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

namespace {

const std::vector<std::string>& listOf(const std::map<std::string, std::vector<std::string>>& lists, const std::string& cluster)
{
    static const std::vector<std::string> none;
    const auto found = lists.find(cluster);
    return found == lists.end() ? none : found->second;
}

} // namespace

const std::vector<std::string>& MeshInstallations::trustDomains(const std::string& cluster) const
{
    return listOf(m_trustDomains, cluster);
}

const std::vector<std::string>& MeshInstallations::trustDomainAliases(const std::string& cluster) const
{
    return listOf(m_aliases, cluster);
}

bool MeshInstallations::anyRefuses() const
{
    return std::any_of(m_outbound.begin(), m_outbound.end(),
                       [](const auto& one) { return one.second.mode != Outbound::Mode::passes; });
}

} // namespace bartizan::connectivity
