// SPDX-License-Identifier: GPL-3.0-or-later
// What totals count, asked here once, so that the first screen, the command line and the report cannot differ: every
// workload that was read is a service in them, platform components too. The first sentence and the list of the most serious
// causes speak of the others, unless there are none.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

bool sensitivityConfirmed(const Workload&); // by the review or a label

struct ServiceCounts {
    std::size_t all = 0;       // platform components too
    std::size_t platform = 0;  // of them
    std::size_t confirmed = 0; // of all
    bool onlyPlatform() const { return platform == all; }
};
ServiceCounts countServices(const Architecture&);
ServiceCounts countServices(const Architecture&, const std::vector<WorkloadId>&); // only these

// Whether a list of the most serious causes names it.
bool isLeadingCause(const Finding&, const ServiceCounts&);

} // namespace bartizan
