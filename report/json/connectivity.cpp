// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity`: who can reach whom, what is uncertain about it, what pods are exposed to, and what differs from an
// earlier state. The meaning of rows: docs/connectivity.md.
#include "report/json/connectivity.h"

#include "report/connectivity/view.h"
#include "report/exports.h"

#include <algorithm>
#include <set>

namespace bartizan::report {

namespace {

using namespace connectivity;

constexpr Protocol protocols[] = {Protocol::tcp, Protocol::udp, Protocol::sctp};

const char* operatorWord(SelectorRequirement::Op op)
{
    switch (op) {
    case SelectorRequirement::Op::in:
        return "In";
    case SelectorRequirement::Op::notIn:
        return "NotIn";
    case SelectorRequirement::Op::exists:
        return "Exists";
    case SelectorRequirement::Op::doesNotExist:
        return "DoesNotExist";
    }
    return "In";
}

void writeSelectorMembers(JsonPen& pen, const Selector& selector) // as the API writes them
{
    std::set<std::string_view> keys; // a key may be asked for twice
    std::vector<const SelectorRequirement*> labels, expressions;
    for (const SelectorRequirement& requirement : selector.requirements) {
        const bool label = requirement.op == SelectorRequirement::Op::in && requirement.values.size() == 1;
        (label && keys.insert(requirement.key).second ? labels : expressions).push_back(&requirement);
    }
    pen.key("matchLabels").open();
    for (const SelectorRequirement* requirement : labels)
        pen.member(toValidUtf8(requirement->key), requirement->values.front());
    pen.close();
    pen.list("matchExpressions", expressions, [&](const SelectorRequirement* requirement) {
        pen.open();
        pen.member("key", requirement->key);
        pen.member("operator", operatorWord(requirement->op));
        pen.texts("values", requirement->values);
        pen.close();
    });
}

// {"namespaces": "all" | {name, matchLabels, ...}, "pods": "all" | {matchLabels, ...}, "text": ...}
void writePods(JsonPen& pen, const World& world, const Party& party)
{
    const PodSet& set = *party.pods;
    const auto asks = [](const Selector& selector) { return selector.present && !selector.requirements.empty(); };
    pen.open();
    pen.key("namespaces");
    if (set.ns.empty() && !asks(set.namespaces)) {
        pen.text("all");
    } else {
        pen.open();
        if (!set.ns.empty())
            pen.member("name", set.ns);
        if (asks(set.namespaces))
            writeSelectorMembers(pen, set.namespaces);
        pen.close();
    }
    pen.key("pods");
    if (!asks(set.pods)) {
        pen.text("all");
    } else {
        pen.open();
        writeSelectorMembers(pen, set.pods);
        pen.close();
    }
    pen.member("furtherConditions", set.conditions.size()); // that selectors cannot say
    pen.member("text", idOf(world, party));
    pen.close();
}

void writeRow(JsonPen& pen, const std::string& from, const std::string& to, const PortSet& ports)
{
    pen.open();
    pen.member("src", from);
    pen.member("dst", to);
    pen.key("conn");
    writeConn(pen, ports);
    pen.close();
}

bool isIpv6(const Connection& row)
{
    const auto is = [](const Party& party) { return party.kind == Party::Kind::addresses && party.range.first.v6; };
    return is(row.from) || is(row.to);
}

// `connections` cover pods and all of IPv4, as the interface says; ranges of IPv6 stand beside them.
void writeRows(JsonPen& pen, const ConnectivityView& view, const std::vector<Connection>& rows, bool ipv6 = false)
{
    pen.key(ipv6 ? "connectionsIpv6" : "connections").openList();
    for (const Connection& row : rows)
        if (isIpv6(row) == ipv6)
            writeRow(pen, view.endId(row.from), view.endId(row.to), row.ports);
    pen.closeList();
}

void writeNetworks(JsonPen& pen, const ConnectivityView& view)
{
    pen.list("networks", view.answers.networks, [&](const NetworkConnections& network) {
        pen.open();
        pen.member("network", network.network);
        writeRows(pen, view, network.connections);
        writeRows(pen, view, network.connections, true);
        pen.close();
    });
    static const std::vector<Connection> none;
    writeRows(pen, view, view.answers.networks.empty() ? none : view.answers.networks.front().connections);
    if (view.answers.connectionsCut)
        pen.member("connectionsCut", true); // there are more
    if (!view.groups)
        return;
    pen.key("groups").openList();
    for (std::size_t i = 0; i < view.groups->size(); ++i) {
        const Group& group = (*view.groups)[i];
        Party party;
        party.index = i;
        pen.open();
        pen.member("id", view.endId(party));
        pen.list("members", group.pods, [&](std::size_t pod) { pen.text(view.world().pods[pod].id); });
        pen.close();
    }
    pen.closeList();
}

void writeExposure(JsonPen& pen, const ConnectivityView& view)
{
    pen.list("exposure", view.answers.exposure, [&](const Exposed& row) {
        pen.open();
        pen.member("workload", view.world().pods[row.pod].id);
        pen.member("direction", toWord(row.direction));
        pen.key("peer");
        if (row.peer.kind == Party::Kind::pods)
            writePods(pen, view.world(), row.peer);
        else
            pen.text(view.id(row.peer));
        pen.key("conn");
        writeConn(pen, row.ports, row.portNames);
        pen.close();
    });
    pen.list("unprotected", view.answers.unprotected, [&](const Unprotected& row) {
        pen.open();
        pen.member("workload", view.world().pods[row.pod].id);
        pen.member("direction", toWord(row.direction));
        pen.close();
    });
}

void writeBlocked(JsonPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    pen.list("blocked", view.answers.blocked, [&](const Blocked& blocked) {
        const Entrance& entrance = view.entrances[blocked.entrance];
        pen.open();
        pen.member("entrance", entrance.object);
        pen.member("workload", view.world().pods[entrance.pod].id);
        pen.key("conn");
        writeConn(pen, entrance.ports);
        writeOneOrNone(pen, input.model.inventory, entrance.evidence);
        pen.close();
    });
}

const char* changeWord(connectivity::Difference::Change change)
{
    switch (change) {
    case connectivity::Difference::Change::added:
        return "added";
    case connectivity::Difference::Change::removed:
        return "removed";
    case connectivity::Difference::Change::changed:
        return "changed";
    }
    return "changed";
}

void writeDifferences(JsonPen& pen, const ConnectivityView& view)
{
    pen.key("differences").openList();
    for (const connectivity::Difference& row : view.differences) {
        pen.open();
        pen.member("change", changeWord(row.change));
        pen.member("network", row.network);
        pen.member("src", row.from);
        pen.member("dst", row.to);
        pen.key("before");
        writeConn(pen, row.before);
        pen.key("after");
        writeConn(pen, row.after);
        pen.member("note", row.note);
        pen.close();
    }
    for (const MeshDifference& row : view.meshDifferences) {
        pen.open();
        pen.member("change", changeWord(connectivity::Difference::Change::changed));
        pen.member("network", row.network);
        pen.member("src", row.from);
        pen.member("dst", row.to);
        for (const char* state : {"before", "after"}) { // the network says the same
            pen.key(state);
            writeConn(pen, row.ports);
        }
        pen.member("note", row.note());
        pen.key("mesh").open();
        pen.member("before", row.before);
        pen.member("after", row.after);
        pen.close();
        pen.close();
    }
    pen.closeList();
    if (view.differencesCut)
        pen.member("differencesCut", true); // not every pair was compared
}

} // namespace

void writeConn(JsonPen& pen, const PortSet& ports, const PortNames& names)
{
    pen.open();
    if (ports.isEverything()) {
        pen.member("all", true);
    } else if (ports.empty() && names.empty()) {
        pen.member("none", true);
    } else {
        for (const Protocol protocol : protocols) {
            const auto named = [&](const auto& name) { return name.first == protocol; };
            if (ports.ports(protocol).empty() && std::none_of(names.begin(), names.end(), named))
                continue;
            pen.key(toWord(protocol)).openList();
            for (const PortRange& range : ports.ports(protocol)) {
                pen.openList();
                pen.number(range.first);
                pen.number(range.last);
                pen.closeList();
            }
            for (const auto& name : names)
                if (named(name))
                    pen.text(name.second);
            pen.closeList();
        }
        const auto ofAny = [](const auto& name) { return !name.first; };
        if (std::any_of(names.begin(), names.end(), ofAny)) { // named without a protocol
            pen.key("ANY").openList();
            for (const auto& name : names)
                if (ofAny(name))
                    pen.text(name.second);
            pen.closeList();
        }
        const auto others = ports.others();
        if (others.any() && others == PortSet::everything().others()) {
            pen.member("other", "all");
        } else if (others.any()) {
            pen.key("other").openList(); // numbers of IP protocols
            for (std::size_t i = 0; i < others.size(); ++i)
                if (others[i])
                    pen.number(static_cast<std::int64_t>(i));
            pen.closeList();
        }
    }
    pen.close();
}

void writeUncertain(JsonPen& pen, const ReportInput& input, const World& world, const Uncertain& row)
{
    pen.open();
    pen.member("src", idOf(world, row.from));
    pen.member("dst", idOf(world, row.to));
    pen.key("conn");
    writeConn(pen, row.ports);
    pen.member("reason", row.reason);
    writeOneOrNone(pen, input.model.inventory, row.evidence);
    pen.close();
}

Result<std::string> connectivityJson(const ReportInput& input)
{
    if (input.question.explains())
        return explainedJson(input);
    const auto view = connectivityView(input);
    if (!view)
        return tl::unexpected(view.error());
    const std::vector<Assumption> assumptions =
        connectivityAssumptions(input, view->restricted(Direction::ingress) + view->restricted(Direction::egress));
    JsonPen pen;
    openOutput(pen, input, "connectivity", &assumptions);
    writeNetworks(pen, *view);
    pen.list("uncertain", view->answers.uncertain, [&](const Uncertain& row) { writeUncertain(pen, input, view->world(), row); });
    if (view->answers.uncertainCut)
        pen.member("uncertainCut", true); // there is more
    writeExposure(pen, *view);
    writeBlocked(pen, input, *view);
    writeMesh(pen, input, *view);
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    if (view->compared)
        writeDifferences(pen, *view);
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
