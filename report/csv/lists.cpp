// SPDX-License-Identifier: GPL-3.0-or-later
// `routes`, `layers` and `paths` as CSV: one row a way in or route, a workload and layer, a path.
#include "report/csv/writer.h"
#include "report/exports.h"
#include "report/facts.h"
#include "report/json/common.h"

namespace bartizan::report {

namespace {

std::string backendName(const Architecture& architecture, const RouteBackend& backend)
{
    std::string name = backend.service.valid() ? architecture.service(backend.service).id : backend.ns + "/" + backend.name;
    if (!backend.port.empty())
        name += ":" + backend.port;
    return backend.unresolved.empty() ? name : name + " (" + backend.unresolved + ")";
}

std::vector<std::string> ids(const Architecture& architecture, const std::vector<WorkloadId>& workloads)
{
    std::vector<std::string> list;
    for (const WorkloadId id : workloads)
        list.push_back(architecture.workload(id).id);
    return list;
}

} // namespace

Result<std::string> routesCsv(const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Inventory& inventory = input.model.inventory;
    CsvPen pen({"what",          "id",           "entries",        "reach",  "gateway",    "dialect",        "hosts",
                "path type",     "path",         "methods",        "port",   "backends",   "workloads",      "audience",
                "tls",           "tls upstream", "redirects http", "answer", "checked at", "authentication", "second factor",
                "authorization", "abuse",        "accepted",       "file",   "line"});
    const auto place = [&](const Evidence& evidence) {
        pen.text(evidence.valid() ? inventory.files[evidence.file.pos()].path : std::string());
        if (evidence.line > 0)
            pen.number(evidence.line);
        else
            pen.text("");
        pen.endRow();
    };
    for (const Entry& entry : architecture.entries) {
        pen.text("entry").text(entry.id).text(entry.id).text(toWord(entry.reach));
        pen.text(entry.gateway.valid() ? architecture.gateways[entry.gateway.pos()].id : std::string());
        pen.text(entry.kind).texts(entry.addresses).text("").text("").text("").number(entry.port);
        pen.text("").texts(ids(architecture, entry.workloads));
        for (int i = 0; i < 11; ++i)
            pen.text("");
        place(entry.evidence);
    }
    for (std::size_t i = 0; i < architecture.routes.size(); ++i) {
        const Route& route = architecture.routes[i];
        const RoutePosture& posture = input.posture->routes[i];
        std::vector<std::string> entries, reaches, backends;
        std::vector<WorkloadId> workloads;
        for (const EntryId id : route.entries) {
            entries.push_back(architecture.entries[id.pos()].id);
            reaches.emplace_back(toWord(architecture.entries[id.pos()].reach));
        }
        for (const RouteBackend& backend : route.backends) {
            backends.push_back(backendName(architecture, backend));
            workloads.insert(workloads.end(), backend.workloads.begin(), backend.workloads.end());
        }
        pen.text("route").text(route.id).texts(entries).texts(reaches);
        pen.text(route.gateway.valid() ? architecture.gateways[route.gateway.pos()].id : std::string());
        pen.text(route.dialect).texts(route.hosts).text(route.pathType).text(route.path).texts(route.methods).text("");
        pen.texts(backends).texts(ids(architecture, workloads));
        pen.text(route.audience.empty() ? "not stated" : route.audience).text(tlsWord(route.edgeTls));
        pen.text(route.upstreamTls.empty() ? "unknown" : route.upstreamTls).text(route.redirectsHttp ? "yes" : "no");
        pen.text(answerWord(posture.answer)).text(posture.checkedAt);
        for (const LayerVerdict* verdict :
             {&posture.authentication, &posture.secondFactor, &posture.authorization, &posture.abuse, &posture.accepted})
            pen.text(verdictWord(verdict->verdict));
        place(route.evidence);
    }
    return pen.finish();
}

Result<std::string> layersCsv(const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Inventory& inventory = input.model.inventory;
    CsvPen pen({"workload", "namespace", "name",    "kind",    "owner", "sensitivity", "platform", "reachable from outside",
                "layer",    "required",  "verdict", "basis",   "rule",  "reason",      "searched", "settled by",
                "command",  "file",      "line",    "evidence"});
    for (std::size_t i = 0; i < architecture.workloads.size(); ++i) {
        const Workload& workload = architecture.workloads[i];
        const WorkloadPosture& posture = input.posture->workloads[i];
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            const LayerVerdict& verdict = posture.layers[layer];
            std::vector<std::string> inputs, commands;
            for (const SettledBy& settled : verdict.settledBy) {
                inputs.push_back(settled.input);
                if (!settled.command.empty())
                    commands.push_back(settled.command);
            }
            const Evidence none;
            const Evidence& first = verdict.evidence.empty() ? none : verdict.evidence.front();
            pen.text(workload.id).text(workload.ns).text(workload.name).text(workload.kind).text(ownerOf(workload));
            pen.text(toWord(workload.sensitivity)).text(workload.platform ? "yes" : "no");
            pen.text(verdictWord(posture.reachable.verdict)).text(layerId(static_cast<Layer>(layer)));
            pen.text(posture.required[layer] ? "yes" : "no").text(verdictWord(verdict.verdict)).text(basisWord(verdict.basis));
            pen.text(verdict.rule).text(verdict.reason).text(verdict.within).texts(inputs).texts(commands);
            pen.text(first.valid() ? inventory.files[first.file.pos()].path : std::string());
            if (first.line > 0)
                pen.number(first.line);
            else
                pen.text("");
            pen.text(first.text()).endRow();
        }
    }
    return pen.finish();
}

Result<std::string> pathsCsv(const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    CsvPen pen({"id", "kind", "entry", "reach", "route", "target", "steps", "authenticated", "authenticated at", "hops", "way",
                "stops", "limits", "evidence"});
    const auto layers = [](const std::vector<Layer>& list) {
        std::vector<std::string> names;
        for (const Layer layer : list)
            names.emplace_back(layerId(layer));
        return names;
    };
    for (const Path* path : selectedPaths(input)) {
        std::vector<std::string> way, evidence;
        for (const Hop& hop : path->hops) {
            if (way.empty())
                way.push_back(hop.from);
            way.push_back(hop.to);
            for (const Evidence& place : hop.evidence)
                evidence.push_back(placeText(input.model.inventory, place));
        }
        pen.text(path->id).text(pathWord(path->kind)).text(entryOf(architecture, *path));
        pen.text(path->entry.valid() ? toWord(architecture.entries[path->entry.pos()].reach) : "");
        pen.text(path->route.valid() ? architecture.routes[path->route.pos()].id : std::string());
        pen.text(targetOf(architecture, *path)).number(path->steps).text(verdictWord(path->authenticated));
        pen.text(path->authenticatedAt).number(path->hops.size()).text(joined(way, " > "));
        pen.texts(layers(path->stops)).texts(layers(path->limits)).texts(evidence).endRow();
    }
    return pen.finish();
}

} // namespace bartizan::report
