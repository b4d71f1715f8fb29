// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/judged_state.h"

#include <algorithm>
#include <tuple>

namespace bartizan {
namespace {

JudgedObject objectOf(const Inventory& inventory, std::string id, ObjectId object, std::string ns)
{
    JudgedObject result{std::move(id), {}, std::move(ns)};
    if (object.valid()) {
        const Identity& identity = inventory.object(object).identity;
        result.kind = identity.kind + (identity.group.empty() ? "" : "." + identity.group);
        result.ns = identity.ns;
    }
    return result;
}

Evidence evidenceOf(const LayerVerdict& verdict)
{
    for (const Evidence& evidence : verdict.evidence)
        if (evidence.valid())
            return evidence;
    for (const Facet& facet : verdict.facets)
        for (const Evidence& evidence : facet.evidence)
            if (evidence.valid())
                return evidence;
    return verdict.nearMisses.empty() ? Evidence() : verdict.nearMisses.front().evidence;
}

JudgedService serviceOf(const Model& model, const WorkloadPosture& posture)
{
    const Workload& workload = model.architecture.workload(posture.workload);
    JudgedService service;
    service.object = objectOf(model.inventory, workload.id, workload.object, workload.ns);
    service.name = workload.name;
    service.platform = workload.platform;
    service.sensitivity = workload.sensitivity;
    for (const ContainerUse& use : workload.containers)
        if (use.image.valid())
            service.images.push_back(model.architecture.images[use.image.pos()].written);
    std::sort(service.images.begin(), service.images.end());
    service.images.erase(std::unique(service.images.begin(), service.images.end()), service.images.end());
    for (std::size_t i = 0; i < layerCount; ++i) {
        const LayerVerdict& verdict = posture.layers[i];
        JudgedLayer& layer = service.layers[i];
        layer.verdict = verdict.verdict;
        layer.required = posture.required[i];
        layer.reason = verdict.reason;
        for (const Facet& facet : verdict.facets)
            layer.facets.emplace_back(facet.name, facet.verdict);
        layer.evidence = evidenceOf(verdict);
    }
    service.evidence = workload.evidence;
    return service;
}

JudgedFinding findingOf(const Model& model, const Finding& finding, std::size_t index)
{
    JudgedFinding result;
    result.id = finding.id;
    result.layer = finding.layer;
    result.title = finding.title;
    result.severity = finding.severity;
    result.subjects = finding.subjects;
    for (const WorkloadId workload : finding.workloads)
        result.services.push_back(model.architecture.workload(workload).id);
    std::sort(result.services.begin(), result.services.end());
    result.cause = objectOf(model.inventory, {}, finding.cause.valid() ? finding.cause.object : ObjectId(), {});
    result.evidence = finding.cause;
    if (!finding.cause.valid() && !finding.nearMisses.empty())
        result.evidence = finding.nearMisses.front().evidence;
    result.index = index;
    return result;
}

JudgedPath pathOf(const Model& model, const Path& path, std::size_t index)
{
    const Architecture& architecture = model.architecture;
    const auto workload = [&](WorkloadId id) {
        const Workload& w = architecture.workload(id);
        return objectOf(model.inventory, w.id, w.object, w.ns);
    };
    JudgedPath result;
    result.kind = path.kind;
    const Entry& entry = architecture.entries[path.entry.pos()];
    result.entry = entry.id;
    result.target = architecture.workload(path.target).id;
    result.isRequest = path.authenticated != Verdict::notApplicable;
    result.answer = path.answer;
    result.authenticatedAt = path.authenticatedAt;
    result.through.push_back(objectOf(model.inventory, entry.id, entry.object, {}));
    if (path.route.valid()) {
        const Route& route = architecture.routes[path.route.pos()];
        result.through.push_back(objectOf(model.inventory, route.id, route.evidence.object, {}));
    }
    for (const Hop& hop : path.hops) {
        if (hop.toWorkload.valid())
            result.through.push_back(workload(hop.toWorkload));
        for (const Evidence& evidence : hop.evidence)
            if (!result.evidence.valid())
                result.evidence = evidence;
    }
    result.index = index;
    return result;
}

int weakness(const JudgedPath& path) // 0 = weakest
{
    if (!path.isRequest)
        return 4;
    switch (path.answer) {
    case AuthAnswer::openShown:
    case AuthAnswer::noCheckInFront:
        return 0;
    case AuthAnswer::undecided:
        return 1;
    case AuthAnswer::openByDecision:
        return 2;
    case AuthAnswer::checkedAt:
        break;
    }
    return 3;
}

} // namespace

JudgedState judgedState(const Model& model, const Posture& posture)
{
    JudgedState state;
    state.scope = model.inventory.scope;
    state.asOf = posture.asOf;
    for (const SourceFile& file : model.inventory.files)
        state.files.push_back({model.inventory.sources[file.source.pos()].path, file.path, file.sha256});
    for (const WorkloadPosture& workload : posture.workloads)
        state.services.push_back(serviceOf(model, workload));
    for (std::size_t i = 0; i < posture.findings.size(); ++i)
        state.findings.push_back(findingOf(model, posture.findings[i], i));
    std::sort(state.findings.begin(), state.findings.end(),
              [](const JudgedFinding& a, const JudgedFinding& b) { return std::tie(a.id, a.index) < std::tie(b.id, b.index); });
    for (std::size_t i = 0; i < posture.paths.size(); ++i) {
        const Path& path = posture.paths[i];
        if (path.kind != PathKind::lateral && path.entry.valid() && path.target.valid())
            state.paths.push_back(pathOf(model, path, i));
    }
    std::sort(state.paths.begin(), state.paths.end(), [](const JudgedPath& a, const JudgedPath& b) {
        return std::tuple(a.kind, std::string_view(a.entry), std::string_view(a.target), weakness(a), a.index) <
               std::tuple(b.kind, std::string_view(b.entry), std::string_view(b.target), weakness(b), b.index);
    });
    for (const Entry& entry : model.architecture.entries)
        state.ways.push_back(entry.id);
    for (const Route& route : model.architecture.routes)
        state.ways.push_back(route.id);
    std::sort(state.ways.begin(), state.ways.end());
    state.pathsTruncated = posture.pathsTruncated;
    return state;
}

} // namespace bartizan
