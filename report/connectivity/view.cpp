// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/view.h"

#include "report/connectivity/names.h"

#include <algorithm>

namespace bartizan::report {

namespace {

using namespace connectivity;

template <class Row, class Keeps>
void keep(std::vector<Row>& rows, Keeps keeps) // `keeps` may change the row
{
    std::size_t kept = 0;
    for (std::size_t i = 0; i < rows.size(); ++i) {
        if (!keeps(rows[i]))
            continue;
        if (kept != i)
            rows[kept] = std::move(rows[i]);
        ++kept;
    }
    rows.resize(kept);
}

// The rows that the question leaves. `asked` is sorted: workloads, or groups that hold one of them; empty = every one.
class Sieve {
public:
    Sieve(const ConnectivityQuestion& question, std::vector<std::size_t> asked) : m_question(question), m_asked(std::move(asked))
    {
        std::sort(m_asked.begin(), m_asked.end());
    }

    bool takes(std::size_t pod) const { return m_asked.empty() || std::binary_search(m_asked.begin(), m_asked.end(), pod); }
    bool takes(Direction direction) const { return !m_question.direction || *m_question.direction == direction; }
    bool takes(const Party& from, const Party& to) const
    {
        const auto is = [this](const Party& party) { return party.kind == Party::Kind::pod && takes(party.index); };
        if (m_question.direction)
            return is(*m_question.direction == Direction::ingress ? to : from);
        return m_asked.empty() || is(from) || is(to);
    }
    bool narrow(PortSet& ports) const // false: nothing is left
    {
        if (m_question.ports)
            ports &= *m_question.ports;
        return !ports.empty();
    }

    void cut(std::vector<Connection>& rows) const
    {
        keep(rows, [this](Connection& row) { return takes(row.from, row.to) && narrow(row.ports); });
    }
    void cut(Answers& answers, const std::vector<Entrance>& entrances) const
    {
        for (NetworkConnections& network : answers.networks)
            cut(network.connections);
        keep(answers.blocked, [&](const Blocked& blocked) {
            PortSet ports = entrances[blocked.entrance].ports;
            return takes(entrances[blocked.entrance].pod) && takes(Direction::ingress) && narrow(ports);
        });
        keep(answers.uncertain, [this](Uncertain& row) {
            const bool none = row.ports.empty(); // uncertain though nothing is allowed: it stays
            return takes(row.from, row.to) && (narrow(row.ports) || none);
        });
        keep(answers.exposure, [this](Exposed& row) {
            const bool none = row.ports.empty(); // told because a rule excludes the peer
            return takes(row.pod) && takes(row.direction) && (narrow(row.ports) || none || !row.portNames.empty());
        });
        keep(answers.unprotected, [this](const Unprotected& row) { return takes(row.pod) && takes(row.direction); });
    }
    // `ids`: of the workloads that are asked for, "" = every one of `all`. Both sorted.
    void cut(std::vector<connectivity::Difference>& rows, std::vector<MeshDifference>& ofMesh,
             const std::vector<std::string>& ids, const std::vector<std::string>& all) const
    {
        const auto is = [&](const std::string& end) {
            const std::vector<std::string>& wanted = ids.empty() ? all : ids;
            return std::binary_search(wanted.begin(), wanted.end(), end);
        };
        const auto isAbout = [&](const std::string& from, const std::string& to) {
            return m_question.direction ? is(*m_question.direction == Direction::ingress ? to : from)
                                        : ids.empty() || is(from) || is(to);
        };
        keep(ofMesh, [&](const MeshDifference& row) { return isAbout(row.from, row.to); });
        keep(rows, [&](connectivity::Difference& row) {
            const bool about = isAbout(row.from, row.to);
            if (!about || !m_question.ports)
                return about;
            row.before &= *m_question.ports;
            row.after &= *m_question.ports;
            row.change = row.before.empty()  ? connectivity::Difference::Change::added
                         : row.after.empty() ? connectivity::Difference::Change::removed
                                             : connectivity::Difference::Change::changed;
            return !(row.before == row.after);
        });
    }

private:
    const ConnectivityQuestion& m_question;
    std::vector<std::size_t> m_asked;
};

struct Side { // one state, worked out
    std::shared_ptr<const Connectivity> reach;
    std::vector<Entrance> entrances;
    Answers answers;
    std::shared_ptr<const MeshReach> mesh; // null: it has no say

