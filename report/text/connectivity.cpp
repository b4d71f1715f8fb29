// SPDX-License-Identifier: GPL-3.0-or-later
// `connectivity` as text: for each network who reaches whom on which ports, then what is uncertain, what nothing protects,
// ways in that policies block; exposure when it is asked for, or what differs from an earlier state.
#include "report/text/connectivity.h"

#include "report/connectivity/view.h"
#include "report/exports.h"
#include "report/text/sections.h"

#include <algorithm>
#include <map>

namespace bartizan::report {

namespace {

using namespace connectivity;

constexpr int portsColumn = 22;
constexpr std::size_t mostSources = 12; // that share a list

std::string listed(const std::vector<std::string>& names, const char* between = ", ")
{
    std::string text;
    for (const std::string& name : names)
        text += (text.empty() ? "" : between) + name;
    return text;
}

// Ports, and beside them what they are about; below them where they are too long.
void portsItem(TextPen& pen, const std::string& ports, const std::string& text)
{
    if (columnsOf(ports) + 6 <= portsColumn) {
        pen.item(ports, text, 4, portsColumn);
        return;
    }
    pen.paragraph(ports, 4, 2);
    pen.paragraph(text, portsColumn);
}

// Under each source, one paragraph for each set of ports with all that it reaches there.
struct Reached {
    std::string from;
    bool pod = false; // or a group of them
    struct Ports {
        PortSet ports;
        std::vector<std::string> pods, others;
    };
    std::vector<Ports> list;
};

template <class IdOf>
std::vector<Reached> bySource(const std::vector<Connection>& rows, IdOf id)
{
    std::vector<Reached> sources;
    std::map<std::string, std::size_t> known;
    for (const Connection& row : rows) {
        const std::string from = id(row.from);
        const auto [place, added] = known.emplace(from, sources.size());
        if (added)
            sources.push_back({from, row.from.kind == Party::Kind::pod, {}});
        std::vector<Reached::Ports>& list = sources[place->second].list;
        std::size_t at = 0;
        while (at < list.size() && !(list[at].ports == row.ports))
            ++at;
        if (at == list.size())
            list.push_back({row.ports, {}, {}});
        (row.to.kind == Party::Kind::pod ? list[at].pods : list[at].others).push_back(visible(id(row.to)));
    }
    return sources;
}

// `members`: how many workloads the network has; 0 = they are not to be counted. Sources with the same list share it.
void writeSources(TextPen& pen, const std::vector<Reached>& sources, std::size_t members)
{
    using List = std::vector<std::pair<std::string, std::string>>; // ports, ends
    std::map<List, std::size_t> known;
    std::vector<std::pair<List, std::vector<std::string>>> lists;
    for (const Reached& source : sources) {
        const std::size_t rest = source.pod && members > 0 ? members - 1 : members;
        List list;
        for (const Reached::Ports& ports : source.list) {
            std::vector<std::string> ends = ports.pods;
            if (rest > 2 && ends.size() == rest)
                ends = {(source.pod ? "every other workload (" : "every workload (") + std::to_string(rest) + ")"};
            ends.insert(ends.end(), ports.others.begin(), ports.others.end());
            list.emplace_back(toText(ports.ports), listed(ends));
        }
        const auto [place, added] = known.try_emplace(list, lists.size());
        if (added)
            lists.emplace_back(std::move(list), std::vector<std::string>());
        lists[place->second].second.push_back(visible(source.from));
    }
    for (const auto& [list, names] : lists) {
        pen.paragraph(pen.paint(ranges(names, mostSources), Ink::bold), 2, 2);
        for (const auto& [ports, ends] : list)
            portsItem(pen, ports, ends);
    }
}

std::size_t membersOf(const World& world, const std::string& network)
{
    std::size_t index = 0;
    while (index < world.networks.size() && world.networks[index].name != network)
        ++index;
    std::size_t count = 0;
    for (const Pod& pod : world.pods) {
        const bool beside = std::find(pod.secondary.begin(), pod.secondary.end(), index) != pod.secondary.end();
        count += !pod.imagined && (pod.network == index || beside) ? 1 : 0;
    }
    return count;
}

void networks(TextPen& pen, const ConnectivityView& view)
{
    for (const NetworkConnections& network : view.answers.networks) {
        pen.heading(visible(network.network) + ": " + counted(network.connections.size(), "allowed connection") +
                    (view.groups ? " between groups and other ends" : ""));
        const auto id = [&view](const Party& party) { return view.endId(party); };
        writeSources(pen, bySource(network.connections, id), view.groups ? 0 : membersOf(view.world(), network.network));
    }
    if (view.answers.connectionsCut)
        pen.paragraph(connectionsCutText);
}

void groups(TextPen& pen, const ConnectivityView& view)
{
    std::vector<std::string> names;
    pen.heading("Groups: workloads that all policies treat alike");
    for (std::size_t i = 0; i < view.groups->size(); ++i) {
        Party party;
        party.index = i;
        std::vector<std::string> ids;
        for (const std::size_t pod : (*view.groups)[i].pods)
            ids.push_back(visible(view.world().pods[pod].id));
        if (ids.size() > 1)
            pen.item(view.endId(party), std::to_string(ids.size()) + " workloads: " + ranges(ids, 4), 2, 14);
    }
}

void uncertain(TextPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    if (view.answers.uncertain.empty())
        return;
    struct Reason {
        const Uncertain* first;
        std::vector<std::string> rows;
    };
    std::vector<Reason> reasons;
    std::map<std::pair<std::string, std::string>, std::size_t> known;
    for (const Uncertain& row : view.answers.uncertain) {
        const std::string place = where(input.model.inventory, row.evidence);
        const auto [at, added] = known.emplace(std::pair(row.reason, place), reasons.size());
        if (added)
            reasons.push_back({&row, {}});
        reasons[at->second].rows.push_back(visible(view.id(row.from)) + " -> " + visible(view.id(row.to)) + " " +
                                           toText(row.ports));
    }
    const bool cut = view.answers.uncertainCut;
    pen.heading("Uncertain (" + std::to_string(view.answers.uncertain.size()) + (cut ? " or more" : "") +
                "), told above as if they were ordinary pods");
    for (const Reason& reason : reasons) {
        pen.paragraph(pen.paint(visible(reason.first->reason), Ink::unknown), 2, 2);
        const std::string line = quotedLine(input.model.inventory, reason.first->evidence);
        if (!line.empty())
            pen.paragraph(pen.paint(line, Ink::dim), 6, 2);
        for (std::size_t i = 0; i < reason.rows.size() && i < 12; ++i)
            pen.paragraph(reason.rows[i], 4, 2);
        if (reason.rows.size() > 12)
            pen.paragraph("and " + std::to_string(reason.rows.size() - 12) +
                              (cut ? " more at least; JSON lists these" : " more; JSON lists them all"),
                          4, 2);
    }
    if (cut)
        pen.paragraph(uncertainCutText, 2);
}

void unprotected(TextPen& pen, const ConnectivityView& view)
{
    if (view.answers.unprotected.empty())
        return;
    pen.heading("Selected by no network policy, so that the network allows everything");
    for (const Direction direction : {Direction::ingress, Direction::egress}) {
        std::vector<std::string> ids;
        for (const Unprotected& row : view.answers.unprotected)
            if (row.direction == direction)
                ids.push_back(visible(view.world().pods[row.pod].id));
        if (!ids.empty())
            pen.item(toWord(direction), counted(ids.size(), "workload") + ": " + ranges(ids, 40), 2, 12);
    }
}

void blocked(TextPen& pen, const ReportInput& input, const ConnectivityView& view)
{
    if (view.answers.blocked.empty())
        return;
    pen.heading("Ways in that policies block");
    pen.paragraph("Taken for a pod without labels in a namespace that no policy names, the ingress controller is let in on none "
                  "of these ports.",
                  2);
    for (const Blocked& each : view.answers.blocked) {
        const Entrance& entrance = view.entrances[each.entrance];
        pen.paragraph(pen.paint(visible(entrance.object), Ink::missing) + " -> " + visible(view.world().pods[entrance.pod].id) +
                          " " + toText(entrance.ports),
                      2, 4);
        const std::string line = quotedLine(input.model.inventory, entrance.evidence);
        if (!line.empty())
            pen.paragraph(pen.paint(line, Ink::dim), 6, 2);
    }
}

void exposure(TextPen& pen, const ConnectivityView& view)
{
    pen.heading("Exposure to any pod, to addresses outside and to pods that are not there yet");
    std::string last;
    for (const Exposed& row : view.answers.exposure) {
        const std::string& id = view.world().pods[row.pod].id;
        if (id != last)
            pen.paragraph(pen.paint(visible(id), Ink::bold), 2, 2);
        last = id;
        std::string ports = row.ports.empty() && !row.portNames.empty() ? std::string() : toText(row.ports);
        for (const auto& [protocol, name] : row.portNames)
            ports += (ports.empty() ? "" : "; ") + std::string(toWord(protocol)) + " " + visible(name);
        portsItem(pen, ports, (row.direction == Direction::ingress ? "from " : "to ") + visible(view.id(row.peer)));
    }
    if (view.answers.exposure.empty())
        pen.paragraph("Nothing.", 2);
}

void differences(TextPen& pen, const ConnectivityView& view)
{
    using Change = connectivity::Difference::Change;
    constexpr std::pair<Change, const char*> changes[] = {{Change::added, "Allowed now, not before"},
                                                          {Change::removed, "Allowed before, not now"},
                                                          {Change::changed, "On other ports"}};
    for (const auto& [change, title] : changes) {
        std::size_t number = 0;
        for (const connectivity::Difference& row : view.differences)
            number += row.change == change ? 1 : 0;
        if (number == 0)
            continue;
        pen.heading(std::string(title) + " (" + std::to_string(number) + ")");
        for (const connectivity::Difference& row : view.differences) {
            if (row.change != change)
                continue;
            const std::string network = view.world().networks.size() > 1 ? "  in " + visible(row.network) : std::string();
            pen.paragraph(visible(row.from) + " -> " + visible(row.to) + network, 2, 4);
            const std::string ports = change == Change::added ? toText(row.after)
                                      : change == Change::removed
                                          ? toText(row.before)
                                          : "before: " + toText(row.before) + ". Now: " + toText(row.after);
            pen.paragraph(ports + (row.note.empty() ? "" : "; " + visible(row.note)), 6, 2);
        }
    }
}

std::string headline(const ReportInput& input, const ConnectivityView& view)
{
    const std::size_t workloads = input.model.architecture.workloads.size(), policies = view.world().policies.size();
    std::string text = counted(workloads, "workload") + ", " +
                       (policies == 1 ? std::string("1 network policy") : std::to_string(policies) + " network policies");
    if (workloads == 0 && !view.compared)
        return text + ": there is nobody to connect. Add the Deployments, Pods and other workloads that the policies are about.";
    const std::size_t number = view.differences.size() + view.meshDifferences.size();
    if (view.compared)
        return text + ": " + (number == 0 ? std::string("nothing differs") : counted(number, "difference")) + "." +
               (view.differencesCut ? std::string(" ") + differencesCutText : std::string());
    return text + ": " + counted(view.rows(), "allowed connection") + "; what is not listed is denied.";
}

std::string cutText(const ConnectivityQuestion& question)
{
    std::vector<std::string> parts;
    std::vector<std::string> names;
    for (const std::string& name : question.workloads)
        names.push_back(visible(name));
    if (!names.empty())
        parts.push_back("rows of " + ranges(names, 6));
    if (question.direction)
        parts.push_back(std::string(toWord(*question.direction)));
    if (question.ports)
        parts.push_back(toText(*question.ports));
    if (!question.severalNetworks)
        parts.push_back("the cluster's own network");
    return listed(parts, "; ");
}

} // namespace

std::string quotedLine(const Inventory& inventory, const Evidence& evidence)
{
    const std::string place = where(inventory, evidence);
    return place.empty() ? std::string() : place + (evidence.text().empty() ? "" : "  " + visible(evidence.text()));
}

void assumedSection(TextPen& pen, const ReportInput& input)
{
    for (const Assumption& assumption : connectivityAssumptions(input, 0)) {
        pen.heading("Assumed");
        pen.paragraph(assumption.sentence + " Settled by " + assumption.settledBy + ".", 2);
    }
}

Result<std::string> connectivityText(const ReportInput& input)
{
    if (input.question.explains())
        return explainedText(input);
    const auto view = connectivityView(input);
    if (!view)
        return tl::unexpected(view.error());
    TextPen pen(input);
    pen.paragraph(pen.paint(headline(input, *view), Ink::bold));
    if (const std::string cut = cutText(input.question); !cut.empty())
        pen.paragraph("Only " + cut + ".");
    if (view->compared) {
        differences(pen, *view);
        meshDifferencesSection(pen, *view);
    } else {
        if (view->groups)
            groups(pen, *view);
        networks(pen, *view);
        meshSection(pen, input, *view);
        uncertain(pen, input, *view);
        blocked(pen, input, *view);
        unprotected(pen, *view);
        if (input.question.exposure)
            exposure(pen, *view);
    }
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    assumedSection(pen, input);
    problemsSection(pen, input);
    return pen.finish();
}

} // namespace bartizan::report
