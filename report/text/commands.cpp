// SPDX-License-Identifier: GPL-3.0-or-later
// The single commands as text: inventory, calls, routes, layers, paths, formats, controls.
#include "report/exports.h"
#include "report/json/common.h"
#include "report/text/sections.h"

#include <algorithm>

namespace bartizan::report {

namespace {

std::string portsText(const Call& call)
{
    std::vector<std::string> ports;
    for (const CallPort& port : call.ports)
        ports.push_back(visible(port.port) + (port.protocol == "TCP" ? "" : "/" + port.protocol));
    return ranges(ports, 4);
}

std::string mark(const TextPen& pen, Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return pen.paint("■", Ink::present);
    case Verdict::partial:
        return pen.paint("▄", Ink::partial);
    case Verdict::missing:
        return pen.paint("▼", Ink::missing);
    case Verdict::unknown:
        return pen.paint("…", Ink::unknown);
    case Verdict::notApplicable:
        return pen.paint("–", Ink::dim);
    }
    return "?";
}

} // namespace

Result<std::string> inventoryText(const ReportInput& input)
{
    TextPen pen(input);
    const Inventory& inventory = input.model.inventory;
    const Architecture& architecture = input.model.architecture;
    pen.paragraph(pen.paint("Read: " + scopeSentence(input.model) + ".", Ink::bold));
    pen.heading("Sources");
    for (const Source& source : inventory.sources)
        pen.paragraph(visible(source.path) + "  " + source.format + ", " + std::to_string(source.documents) + " documents, " +
                          std::to_string(source.objects) + " objects, sha256 " + source.sha256.substr(0, 16),
                      2, 4);
    pen.heading("Objects by kind");
    std::vector<std::vector<std::string>> rows;
    for (const auto& [kind, count] : inventory.documentsByKind)
        rows.push_back({visible(kind), std::to_string(count)});
    pen.table({"kind", "documents"}, rows);
    pen.heading("Reviewed system");
    pen.paragraph(counted(architecture.workloads.size(), "workload") + ", " + counted(architecture.services.size(), "service") +
                      ", " + counted(architecture.routes.size(), "route") + ", " +
                      counted(architecture.images.size(), "image reference") + ", " +
                      counted(inventory.reports.size(), "scan report") + ".",
                  2);
    std::map<std::string, std::pair<std::size_t, Evidence>> notApplied;
    for (const Object& object : inventory.objects) {
        if (object.applied())
            continue;
        auto& [count, evidence] = notApplied[object.notAppliedReason];
        if (count++ == 0)
            evidence = object.evidence;
    }
    if (!notApplied.empty()) {
        pen.heading("Read but not applied");
        for (const auto& [reason, group] : notApplied)
            pen.item(std::to_string(group.first), visible(reason) + " (first: " + where(inventory, group.second) + ")", 2, 8);
    }
    if (!inventory.unrecognised.empty()) {
        pen.heading("Not recognised (" + std::to_string(inventory.unrecognised.size()) + ")");
        for (std::size_t i = 0; i < inventory.unrecognised.size() && i < 50; ++i) {
            const Unrecognised& item = inventory.unrecognised[i];
            pen.paragraph((item.file.valid() ? visible(inventory.files[item.file.pos()].path) + ": " : "") + visible(item.reason),
                          2, 2);
        }
    }
    problemsSection(pen, input);
    return pen.finish();
}

Result<std::string> callsText(const ReportInput& input)
{
    TextPen pen(input);
    const Architecture& architecture = input.model.architecture;
    pen.paragraph(pen.paint(std::to_string(architecture.calls.size()) + " calls, " +
                                std::to_string(architecture.danglingCalls.size()) + " dangling.",
                            Ink::bold));
    std::string from;
    for (const Call& call : architecture.calls) {
        const std::string caller = visible(peerId(architecture, call.from));
        if (caller != from)
            pen.heading(caller);
        from = caller;
        const std::string ports = portsText(call);
        pen.paragraph(
            "-> " + visible(peerId(architecture, call.to)) + (ports.empty() ? "" : ":" + ports) + "  " + toWord(call.kind), 2, 4);
        if (!call.evidence.empty())
            pen.paragraph(
                pen.paint(where(input.model.inventory, call.evidence.front()) + "  " + visible(call.evidence.front().text()),
                          Ink::dim),
                6, 2);
    }
    if (!architecture.danglingCalls.empty()) {
        pen.heading("Dangling: names that no Service in the input has");
        for (const DanglingCall& call : architecture.danglingCalls)
            pen.paragraph(visible(architecture.workload(call.from).id) + " -> " + visible(call.host) +
                              (call.port ? ":" + std::to_string(call.port) : "") + "  " +
                              where(input.model.inventory, call.evidence) +
                              (call.nearest.empty() ? "" : "  nearest: " + visible(call.nearest)),
                          2, 4);
    }
    return pen.finish();
}

