// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity` as CSV: one row a connection, an uncertain one, a way in that policies block, an exposure, a workload that
// no policy selects. With an earlier state: one row a difference. A last row says which list is not whole.
#include "report/connectivity/view.h"
#include "report/csv/writer.h"
#include "report/exports.h"
#include "report/facts.h"

namespace bartizan::report {

namespace {

using namespace connectivity;

std::string numbers(const PortSet& ports, Protocol protocol) // "80,8000-8999"
{
    std::string text;
    for (const PortRange& range : ports.ports(protocol)) {
        text += (text.empty() ? "" : ",") + std::to_string(range.first);
        if (range.last > range.first)
            text += "-" + std::to_string(range.last);
    }
    return text;
}

class Rows {
public:
    Rows(CsvPen& pen, const Inventory& inventory) : m_pen(pen), m_inventory(inventory) {}

    // `ports` as text may say more than the set: names of ports.
    void row(const char* what, const std::string& network, const std::string& from, const std::string& to,
             const std::string& direction, const std::string& text, const PortSet& ports, const std::string& reason,
             const Evidence& evidence = {}, const MeshSum& mesh = {})
    {
        m_pen.text(what).text(network).text(from).text(to).text(direction).text(text);
        m_pen.text(numbers(ports, Protocol::tcp)).text(numbers(ports, Protocol::udp)).text(numbers(ports, Protocol::sctp));
        m_pen.text(reason).text(placeText(m_inventory, evidence)).text(evidence.text());
        const bool asked = !mesh.word.empty() && mesh.word != "not asked";
        m_pen.text(mesh.word).text(asked ? toText(mesh.allowed) : std::string()).endRow();
    }

private:
    CsvPen& m_pen;
    const Inventory& m_inventory;
};

void writeRows(CsvPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    Rows rows(pen, input.model.inventory);
    std::optional<MeshAsker> mesh;
    if (view.mesh)
        mesh.emplace(*view.mesh, *view.reach, input.job);
    const auto end = [&](const Party& party) { // of a group all its workloads, since a table has no list of groups
        if (!view.groups || party.kind != Party::Kind::pod)
            return view.id(party);
        std::vector<std::string> ids;
        for (const std::size_t pod : (*view.groups)[party.index].pods)
            ids.push_back(view.world().pods[pod].id);
        return joined(ids);
    };
    for (const NetworkConnections& network : view.answers.networks)
        for (const Connection& row : network.connections) {
            if (input.job.stopped())
                return;
            rows.row("connection", network.network, end(row.from), end(row.to), "", toText(row.ports), row.ports, "", {},
                     mesh && !view.groups ? mesh->sum(row, network.network) : MeshSum());
        }
    for (const Uncertain& row : view.answers.uncertain)
        rows.row("uncertain", "", view.id(row.from), view.id(row.to), "", toText(row.ports), row.ports, row.reason, row.evidence);
    for (const Blocked& blocked : view.answers.blocked) {
        const Entrance& entrance = view.entrances[blocked.entrance];
        rows.row("blocked", "", entrance.object, view.world().pods[entrance.pod].id, "ingress", toText(entrance.ports),
                 entrance.ports, "policies let nothing in there", entrance.evidence);
    }
    for (const Exposed& row : view.answers.exposure) {
        const bool in = row.direction == Direction::ingress;
        const std::string pod = view.world().pods[row.pod].id, peer = view.id(row.peer);
        std::string ports = row.ports.empty() && !row.portNames.empty() ? std::string() : toText(row.ports);
        for (const auto& [protocol, name] : row.portNames)
            ports += (ports.empty() ? "" : "; ") + std::string(toWord(protocol)) + " " + name;
        rows.row("exposure", "", in ? peer : pod, in ? pod : peer, toWord(row.direction), ports, row.ports, "");
    }
    for (const Unprotected& row : view.answers.unprotected) {
        const std::string pod = view.world().pods[row.pod].id;
        const bool in = row.direction == Direction::ingress;
        rows.row("unprotected", "", in ? "" : pod, in ? pod : "", toWord(row.direction), "", {}, "no policy selects it");
    }
    for (const std::string& sentence : view.leftOut())
        rows.row("incomplete", "", "", "", "", "", {}, sentence);
}

std::string differences(const ConnectivityView& view)
{
    CsvPen pen({"change", "network", "from", "to", "before", "after", "note"});
    for (const connectivity::Difference& row : view.differences) {
        const bool added = row.change == connectivity::Difference::Change::added;
        const bool removed = row.change == connectivity::Difference::Change::removed;
        pen.text(added ? "added" : removed ? "removed" : "changed").text(row.network).text(row.from).text(row.to);
        pen.text(added ? "" : toText(row.before)).text(removed ? "" : toText(row.after)).text(row.note).endRow();
    }
    for (const MeshDifference& row : view.meshDifferences)
        pen.text("changed")
            .text(row.network)
            .text(row.from)
            .text(row.to)
            .text(toText(row.ports))
            .text(toText(row.ports))
            .text(row.note())
            .endRow();
    for (const std::string& sentence : view.leftOut())
        pen.text("incomplete").text("").text("").text("").text("").text("").text(sentence).endRow();
    return pen.finish();
}

} // namespace

Result<std::string> connectivityCsv(const ReportInput& input)
{
    if (input.question.explains())
        return tl::unexpected(Error{"connectivity-question", "--explain is written as text or JSON"});
    const auto view = connectivityView(input);
    if (!view)
        return tl::unexpected(view.error());
    if (view->compared)
        return differences(*view);
    CsvPen pen({"what", "network", "from", "to", "direction", "ports", "tcp", "udp", "sctp", "reason", "place", "evidence",
                "mesh", "meshConn"});
    writeRows(pen, input, *view);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    return pen.finish();
}

} // namespace bartizan::report
