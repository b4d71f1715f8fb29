// SPDX-License-Identifier: GPL-3.0-or-later
// Why one end may open a connection to another, or why not: each part of the ports with what decides it in either
// direction, policies that nearly apply, what is uncertain, and what the mesh makes of it. Worked out for the two ends alone,
// so that it takes no longer in a large system. Written by text and JSON.
#pragma once

#include "analysis/connectivity/answers.h"
#include "report/connectivity/mesh.h"
#include "report/input.h"

#include <memory>
#include <optional>
#include <string>
#include <vector>

namespace bartizan::report {

struct ExplainedVerdict { // the same things decide all of these ports
    connectivity::PortSet ports;
    bool allowed = false;
    std::optional<connectivity::Slice> egress, ingress; // an end that is not a pod has none of its own
};

struct ExplainedPair {
    std::string from, to, network;
    std::vector<connectivity::AddressRange> ranges; // of the addresses that were asked for, those that this is about
    connectivity::PortSet allowed;
    std::vector<ExplainedVerdict> verdicts;
    std::vector<connectivity::NearlyApplied> nearly;
    std::vector<connectivity::Uncertain> uncertain;
    std::string note;                // "no Ingress, Route or Gateway leads there": a clause; "" = nothing to add
    std::optional<MeshVerdict> mesh; // of what the network allows; none: no mesh has a say anywhere, or it allows no TCP
};

struct Explained {
    std::shared_ptr<const connectivity::Connectivity> reach; // of the two ends
    std::vector<ExplainedPair> pairs;                        // a network, a part of the addresses each
    std::vector<connectivity::Entrance> entrances;           // of an ingress controller to the other end

    const connectivity::World& world() const { return reach->world(); }
};

// Errors: those of endNamed(), "connectivity-question" for a pair that no policy is about, "stopped".
Result<Explained> explained(const ReportInput&);

} // namespace bartizan::report
