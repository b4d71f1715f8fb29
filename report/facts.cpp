// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/facts.h"

#include <algorithm>
#include <set>

namespace bartizan::report {

const Decision* decisionOf(const ReportInput& input, const Finding& finding)
{
    if (!input.review)
        return nullptr;
    const auto row = input.review->decisions.find(finding.id);
    return row == input.review->decisions.end() ? nullptr : &row->second;
}

bool isDecided(const Finding& finding)
{
    return finding.state == FindingState::accepted || finding.state == FindingState::mitigated ||
           finding.state == FindingState::falsePositive;
}

std::string ownerOf(const Workload& workload)
{
    return workload.owner.empty() ? std::string(noOwner) : workload.owner;
}

std::vector<std::string> ownersOf(const Architecture& architecture, const Finding& finding)
{
    std::set<std::string> owners;
    bool unnamed = finding.workloads.empty();
    for (const WorkloadId id : finding.workloads) {
        const std::string& owner = architecture.workload(id).owner;
        unnamed = unnamed || owner.empty();
        if (!owner.empty())
            owners.insert(owner);
    }
    std::vector<std::string> list(owners.begin(), owners.end());
    if (unnamed)
        list.emplace_back(noOwner);
    return list;
}

std::string titleOf(const Finding& finding)
{
    return finding.ifSensitivity ? finding.title + " (" + finding.ifLevel + ")" : finding.title;
}

std::vector<const Evidence*> placesOf(const Finding& finding)
{
    std::vector<const Evidence*> places;
    if (finding.cause.valid())
        places.push_back(&finding.cause);
    for (const Evidence& evidence : finding.evidence)
        if (evidence.valid() && !(evidence == finding.cause))
            places.push_back(&evidence);
    return places;
}

const char* problemWord(ProblemSeverity severity)
{
    switch (severity) {
    case ProblemSeverity::error:
        return "error";
    case ProblemSeverity::warning:
        return "warning";
    case ProblemSeverity::note:
        break;
    }
    return "note";
}

std::vector<const Problem*> problemsOf(const ReportInput& input)
{
    std::vector<const Problem*> problems;
    const auto add = [&problems](const std::vector<Problem>& list) {
        for (const Problem& problem : list)
            problems.push_back(&problem);
    };
    add(input.model.inventory.problems);
    add(input.model.architecture.problems);
    if (input.posture)
        add(input.posture->problems);
    return problems;
}

std::string sourceName(const Inventory& inventory, const Evidence& evidence)
{
    if (!evidence.file.valid() || evidence.file.pos() >= inventory.files.size())
        return {};
    const SourceId source = inventory.files[evidence.file.pos()].source;
    return source.valid() && source.pos() < inventory.sources.size() ? inventory.sources[source.pos()].path : std::string();
}

std::vector<const Path*> pathsAbout(const ReportInput& input, const Finding& finding)
{
    // Only layers that stand on a way in are about paths; a missing limit or budget is about no way in particular.
    std::vector<const Path*> about;
    const LayerText* layer = input.catalogue.layer(finding.layer);
    const bool standsOnPaths = layer && layer->acts == "stops" && (layer->family == "perimeter" || layer->family == "identity");
    if (!standsOnPaths)
        return about;
    const Architecture& architecture = input.model.architecture;
    const auto names = [&finding](const std::string& id) {
        return std::find(finding.subjects.begin(), finding.subjects.end(), id) != finding.subjects.end();
    };
    for (const Path& path : input.posture->paths) {
        const bool open = path.authenticated != Verdict::present && path.authenticated != Verdict::notApplicable;
        if (path.kind == PathKind::lateral || !open)
            continue;
        const bool ends = path.target.valid() &&
                          std::find(finding.workloads.begin(), finding.workloads.end(), path.target) != finding.workloads.end();
        const bool starts = (path.entry.valid() && names(architecture.entries[path.entry.pos()].id)) ||
                            (path.route.valid() && names(architecture.routes[path.route.pos()].id));
        if (ends || starts)
            about.push_back(&path);
    }
    return about;
}

std::string entryOf(const Architecture& architecture, const Path& path)
{
    return path.entry.valid() ? architecture.entries[path.entry.pos()].id : std::string();
}

std::string targetOf(const Architecture& architecture, const Path& path)
{
    return path.target.valid() ? architecture.workload(path.target).id : std::string();
}

std::string placeText(const Inventory& inventory, const Evidence& evidence)
{
    if (!evidence.file.valid() || evidence.file.pos() >= inventory.files.size())
        return {};
    std::string text = inventory.files[evidence.file.pos()].path;
    if (evidence.line > 0) {
        text += ":" + std::to_string(evidence.line);
        if (evidence.lastLine > evidence.line)
            text += "-" + std::to_string(evidence.lastLine);
    }
    return text;
}

const char* tlsWord(TlsMode mode)
{
    switch (mode) {
    case TlsMode::none:
        return "none";
    case TlsMode::terminate:
        return "terminate";
    case TlsMode::passthrough:
        return "passthrough";
    case TlsMode::mutual:
        return "mutual";
    case TlsMode::optionalMutual:
        return "optionalMutual";
    case TlsMode::unknown:
        return "unknown";
    }
    return "unknown";
}

std::string joined(const std::vector<std::string>& parts, std::string_view between)
{
    std::string text;
    for (const std::string& part : parts) {
        if (&part != &parts.front())
            text += between;
        text += part;
    }
    return text;
}

} // namespace bartizan::report
