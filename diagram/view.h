// SPDX-License-Identifier: GPL-3.0-or-later
// How a drawing is looked at: zoom, place, lens, selection. Painters and hit tests share it. Painter units are pixels;
// `origin` is the scene point at (0, 0).
#pragma once

#include "analysis/connectivity/ports.h"
#include "diagram/drawing.h"
#include "diagram/theme.h"

#include <memory>
#include <vector>

namespace bartizan::diagram {

class StampCache;

enum class Zoom { far, middle, near };
constexpr double farBelow = 0.45;
constexpr double nearFrom = 2.4;
constexpr double smallestScale = 0.02;
constexpr double largestScale = 6;

// What falls when the selection falls (blast.h), or what it may reach (reach.h): not 0 for each node, call and bundle.
struct Blast {
    std::vector<char> nodes, edges, bundles;
};

// What the Connectivity lens shows besides (reach.h).
enum class HowFar : char { none, direct, farther }; // one of them; farther: over several hops only
struct ReachLine {                                  // about one of ReachLook::lines
    int group = -1;                                 // it leads to this namespace; -1: to a service
    std::size_t services = 1;                       // that it stands for
    connectivity::PortSet ports;                    // of a service: those of its listening ports that are allowed
};
struct ReachLook {
    std::vector<signed char> shares; // by node: how many of the others may reach it, 0 to 4; empty = not shown
    std::vector<HowFar> steps;       // by node; empty = not shown
    std::vector<Edge> lines;         // ways that policies allow and no known call needs, with their points
    std::vector<ReachLine> about;    // by line
};
constexpr signed char noShare = -1; // no service

struct View {
    const Theme* theme = &lightTheme();
    Lens lens = Lens::exposure;
    double scale = 1;
    QPointF origin;
    QRectF clip; // pixels that are wanted; null = all

    int hovered = -1;          // node
    int focused = -1;          // node
    std::vector<int> selected; // nodes, sorted
    int hoveredGroup = -1;
    int selectedGroup = -1;
    int selectedEdge = -1;
    int selectedGhost = -1;
    int hoveredLine = -1; // of ReachLook::lines
    int selectedLine = -1;
    std::vector<char> filteredOut;          // by node; empty = nothing is filtered
    bool hide = false;                      // leave out what is filtered out instead of dimming it; isHidden() of nodes.h decides
    std::shared_ptr<const Blast> blast;     // all else is dimmed; null = not asked for
    std::shared_ptr<const ReachLook> reach; // null = not asked for
    bool latent = false;                    // show latent edges (the Isolation lens always does)
    bool ground = true;                     // fill the canvas
    double litPart = 1;                     // 0..1 while a lit path is drawn for the first time
    double nameSize = 11;                   // px
    bool wholeNames = false;                // a name that is too long for its room takes two lines: nobody can hover paper
    Words words = nullptr;                  // the language of a window; null = English
    StampCache* stamps = nullptr;           // screens keep one; exports paint every ring as vectors

    QPointF toView(QPointF scene) const { return (scene - origin) * scale; }
    QPointF toScene(QPointF view) const { return view / scale + origin; }
    QRectF toView(const QRectF& r) const { return {toView(r.topLeft()), r.size() * scale}; }
    Zoom zoom() const { return scale < farBelow ? Zoom::far : scale < nearFrom ? Zoom::middle : Zoom::near; }
    bool wants(const QRectF& pixels) const { return clip.isNull() || clip.intersects(pixels); }
    bool isSelected(int node) const;
    bool isFilteredOut(int node) const;
    int shareOf(int node) const
    {
        return reach && !reach->shares.empty() ? reach->shares[static_cast<std::size_t>(node)] : noShare;
    }
    HowFar stepOf(int node) const
    {
        return reach && !reach->steps.empty() ? reach->steps[static_cast<std::size_t>(node)] : HowFar::none;
    }
};

// The view that shows `scene` in `size` pixels with a margin, never larger than scale `most`.
View fitted(const QRectF& scene, QSizeF size, double margin = 24, double most = 1.4);

} // namespace bartizan::diagram
