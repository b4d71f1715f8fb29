// SPDX-License-Identifier: GPL-3.0-or-later
// `report` as HTML: the content of the PDF in one file for a browser.
#include "report/content/report.h"
#include "report/exports.h"
#include "report/html/writer.h"

namespace bartizan::report {

Result<std::string> reportHtml(const ReportInput& input)
{
    const auto report = PreparedReport::of(input);
    if (!report)
        return tl::unexpected(report.error());
    const HtmlPage page{report->title(), input.options.classification, report->foot(), "Bartizan " + std::string(programVersion)};
    std::string bytes;
    HtmlWriter writer(
        page, [&bytes](std::string_view part) { bytes += part; }, [&input] { return input.job.stopped(); });
    report->write(writer);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "stopped while the report was written"});
    writer.finish();
    return bytes;
}

} // namespace bartizan::report
