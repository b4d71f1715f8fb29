// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/arguments.h"

#include "app/load.h"
#include "report/content/finding_choice.h"
#include "report/content/sections.h"
#include "report/input.h"

#include <CLI/App.hpp>
#include <CLI/Config.hpp>
#include <CLI/Formatter.hpp>

#include <algorithm>
#include <functional>

namespace bartizan::cli {

namespace {

struct CommandText {
    const char* name;
    const char* what;
    enum Kind { system, table, frozen } kind; // of a SOURCE; of the program's own tables; no export, an archive
};
constexpr CommandText commands[] = {
    {"inventory", "what was imported: sources, objects by kind, problems", CommandText::system},
    {"connectivity", "who can reach whom on which ports, and which policy decided", CommandText::system},
    {"calls", "the service graph's calls with kind and evidence", CommandText::system},
    {"routes", "every entry and route in normal form", CommandText::system},
    {"layers", "the verdict of each layer for each workload", CommandText::system},
    {"paths", "paths from outside: direct, relayed, lateral", CommandText::system},
    {"assess", "the whole posture: ways in, causes, what cannot be told", CommandText::system},
    {"followups", "what is left to do, by owner", CommandText::system},
    {"diff", "what is worse, better, new or gone in a later state of a system", CommandText::system},
    {"graph", "the drawing", CommandText::system},
    {"report", "the review report", CommandText::system},
    {"freeze", "one archive of a review: its report, its findings, the digests of what was read", CommandText::frozen},
    {"verify", "whether a frozen review belongs together and still gives the same report", CommandText::frozen},
    {"formats", "what is recognised", CommandText::table},
    {"controls", "the control catalogue", CommandText::table},
};

// The format that the name of the file asks for. One that only other commands write is refused: what is written would be
// taken for it. Any other suffix says nothing.
Result<std::string> defaultFormat(const std::string& command, const std::string& output)
{
    const std::size_t dot = output.rfind('.');
    const std::string suffix = dot == std::string::npos ? std::string() : output.substr(dot + 1);
    if (report::findExport(command, suffix))
        return suffix;
    bool ofOthers = false;
    for (const report::ExportRow& row : report::exportRows()) {
        if (row.command == command && row.suffix == suffix)
            return std::string(row.format);
        ofOthers = ofOthers || row.suffix == suffix || row.format == suffix;
    }
    if (ofOthers)
        return tl::unexpected(Error{
            "usage", command == "freeze" ? "freeze writes an archive, not " + suffix + " as " + output + " says: name a .tar.gz"
                                         : command + " is not written as " + suffix + ", as " + output + " says; " +
                                               formatsOf(command) + ": name the file so, or say --format"});
    if (command == "report")
        return "pdf";
    if (command == "graph")
        return "svg";
    return "text";
}

// Which findings make a pipeline fail; the rule is app/pipeline/fail_on.h.
void addFailOn(CLI::App* sub, Arguments& arguments, const char* what)
{
    sub->add_option("--fail-on", arguments.failOn, what)->delimiter(',')->allow_extra_args(false)->type_name("WORDS");
}

// An option that takes one of a few words, which its help shows.
CLI::Option* addWord(CLI::App* sub, const char* flag, const std::vector<std::string>& words,
                     std::function<void(const std::string&)> take, const char* what)
{
    std::string shown;
    for (const std::string& word : words)
        shown += (shown.empty() ? "" : "|") + word;
    return sub->add_option_function<std::string>(flag, std::move(take), what)
        ->type_name(shown)
        ->check(CLI::IsMember(words).description(""));
}

// How sources are read; of every command that takes them.
void addImportOptions(CLI::App* sub, Arguments& arguments)
{
    sub->add_option("--as-of", arguments.asOf, "judge ages as of this time, e.g. 2026-11-21T00:00:00Z (default: now)");
    addWord(
        sub, "--scope", {"auto", "complete", "partial"},
        [&arguments](const std::string& word) {
            arguments.scope = word == "complete"  ? importers::ScopeMode::complete
                              : word == "partial" ? importers::ScopeMode::partial
                                                  : importers::ScopeMode::automatic;
        },
        "whether the sources hold the whole system or a part of it (default: auto, by what they hold)");
    sub->add_option("--variant", arguments.variant, "the deployable to review where several conflict")->type_name("PATH");
}

void addRunOptions(CLI::App* sub, Arguments& arguments)
{
    sub->add_option("--jobs", arguments.jobs, "threads for importing (default: all)");
    sub->add_flag("--quiet", arguments.quiet, "nothing on standard error but errors");
    sub->add_flag("--no-progress", arguments.noProgress, "no progress on standard error");
    sub->add_flag("--progress-lines", arguments.progressLines,
                  "progress on standard error as lines of a step, a tabulator and per cent");
}

void addSources(CLI::App* sub, Arguments& arguments)
{
    sub->add_option("SOURCE", arguments.sources, "file, folder, archive or .bartizan review")->required();
}

void addDiffOptions(CLI::App* sub, Arguments& arguments)
{
    sub->add_option("OLD", arguments.earlier, "the earlier state: file, folder, archive or .bartizan review")->required();
    sub->add_option("NEW", arguments.sources, "the later state, whose review counts; else that of OLD")->required()->expected(1);
    addFailOn(sub, arguments,
              "exit 1 when a finding of one of these WORDS is new or worse: a severity means that one or worse; a layer; a rule; "
              "'any' or 'new' for every finding");
}

void addAssessOptions(CLI::App* sub, Arguments& arguments)
{
    sub->add_flag("--summary", arguments.summary, "the first screen only, in at most 20 lines (text)");
    sub->add_option("--baseline", arguments.baseline,
                    "say what is new or worse since FILE, and fail for nothing else: an earlier output of `assess --format "
                    "json`, a .bartizan review (known is what it decided), or earlier manifests")
        ->type_name("FILE");
    addFailOn(
        sub, arguments,
        "exit 1 when a finding has one of these WORDS: a severity means that one or worse; a layer; a rule; 'any' for every "
        "finding. 'new' (with --baseline) keeps of them what is new or worse: 'new,high' is new or worse, and high or "
        "critical; 'new' alone is anything new or worse. Decided findings never fail, nor what only an inferred "
        "sensitivity asks for, nor what cannot be compared");
}

// Words are checked at once, names when the system is read.
void addConnectivityOptions(CLI::App* sub, Arguments& arguments)
{
    report::ConnectivityQuestion& question = arguments.question;
    CLI::Option* explain = sub->add_option_function<std::vector<std::string>>(
        "--explain",
        [&question](const std::vector<std::string>& ends) { question.from = ends.front(), question.to = ends.back(); },
        "why SRC may reach DST, or why not (text, json): a workload as namespace/name[Kind], namespace/name or name; an address, "
        "range or block as ip:10.0.0.1, ip:10.0.0.1-10.0.0.9 or 10.0.0.0/8; internet; as SRC ingress-controller");
    explain->expected(2)->allow_extra_args(false)->type_name("SRC DST");
    CLI::Option* against = sub->add_option("--against", arguments.earlier, "what differs from this earlier state of the system");
    against->type_name("OLD")->excludes(explain);
    sub->add_option("--workload", question.workloads, "only what this workload reaches or is reached by (may be repeated)")
        ->type_name("NAME")
        ->allow_extra_args(false)
        ->excludes(explain);
    addWord(
        sub, "--direction", {"ingress", "egress"},
        [&question](const std::string& word) {
            question.direction = word == "ingress" ? connectivity::Direction::ingress : connectivity::Direction::egress;
        },
        "only into workloads (ingress) or out of them (egress)")
        ->excludes(explain);
    sub->add_option_function<std::string>(
           "--port",
           [&question](const std::string& text) {
               const auto ports = report::portsNamed(text);
               if (!ports)
                   throw CLI::ValidationError(ports.error().message);
               question.ports = *ports;
           },
           "only these ports: TCP:8080, UDP:53, TCP:8000-8999, SCTP")
        ->type_name("PORT");
    sub->add_flag("--exposure", question.exposure,
                  "text: also what any pod, addresses outside and pods that are not there yet may do (JSON and CSV always say)")
        ->excludes(explain);
    addWord(
        sub, "--networks", {"pod", "all"}, [&question](const std::string& word) { question.severalNetworks = word == "all"; },
        "all: user-defined networks and attachments too (default); pod: only the cluster's own network");
}

void addPathsOptions(CLI::App* sub, Arguments& arguments)
{
    sub->add_flag("--unauthenticated", arguments.unauthenticated, "only direct paths with no check shown on them");
    sub->add_option("--to", arguments.to, "only paths to this workload (id, namespace/name or name)");
    sub->add_option("--from", arguments.from, "only paths through this entry or workload");
}

void addReportOptions(CLI::App* sub, Arguments& arguments)
{
    const auto text = [&](const char* flag, const char* name, const char* what) {
        sub->add_option_function<std::string>(
            flag, [&arguments, name](const std::string& value) { arguments.report[name] = value; }, what);
    };
    std::string sections;
    for (const report::SectionRow& row : report::sectionRows())
        sections += (sections.empty() ? "" : ", ") + std::string(row.id);
    text("--title", "title", "what the system is called (default: the names of its sources)");
    text("--classification", "classification", "what stands in every foot (default: Confidential)");
    text("--sections", "sections", ("only these, in the report's order, with commas: " + sections).c_str());
    text("--owner", "owner", "only what concerns the services of this owner; no other owner's services are named");
    sub->add_flag_callback(
        "--all-services", [&arguments] { arguments.report["services"] = "all"; },
        "a page for each service, not only confidential and restricted ones");
    sub->add_flag_callback(
        "--all-findings", [&arguments] { arguments.report["findings"] = "all"; },
        ("each finding in full; otherwise most of them are rows where there are more than " + std::to_string(report::mostInFull))
            .c_str());
    sub->add_flag_callback(
        "--redact", [&arguments] { arguments.report["redact"] = "yes"; },
        "names become pseudonyms, made with the salt of the review; nothing is quoted from files");
}

// Taken by `freeze` too, which says why it refuses it (freeze.cpp).
void addReportBaseline(CLI::App* sub, Arguments& arguments, bool offered)
{
    CLI::Option* baseline =
        sub->add_option("--baseline", arguments.baseline,
                        "say what is new, worse and gone since FILE: an earlier output of `assess --format json`, a .bartizan "
                        "review (known is what it decided), or earlier manifests");
    baseline->type_name("FILE");
    if (!offered)
        baseline->group("");
}

void addOptions(CLI::App* sub, const CommandText& command, Arguments& arguments)
{
    const std::string_view name = command.name;
    if (name == "verify") {
        sub->add_option("ARCHIVE", arguments.sources, "what `freeze` wrote")->required()->expected(1);
        sub->add_option("--sources", arguments.sourcesFolder,
                        "the folder in which the inputs stand now (default: where they stood)")
            ->type_name("DIR");
        addRunOptions(sub, arguments);
        return;
    }
    if (command.kind != CommandText::frozen)
        sub->add_option("--format", arguments.format, formatsOf(command.name));
    CLI::Option* output = sub->add_option("-o,--output", arguments.output, "write to FILE instead of standard output");
    if (name == "freeze")
        output->required()->description("the archive to write, a .tar.gz; - for standard output");
    if (command.kind == CommandText::table)
        return;
    if (name == "diff")
        addDiffOptions(sub, arguments);
    else
        addSources(sub, arguments);
    addImportOptions(sub, arguments);
    addRunOptions(sub, arguments);
    if (name == "assess")
        addAssessOptions(sub, arguments);
    if (name == "followups")
        sub->add_option("--owner", arguments.owner, "only this owner's; 'no owner named' for what nobody owns");
    if (name == "connectivity")
        addConnectivityOptions(sub, arguments);
    if (name == "paths")
        addPathsOptions(sub, arguments);
    if (name == "report" || name == "freeze") {
        addReportOptions(sub, arguments);
        addReportBaseline(sub, arguments, name == "report");
    }
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
    app.footer("Exit codes: 0 done, 1 --fail-on holds or verify finds a difference, 2 wrong usage or an output "
               "that cannot be opened, 3 nothing usable imported or inputs not found, 4 internal error.");
    for (const CommandText& command : commands)
        addOptions(app.add_subcommand(command.name, command.what), command, arguments);
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
            arguments.needsSources = command.kind != CommandText::table;
    const CLI::Option* format = chosen->get_option_no_throw("--format");
    if (!format || format->count() == 0) {
        auto chosenFormat = defaultFormat(arguments.command, arguments.output);
        if (!chosenFormat)
            return tl::unexpected(chosenFormat.error());
        arguments.format = std::move(*chosenFormat);
    }
    if (arguments.question.explains() && (arguments.format == "csv" || arguments.format == "dot"))
        return tl::unexpected(Error{"usage", "--explain is written as text or JSON; leave --format out, or take json"});
    if (arguments.command == "freeze")
        arguments.report.try_emplace("format", "pdf");
    const bool asksNew = std::find(arguments.failOn.begin(), arguments.failOn.end(), "new") != arguments.failOn.end();
    if (asksNew && arguments.command == "assess" && arguments.baseline.empty())
        return tl::unexpected(Error{"usage",
                                    "--fail-on new needs what was there before: add --baseline FILE (an earlier output of "
                                    "`bartizan-cli assess --format json`, a review, or the earlier manifests)"});
    if (!arguments.asOf.empty() && !app::isTime(arguments.asOf))
        return tl::unexpected(Error{"usage", "--as-of takes a UTC time such as 2026-11-21T00:00:00Z"});
    return arguments;
}

} // namespace bartizan::cli
