// SPDX-License-Identifier: GPL-3.0-or-later
// Shared by the files that look for direct, relayed and lateral paths. Private to them.
#pragma once

#include "analysis/context.h"

#include <bitset>

namespace bartizan::analysis::paths {

using LayerSet = std::bitset<layerCount>; // layers that are present on the way

inline bool stops(Layer layer)
{
    switch (layer) {
    case Layer::gateway:
    case Layer::abuse:
    case Layer::authentication:
    case Layer::mfa:
    case Layer::authorization:
    case Layer::encryption:
        return true;
    default:
        return false;
    }
}
inline bool limits(Layer layer)
{
    return layer == Layer::network || layer == Layer::hardening || layer == Layer::privilege || layer == Layer::secrets;
}

// A way in: an entry, or an entry with a route, that ends at a workload.
struct WayIn {
    EntryId entry;
    RouteId route;
    WorkloadId target;
    std::vector<Hop> hops;
    LayerSet present;
    Verdict authenticated = Verdict::unknown;
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    std::string authenticatedAt; // "": what the answer says
};
std::vector<WayIn> waysIn(const Context&, const Posture&);

Hop callHop(const Context&, const Posture&, std::size_t call);
LayerSet presentOn(const Hop&);
Path finished(const Context&, PathKind, const WayIn&, std::vector<Hop> hops, WorkloadId target, int steps);

struct Lateral { // how a workload is reached after compromises
    int steps = -1;
    WorkloadId from; // the compromised workload one hop before
};
// By workload. `start` holds where the outside arrives, directly reached ones first: ways that start there are preferred.
std::vector<Lateral> lateralSteps(const Context&, const std::vector<WorkloadId>& start);

} // namespace bartizan::analysis::paths
