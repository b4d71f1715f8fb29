// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/refusal.h"

#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/object.h"
#include "importers/kubernetes/value.h"
#include "importers/kubernetes/words.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

// As the API names resources: lower case, English plural.
std::string pluralOf(std::string_view kind)
{
    std::string word = lowered(kind);
    if (word.ends_with("endpoints") || word.ends_with("metrics"))
        return word;
    if (word.ends_with("s") || word.ends_with("x") || word.ends_with("ch"))
        return word + "es";
    if (word.ends_with("y") && word.size() > 1 && std::string_view("aeiou").find(word[word.size() - 2]) == std::string_view::npos)
        return word.substr(0, word.size() - 1) + "ies";
    return word + "s";
}

// The word in quotes after `before`; "" when there is none.
std::string_view quotedAfter(std::string_view text, std::string_view before)
{
    const std::size_t at = text.find(before);
    if (at == std::string_view::npos)
        return {};
    const std::string_view rest = text.substr(at + before.size());
    return rest.substr(0, rest.find('"'));
}

// Only names as the API writes them get into the model.
bool resourceName(std::string_view text)
{
    return isDnsName(text) && text.size() < 128;
}

std::string namespaceOf(std::string_view message)
{
    const std::string_view ns = quotedAfter(message, "in the namespace \"");
    return isDnsName(ns) ? std::string(ns) : std::string("*");
}

void addRefused(Inventory& out, std::string kind, std::string ns, std::string source)
{
    const auto same = [&](const ScopeEntry& entry) {
        return entry.state == ScopeState::refused && entry.kind == kind && entry.ns == ns;
    };
    if (std::none_of(out.scope.entries.begin(), out.scope.entries.end(), same))
        out.scope.entries.push_back({std::move(kind), std::move(ns), ScopeState::refused, std::move(source)});
}

} // namespace

std::string kindOfResource(std::string_view group, std::string_view resource)
{
    for (const KindRow& row : kindRows()) {
        if (row.group == group && pluralOf(row.kind) == resource)
            return qualifiedKind(row.group, row.kind);
    }
    return qualifiedKind(group, resource);
}

bool isKubernetesStatus(const Node& root)
{
    return isKubernetesObject(root) && root["kind"].text() == "Status" && root["apiVersion"].text() == "v1" && !root["spec"] &&
           root["status"].isString();
}

void importStatus(const Node& root, const Limits& limits, Inventory& out)
{
    if (root["status"].text() == "Success")
        return;
    const Node details = root["details"];
    const std::string_view resource = details["kind"].text(), group = details["group"].text();
    const std::int64_t code = root["code"].asInt().value_or(0);
    Problem problem;
    problem.severity = ProblemSeverity::note;
    problem.evidence = root.maskedEvidence();
    if (code == 403 && resourceName(resource) && (group.empty() || resourceName(group))) {
        addRefused(out, kindOfResource(group, resource), namespaceOf(root["message"].text()), "the API server refused it");
        problem.id = "refused";
        problem.message = "the API server refused to list this kind: objects of it are unknown; ask with an account that may "
                          "read it";
    } else {
        problem.severity = ProblemSeverity::warning;
        problem.id = "error-answer";
        problem.message = "expected objects, found an error that the API server answered" +
                          (code > 0 ? " (code " + std::to_string(code) + ")" : std::string()) +
                          "; export them again with an account that may read them";
    }
    addProblem(out, limits, std::move(problem));
}

bool importRefusalText(std::string_view text, FileId file, Inventory& out)
{
    constexpr std::string_view opening = "Error from server (Forbidden):";
    constexpr std::size_t maxRefusals = 2'000;
    bool found = false;
    std::uint32_t line = 0;
    std::size_t count = 0;
    for (std::size_t at = 0; at < text.size() && count < maxRefusals;) {
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string_view words = text.substr(at, std::min<std::size_t>(end - at, 2'000));
        at = end + 1;
        ++line;
        if (words.find(opening) == std::string_view::npos)
            continue;
        const std::string_view resource = quotedAfter(words, "cannot list resource \"");
        const std::string_view group = quotedAfter(words, "in API group \"");
        if (!resourceName(resource) || (!group.empty() && !resourceName(group)))
            continue;
        found = true;
        ++count;
        addRefused(out, kindOfResource(group, resource), namespaceOf(words), "kubectl's error output");
        Problem problem;
        problem.severity = ProblemSeverity::note;
        problem.id = "refused";
        problem.message = "the API server refused to list this kind: objects of it are unknown; ask with an account that may "
                          "read it";
        problem.evidence.file = file;
        problem.evidence.line = problem.evidence.lastLine = line;
        problem.evidence.column = 1;
        out.problems.push_back(std::move(problem));
    }
    return found;
}

std::optional<std::string> withoutDumpedLogs(std::string_view bytes)
{
    constexpr std::string_view start = "==== START logs for container ", stop = "==== END logs for container ";
    if (bytes.find(start) == std::string_view::npos)
        return std::nullopt;
    std::string result(bytes);
    std::string open; // "app of pod shop/cart ====": a log cannot end another container's section
    bool any = false;
    for (std::size_t at = 0; at < result.size();) {
        const std::size_t end = std::min(result.find('\n', at), result.size());
        const std::string_view line = std::string_view(result).substr(at, end - at);
        const bool inLogs = !open.empty() || line.substr(0, start.size()) == start;
        if (open.empty() && inLogs)
            open = line.substr(start.size());
        else if (line.substr(0, stop.size()) == stop && line.substr(stop.size()) == open)
            open.clear();
        any = any || inLogs;
        if (inLogs)
            std::fill(result.begin() + static_cast<std::ptrdiff_t>(at), result.begin() + static_cast<std::ptrdiff_t>(end), ' ');
        at = end + 1;
    }
    return any ? std::optional(std::move(result)) : std::nullopt;
}

} // namespace bartizan::importers
