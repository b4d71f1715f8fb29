// SPDX-License-Identifier: GPL-3.0-or-later
// `paths`: direct, relayed and lateral paths, with the layers that act on each hop.
#include "report/exports.h"
#include "report/json/common.h"

namespace bartizan::report {

namespace {

bool names(const std::string& selector, const Workload& workload)
{
    return selector.empty() || selector == workload.id || selector == workload.name ||
           selector == workload.ns + "/" + workload.name;
}

} // namespace

std::vector<const Path*> selectedPaths(const ReportInput& input)
{
    std::vector<const Path*> paths;
    const Architecture& architecture = input.model.architecture;
    for (const Path& path : input.posture->paths) {
        if (input.unauthenticatedOnly && (path.kind != PathKind::direct || path.authenticated == Verdict::present ||
                                          path.authenticated == Verdict::notApplicable))
            continue;
        if (!input.to.empty() && (!path.target.valid() || !names(input.to, architecture.workload(path.target))))
            continue;
        if (!input.from.empty()) {
            bool starts = path.entry.valid() && architecture.entries[path.entry.pos()].id == input.from;
            for (const Hop& hop : path.hops)
                starts = starts || (hop.fromWorkload.valid() && names(input.from, architecture.workload(hop.fromWorkload)));
            if (!starts)
                continue;
        }
        paths.push_back(&path);
    }
    return paths;
}

void writePaths(JsonPen& pen, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const auto layers = [&pen](std::string_view key, const std::vector<Layer>& list) {
        pen.list(key, list, [&pen](Layer layer) { pen.text(layerId(layer)); });
    };
    pen.list("paths", selectedPaths(input), [&](const Path* path) {
        pen.open();
        pen.member("id", path->id);
        pen.member("kind", pathWord(path->kind));
        pen.member("entry", path->entry.valid() ? architecture.entries[path->entry.pos()].id : std::string());
        pen.member("reach", path->entry.valid() ? toWord(architecture.entries[path->entry.pos()].reach) : "");
        pen.member("route", path->route.valid() ? architecture.routes[path->route.pos()].id : std::string());
        pen.member("target", path->target.valid() ? architecture.workload(path->target).id : std::string());
        pen.member("steps", path->steps);
        pen.member("authenticated", verdictWord(path->authenticated));
        pen.member("authenticatedAt", path->authenticatedAt);
        pen.list("hops", path->hops, [&](const Hop& hop) {
            pen.open();
            pen.member("from", hop.from);
            pen.member("to", hop.to);
            pen.member("via", hop.via);
            pen.key("layers").open();
            for (const auto& [layer, verdict] : hop.layers)
                pen.member(layerId(layer), verdictWord(verdict));
            pen.close();
            writeEvidenceList(pen, input.model.inventory, "evidence", hop.evidence);
            pen.close();
        });
        layers("stops", path->stops);
        layers("limits", path->limits);
        pen.close();
    });
    pen.member("bound", input.posture->pathBound);
    pen.member("truncated", input.posture->pathsTruncated);
}

Result<std::string> pathsJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "paths");
    writePaths(pen, input);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
