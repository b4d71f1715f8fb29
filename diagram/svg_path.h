// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the path data of our own icons (SVG 1.1, 8.3: M L H V C A Z, absolute and relative). Not for input from outside:
// text that does not parse ends the path where it stands.
#pragma once

#include <QPainterPath>

#include <string_view>

namespace bartizan::diagram {

QPainterPath svgPath(std::string_view data);

} // namespace bartizan::diagram
