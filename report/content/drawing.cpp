// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/sections.h"
#include "report/text/pen.h"

namespace bartizan::report {

void writeDrawing(const Content& content, Writer& writer)
{
    std::size_t lit = 0;
    for (const diagram::Edge& edge : content.drawing.edges)
        lit += edge.lit != diagram::Lit::none ? 1 : 0;
    writer.section(
        {nameOf("drawing"), lit > 0 ? "The system, and the ways in that are lit" : "The system",
         lit > 0 ? "A strong band: the attacker's own bytes arrive with no check in front of the application. A pale band: an "
                   "exposed service calls on their behalf."
                 : "",
         true});
    writer.drawing(content.drawing);
}

} // namespace bartizan::report
