// SPDX-License-Identifier: GPL-3.0-or-later
// A configuration of the oracle netpol-semantics as the program's own connectivity: files read by the importers, resolved,
// evaluated. The oracle's ends are pods, so every pod is a workload of its own here; Calico's WorkloadEndpoints, which are
// another form of the same topology, are written as Pods before they are read.
#pragma once

#include "analysis/connectivity/mesh_reach.h"

#include <filesystem>
#include <memory>
#include <set>
#include <string>
#include <vector>

namespace bartizan::test {

struct NcaPod {
    std::string ns, name, owner; // the owner's name, "" without one
    std::string key() const { return ns + "/" + name; }
};

struct NcaState {
    std::shared_ptr<const Model> model; // `connectivity` and `mesh` are of it
    std::shared_ptr<const connectivity::Connectivity> connectivity;
    std::shared_ptr<const connectivity::MeshReach> mesh;
    std::vector<NcaPod> pods;  // World::pods, in that order
    int hostEndpoints = 0;     // Calico HostEndpoints, which are no pods: left out
    bool aboveNetwork = false; // there are Ingresses, which are no policies
};

// `files`: files and folders. `only`: "namespace/name" or "name" of the one policy that counts; "" = all.
NcaState ncaState(const std::vector<std::filesystem::path>& files, const std::string& only);

// Pairs of ends, of pods of either and ranges cut at the borders of both, on which the two allow the same.
bool sameConnectivity(const NcaState&, const NcaState&);

// Equal as far as is told: where every port of TCP, UDP and SCTP is open, other protocols are too.
bool sameConnection(const connectivity::PortSet&, const connectivity::PortSet&);

// The range of `state` that holds `range`; none where the state does not look at its family.
std::optional<std::size_t> rangeOf(const NcaState& state, const connectivity::AddressRange& range);

} // namespace bartizan::test
