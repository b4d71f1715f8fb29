// SPDX-License-Identifier: GPL-3.0-or-later
// What is asked of `connectivity`: all rows, those of some workloads, directions or ports, or one pair explained. Part of
// ReportInput; the command line fills it. With ReportInput::earlier the differences from that state are answered too.
#pragma once

#include "analysis/connectivity/world.h"
#include "model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::report {

struct ConnectivityQuestion {
    std::vector<std::string> workloads; // as a person names them; empty = every one
    std::optional<connectivity::Direction> direction;
    std::optional<connectivity::PortSet> ports; // answers are cut down to these
    bool exposure = false;                      // told in text too
    bool severalNetworks = true;                // false: only the cluster's own network
    std::string from, to;                       // explain this pair; "" = no pair

    bool explains() const { return !from.empty() || !to.empty(); }
};

// "TCP:8080", "UDP:53", "TCP:8000-8999", "8080" (TCP), "SCTP" (all its ports). Error "connectivity-question".
Result<connectivity::PortSet> portsNamed(std::string_view text);

} // namespace bartizan::report
