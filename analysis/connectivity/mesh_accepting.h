// SPDX-License-Identifier: GPL-3.0-or-later
// How an Istio proxy takes connections (istio.io reference, "PeerAuthentication"): the mode of the workload's policy, else of its
// namespace's, else of the mesh's; ports are set apart by the workload's policy alone. Of several of one scope the oldest counts
// and no other; policies with a selector in the root namespace select nothing. What the input does not settle is told as unsure.
#pragma once

#include "analysis/connectivity/mesh_settings.h"
#include "analysis/connectivity/ports.h"
#include "model/inventory.h"

#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace bartizan::connectivity {

struct MeshAccepting {
    PortSet ports; // of TCP
    MtlsMode mode = MtlsMode::permissive;
    std::optional<std::size_t> policy; // Inventory::meshAuthentications; none: no policy sets a mode
    const char* unsure = nullptr;      // a sentence: which of several modes it is is not known; `mode` is the strictest
    bool mayDisable = false;           // one of them is to disable
    Evidence evidence;
};

class PeerAuthentications {
public:
    PeerAuthentications(const Inventory&, const MeshInstallations&); // refers to both

    bool empty() const { return m_byPlace.empty(); }
    // Of the pods of a namespace with these labels: together all ports of TCP.
    std::vector<MeshAccepting> of(const std::string& cluster, const std::string& ns, const Attributes& labels) const;

private:
    const Inventory& m_inventory;
    const MeshInstallations& m_installations;
    std::map<std::pair<std::string, std::string>, std::vector<std::size_t>> m_byPlace; // cluster, namespace; the oldest first
};

} // namespace bartizan::connectivity
