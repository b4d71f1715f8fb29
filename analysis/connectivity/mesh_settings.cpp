// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/connectivity/mesh_settings.h"

#include <algorithm>

namespace bartizan::connectivity {

MeshInstallations::MeshInstallations(const Inventory& inventory, std::string rootNamespace) : m_fallback{std::move(rootNamespace)}
{
    using Mode = Outbound::Mode;
    for (std::size_t i = 0; i < inventory.meshSettings.size(); ++i) {
        const MeshSettings& settings = inventory.meshSettings[i];
        const Object& object = inventory.object(settings.object);
        if (settings.mesh != "istio" || !object.applied())
            continue;
        const std::string& cluster = object.identity.cluster;
        if (!settings.rootNamespace.value.empty())
            m_roots[cluster].push_back(settings.rootNamespace.value);
        if (settings.outboundMode.value.empty())
            continue;
        const Mode mode = settings.outboundMode.value == "REGISTRY_ONLY" ? Mode::refuses : Mode::passes;
        const auto [at, isNew] = m_outbound.try_emplace(cluster, Outbound{mode, i});
        if (!isNew && at->second.mode != mode)
            at->second.mode = Mode::differs;
    }
    for (const MeshSettings& settings : inventory.meshSettings) // one that does not say has the default (MeshConfig.trustDomain)
        if (const Object& object = inventory.object(settings.object); settings.mesh == "istio" && object.applied())
            m_trustDomains[object.identity.cluster].push_back(settings.trustDomain.value.empty() ? std::string(defaultTrustDomain)
                                                                                                 : settings.trustDomain.value);
    for (auto& [cluster, domains] : m_trustDomains) {
        std::sort(domains.begin(), domains.end());
        domains.erase(std::unique(domains.begin(), domains.end()), domains.end());
    }
    for (auto& [cluster, roots] : m_roots) {
        std::sort(roots.begin(), roots.end());
        roots.erase(std::unique(roots.begin(), roots.end()), roots.end());
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

const std::vector<std::string>& MeshInstallations::trustDomains(const std::string& cluster) const
{
    static const std::vector<std::string> none;
    const auto found = m_trustDomains.find(cluster);
    return found == m_trustDomains.end() ? none : found->second;
}

bool MeshInstallations::anyRefuses() const
{
    return std::any_of(m_outbound.begin(), m_outbound.end(),
                       [](const auto& one) { return one.second.mode != Outbound::Mode::passes; });
}

} // namespace bartizan::connectivity
