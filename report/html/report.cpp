// SPDX-License-Identifier: GPL-3.0-or-later
// `report` as HTML: the content of the PDF in one file for a browser.
#include "report/content/report.h"
#include "report/drawing.h"
#include "report/exports.h"
#include "report/html/writer.h"
#include "report/text/sections.h"

namespace bartizan::report {

Result<std::string> reportHtml(const ReportInput& input)
{
    if (const auto checked = checkOptions(input); !checked)
        return tl::unexpected(checked.error());
    auto drawing = laidOutDrawing(input);
    if (!drawing)
        return tl::unexpected(drawing.error());
    const HtmlPage page{reportTitle(input) + ": security architecture review", input.options.classification,
                        scopeSentence(input.model) + "; as of " + input.posture->asOf, "Bartizan " + std::string(programVersion)};
    std::string bytes;
    HtmlWriter writer(
        page, [&bytes](std::string_view part) { bytes += part; }, [&input] { return input.job.stopped(); });
    writeReport(input, *drawing, writer);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "stopped while the report was written"});
    writer.finish();
    return bytes;
}

} // namespace bartizan::report
