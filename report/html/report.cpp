// SPDX-License-Identifier: GPL-3.0-or-later
// `report` as HTML: the content of the PDF in one file for a browser.
#include "report/content/report.h"
#include "report/exports.h"
#include "report/html/writer.h"

#include <cstdio>
#include <memory>

namespace bartizan::report {

namespace {

Result<bool> writeHtml(const ReportInput& input, const HtmlSink& sink)
{
    const auto report = PreparedReport::of(input);
    if (!report)
        return tl::unexpected(report.error());
    const HtmlPage page{report->title(), input.options.classification, report->foot(), "Bartizan " + std::string(programVersion)};
    HtmlWriter writer(page, sink, [&input] { return input.job.stopped(); });
    report->write(writer);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "stopped while the report was written"});
    writer.finish();
    return true;
}

} // namespace

Result<std::string> reportHtml(const ReportInput& input)
{
    std::string bytes;
    if (const auto done = writeHtml(input, [&bytes](std::string_view part) { bytes += part; }); !done)
        return tl::unexpected(done.error());
    return bytes;
}

Result<bool> reportHtmlFile(const ReportInput& input, const std::string& path)
{
    const auto close = [](std::FILE* file) { return std::fclose(file); };
    std::unique_ptr<std::FILE, int (*)(std::FILE*)> file(std::fopen(path.c_str(), "wb"), close);
    bool whole = file != nullptr;
    if (whole)
        if (const auto done = writeHtml(input,
                                        [&](std::string_view part) {
                                            whole = whole && std::fwrite(part.data(), 1, part.size(), file.get()) == part.size();
                                        });
            !done)
            return tl::unexpected(done.error());
    if (!whole || std::fclose(file.release()) != 0)
        return tl::unexpected(Error{"write", "the report could not be written: is the disk full?"});
    return true;
}

} // namespace bartizan::report
