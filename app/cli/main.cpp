// SPDX-License-Identifier: GPL-3.0-or-later
// bartizan-cli: the same answers in a pipeline. Exit codes: 0 done, 1 done and --fail-on holds, 2 wrong usage or an output that
// cannot be opened, 3 nothing usable could be imported, 4 internal error. `verify`: 1 something differs, 3 inputs were not found.
#include "app/cli/commands.h"

#include <csignal>
#include <cstdio>
#include <exception>
#include <unistd.h>

namespace {

using namespace bartizan;

std::stop_source stopSource; // one per process: the signal handler can reach nothing else

void stopOnSignal(int)
{
    stopSource.request_stop();
}

cli::ProgressForm progressForm(const cli::Arguments& arguments)
{
    if (arguments.progressLines)
        return cli::ProgressForm::lines;
    const bool shown = !arguments.noProgress && !arguments.quiet && isatty(STDERR_FILENO);
    return shown ? cli::ProgressForm::rewritten : cli::ProgressForm::none;
}

int run(int argc, char** argv)
{
    const auto parsed = cli::parseArguments(argc, argv);
    if (!parsed)
        return parsed.error().id == "help" ? (std::fputs(parsed.error().message.c_str(), stdout), 0)
                                           : cli::fail(2, parsed.error().message);
    std::signal(SIGINT, stopOnSignal);
    std::signal(SIGTERM, stopOnSignal);
    cli::ProgressLine progress(progressForm(*parsed));
    const JobControl job{stopSource.get_token(), [&progress](const ProgressReport& step) { progress.show(step); }};
    const cli::Context context{*parsed, argc, argv, progress, job};
    if (parsed->command == "freeze")
        return cli::runFreeze(context);
    return parsed->command == "verify" ? cli::runVerify(context) : cli::runExport(context);
}

} // namespace

int main(int argc, char** argv)
{
    try {
        return run(argc, argv);
    } catch (const std::exception& error) {
        return cli::fail(4, std::string("internal error: ") + error.what());
    }
}
