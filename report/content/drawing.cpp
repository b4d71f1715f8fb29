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
        {nameOf("drawing"),
         lit == 0               ? "The system"
         : content.ofOneOwner() ? "The system, and the weakest ways to one service of this owner"
                                : "The system, and the weakest ways to one service",
         lit > 0 ? "Lit are at most three ways of each kind to one service, the most sensitive " +
                       std::string(content.ofOneOwner() ? "of this owner " : "") +
                       "that is reached with no check "
                       "shown in front of it: a strong band where the attacker's own bytes arrive, a pale one where an exposed "
                       "service calls on their behalf. Other ways in may be as open; \"Paths\" has them."
                 : "",
         true});
    writer.drawing(content.drawing);
}

} // namespace bartizan::report
