// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/pipeline/baseline_output.h"

#include "app/json_shape.h"
#include "importers/document/json_reader.h"

#include <algorithm>
#include <array>
#include <set>

namespace bartizan::app {
namespace {

using document::Node;

constexpr std::string_view remedy = "; write a baseline with `bartizan-cli assess --format json -o baseline.json SOURCE...`";

const char* stateWord(ScopeState state)
{
    constexpr std::array<const char*, 3> words = {"read", "refused", "notAsked"};
    return words[static_cast<std::size_t>(state)];
}

// What earlier versions did not write: the API group of the kind that a workload's id names.
std::string kindOf(std::string_view id)
{
    const std::size_t open = id.rfind('[');
    if (open == std::string_view::npos || id.back() != ']')
        return {};
    const std::string kind(id.substr(open + 1, id.size() - open - 2));
    if (kind == "Deployment" || kind == "StatefulSet" || kind == "DaemonSet" || kind == "ReplicaSet")
        return kind + ".apps";
    if (kind == "Job" || kind == "CronJob")
        return kind + ".batch";
    return kind == "Pod" ? kind : std::string();
}

std::string namespaceOf(std::string_view id) // "cluster//namespace/name[Kind]"
{
    if (const std::size_t cluster = id.find("//"); cluster != std::string_view::npos)
        id.remove_prefix(cluster + 2);
    return std::string(id.substr(0, id.find('/')));
}

Scope readScope(JsonShape& shape, const Node& root)
{
    Scope scope;
    const Node node = shape.mapping(root, "scope");
    scope.mode = shape.text(node, "mode");
    for (const Node item : shape.list(node, "kinds")) {
        if (shape.error())
            break;
        scope.entries.push_back(
            {shape.text(item, "kind"), shape.text(item, "namespace"), shape.word<ScopeState>(item, "state", 2, stateWord), {}});
    }
    return scope;
}

JudgedService readService(JsonShape& shape, const Node& node)
{
    JudgedService service;
    service.object.id = shape.text(node, "id");
    service.object.ns = namespaceOf(service.object.id);
    service.object.kind = node["kind"].isString() ? node["kind"].string() : kindOf(service.object.id);
    const Node layers = shape.mapping(node, "layers");
    for (std::size_t i = 0; i < layerCount && !shape.error(); ++i) {
        const Node layer = shape.mapping(layers, layerId(static_cast<Layer>(i)));
        service.layers[i].verdict = shape.word<Verdict>(layer, "verdict", 4, verdictWord);
    }
    return service;
}

JudgedFinding readFinding(JsonShape& shape, const Node& node, const std::set<std::string>& services)
{
    JudgedFinding finding;
    finding.id = shape.text(node, "id");
    finding.layer = shape.text(node, "layer");
    finding.title = shape.text(node, "title");
    finding.severity = shape.word<FindingSeverity>(node, "severity", static_cast<int>(FindingSeverity::info), severityWord);
    finding.subjects = shape.texts(node, "subjects");
    finding.services = node["workloads"] ? shape.texts(node, "workloads") : finding.subjects;
    std::erase_if(finding.services, [&](const std::string& id) { return services.count(id) == 0; });
    const Node object = node["cause"].at(0)["object"];
    if (object.isMapping()) {
        const std::string version = shape.text(object, "apiVersion");
        const std::size_t slash = version.find('/');
        finding.cause.kind = shape.text(object, "kind") + (slash == std::string::npos ? "" : "." + version.substr(0, slash));
        finding.cause.ns = shape.text(object, "namespace");
    }
    return finding;
}

BaselineOutput readRoot(JsonShape& shape, const Node& root)
{
    BaselineOutput output;
    output.version = root["version"].string();
    JudgedState& state = output.state;
    state.asOf = shape.text(root, "asOf");
    state.scope = readScope(shape, root);
    std::set<std::string> services;
    for (const Node node : shape.list(root, "workloads")) {
        if (shape.error())
            return output;
        state.services.push_back(readService(shape, node));
        if (!services.insert(state.services.back().object.id).second)
            shape.expected("each workload once", root, node);
    }
    std::set<std::string> ids;
    for (const Node node : shape.list(root, "findings")) {
        if (shape.error())
            return output;
        state.findings.push_back(readFinding(shape, node, services));
        state.findings.back().index = state.findings.size() - 1;
        if (!ids.insert(state.findings.back().id).second)
            shape.expected("each finding once", root, node);
    }
    for (const char* list : {"entries", "routes"})
        for (const Node node : root[list])
            state.ways.push_back(node["id"].string());
    std::sort(state.ways.begin(), state.ways.end());
    std::sort(state.services.begin(), state.services.end(),
              [](const JudgedService& a, const JudgedService& b) { return a.object.id < b.object.id; });
    std::sort(state.findings.begin(), state.findings.end(),
              [](const JudgedFinding& a, const JudgedFinding& b) { return a.id < b.id; });
    return output;
}

} // namespace

Limits baselineLimits()
{
    Limits limits;
    limits.fileBytes = std::size_t{512} << 20; // a snapshot of 10,000 pods gives 143 MB
    limits.documents = 1;
    limits.depth = 40; // the schema needs 10
    limits.scalarBytes = std::size_t{1} << 20;
    limits.problemsPerFile = 5;
    return limits;
}

bool looksLikeOutput(std::string_view bytes)
{
    if (bytes.starts_with("\xEF\xBB\xBF"))
        bytes.remove_prefix(3);
    const std::size_t first = bytes.find_first_not_of(" \t\r\n");
    return first != std::string_view::npos && bytes[first] == '{' && bytes.find("\"bartizan/") != std::string_view::npos;
}

Result<BaselineOutput> readBaselineOutput(std::string bytes, const std::string& name, const Limits& limits)
{
    JsonShape shape(name, "baseline-shape", std::string(remedy));
    const auto fail = [&](const char* id, const std::string& message, std::uint32_t line) {
        return tl::unexpected(shape.fail(id, message, line));
    };
    if (bytes.size() > limits.fileBytes)
        return fail("baseline-syntax", "expected a smaller file than this, which is not read", 1);
    const document::ReadResult result = document::readJson(document::FileText::make(name, std::move(bytes)), limits);
    for (const Problem& problem : result.problems)
        return fail("baseline-syntax", "expected the JSON of `assess`: " + problem.message, problem.evidence.line);
    if (result.documents.size() != 1)
        return fail("baseline-syntax", "expected one JSON object, found none", 1);
    const Node root = result.documents.front().root();
    const std::string_view schema = root["schema"].text();
    if (!schema.starts_with("bartizan/"))
        return fail("baseline-foreign", "expected an output of this program, found other JSON", root.line());
    if (schema.starts_with("bartizan/assess/") && schema != "bartizan/assess/1")
        return fail("baseline-other", "expected what this version writes, found the output of a newer one",
                    root["schema"].line());
    if (schema != "bartizan/assess/1")
        return fail("baseline-other", "expected the output of `assess`, found that of another command", root["schema"].line());
    BaselineOutput output = readRoot(shape, root);
    if (shape.error())
        return tl::unexpected(*shape.error());
    return output;
}

} // namespace bartizan::app
