// SPDX-License-Identifier: GPL-3.0-or-later
// bartizan-cli: the same answers in a pipeline. Exit codes: 0 done, 1 done and --fail-on holds, 2 wrong usage,
// 3 nothing usable could be imported, 4 internal error.
#include "app/cli/arguments.h"
#include "app/cli/output.h"
#include "app/load_other.h"
#include "app/review_store.h"

#include <QGuiApplication>
#include <QHashSeed>

#include <csignal>
#include <cstdio>
#include <exception>
#include <memory>
#include <unistd.h>

namespace {

using namespace bartizan;

std::stop_source stopSource; // one per process: the signal handler can reach nothing else

void stopOnSignal(int)
{
    stopSource.request_stop();
}

int fail(int code, const std::string& message)
{
    std::fprintf(stderr, "bartizan-cli: %s\n", message.c_str());
    return code;
}

int exitCodeOf(const Error& error) // of a load that gave nothing
{
    return error.id == "no-source" || error.id == "stopped" || error.id.starts_with("review-") ? 3 : 4;
}

app::LoadOptions loadOptions(const cli::Arguments& arguments)
{
    app::LoadOptions options;
    options.import.variant = arguments.variant;
    options.import.scope = arguments.scope;
    options.import.jobs = arguments.jobs;
    return options;
}

bool drawsSomething(const cli::Arguments& arguments)
{
    return arguments.command == "graph" || arguments.command == "report";
}

int run(int argc, char** argv)
{
    const auto parsed = cli::parseArguments(argc, argv);
    if (!parsed)
        return parsed.error().id == "help" ? (std::fputs(parsed.error().message.c_str(), stdout), 0)
                                           : fail(2, parsed.error().message);
    const cli::Arguments& arguments = *parsed;

    const report::ExportRow* row = report::findExport(arguments.command, arguments.format);
    if (!row)
        return fail(2, "there is no format '" + arguments.format + "' for " + arguments.command + "; " +
                           cli::formatsOf(arguments.command));

    auto catalogue = app::defaultCatalogue();
    if (!catalogue)
        return fail(4, catalogue.error().message);
    for (const std::string& word : arguments.failOn)
        if (!cli::isFailWord(word, *catalogue))
            return fail(2, "--fail-on knows severities (critical, high, medium, low, info), layers, rules and 'any', not '" +
                               word + "'");

    std::unique_ptr<QGuiApplication> gui;
    if (drawsSomething(arguments)) {
        QHashSeed::setDeterministicGlobalSeed();
        qputenv("QT_QPA_PLATFORM", "offscreen");
        if (qEnvironmentVariableIsEmpty("XDG_RUNTIME_DIR"))
            qputenv("XDG_RUNTIME_DIR", "/tmp"); // offscreen uses none; without it Qt warns on standard error
        gui = std::make_unique<QGuiApplication>(argc, argv);
    }

    std::signal(SIGINT, stopOnSignal);
    std::signal(SIGTERM, stopOnSignal);
    cli::ProgressLine progress(arguments.progressLines                                              ? cli::ProgressForm::lines
                               : !arguments.noProgress && !arguments.quiet && isatty(STDERR_FILENO) ? cli::ProgressForm::rewritten
                                                                                                    : cli::ProgressForm::none);
    const JobControl job{stopSource.get_token(), [&progress](const ProgressReport& step) { progress.show(step); }};

    std::shared_ptr<const app::Loaded> loaded;
    if (arguments.needsSources) {
        app::LoadOptions options = loadOptions(arguments);
        options.sources = arguments.sources;
        options.asOf = arguments.asOf;
        options.analyse = row->needsPosture;
        // Both states of `diff` are judged under one review: that of the later one, or else of the earlier one.
        if (app::isReviewPath(arguments.earlier) && !app::isReviewPath(options.sources.front())) {
            auto review = app::loadReview(arguments.earlier);
            if (!review)
                return fail(exitCodeOf(review.error()), review.error().message);
            options.review = std::make_shared<const Review>(std::move(*review));
        }
        auto result = app::load(options, job);
        progress.clear();
        if (!result)
            return fail(exitCodeOf(result.error()), result.error().message);
        loaded = *result;
        if (const std::string nothing = app::nothingUsable(loaded->model.inventory); !nothing.empty()) {
            cli::printProblems(loaded->model.inventory);
            return fail(3, nothing);
        }
    } else {
        auto empty = std::make_shared<app::Loaded>();
        empty->catalogue = std::move(*catalogue);
        loaded = empty;
    }

    std::shared_ptr<const app::Loaded> earlier;
    Difference different;
    if (!arguments.earlier.empty()) {
        app::LoadOptions options = loadOptions(arguments);
        options.sources = {arguments.earlier};
        options.asOf = loaded->posture.asOf;
        options.review = std::make_shared<const Review>(loaded->review);
        auto result = app::loadOther(options, job);
        progress.clear();
        if (!result)
            return fail(exitCodeOf(result.error()), result.error().message);
        earlier = *result;
        different = difference(judgedState(earlier->model, earlier->posture), judgedState(loaded->model, loaded->posture));
    }

    report::ReportInput input{loaded->model, loaded->catalogue};
    if (earlier) {
        input.earlier = &earlier->model;
        input.earlierPosture = &earlier->posture;
        input.difference = &different;
    }
    if (row->needsPosture)
        input.posture = &loaded->posture;
    input.formats = app::knownFormats();
    input.summaryOnly = arguments.summary;
    input.unauthenticatedOnly = arguments.unauthenticated;
    input.from = arguments.from;
    input.to = arguments.to;
    input.owner = arguments.owner;
    input.review = &loaded->review;
    input.colour = arguments.output.empty() && isatty(STDOUT_FILENO) && !std::getenv("NO_COLOR");
    input.width = cli::terminalWidth();
    if (gui)
        job.report(Step::makingDrawing, 0, 0);
    auto bytes = row->write(input);
    progress.clear();
    if (!bytes)
        return fail(4, bytes.error().message);
    if (const auto written = cli::writeOutput(arguments.output, *bytes); !written)
        return fail(4, written.error().message);
    if (!input.posture || arguments.failOn.empty())
        return 0;
    const std::vector<const Finding*> hits =
        earlier ? cli::failing(loaded->posture, different, arguments.failOn) : cli::failing(loaded->posture, arguments.failOn);
    if (!arguments.quiet)
        for (const Finding* finding : hits)
            std::fprintf(stderr, "%s: %s (%s)\n", severityWord(finding->severity), finding->title.c_str(), finding->id.c_str());
    return hits.empty() ? 0 : 1;
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        return fail(4, std::string("internal error: ") + error.what());
    }
}