Result<std::string> routesText(const ReportInput& input)
{
    TextPen pen(input);
    const Architecture& architecture = input.model.architecture;
    waysInSection(pen, input);
    pen.heading("Routes (" + std::to_string(architecture.routes.size()) + ")");
    for (std::size_t i = 0; i < architecture.routes.size(); ++i) {
        const Route& route = architecture.routes[i];
        const RoutePosture& posture = input.posture->routes[i];
        std::vector<std::string> hosts;
        for (const std::string& host : route.hosts)
            hosts.push_back(visible(host));
        pen.paragraph(pen.paint(visible(route.id), Ink::bold), 2, 2);
        pen.item("matches", (hosts.empty() ? "any host" : ranges(hosts, 4)) + " " + route.pathType + " " + visible(route.path), 4,
                 18);
        std::vector<std::string> backends;
        for (const RouteBackend& backend : route.backends)
            backends.push_back(visible(backend.ns + "/" + backend.name + (backend.port.empty() ? "" : ":" + backend.port)) +
                               (backend.unresolved.empty() ? "" : " (" + backend.unresolved + ")"));
        pen.item("to", backends.empty() ? "nothing" : ranges(backends, 4), 4, 18);
        pen.item("authentication", visible(posture.authentication.reason), 4, 20, inkOf(posture.authentication.verdict));
        for (const Protection& trap : posture.traps)
            pen.item("trap", visible(trap.detail) + " (" + where(input.model.inventory, trap.evidence) + ")", 4, 18,
                     Ink::partial);
        pen.item("evidence", where(input.model.inventory, route.evidence), 4, 18);
    }
    return pen.finish();
}

Result<std::string> layersText(const ReportInput& input)
{
    TextPen pen(input);
    const Architecture& architecture = input.model.architecture;
    std::string legend = mark(pen, Verdict::present) + " present  " + mark(pen, Verdict::partial) + " partial  " +
                         mark(pen, Verdict::missing) + " missing  " + mark(pen, Verdict::unknown) + " unknown  " +
                         mark(pen, Verdict::notApplicable) + " not applicable";
    pen.line(legend);
    pen.line("Order: gateway abuse authn mfa authz | encryption | network failure |");
    pen.line("       hardening privilege secrets | image depend. testing | runtime admission");
    for (std::size_t i = 0; i < input.posture->workloads.size(); ++i) {
        const WorkloadPosture& posture = input.posture->workloads[i];
        const Workload& workload = architecture.workloads[i];
        pen.heading(visible(workload.id) + (workload.platform ? "  (platform)" : ""));
        std::string ring;
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            ring += mark(pen, posture.layers[layer].verdict);
            if (layer == 4 || layer == 5 || layer == 7 || layer == 10 || layer == 13)
                ring += ' ';
        }
        pen.line("  " + ring + "  " + toWord(workload.sensitivity));
        pen.paragraph(countsText(posture.counts), 2);
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            const LayerVerdict& verdict = posture.layers[layer];
            if (!posture.required[layer] || verdict.verdict == Verdict::present || verdict.verdict == Verdict::notApplicable)
                continue;
            std::string text = visible(verdict.reason);
            if (!verdict.evidence.empty())
                text += " (" + where(input.model.inventory, verdict.evidence.front()) + ")";
            else if (!verdict.within.empty())
                text += " (searched " + visible(verdict.within) + ")";
            pen.item(layerId(static_cast<Layer>(layer)), text, 4, 20, inkOf(verdict.verdict));
        }
    }
    return pen.finish();
}

Result<std::string> pathsText(const ReportInput& input)
{
    TextPen pen(input);
    const Architecture& architecture = input.model.architecture;
    const auto paths = selectedPaths(input);
    std::array<std::size_t, 3> counts{};
    for (const Path* path : paths)
        ++counts[static_cast<std::size_t>(path->kind)];
    pen.paragraph(pen.paint("Paths found: direct " + std::to_string(counts[0]) + ", relayed " + std::to_string(counts[1]) +
                                ", lateral " + std::to_string(counts[2]) + " (bound " + std::to_string(input.posture->pathBound) +
                                (input.posture->pathsTruncated ? ", cut" : "") + ").",
                            Ink::bold));
    for (const Path* path : paths) {
        const std::string target = path->target.valid() ? visible(architecture.workload(path->target).id) : "";
        pen.heading(std::string(pathWord(path->kind)) + " to " + target);
        pen.paragraph(
            visible(path->authenticatedAt) + "; steps " + std::to_string(path->steps) +
                (path->entry.valid() ? std::string("; reach: ") + toWord(architecture.entries[path->entry.pos()].reach) : ""),
            2);
        for (const Hop& hop : path->hops) {
            const std::string at =
                hop.evidence.empty() ? std::string() : "  " + where(input.model.inventory, hop.evidence.front());
            pen.paragraph(visible(hop.from) + " -> " + visible(hop.to) + "  " + visible(hop.via) + at, 2, 4);
        }
    }
    return pen.finish();
}

Result<std::string> formatsText(const ReportInput& input)
{
    TextPen pen(input);
    std::vector<std::vector<std::string>> rows;
    for (const FormatInfo& format : input.formats)
        rows.push_back({format.area, format.id, format.title});
    pen.table({"area", "format", "what it is"}, rows, 0);
    return pen.finish();
}

Result<std::string> controlsText(const ReportInput& input)
{
    TextPen pen(input);
    std::string edition;
    for (const ControlText& control : input.catalogue.controls) {
        if (control.edition != edition)
            pen.heading(control.edition);
        edition = control.edition;
        pen.item(control.shortId, control.title, 2, 16);
    }
    return pen.finish();
}

} // namespace bartizan::report
