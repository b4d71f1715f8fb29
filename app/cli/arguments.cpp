// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/load.h"
#include "report/input.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <map>

namespace bartizan::cli {

namespace {

struct CommandText {
    const char* name;
    const char* what;
    bool sources;
};
constexpr CommandText commands[] = {
    {"inventory", "what was imported: sources, objects by kind, problems", true},
    {"calls", "the service graph's calls with kind and evidence", true},
    {"routes", "every entry and route in normal form", true},
    {"layers", "the verdict of each layer for each workload", true},
    {"paths", "paths from outside: direct, relayed, lateral", true},
    {"assess", "the whole posture: ways in, causes, what cannot be told", true},
    {"followups", "what is left to do, by owner", true},
    {"diff", "what is worse, better, new or gone in a later state of a system", true},
    {"graph", "the drawing", true},
    {"report", "the review report", true},
    {"formats", "what is recognised", false},
    {"controls", "the control catalogue", false},
};

std::string defaultFormat(const std::string& command, const std::string& output)
{
    const std::size_t dot = output.rfind('.');
    const std::string suffix = dot == std::string::npos ? std::string() : output.substr(dot + 1);
    if (report::findExport(command, suffix))
        return suffix;
    for (const report::ExportRow& row : report::exportRows())
        if (row.command == command && row.suffix == suffix)
            return std::string(row.format);
    if (command == "report")
        return "pdf";
    if (command == "graph")
        return "svg";
    return "text";
}

} // namespace

std::string formatsOf(const std::string& command)
{
    std::string list;
    for (const report::ExportRow& row : report::exportRows())
        if (row.command == command)
            list += (list.empty() ? "" : ", ") + std::string(row.format);
    return "its formats are: " + list;
}

Result<Arguments> parseArguments(int argc, char** argv)
{
    Arguments arguments;
    CLI::App app("Bartizan shows where a microservice system's defences are thin.\n"
                 "A SOURCE is a file, a folder, an archive or a .bartizan review; nothing leaves this machine.",
                 "bartizan-cli");
    app.set_version_flag("--version", "bartizan-cli " + std::string(report::programVersion));
    app.require_subcommand(1, 1);
    app.failure_message(CLI::FailureMessage::simple);
    app.footer("Exit codes: 0 done, 1 --fail-on holds, 2 wrong usage, 3 nothing usable imported, 4 internal error.");
    const std::map<std::string, importers::ScopeMode> scopes = {{"auto", importers::ScopeMode::automatic},
                                                                {"complete", importers::ScopeMode::complete},
                                                                {"partial", importers::ScopeMode::partial}};
    for (const CommandText& command : commands) {
        CLI::App* sub = app.add_subcommand(command.name, command.what);
        sub->add_option("--format", arguments.format, formatsOf(command.name));
        sub->add_option("-o,--output", arguments.output, "write to FILE instead of standard output");
        if (!command.sources)
            continue;
        const bool diff = std::string_view(command.name) == "diff";
        if (diff)
            sub->add_option("OLD", arguments.earlier, "the earlier state: file, folder, archive or .bartizan review")->required();
        CLI::Option* source = sub->add_option(diff ? "NEW" : "SOURCE", arguments.sources,
                                              diff ? "the later state, whose review counts; else that of OLD"
                                                   : "file, folder, archive or .bartizan review");
        source->required();
        if (diff) {
            source->expected(1);
            sub->add_option("--fail-on", arguments.failOn,
                            "exit 1 when a finding of this severity or worse, or of this layer or rule, is new or worse; 'any' "
                            "for every finding")
                ->delimiter(',');
        }
        sub->add_option("--as-of", arguments.asOf, "judge ages as of this time, e.g. 2026-11-21T00:00:00Z (default: now)");
        sub->add_option("--scope", arguments.scope, "auto, complete or partial")->transform(CLI::CheckedTransformer(scopes));
        sub->add_option("--variant", arguments.variant, "the deployable to review where several conflict (a path)");
        sub->add_option("--jobs", arguments.jobs, "threads for importing (default: all)");
        sub->add_flag("--quiet", arguments.quiet, "nothing on standard error but errors");
        sub->add_flag("--no-progress", arguments.noProgress, "no progress on standard error");
        sub->add_flag("--progress-lines", arguments.progressLines,
                      "progress on standard error as lines of a step, a tabulator and per cent");
        if (std::string_view(command.name) == "assess") {
            sub->add_flag("--summary", arguments.summary, "the first screen only (text)");
            sub->add_option("--fail-on", arguments.failOn,
                            "exit 1 when a finding has this severity or worse, or this layer or rule; 'any' for every finding")
                ->delimiter(',');
        }
        if (std::string_view(command.name) == "followups")
            sub->add_option("--owner", arguments.owner, "only this owner's; 'no owner named' for what nobody owns");
        if (std::string_view(command.name) == "paths") {
            sub->add_flag("--unauthenticated", arguments.unauthenticated, "only direct paths with no check shown on them");
            sub->add_option("--to", arguments.to, "only paths to this workload (id, namespace/name or name)");
            sub->add_option("--from", arguments.from, "only paths through this entry or workload");
        }
    }
    try {
        app.parse(argc, argv);
    } catch (const CLI::CallForHelp&) {
        const auto chosen = app.get_subcommands();
        return tl::unexpected(Error{"help", chosen.empty() ? app.help() : chosen.front()->help()});
    } catch (const CLI::CallForVersion& version) {
        return tl::unexpected(Error{"help", std::string(version.what()) + "\n"});
    } catch (const CLI::ParseError& error) {
        return tl::unexpected(Error{"usage", std::string(error.what()) + "; see bartizan-cli --help"});
    }
    const CLI::App* chosen = app.get_subcommands().front();
    arguments.command = chosen->get_name();
    for (const CommandText& command : commands)
        if (arguments.command == command.name)
            arguments.needsSources = command.sources;
    if (chosen->get_option("--format")->count() == 0)
        arguments.format = defaultFormat(arguments.command, arguments.output);
    if (!arguments.asOf.empty() && !app::isTime(arguments.asOf))
        return tl::unexpected(Error{"usage", "--as-of takes a UTC time such as 2026-11-21T00:00:00Z"});
    return arguments;
}

} // namespace bartizan::cli
