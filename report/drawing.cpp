// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing.h"

#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"

namespace bartizan::report {

Error layoutOverran()
{
    return {"layout", "the drawing could not be laid out within its deadline; an export must not depend on the machine's speed"};
}

Result<diagram::Drawing> laidOutDrawing(const ReportInput& input)
{
    diagram::Drawing drawing = diagram::fromPosture(input.model, *input.posture, &input.catalogue);
    diagram::LayoutOptions options;
    options.deterministic = true;
    options.deadlineMs = 120000;
    const diagram::LayoutReport laidOut = diagram::layOut(drawing, options);
    if (laidOut.overran)
        return tl::unexpected(layoutOverran());
    return drawing;
}

} // namespace bartizan::report