    MeshState state() const { return {*reach, answers, mesh.get()}; }
};

Side sideOf(const Model& model, const ReportInput& input)
{
    Side side;
    side.reach = Connectivity::of(worldOf(model, {input.question.severalNetworks}), input.job.stop);
    side.entrances = entrancesOf(model);
    if (!input.job.stopped())
        side.answers = answersOf(*side.reach, side.entrances, input.job.stop);
    if (!input.job.stopped())
        side.mesh = MeshReach::of(model, side.reach->world());
    if (side.mesh && !side.mesh->any())
        side.mesh.reset();
    return side;
}

Result<bool> compare(ConnectivityView& view, const ReportInput& input, const std::vector<std::string>& ids)
{
    const auto tooMany = [](const char* what) {
        return tl::unexpected(Error{"connectivity-size", "differences are worked out for at most " +
                                                             std::to_string(connectivity::mostConnections) + " connections" +
                                                             what + ", and there are more: compare parts of the system"});
    };
    const Side before = sideOf(*input.earlier, input);
    if (input.job.stopped())
        return true;
    if (before.answers.connectionsCut || view.answers.connectionsCut)
        return tooMany("");
    if (std::max(input.model.architecture.workloads.size(), input.earlier->architecture.workloads.size()) > groupAbove) {
        const Changes changes = changesOf(*before.reach, before.answers, *view.reach, view.answers, input.job.stop);
        if (changes.cut)
            return tooMany(" that differ");
        view.differences = differencesOf(before.reach->world(), changes.before, view.world(), changes.after);
        view.differencesCut = before.mesh || view.mesh; // it is not asked about so many pairs
    } else {
        view.differences = differencesOf(before.reach->world(), before.answers.networks, view.world(), view.answers.networks);
        MeshDifferences ofMesh = meshDifferences(input, before.state(), {*view.reach, view.answers, view.mesh.get()});
        view.meshDifferences = std::move(ofMesh.rows);
        view.differencesCut = ofMesh.cut;
    }
    view.compared = true;
    std::vector<std::string> all;
    for (const World* world : {&before.reach->world(), &view.world()})
        for (const Pod& pod : world->pods)
            all.push_back(pod.id);
    std::sort(all.begin(), all.end());
    Sieve(input.question, {}).cut(view.differences, view.meshDifferences, ids, all);
    return true;
}

void group(ConnectivityView& view, const ReportInput& input, const std::vector<std::size_t>& asked)
{
    GroupedConnections made = groupedConnectionsOf(*view.reach, view.entrances, input.job.stop);
    view.groups = std::move(made.groups);
    view.answers.networks = std::move(made.networks);
    view.answers.connectionsCut = made.connectionsCut;
    std::vector<std::size_t> groups;
    for (std::size_t g = 0; g < view.groups->size(); ++g)
        for (const std::size_t pod : (*view.groups)[g].pods)
            if ((groups.empty() || groups.back() != g) && std::binary_search(asked.begin(), asked.end(), pod))
                groups.push_back(g);
    if (groups.empty() && !asked.empty())
        groups.push_back(view.groups->size()); // none
    for (NetworkConnections& network : view.answers.networks)
        Sieve(input.question, groups).cut(network.connections);
}

// The workloads that are asked for: their places in this state, and their ids in this one and the earlier one. Sorted.
struct Asked {
    std::vector<std::size_t> workloads;
    std::vector<std::string> ids;
};

Result<Asked> askedOf(const ReportInput& input)
{
    Asked asked;
    for (const std::string& name : input.question.workloads) {
        const auto here = workloadNamed(input.model.architecture, name);
        if (here) {
            asked.workloads.push_back(*here);
            asked.ids.push_back(input.model.architecture.workloads[*here].id);
        }
        const bool several = !here && here.error().id == "connectivity-several";
        if (input.earlier && !several) { // what is gone may be asked for too
            if (const auto there = workloadNamed(input.earlier->architecture, name)) {
                asked.ids.push_back(input.earlier->architecture.workloads[*there].id);
                continue;
            }
        }
        if (!here)
            return tl::unexpected(here.error());
    }
    std::sort(asked.workloads.begin(), asked.workloads.end());
    std::sort(asked.ids.begin(), asked.ids.end());
    return asked;
}

} // namespace

std::string ConnectivityView::endId(const Party& party) const
{
    if (!groups || party.kind != Party::Kind::pod)
        return id(party);
    const std::vector<std::size_t>& pods = (*groups)[party.index].pods;
    return pods.size() == 1 ? world().pods[pods.front()].id : "group:" + std::to_string(party.index + 1);
}

std::size_t ConnectivityView::rows() const
{
    std::size_t count = 0;
    for (const NetworkConnections& network : answers.networks)
        count += network.connections.size();
    return count;
}

std::size_t ConnectivityView::restricted(Direction direction) const
{
    std::size_t count = 0;
    for (std::size_t i = 0; i < world().pods.size(); ++i)
        if (!world().pods[i].imagined)
            count += reach->selected(i, direction, world().pods[i].network) ? 1 : 0;
    return count;
}

std::vector<std::string> ConnectivityView::leftOut() const
{
    std::vector<std::string> sentences;
    if (compared && differencesCut)
        sentences.emplace_back(differencesCutText);
    if (!compared && answers.connectionsCut)
        sentences.emplace_back(connectionsCutText);
    if (!compared && answers.uncertainCut)
        sentences.emplace_back(uncertainCutText);
    return sentences;
}

Result<ConnectivityView> connectivityView(const ReportInput& input)
{
    auto asked = askedOf(input);
    if (!asked)
        return tl::unexpected(asked.error());
    Side side = sideOf(input.model, input);
    ConnectivityView view;
    view.reach = std::move(side.reach);
    view.entrances = std::move(side.entrances);
    view.answers = std::move(side.answers);
    view.mesh = std::move(side.mesh);
    if (input.earlier && !input.job.stopped())
        if (const auto compared = compare(view, input, asked->ids); !compared)
            return tl::unexpected(compared.error());
    if (!input.job.stopped()) {
        // Only workloads of the earlier state are asked for: no row of this one is about them.
        if (asked->workloads.empty() && !asked->ids.empty())
            asked->workloads.push_back(input.model.architecture.workloads.size());
        if (input.model.architecture.workloads.size() > groupAbove)
            group(view, input, asked->workloads);
        Sieve(input.question, asked->workloads).cut(view.answers, view.entrances);
        view.asked = std::move(asked->workloads);
    }
    if (input.job.stopped())
        return tl::unexpected(Error{"stopped", "Working out the connectivity was stopped."});
    return view;
}

std::vector<Assumption> connectivityAssumptions(const ReportInput& input, std::size_t verdicts)
{
    const auto text = [&](const std::string& id) {
        const auto found = input.catalogue.assumptions.find(id);
        return found == input.catalogue.assumptions.end() ? std::string() : found->second;
    };
    return {{"cni-enforces", text("cni-enforces"), text("cni-enforces.settledBy"), verdicts}};
}

} // namespace bartizan::report
