// SPDX-License-Identifier: GPL-3.0-or-later
// Figures and the drawing as inline SVG. Painted in the colours of paper: they stand on white in every colour scheme.
#pragma once

#include "report/content/writer.h"

#include <functional>
#include <string>
#include <string_view>

namespace bartizan::report {

std::string htmlFigure(const Figure&);
// `number` and `under`, the id of the heading it stands under, tell drawings of one document apart.
void htmlDrawing(const diagram::Drawing&, int number, const std::string& under, const std::function<void(std::string_view)>& out);

} // namespace bartizan::report
