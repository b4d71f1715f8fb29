// SPDX-License-Identifier: GPL-3.0-or-later
// A command that prints one export: loads what it names, compares where it is asked to, writes, and answers --fail-on.
#include "app/cli/commands.h"
#include "app/load_other.h"
#include "app/pipeline/baseline.h"
#include "app/pipeline/fail_on.h"
#include "app/review_store.h"
#include "report/text/pen.h"

#include <QGuiApplication>

#include <cstdio>
#include <cstdlib>
#include <optional>
#include <unistd.h>

namespace bartizan::cli {
namespace {

using LoadedPtr = std::shared_ptr<const app::Loaded>;

// What one command compares its system with; empty for most.
struct Compared {
    LoadedPtr earlier; // of diff and connectivity
    Difference difference;
    std::optional<SinceBaseline> since; // of --baseline, and of diff for --fail-on
};

// Of a review whose variant is gone: its decisions are laid over another one, which a list of problems says too softly.
void warnOfVariant(const app::Loaded& loaded, const char* of)
{
    if (const Problem* missing = app::variantNotFound(loaded.model.inventory))
        std::fprintf(stderr, "bartizan-cli: %s%s\n", of, report::visible(missing->message).c_str());
}

Result<LoadedPtr> loadSystem(const Context& context, bool analyse)
{
    const Arguments& arguments = context.arguments;
    app::LoadOptions options = loadOptions(arguments);
    options.sources = arguments.sources;
    options.asOf = arguments.asOf;
    options.analyse = analyse;
    // Both states of `diff` are judged under one review: that of the later one, or else of the earlier one.
    if (app::isReviewPath(arguments.earlier) && !app::isReviewPath(options.sources.front())) {
        auto review = app::loadReview(arguments.earlier);
        if (!review)
            return tl::unexpected(review.error());
        options.review = std::make_shared<const Review>(std::move(*review));
    }
    auto result = app::load(options, context.job);
    context.progress.clear();
    return result;
}

Result<Compared> compare(const Context& context, const app::Loaded& loaded)
{
    const Arguments& arguments = context.arguments;
    Compared compared;
    if (!arguments.earlier.empty()) {
        app::LoadOptions options = loadOptions(arguments);
        options.sources = {arguments.earlier};
        options.asOf = loaded.posture.asOf;
        options.review = std::make_shared<const Review>(loaded.review);
        const bool judged = arguments.command != "connectivity"; // which works its difference out itself
        options.analyse = judged;
        auto result = app::loadOther(options, context.job);
        context.progress.clear();
        if (!result)
            return tl::unexpected(result.error());
        compared.earlier = *result;
        warnOfVariant(*compared.earlier, "in the earlier state: ");
        if (!judged)
            return compared;
        const JudgedState before = judgedState(compared.earlier->model, compared.earlier->posture);
        const JudgedState after = judgedState(loaded.model, loaded.posture);
        compared.difference = difference(before, after);
        compared.since = sinceBaseline(before, after, compared.difference);
    } else if (!arguments.baseline.empty()) {
        auto since = app::sinceBaseline(arguments.baseline, loaded, loadOptions(arguments), context.job);
        context.progress.clear();
        if (!since)
            return tl::unexpected(since.error());
        compared.since = std::move(*since);
    }
    return compared;
}

report::ReportInput reportInput(const Context& context, const app::Loaded& loaded, const Compared& compared, bool posture)
{
    const Arguments& arguments = context.arguments;
    report::ReportInput input{loaded.model, loaded.catalogue};
    if (compared.earlier) {
        input.earlier = &compared.earlier->model;
        input.earlierPosture = &compared.earlier->posture;
        input.difference = &compared.difference;
    } else if (compared.since) {
        input.since = &*compared.since;
    }
    if (posture)
        input.posture = &loaded.posture;
    input.formats = app::knownFormats();
    input.question = arguments.question;
    input.job.stop = context.job.stop;
    input.summaryOnly = arguments.summary;
    input.owner = arguments.owner;
    input.review = &loaded.review;
    input.unauthenticatedOnly = arguments.unauthenticated;
    input.from = arguments.from;
    input.to = arguments.to;
    input.colour = arguments.output.empty() && isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
    input.width = terminalWidth();
    return input;
}

Result<bool> writeRow(const report::ExportRow& row, const report::ReportInput& input, const std::string& output)
{
    if (row.writeFile)
        return writeOutputOf(output, [&](const std::string& path) { return row.writeFile(input, path); });
    const auto bytes = row.write(input);
    if (!bytes)
        return tl::unexpected(bytes.error());
    return writeOutput(output, *bytes);
}

// Names the findings that fail on standard error; the exit code.
int answerFailOn(const app::FailOn& rule, const Posture& posture, const Compared& compared, bool quiet)
{
    const SinceBaseline* since = compared.since ? &*compared.since : nullptr;
    const std::vector<const Finding*> hits = rule.failing(posture, since);
    for (const Finding* finding : hits) {
        if (quiet)
            break;
        const BaselineRow* row = since ? &since->rows[static_cast<std::size_t>(finding - posture.findings.data())] : nullptr;
        const std::string state = row ? std::string(baselineWord(row->state)) + ", " : std::string();
        const std::string reason =
            row && row->known && !row->reason.empty() ? ": " + report::visible(row->reason) : std::string();
        std::fprintf(stderr, "%s%s: %s%s (%s)\n", state.c_str(), severityWord(finding->severity),
                     report::visible(finding->title).c_str(), reason.c_str(), finding->id.c_str());
    }
    return hits.empty() ? 0 : 1;
}

} // namespace

int runExport(const Context& context)
{
    const Arguments& arguments = context.arguments;
    const report::ExportRow* row = report::findExport(arguments.command, arguments.format);
    if (!row)
        return fail(2, "there is no format '" + arguments.format + "' for " + arguments.command + "; " +
                           formatsOf(arguments.command));
    auto catalogue = app::defaultCatalogue();
    if (!catalogue)
        return fail(4, catalogue.error().message);
    const auto rule = app::FailOn::of(arguments.failOn, *catalogue);
    if (!rule)
        return fail(2, rule.error().message);

    std::unique_ptr<QGuiApplication> gui;
    if (arguments.command == "graph" || arguments.command == "report")
        gui = offscreenGui(context);

    LoadedPtr loaded;
    if (arguments.needsSources) {
        auto result = loadSystem(context, row->needsPosture);
        if (!result)
            return fail(exitCodeOf(result.error()), result.error().message);
        loaded = *result;
        if (const std::string nothing = app::nothingUsable(loaded->model.inventory); !nothing.empty()) {
            printProblems(loaded->model.inventory);
            return fail(3, nothing);
        }
        warnOfVariant(*loaded, "");
    } else {
        auto empty = std::make_shared<app::Loaded>();
        empty->catalogue = std::move(*catalogue);
        loaded = empty;
    }
    const auto compared = compare(context, *loaded);
    if (!compared)
        return fail(exitCodeOf(compared.error()), compared.error().message);

    report::ReportInput input = reportInput(context, *loaded, *compared, row->needsPosture);
    if (arguments.command == "report")
        if (const auto ready = app::prepareReport(input, *loaded, arguments.report, context.job); !ready)
            return fail(exitCodeOf(ready.error()), ready.error().message);
    if (gui)
        context.job.report(Step::makingDrawing, 0, 0);
    const auto written = writeRow(*row, input, arguments.output);
    context.progress.clear();
    if (!written)
        return fail(exitCodeOf(written.error()), written.error().message);
    if (!input.posture || !rule->asked())
        return 0;
    return answerFailOn(*rule, loaded->posture, *compared, arguments.quiet);
}

} // namespace bartizan::cli
