// SPDX-License-Identifier: GPL-3.0-or-later
// What an answer of the mesh says of ports and of single requests.
#include "analysis/connectivity/mesh_reach.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

// Does one of the sets mean the request? None where that depends on more than method, path and host.
std::optional<bool> anyMeans(const std::vector<MeshRequests>& sets, const MeshRequest& request)
{
    bool open = false;
    for (const MeshRequests& one : sets) {
        const std::optional<bool> is = means(one, request);
        if (is == std::optional(true))
            return true;
        open = open || !is;
    }
    return open ? std::nullopt : std::optional(false);
}

bool same(const MeshSlice& a, const MeshSlice& b)
{
    return a.outcome == b.outcome && a.allowing == b.allowing && a.denying == b.denying && a.notes == b.notes &&
           a.unrouted == b.unrouted && a.unbound == b.unbound && a.unnamed == b.unnamed && a.otherPorts == b.otherPorts &&
           a.byName == b.byName && a.by == b.by;
}

std::string listed(const std::vector<MeshRequests>& sets)
{
    std::string text;
    for (const MeshRequests& one : sets)
        text += (text.empty() ? "" : "; ") + toText(one);
    return text;
}

} // namespace

const char* toWord(MeshSlice::Outcome outcome)
{
    constexpr const char* words[] = {"allowed", "denied", "onlySome", "notDecided"};
    return words[static_cast<int>(outcome)];
}

std::optional<bool> passes(const MeshSlice& slice, const MeshRequest& request)
{
    if (slice.outcome == MeshSlice::Outcome::notDecided)
        return std::nullopt;
    if (slice.outcome != MeshSlice::Outcome::onlySome)
        return slice.outcome == MeshSlice::Outcome::allowed;
    const std::optional<bool> denied = anyMeans(slice.denying, request);
    const std::optional<bool> allowed = slice.allowing.empty() ? std::optional(true) : anyMeans(slice.allowing, request);
    if (denied == std::optional(true) || allowed == std::optional(false))
        return false;
    return denied && allowed ? std::optional(true) : std::nullopt;
}

std::string requestsText(const MeshSlice& slice)
{
    std::string text = slice.allowing.empty() ? "every request" : listed(slice.allowing);
    if (!slice.denying.empty())
        text += "; not: " + listed(slice.denying);
    return text;
}

void join(std::vector<MeshSlice>& slices, MeshSlice slice)
{
    for (MeshSlice& one : slices)
        if (same(one, slice)) {
            one.ports |= slice.ports;
            return;
        }
    slices.push_back(std::move(slice));
}

MeshSlice bothPass(const MeshSlice& a, const MeshSlice& b)
{
    using Outcome = MeshSlice::Outcome;
    const auto both = [](auto one, const auto& other) {
        for (const auto& value : other)
            addOnce(one, value);
        return one;
    };
    const auto either = [&](Outcome outcome) { return a.outcome == outcome || b.outcome == outcome; };
    MeshSlice result;
    result.ports = a.ports & b.ports;
    result.unrouted = a.unrouted || b.unrouted;
    result.unnamed = a.unnamed + b.unnamed;
    result.notes = both(a.notes, b.notes);
    for (const Outcome first : {Outcome::denied, Outcome::notDecided})
        if (either(first)) {
            result.outcome = first;
            result.by = a.outcome != first ? b.by : b.outcome != first ? a.by : both(a.by, b.by);
            return result;
        }
    result.by = both(a.by, b.by);
    if (a.allowing.empty() || b.allowing.empty()) {
        result.outcome = either(Outcome::onlySome) ? Outcome::onlySome : Outcome::allowed;
        result.allowing = a.allowing.empty() ? b.allowing : a.allowing;
        result.denying = both(a.denying, b.denying);
    } else {
        result.outcome = Outcome::notDecided;
        result.notes.emplace_back("Two meshes name requests; which ones both let through is not worked out.");
    }
    return result;
}

std::vector<MeshSlice> eitherHolds(const std::vector<MeshSlice>& first, const std::vector<MeshSlice>& second, MeshDiffer differ,
                                   const char* note)
{
    std::vector<MeshSlice> result;
    for (const MeshSlice& a : first)
        for (const MeshSlice& b : second) {
            PortSet ports = a.ports & b.ports;
            if (ports.empty())
                continue;
            const bool alike = a.outcome == b.outcome && a.allowing == b.allowing && a.denying == b.denying;
            MeshSlice slice = alike || differ == MeshDiffer::notDecided ? a : b;
            slice.ports = std::move(ports);
            slice.unnamed = std::max(a.unnamed, b.unnamed);
            if (!alike)
                addOnce(slice.notes, std::string(note));
            if (!alike && differ == MeshDiffer::notDecided) {
                slice.outcome = MeshSlice::Outcome::notDecided;
                slice.allowing.clear();
                slice.denying.clear();
                for (const MeshDecider& one : b.by)
                    addOnce(slice.by, one);
                for (const std::string& one : b.notes)
                    addOnce(slice.notes, one);
            }
            join(result, std::move(slice));
        }
    return result;
}

std::vector<MeshSlice> restrictedTo(std::vector<MeshSlice> slices, const PortSet& ports)
{
    for (MeshSlice& slice : slices)
        slice.ports &= ports;
    slices.erase(std::remove_if(slices.begin(), slices.end(), [](const MeshSlice& slice) { return slice.ports.empty(); }),
                 slices.end());
    return slices;
}

PortSet MeshAnswer::allowed() const
{
    PortSet ports;
    for (const MeshSlice& slice : slices)
        if (slice.outcome != MeshSlice::Outcome::denied)
            ports |= slice.ports;
    return ports;
}

} // namespace bartizan::connectivity
