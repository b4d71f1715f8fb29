// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as SARIF 2.1.0 (OASIS): one rule a finding rule, one result a finding, stable fingerprints from the finding's
// id, locations from its evidence. Files are relative to their source; a finding without a line names its source.
#include "report/exports.h"
#include "report/json/common.h"

#include <algorithm>
#include <cstdio>
#include <map>
#include <set>

namespace bartizan::report {

namespace {

const char* levelOf(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
    case FindingSeverity::high:
        return "error";
    case FindingSeverity::medium:
        return "warning";
    case FindingSeverity::low:
    case FindingSeverity::info:
        return "note";
    }
    return "note";
}

const char* scoreOf(FindingSeverity severity) // the string score that code hosts sort by
{
    switch (severity) {
    case FindingSeverity::critical:
        return "9.5";
    case FindingSeverity::high:
        return "8.0";
    case FindingSeverity::medium:
        return "5.5";
    case FindingSeverity::low:
        return "3.0";
    case FindingSeverity::info:
        return "0.5";
    }
    return "0.5";
}

// RFC 3986 path: everything but unreserved characters and "/" is percent-encoded.
std::string uriPath(std::string_view path)
{
    std::string out;
    for (const char c : path) {
        const unsigned char u = static_cast<unsigned char>(c);
        const bool plain = (u >= 'a' && u <= 'z') || (u >= 'A' && u <= 'Z') || (u >= '0' && u <= '9') || u == '/' || u == '-' ||
                           u == '.' || u == '_' || u == '~';
        if (plain) {
            out += c;
        } else {
            char code[4];
            std::snprintf(code, sizeof code, "%%%02X", u);
            out += code;
        }
    }
    return out;
}

void writeLocation(JsonPen& pen, const Inventory& inventory, const Evidence& evidence, std::size_t id)
{
    const SourceFile& file = inventory.files[evidence.file.pos()];
    pen.open();
    pen.member("id", id);
    pen.key("physicalLocation").open();
    pen.key("artifactLocation").open();
    pen.member("uri", uriPath(file.path));
    pen.member("uriBaseId", "SOURCE" + std::to_string(file.source.valid() ? file.source.value : 0));
    pen.close();
    if (evidence.line > 0) {
        pen.key("region").open();
        pen.member("startLine", evidence.line);
        pen.member("endLine", std::max(evidence.line, evidence.lastLine));
        if (!evidence.text().empty()) {
            pen.key("snippet").open();
            pen.member("text", evidence.text());
            pen.close();
        }
        pen.close();
    }
    pen.close();
    if (evidence.object.valid()) {
        const Object& object = inventory.object(evidence.object);
        pen.key("logicalLocations").openList();
        pen.open();
        pen.member("fullyQualifiedName", displayName(object.identity));
        pen.member("kind", "object");
        pen.close();
        pen.closeList();
    }
    pen.close();
}

// SARIF 2.1.0, 3.27.24. What cannot be compared has no state. What is gone is no result: readers that do not know the
// state "absent" would show it as a finding.
void writeBaselineState(JsonPen& pen, const BaselineRow& row)
{
    if (row.known)
        pen.member("baselineState", row.state == BaselineState::unchanged ? "unchanged" : "updated");
    else if (row.state == BaselineState::added)
        pen.member("baselineState", "new");
}

} // namespace

Result<std::string> assessSarif(const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    const Posture& posture = *input.posture;
    std::map<std::string, std::size_t> ruleIndex;
    for (const Finding& finding : posture.findings)
        ruleIndex.emplace(finding.rule, 0);
    std::size_t next = 0;
    for (auto& [rule, index] : ruleIndex)
        index = next++;

    JsonPen pen;
    pen.open();
    pen.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    pen.member("version", "2.1.0");
    pen.key("runs").openList();
    pen.open();
    pen.key("tool").open();
    pen.key("driver").open();
    pen.member("name", "Bartizan");
    pen.member("semanticVersion", programVersion);
    pen.key("rules").openList();
    for (const auto& [id, index] : ruleIndex) {
        const RuleText* rule = input.catalogue.rule(id);
        pen.open();
        pen.member("id", id);
        pen.key("shortDescription").open();
        pen.member("text", rule ? rule->title : id);
        pen.close();
        if (rule && !rule->why.empty()) {
            pen.key("fullDescription").open();
            pen.member("text", rule->why);
            pen.close();
        }
        pen.key("help").open();
        pen.member("text", rule && !rule->fix.empty() ? "How to fix: " + rule->fix : "See the finding's reason.");
        pen.close();
        pen.key("properties").open();
        std::vector<std::string> tags = {"security"};
        if (rule) {
            tags.push_back(rule->layer);
            for (const std::string& control : rule->controls)
                tags.push_back("supports-evidence-for:" + control);
        }
        pen.texts("tags", tags);
        FindingSeverity worst = FindingSeverity::info;
        for (const Finding& finding : posture.findings)
            if (finding.rule == id)
                worst = std::min(worst, finding.severity);
        pen.member("security-severity", scoreOf(worst));
        pen.close();
        pen.close();
    }
    pen.closeList();
    pen.close();
    pen.close();
    pen.key("originalUriBaseIds").open();
    for (std::size_t i = 0; i < inventory.sources.size(); ++i) {
        pen.key("SOURCE" + std::to_string(i)).open();
        pen.key("description").open();
        pen.member("text", "source " + inventory.sources[i].path);
        pen.close();
        pen.close();
    }
    pen.close();
    pen.key("invocations").openList();
    pen.open();
    pen.member("executionSuccessful", true);
    pen.close();
    pen.closeList();
    pen.key("results").openList();
    for (const Finding& finding : posture.findings) {
        std::vector<const Evidence*> places;
        if (finding.cause.valid())
            places.push_back(&finding.cause);
        for (const Evidence& evidence : finding.evidence)
            if (evidence.valid() && !(evidence == finding.cause))
                places.push_back(&evidence);
        pen.open();
        pen.member("ruleId", finding.rule);
        pen.member("ruleIndex", ruleIndex[finding.rule]);
        pen.member("level", levelOf(finding.severity));
        if (input.since)
            writeBaselineState(pen, input.since->rows[static_cast<std::size_t>(&finding - posture.findings.data())]);
        pen.key("message").open();
        std::string message = finding.title + ". " + finding.reason;
        if (!finding.within.empty())
            message += " Searched: " + finding.within + ".";
        for (const NearMiss& miss : finding.nearMisses)
            message += " Nearest miss: " + miss.sentence + ".";
        pen.member("text", message);
        pen.close();
        pen.key("locations").openList();
        if (!places.empty())
            writeLocation(pen, inventory, *places.front(), 0);
        pen.closeList();
        pen.key("relatedLocations").openList();
        for (std::size_t i = 1; i < places.size() && i < 50; ++i)
            writeLocation(pen, inventory, *places[i], i);
        pen.closeList();
        pen.key("partialFingerprints").open();
        pen.member("bartizanFinding/v1", finding.id);
        pen.close();
        pen.key("properties").open();
        pen.member("severity", severityWord(finding.severity));
        pen.member("layer", finding.layer);
        pen.texts("subjects", finding.subjects);
        pen.close();
        pen.close();
    }
    pen.closeList();
    pen.member("columnKind", "unicodeCodePoints");
    pen.close();
    pen.closeList();
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
