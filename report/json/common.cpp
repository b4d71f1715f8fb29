// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json/common.h"

#include "report/facts.h"

#include <algorithm>

namespace bartizan::report {

namespace {

const char* stateOf(ScopeState state)
{
    switch (state) {
    case ScopeState::read:
        return "read";
    case ScopeState::refused:
        return "refused";
    case ScopeState::notAsked:
        return "notAsked";
    }
    return "notAsked";
}

const char* kindOf(Deployable::Kind kind)
{
    switch (kind) {
    case Deployable::Kind::rendered:
        return "rendered";
    case Deployable::Kind::kustomization:
        return "kustomization";
    case Deployable::Kind::chart:
        return "chart";
    case Deployable::Kind::folder:
        return "folder";
    case Deployable::Kind::snapshot:
        return "snapshot";
    }
    return "folder";
}

void writeScope(JsonPen& pen, const Scope& scope)
{
    pen.key("scope").open();
    pen.member("mode", scope.mode);
    pen.list("kinds", scope.entries, [&](const ScopeEntry& entry) {
        pen.open();
        pen.member("kind", entry.kind);
        pen.member("namespace", entry.ns);
        pen.member("state", stateOf(entry.state));
        pen.member("source", entry.source);
        pen.close();
    });
    pen.close();
}

} // namespace

void openOutput(JsonPen& pen, const ReportInput& input, std::string_view command, const std::vector<Assumption>* assumptions)
{
    const Inventory& inventory = input.model.inventory;
    pen.open();
    pen.member("schema", "bartizan/" + std::string(command) + "/1");
    pen.member("version", programVersion);
    if (input.posture)
        pen.member("asOf", input.posture->asOf);
    writeScope(pen, inventory.scope);
    pen.list("variants", inventory.deployables, [&](const Deployable& deployable) {
        pen.open();
        pen.member("path", deployable.path);
        pen.member("kind", kindOf(deployable.kind));
        pen.member("reviewed", deployable.reviewed);
        pen.member("example", deployable.example);
        pen.close();
    });
    pen.key("assumptions").openList();
    if (!assumptions && input.posture)
        assumptions = &input.posture->assumptions;
    if (assumptions) {
        for (const Assumption& assumption : *assumptions) {
            pen.open();
            pen.member("id", assumption.id);
            pen.member("sentence", assumption.sentence);
            pen.member("settledBy", assumption.settledBy);
            pen.member("verdicts", assumption.restsOn);
            pen.close();
        }
    }
    pen.closeList();
    pen.key("problems").openList();
    for (const Problem* problem : problemsOf(input))
        writeProblem(pen, inventory, *problem);
    pen.closeList();
}

void writeProblem(JsonPen& pen, const Inventory& inventory, const Problem& problem)
{
    pen.open();
    pen.member("severity", problemWord(problem.severity));
    pen.member("id", problem.id);
    pen.member("message", problem.message);
    pen.key("evidence").openList();
    if (problem.evidence.valid())
        writeEvidence(pen, inventory, problem.evidence);
    for (const Evidence& also : problem.also)
        writeEvidence(pen, inventory, also);
    pen.closeList();
    pen.close();
}

void writeObject(JsonPen& pen, const Object& object)
{
    pen.key("object").open();
    pen.member("apiVersion", apiVersionOf(object));
    pen.member("kind", object.identity.kind);
    pen.member("namespace", object.identity.ns);
    pen.member("name", object.identity.name);
    pen.close();
}

void writeEvidence(JsonPen& pen, const Inventory& inventory, const Evidence& evidence)
{
    pen.open();
    if (evidence.file.valid() && evidence.file.pos() < inventory.files.size()) {
        const SourceFile& file = inventory.files[evidence.file.pos()];
        pen.member("source", file.source.valid() ? static_cast<std::int64_t>(file.source.value) : 0);
        pen.member("file", file.path);
    }
    if (evidence.document > 0)
        pen.member("document", evidence.document);
    if (evidence.line > 0) {
        pen.member("line", evidence.line);
        pen.member("lastLine", std::max(evidence.line, evidence.lastLine));
        pen.member("column", std::max(1u, evidence.column));
    }
    pen.member("pointer", evidence.pointer());
    if (evidence.object.valid() && evidence.object.pos() < inventory.objects.size()) {
        const Object& object = inventory.object(evidence.object);
        writeObject(pen, object);
    }
    pen.member("text", evidence.text());
    pen.close();
}

void writeOneOrNone(JsonPen& pen, const Inventory& inventory, const Evidence& evidence, std::string_view key)
{
    pen.key(key).openList();
    if (evidence.valid())
        writeEvidence(pen, inventory, evidence);
    pen.closeList();
}

void writeEvidenceList(JsonPen& pen, const Inventory& inventory, std::string_view key, const std::vector<Evidence>& list)
{
    pen.list(key, list, [&](const Evidence& evidence) { writeEvidence(pen, inventory, evidence); });
}

void writeVerdictMembers(JsonPen& pen, const ReportInput& input, const LayerVerdict& verdict)
{
    const Inventory& inventory = input.model.inventory;
    pen.member("verdict", verdictWord(verdict.verdict));
    pen.member("basis", basisWord(verdict.basis));
    pen.member("rule", verdict.rule);
    pen.member("reason", verdict.reason);
    pen.member("within", verdict.within);
    pen.list("facets", verdict.facets, [&](const Facet& facet) {
        pen.open();
        pen.member("name", facet.name);
        pen.member("verdict", verdictWord(facet.verdict));
        pen.member("reason", facet.reason);
        writeEvidenceList(pen, inventory, "evidence", facet.evidence);
        pen.close();
    });
    writeEvidenceList(pen, inventory, "evidence", verdict.evidence);
    writeNearMisses(pen, inventory, verdict.nearMisses);
    pen.list("settledBy", verdict.settledBy, [&](const SettledBy& settled) {
        pen.open();
        pen.member("input", settled.input);
        pen.member("command", settled.command);
        pen.close();
    });
    pen.texts("assumptions", verdict.assumptions);
    const RuleText* rule = input.catalogue.rule(verdict.rule);
    pen.texts("controls", rule ? rule->controls : std::vector<std::string>());
}

void writeNearMisses(JsonPen& pen, const Inventory& inventory, const std::vector<NearMiss>& misses)
{
    pen.list("nearMisses", misses, [&](const NearMiss& miss) {
        pen.open();
        pen.member("sentence", miss.sentence);
        writeOneOrNone(pen, inventory, miss.evidence);
        pen.close();
    });
}

void writeVerdict(JsonPen& pen, const ReportInput& input, const LayerVerdict& verdict)
{
    pen.open();
    writeVerdictMembers(pen, input, verdict);
    pen.close();
}

void writeSources(JsonPen& pen, const Inventory& inventory)
{
    std::size_t index = 0;
    pen.list("sources", inventory.sources, [&](const Source& source) {
        pen.open();
        pen.member("path", source.path);
        pen.member("format", source.format);
        pen.member("sha256", source.sha256);
        pen.member("bytes", source.bytes);
        pen.member("documents", source.documents);
        pen.member("objects", source.objects);
        pen.key("files").openList();
        for (const SourceFile& file : inventory.files) {
            if (!file.source.valid() || file.source.pos() != index)
                continue;
            pen.open();
            pen.member("path", file.path);
            pen.member("format", file.format);
            pen.member("sha256", file.sha256);
            pen.member("bytes", file.bytes);
            pen.member("documents", file.documents);
            pen.member("objects", file.objects);
            pen.close();
        }
        pen.closeList();
        pen.close();
        ++index;
    });
}

void writeCounts(JsonPen& pen, const RequiredCounts& counts)
{
    pen.key("required").open();
    pen.member("required", counts.required);
    pen.member("present", counts.present);
    pen.member("partial", counts.partial);
    pen.member("missing", counts.missing);
    pen.member("unknown", counts.unknown);
    pen.close();
}

} // namespace bartizan::report
