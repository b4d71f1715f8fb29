// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/drawing.h"

#include "diagram/from_posture.h"
#include "diagram/layout/layout.h"
#include "report/content/masked.h"

namespace bartizan::report {

Error layoutOverran()
{
    return {"layout", "the drawing could not be laid out within its deadline; an export must not depend on the machine's speed"};
}

Result<diagram::Drawing> laidOutDrawing(const ReportInput& input, const NameMask* mask)
{
    diagram::PostureOptions shown;
    shown.owner = input.options.owner;
    diagram::Drawing drawing = diagram::fromPosture(input.model, *input.posture, &input.catalogue, shown);
    if (mask)
        maskDrawing(drawing, *mask);
    if (!input.options.owner.empty() && input.options.redactionSalt.empty())
        hideOthers(drawing, input.model.architecture, input.options.owner);
    diagram::LayoutOptions options;
    options.stop = input.job.stop;
    options.deterministic = true;
    options.deadlineMs = 120000;
    const diagram::LayoutReport laidOut = diagram::layOut(drawing, options);
    if (laidOut.cancelled)
        return tl::unexpected(Error{"stopped", "Making the drawing was stopped."});
    if (laidOut.overran)
        return tl::unexpected(layoutOverran());
    return drawing;
}

} // namespace bartizan::report
