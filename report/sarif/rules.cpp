// SPDX-License-Identifier: GPL-3.0-or-later
// What a SARIF run says before its results: rules with their help, the inputs with their digests, and how importing went.
#include "report/facts.h"
#include "report/markdown/pen.h"
#include "report/sarif/parts.h"

#include <algorithm>

namespace bartizan::report::sarif {

namespace {

std::string controlName(const Catalogue& catalogue, const std::string& id)
{
    const ControlText* control = catalogue.control(id);
    return control ? control->edition + " " + control->shortId + " " + control->title : id;
}

void writeHelp(JsonPen& pen, const Catalogue& catalogue, const RuleText& rule)
{
    const LayerText* layer = catalogue.layer(rule.layer);
    std::string text = messageText(rule.why);
    std::string mark = markdown(rule.why) + "\n";
    if (layer) {
        text += (text.empty() ? "" : "\n") + messageText("Layer: " + layer->title + ". " + layer->why);
        mark += "\n**Layer:** " + markdown(layer->title) + ". " + markdown(layer->why) + "\n";
    }
    if (!rule.fix.empty()) {
        text += "\nHow to fix: " + messageText(rule.fix);
        mark += "\n**How to fix:** " + markdown(rule.fix) + "\n";
    }
    if (!rule.controls.empty()) {
        text += "\nSupports evidence for:";
        mark += "\n**Supports evidence for:**\n\n";
        for (const std::string& id : rule.controls) {
            text += "\n- " + messageText(controlName(catalogue, id));
            mark += "- " + markdown(controlName(catalogue, id)) + "\n";
        }
    }
    pen.key("help").open();
    pen.member("text", text.empty() ? "See the finding's reason." : text);
    pen.member("markdown", mark);
    pen.close();
}

} // namespace

void writeRules(JsonPen& pen, const ReportInput& input, const RuleIndex& rules)
{
    pen.key("rules").openList();
    for (const auto& item : rules) {
        const std::string& id = item.first;
        RuleText bare;
        bare.id = bare.title = id;
        const RuleText* known = input.catalogue.rule(id);
        const RuleText& rule = known ? *known : bare;
        FindingSeverity worst = FindingSeverity::info;
        for (const Finding& finding : input.posture->findings)
            if (finding.rule == id)
                worst = std::min(worst, finding.severity);
        pen.open();
        pen.member("id", id);
        writeMessage(pen, "shortDescription", rule.title);
        writeMessage(pen, "fullDescription", rule.why.empty() ? rule.title : rule.why);
        writeHelp(pen, input.catalogue, rule);
        pen.key("defaultConfiguration").open();
        pen.member("level", sarif::levelOf(worst));
        pen.member("rank", rankOf(worst));
        pen.close();
        pen.key("properties").open();
        std::vector<std::string> tags = {"security"};
        if (!rule.layer.empty())
            tags.push_back(rule.layer);
        for (const std::string& control : rule.controls)
            tags.push_back("supports-evidence-for:" + control);
        pen.texts("tags", tags);
        pen.member("security-severity", scoreOf(worst));
        pen.close();
        pen.close();
    }
    pen.closeList();
}

void writeArtifacts(JsonPen& pen, const Inventory& inventory)
{
    const auto hashes = [&pen](const std::string& digest) {
        if (digest.empty())
            return;
        pen.key("hashes").open();
        pen.member("sha-256", digest);
        pen.close();
    };
    pen.key("artifacts").openList();
    for (const SourceFile& file : inventory.files) {
        pen.open();
        Evidence whole;
        whole.file = FileId{static_cast<std::uint32_t>(&file - inventory.files.data())};
        writeArtifactLocation(pen, inventory, whole, "location");
        pen.texts("roles", std::vector<std::string>{"analysisTarget"});
        pen.member("length", file.bytes);
        hashes(file.sha256);
        pen.key("properties").open();
        pen.member("format", file.format);
        pen.close();
        pen.close();
    }
    for (const Source& source : inventory.sources) {
        pen.open();
        writeSourceArtifactLocation(pen, inventory, SourceId{static_cast<std::uint32_t>(&source - inventory.sources.data())},
                                    "location");
        writeMessage(pen, "description", "the source as given: " + source.format);
        if (source.format == "folder")
            pen.texts("roles", std::vector<std::string>{"directory"});
        hashes(source.sha256);
        pen.close();
    }
    pen.closeList();
}

void writeInvocation(JsonPen& pen, const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    const auto notify = [&](std::string_view id, const char* level, const std::string& message,
                            const std::vector<const Evidence*>& places) {
        pen.open();
        pen.key("descriptor").open();
        pen.member("id", id);
        pen.close();
        pen.member("level", level);
        writeMessage(pen, "message", message);
        if (!places.empty()) {
            pen.key("locations").openList();
            for (const Evidence* place : places)
                writeLocation(pen, inventory, {place});
            pen.closeList();
        }
        pen.close();
    };
    pen.key("invocations").openList();
    pen.open();
    pen.member("executionSuccessful", true);
    pen.key("toolExecutionNotifications").openList();
    for (const Problem* problem : problemsOf(input)) {
        std::vector<const Evidence*> places;
        if (problem->evidence.valid())
            places.push_back(&problem->evidence);
        for (const Evidence& also : problem->also)
            if (also.valid())
                places.push_back(&also);
        notify(problem->id, problemWord(problem->severity), problem->message, places);
    }
    for (const Unrecognised& item : inventory.unrecognised) {
        Evidence whole;
        whole.file = item.file;
        std::vector<const Evidence*> places;
        if (whole.valid())
            places.push_back(&whole);
        notify("unrecognised", "note", item.reason, places);
    }
    pen.closeList();
    pen.close();
    pen.closeList();
}

} // namespace bartizan::report::sarif
