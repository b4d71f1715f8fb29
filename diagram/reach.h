// SPDX-License-Identifier: GPL-3.0-or-later
// What the Connectivity lens shows. With nothing selected: how many of the others may reach each service, as policies say.
// With one service selected: all that it may reach, or that may reach it, directly and over several hops (hops.h), without
// what a mesh refuses (mesh_steps.h); of what is direct, what a known call needs and what nothing needs told apart. Called by
// the window; safe on any thread.
#pragma once

#include "analysis/connectivity/connectivity.h"
#include "analysis/connectivity/mesh_reach.h"
#include "analysis/posture.h"
#include "diagram/view.h"
#include "model/architecture.h"

#include <QPainter>

#include <memory>
#include <stop_token>

namespace bartizan::diagram {

// From 0, none, by quarters to 4, every one of the others.
constexpr int everyShare = 4;
int shareOf(std::size_t some, std::size_t others);
// An arc round a service, clockwise from the top: a quarter of the circle for each quarter.
void drawShare(QPainter& painter, QPointF centre, double radius, double width, int share, const Theme& theme);
// Round a service that the selection reaches: a circle, of dots where it takes several hops.
void drawStep(QPainter& painter, QPointF centre, double radius, double width, HowFar step, const Theme& theme);

std::shared_ptr<const ReachLook> sharesOf(const Drawing& drawing, const Posture& posture);

struct Reached {
    std::shared_ptr<const Blast> blast;     // the selection, what is reached, and the calls between that policies allow
    std::shared_ptr<const ReachLook> reach; // lines to what no known call needs; none where they would be too many
    std::size_t services = 0;               // reached directly
    std::size_t all = 0;                    // reached directly or over several hops
    std::size_t needed = 0;                 // of those reached directly: by a known call
    std::size_t cutOff = 0;                 // known calls' other ends that policies do not allow
    std::size_t networks = 1;               // that the pods of the input are in
    std::size_t refused = 0;                // not reached directly: the network lets them through, and the mesh nothing
    bool cut = false;                       // `all` holds some that were not asked of the mesh: there were too many
    bool unrestricted = false;              // no policy has a say at all; no line is drawn then
    bool onNodeNetwork = false;             // of the selection: policies may not act there
};
constexpr std::size_t mostLines = 60; // beyond it one line leads to each namespace, and none when these are too many as well

// Of workload `of`. `mesh`: null where no policy of one has a say. `incoming`: who may reach it. Stopped, the result is to be
// dropped.
Reached reachedFrom(const Drawing& drawing, const Model& model, const connectivity::Connectivity& connectivity,
                    const connectivity::MeshReach* mesh, WorkloadId of, bool incoming, const std::stop_token& stop = {});

} // namespace bartizan::diagram
