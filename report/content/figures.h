// SPDX-License-Identifier: GPL-3.0-or-later
// The report's charts and pictures, painted by us as vectors, in points. Nothing depends on colour: present is full,
// partial half as high, missing carries wedges, unknown dots.
#pragma once

#include "report/content/content.h"

namespace bartizan::report {

Figure coverRing(const Content&);         // all services in one wall, the program's turret in its middle
Figure layerBars(const Content&);         // each layer: of how many applicable services it is missing, partial, unknown, present
Figure severitiesAndAges(const Content&); // findings by severity; images by the age of the report that counts
Figure namedWall(const Content&, WorkloadId); // a service's wall with the sixteen names; height 0 when it is not drawn
Figure verdictMarks();                        // the five marks with their words

} // namespace bartizan::report
