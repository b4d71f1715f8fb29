// SPDX-License-Identifier: GPL-3.0-or-later
// What the input says of Istio's installations, by cluster: the root namespace, and what becomes of connections that no route
// knows (istio.io reference, MeshConfig: rootNamespace, outboundTrafficPolicy). Several control planes may stand side by side;
// which of them a workload belongs to is not looked at. One that does not say has the default; what one of another kind says in
// the same namespace (ConfigMap and IstioOperator) is its own.
#pragma once

#include "model/inventory.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::connectivity {

inline constexpr const char* meshRootsNote =
    "Control planes of the cluster have different root namespaces; which of them the workload belongs to is not known.";

inline constexpr const char* defaultTrustDomain = "cluster.local";

struct MeshTrust { // of an installation (MeshConfig.trustDomain, trustDomainAliases)
    std::string domain;
    std::vector<std::string> aliases; // sorted
    friend bool operator==(const MeshTrust&, const MeshTrust&) = default;
};
struct MeshTrusts {
    std::vector<MeshTrust> any; // of one of them a caller is; none: not read
    bool more = false;          // there are others
};

class MeshInstallations {
public:
    // `rootNamespace` counts where no installation's own was read.
    MeshInstallations(const Inventory&, std::string rootNamespace);

    const std::vector<std::string>& roots(const std::string& cluster) const; // sorted; at least one
    const MeshTrusts& trusts(const std::string& cluster) const;

    struct Outbound {
        enum class Mode { passes, refuses, differs /* several control planes, of which some refuse */ } mode = Mode::passes;
        std::optional<std::size_t> settings; // Inventory::meshSettings that says so; of `differs`, one that refuses
    };
    Outbound outbound(const std::string& cluster) const;
    bool anyRefuses() const; // does any of them refuse what no route knows?

private:
    std::vector<std::string> m_fallback;
    std::map<std::string, std::vector<std::string>> m_roots;
    std::map<std::string, Outbound> m_outbound;
    std::map<std::string, MeshTrusts> m_trusts;
};

} // namespace bartizan::connectivity
