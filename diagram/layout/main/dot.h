// SPDX-License-Identifier: MIT
// Graphviz' dot on one request. Only the dot plugin is linked, so no plugin is searched at run time. One object a
// process: Graphviz keeps global state.
#pragma once

#include "diagram/layout/main/request.h"

#include <graphviz/gvc.h>

namespace layout {

struct Point {
    double x = 0;
    double y = 0;
};

struct Placed {
    double width = 0;
    double height = 0;
    std::vector<Point> nodes;              // centres, y down
    std::vector<std::vector<Point>> edges; // empty, or 1 + 3n control points
};

class Dot {
public:
    Dot();
    ~Dot();
    Dot(const Dot&) = delete;
    Dot& operator=(const Dot&) = delete;

    bool place(const Request& request, Placed& placed); // false when Graphviz refuses

private:
    GVC_t* m_context;
};

} // namespace layout
