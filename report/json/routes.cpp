// SPDX-License-Identifier: GPL-3.0-or-later
// `routes`: every entry and route in normal form.
#include "report/exports.h"
#include "report/facts.h"
#include "report/json/common.h"

namespace bartizan::report {

namespace {

const char* enforcementWord(Enforcement enforcement)
{
    switch (enforcement) {
    case Enforcement::enforced:
        return "enforced";
    case Enforcement::optional:
        return "optional";
    case Enforcement::off:
        return "off";
    case Enforcement::unresolved:
        return "unresolved";
    case Enforcement::unknown:
        return "unknown";
    }
    return "unknown";
}

void writeBackend(JsonPen& pen, const ReportInput& input, const RouteBackend& backend)
{
    const Architecture& architecture = input.model.architecture;
    pen.open();
    pen.member("service", backend.service.valid() ? architecture.service(backend.service).id : backend.ns + "/" + backend.name);
    pen.member("port", backend.port);
    pen.member("weight", backend.weight);
    pen.list("workloads", backend.workloads, [&](WorkloadId id) { pen.text(architecture.workload(id).id); });
    pen.member("unresolved", backend.unresolved);
    pen.close();
}

void writeMeasures(JsonPen& pen, const Inventory& inventory, const std::vector<Protection>& protections, ProtectionKind kind)
{
    pen.key("measures").openList();
    for (const Protection& protection : protections) {
        if (protection.kind != kind)
            continue;
        pen.open();
        pen.member("method", protection.method);
        pen.member("enforcement", enforcementWord(protection.enforcement));
        pen.member("detail", protection.detail);
        pen.member("perReplica", protection.perReplica);
        pen.texts("exemptPaths", protection.exemptPaths);
        writeOneOrNone(pen, inventory, protection.evidence);
        pen.close();
    }
    pen.closeList();
}

void writeRoute(JsonPen& pen, const ReportInput& input, const Route& route, const RoutePosture* posture)
{
    const Inventory& inventory = input.model.inventory;
    const Architecture& architecture = input.model.architecture;
    pen.open();
    pen.member("id", route.id);
    pen.list("entries", route.entries, [&](EntryId id) { pen.text(architecture.entries[id.pos()].id); });
    pen.member("entry", route.entries.empty() ? std::string() : architecture.entries[route.entries.front().pos()].id);
    pen.member("gateway", route.gateway.valid() ? architecture.gateways[route.gateway.pos()].id : std::string());
    pen.member("dialect", route.dialect);
    pen.texts("hosts", route.hosts);
    pen.key("path").open();
    pen.member("type", route.pathType);
    pen.member("value", route.path);
    pen.close();
    pen.texts("methods", route.methods);
    pen.texts("headers", route.headers);
    pen.member("precedence", route.precedence);
    pen.list("backends", route.backends, [&](const RouteBackend& backend) { writeBackend(pen, input, backend); });
    pen.member("audience", route.audience.empty() ? "not stated" : route.audience);
    pen.key("tls").open();
    pen.member("edge", tlsWord(route.edgeTls));
    pen.member("minVersion", route.minTlsVersion);
    pen.member("redirectsHttp", route.redirectsHttp);
    pen.member("upstream", route.upstreamTls.empty() ? "unknown" : route.upstreamTls);
    pen.close();
    if (posture) {
        pen.key("authentication").open();
        writeVerdictMembers(pen, input, posture->authentication);
        pen.member("answer", answerWord(posture->answer));
        pen.member("checkedAt", posture->checkedAt);
        pen.texts("methods", posture->methods);
        writeEvidenceList(pen, inventory, "signs", posture->signs);
        writeMeasures(pen, inventory, route.protections, ProtectionKind::authentication);
        pen.close();
        pen.key("secondFactor");
        writeVerdict(pen, input, posture->secondFactor);
        pen.key("authorization").open();
        writeVerdictMembers(pen, input, posture->authorization);
        writeMeasures(pen, inventory, route.protections, ProtectionKind::authorization);
        pen.close();
        pen.key("abuse").open();
        writeVerdictMembers(pen, input, posture->abuse);
        writeMeasures(pen, inventory, route.protections, ProtectionKind::abuse);
        pen.close();
        pen.list("traps", posture->traps, [&](const Protection& trap) {
            pen.open();
            pen.member("id", trap.id);
            pen.member("message", trap.detail);
            writeOneOrNone(pen, inventory, trap.evidence);
            pen.close();
        });
        pen.key("accepted");
        writeVerdict(pen, input, posture->accepted);
    }
    writeEvidenceList(pen, inventory, "evidence", {route.evidence});
    pen.close();
}

} // namespace

void writeEntriesAndRoutes(JsonPen& pen, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Inventory& inventory = input.model.inventory;
    pen.list("entries", architecture.entries, [&](const Entry& entry) {
        pen.open();
        pen.member("id", entry.id);
        pen.member("kind", entry.kind);
        pen.member("reach", toWord(entry.reach));
        pen.member("reachReason", entry.reachReason);
        pen.member("port", entry.port);
        pen.texts("addresses", entry.addresses);
        pen.texts("sourceRanges", entry.sourceRanges);
        pen.list("workloads", entry.workloads, [&](WorkloadId id) { pen.text(architecture.workload(id).id); });
        pen.member("gateway", entry.gateway.valid() ? architecture.gateways[entry.gateway.pos()].id : std::string());
        writeEvidenceList(pen, inventory, "evidence", {entry.evidence});
        pen.close();
    });
    pen.key("routes").openList();
    for (std::size_t i = 0; i < architecture.routes.size(); ++i) {
        const RoutePosture* posture = input.posture && i < input.posture->routes.size() ? &input.posture->routes[i] : nullptr;
        writeRoute(pen, input, architecture.routes[i], posture);
    }
    pen.closeList();
}

Result<std::string> routesJson(const ReportInput& input)
{
    JsonPen pen;
    openOutput(pen, input, "routes");
    writeEntriesAndRoutes(pen, input);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
