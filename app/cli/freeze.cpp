// SPDX-License-Identifier: GPL-3.0-or-later
// `freeze` writes a review with its report and the digests of its inputs into one archive; `verify` checks such an
// archive: 0 all the same, 1 something differs, 3 inputs (or the archive) could not be found.
#include "app/frozen/freeze.h"
#include "app/cli/commands.h"
#include "app/frozen/verify.h"
#include "importers/digest.h"
#include "report/text/pen.h"

#include <QGuiApplication>

#include <algorithm>
#include <cstdio>
#include <filesystem>

namespace bartizan::cli {
namespace {

// The source that the archive would stand in, and change by that; "" = none.
std::string sourceAround(const std::string& output, const app::FrozenManifest& manifest)
{
    namespace fs = std::filesystem;
    std::error_code failed;
    const fs::path file = fs::weakly_canonical(fs::absolute(output, failed), failed);
    for (const app::FrozenSource& source : manifest.sources) {
        const fs::path folder = fs::weakly_canonical(fs::absolute(source.path, failed), failed);
        const auto rest = std::mismatch(folder.begin(), folder.end(), file.begin(), file.end());
        if (source.format == "folder" && rest.first == folder.end())
            return source.path;
    }
    return {};
}

} // namespace

int runFreeze(const Context& context)
{
    const Arguments& arguments = context.arguments;
    if (arguments.report.count("redact") > 0 || arguments.report.count("owner") > 0)
        return fail(2, "a frozen review holds its review file and all findings: freeze the whole, and write the report without "
                       "names or for one owner with `report`");
    if (!arguments.baseline.empty())
        return fail(2, "a frozen review is made again from what it names, and the bytes of a baseline are not among its inputs: "
                       "leave --baseline out, and write what changed since with `report --baseline`");
    const auto gui = offscreenGui(context);
    app::LoadOptions options = loadOptions(arguments);
    options.sources = arguments.sources;
    options.asOf = arguments.asOf;
    const auto frozen = app::freeze(options, arguments.report, context.job);
    context.progress.clear();
    if (!frozen)
        return fail(exitCodeOf(frozen.error()), frozen.error().message);
    if (const std::string around = sourceAround(arguments.output, frozen->manifest); arguments.output != "-" && !around.empty())
        return fail(2, "the archive would stand in the source " + around +
                           ", which would then hold another file than it was "
                           "frozen with; write it elsewhere");
    if (const auto written = writeOutput(arguments.output, frozen->bytes); !written)
        return fail(exitCodeOf(written.error()), written.error().message);
    std::size_t files = 0;
    for (const app::FrozenSource& source : frozen->manifest.sources)
        files += source.files.size();
    if (!arguments.quiet)
        std::fprintf(stderr, "frozen: %s of %s, as of %s, SHA-256 %s\n", report::counted(files, "file").c_str(),
                     report::counted(frozen->manifest.sources.size(), "source").c_str(), frozen->manifest.asOf.c_str(),
                     sha256Hex(frozen->bytes).c_str());
    return 0;
}

int runVerify(const Context& context)
{
    using Outcome = app::VerifyStep::Result;
    const Arguments& arguments = context.arguments;
    const auto gui = offscreenGui(context);
    const auto verified = app::verify({arguments.sources.front(), arguments.sourcesFolder, arguments.jobs}, context.job);
    context.progress.clear();
    if (!verified)
        return fail(exitCodeOf(verified.error()), verified.error().message);
    int widest = 0;
    for (const app::VerifyStep& step : verified->steps)
        widest = std::max(widest, report::columnsOf(report::visible(step.what)));
    std::string text;
    const auto column = [&text](const std::string& words, int width) {
        text += words;
        text.append(static_cast<std::size_t>(std::max(0, width - report::columnsOf(words))), ' ');
    };
    for (const app::VerifyStep& step : verified->steps) {
        column(report::visible(step.what), widest + 2);
        column(app::verifyWord(step.result), 13);
        text += report::visible(step.says);
        text += '\n';
    }
    const bool differs = verified->any(Outcome::differs), missing = verified->any(Outcome::notFound);
    const bool unchecked = verified->any(Outcome::notChecked);
    text += differs     ? "Something differs from what was frozen.\n"
            : missing   ? "The inputs were not found, so the report was not made again.\n"
            : unchecked ? "The report could not be made again.\n"
                        : "All of it belongs together, and the report was made again with the same bytes.\n";
    if (const auto written = writeOutput({}, text); !written)
        return fail(4, written.error().message);
    return differs || (unchecked && !missing) ? 1 : missing ? 3 : 0;
}

} // namespace bartizan::cli
