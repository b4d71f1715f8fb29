// SPDX-License-Identifier: GPL-3.0-or-later
// What the presenter says about one path: headline, sentence, the nodes on the way, what stands at each hop. Texts only;
// names are replaced by "service 1", "namespace 1" when they are to be hidden.
#pragma once

#include "app/desktop/session.h"

#include <QString>

#include <optional>
#include <vector>

namespace bartizan::desktop {

struct PresentedBarrier {
    diagram::Mark mark = diagram::Mark::unknown;
    bool required = false;
    QString layer, reason;
};
struct PresentedStop {  // a node on the way; the first is the outside
    diagram::Node node; // the drawing's own, for its wall
    QString name, subtitle;
};
struct PresentedHop {   // from stop i to stop i + 1
    QString via, place; // place: "shop/web.yaml:25"
    std::vector<PresentedBarrier> barriers;
    Evidence evidence;
    int finding = -1; // the most serious of the workload it leads to; -1 = none
    QString findingTitle, fix;
};
struct PresentedPath {
    PathKind kind = PathKind::direct;
    int steps = 0;
    QString headline, sentence;
    std::vector<PresentedStop> stops;
    std::vector<PresentedHop> hops;
};

// The paths worth presenting: with no check in front first, then the rest, lateral ones left out; indices into paths.
std::vector<int> pathsToPresent(const Snapshot& snapshot);
PresentedPath presentedPath(const Snapshot& snapshot, int path, bool hideNames);

} // namespace bartizan::desktop
