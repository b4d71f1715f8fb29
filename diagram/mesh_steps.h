// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of the Connectivity lens in a mesh: of what the network allows, the ports on which the mesh surely lets nothing
// through are taken off; what is not decided, or holds for some requests alone, stays. Only the network that is primary at
// both ends is seen by the mesh, and only TCP. Callers that a destination does not tell apart are asked about once. Called
// by reach.h; one belongs to one question and is no other thread's.
#pragma once

#include "analysis/connectivity/mesh_reach.h"
#include "diagram/hops.h"

#include <cstddef>
#include <map>
#include <stop_token>
#include <unordered_map>
#include <vector>

namespace bartizan::diagram {

class MeshSteps {
public:
    // All must outlive it; `most`: pairs that further() asks about.
    MeshSteps(const connectivity::Connectivity& connectivity, const connectivity::MeshReach& mesh, std::size_t most = 1000000);

    // allowedOn() without what the mesh refuses.
    connectivity::PortSet allowedOn(std::size_t from, std::size_t to, const connectivity::PortSet& with);
    // By workload: reached in any number of steps, of which the first are `direct`; of `atNetwork`, which is so without the
    // mesh. Stopped, it is to be dropped.
    std::vector<char> all(std::size_t of, const std::vector<char>& direct, const std::vector<char>& atNetwork,
                          const Listening& listening, bool incoming, const std::stop_token& stop);
    bool cut() const { return m_cut; } // there were too many pairs: what was left is taken to be let through

private:
    const connectivity::PortSet& refused(std::size_t from, std::size_t to);

    struct Destination {
        connectivity::MeshReach::Destination known;
        std::map<connectivity::MeshReach::Seen, connectivity::PortSet> refused;
    };

    const connectivity::Connectivity& m_connectivity;
    const connectivity::MeshReach& m_mesh;
    std::size_t m_left;
    bool m_cut = false;
    std::unordered_map<std::size_t, Destination> m_destinations; // by World::pods
    connectivity::MeshReach::Sights m_sights;
};

} // namespace bartizan::diagram
