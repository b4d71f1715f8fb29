// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/mesh_steps.h"

#include <algorithm>

namespace bartizan::diagram {

using connectivity::End;
using connectivity::MeshEnd;
using connectivity::MeshSlice;
using connectivity::PortSet;

MeshSteps::MeshSteps(const connectivity::Connectivity& connectivity, const connectivity::MeshReach& mesh, std::size_t most)
    : m_connectivity(connectivity), m_mesh(mesh), m_left(most)
{
}

const PortSet& MeshSteps::refused(std::size_t from, std::size_t to)
{
    auto at = m_destinations.find(to);
    if (at == m_destinations.end())
        at = m_destinations.emplace(to, Destination{m_mesh.destinationOf(to), {}}).first;
    Destination& destination = at->second;
    const auto [found, isNew] = destination.refused.try_emplace(m_mesh.seen(from, destination.known, m_sights));
    if (isNew)
        for (const MeshSlice& slice :
             m_mesh
                 .between(connectivity::meshEnd(m_connectivity, {End::Kind::pod, from}),
                          connectivity::meshEnd(m_connectivity, {End::Kind::pod, to}), &destination.known)
                 .slices)
            if (slice.outcome == MeshSlice::Outcome::denied)
                found->second |= slice.ports;
    return found->second;
}

PortSet MeshSteps::allowedOn(std::size_t from, std::size_t to, const PortSet& with)
{
    const auto& pods = m_connectivity.world().pods;
    const std::size_t primary = pods[to].network;
    if (pods[from].network != primary)
        return diagram::allowedOn(m_connectivity, from, to, with);
    PortSet seen = m_connectivity.allowed({End::Kind::pod, from}, {End::Kind::pod, to}, primary) & with;
    if (!seen.empty())
        seen -= refused(from, to);
    return seen | diagram::allowedOn(m_connectivity, from, to, with, primary);
}

std::vector<char> MeshSteps::all(std::size_t of, const std::vector<char>& direct, const std::vector<char>& atNetwork,
                                 const Listening& listening, bool incoming, const std::stop_token& stop)
{
    std::vector<char> reached = direct;
    std::vector<std::size_t> front, open;
    for (std::size_t i = 0; i < reached.size(); ++i)
        if (reached[i])
            front.push_back(i);
        else if (atNetwork[i] && i != of)
            open.push_back(i);
    const auto meets = [&](std::size_t far) {
        return std::any_of(front.begin(), front.end(), [&](std::size_t near) {
            const std::size_t from = incoming ? far : near, to = incoming ? near : far;
            if (m_left == 0 || stop.stop_requested()) {
                m_cut = true;
                return true;
            }
            --m_left;
            return !allowedOn(from, to, listening.withoutDns[to]).empty();
        });
    };
    while (!front.empty() && !open.empty()) {
        const auto rest = std::stable_partition(open.begin(), open.end(), [&](std::size_t far) { return !meets(far); });
        front.assign(rest, open.end());
        open.erase(rest, open.end());
        for (const std::size_t i : front)
            reached[i] = 1;
    }
    return reached;
}

} // namespace bartizan::diagram
