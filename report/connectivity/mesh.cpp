// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/mesh.h"

#include <algorithm>

namespace bartizan::report {

using namespace connectivity;

namespace {

constexpr const char* controllerNote =
    "An ingress controller that is not in the input is taken for a caller of a namespace and an "
    "account that no policy names.";
constexpr std::size_t mostDestinations = 4096, mostSeen = 64; // of which what was answered is kept
constexpr std::size_t mostKept = 4'000'000;                   // entries of MeshReach::Seen, of all that is kept
constexpr std::size_t mostShared = 64;                        // verdicts that a new one is compared with

using Outcome = MeshSlice::Outcome;

bool has(const MeshVerdict& verdict, Outcome outcome)
{
    return std::any_of(verdict.slices.begin(), verdict.slices.end(),
                       [&](const MeshSlice& slice) { return slice.outcome == outcome; });
}

bool sameOutcome(const MeshSlice& a, const MeshSlice& b)
{
    return a.ports == b.ports && a.outcome == b.outcome && a.allowing == b.allowing && a.denying == b.denying;
}

template <class Same>
bool sameSlices(const MeshVerdict& a, const MeshVerdict& b, Same same)
{
    return std::equal(a.slices.begin(), a.slices.end(), b.slices.begin(), b.slices.end(), same);
}

} // namespace

const char* toWord(MeshEffect effect)
{
    constexpr const char* words[] = {"unchanged", "denied", "narrowed", "undecided"};
    return words[static_cast<int>(effect)];
}

MeshVerdict meshVerdict(const MeshAnswer& answer, const PortSet& network)
{
    MeshVerdict verdict;
    verdict.ports = network & tcpPorts();
    for (const MeshSlice& slice : answer.slices) {
        const PortSet ports = slice.ports & verdict.ports;
        if (ports.empty())
            continue;
        verdict.slices.push_back(slice);
        verdict.slices.back().ports = ports;
        if (slice.outcome != Outcome::denied)
            verdict.allowed |= ports;
    }
    std::sort(verdict.slices.begin(), verdict.slices.end(),
              [](const MeshSlice& a, const MeshSlice& b) { return a.ports < b.ports; });
    if (!verdict.slices.empty() && verdict.allowed.empty())
        verdict.effect = MeshEffect::denied;
    else if (has(verdict, Outcome::notDecided))
        verdict.effect = MeshEffect::undecided;
    else if (has(verdict, Outcome::denied) || has(verdict, Outcome::onlySome))
        verdict.effect = MeshEffect::narrowed;
    return verdict;
}

bool same(const MeshVerdict& a, const MeshVerdict& b)
{
    return a.effect == b.effect && sameSlices(a, b, [](const MeshSlice& x, const MeshSlice& y) {
               return sameOutcome(x, y) && x.by == y.by && x.notes == y.notes && x.unrouted == y.unrouted &&
                      x.unbound == y.unbound;
           });
}

bool sameAnswer(const MeshVerdict& a, const MeshVerdict& b)
{
    if (a.effect != b.effect || !(a.ports == b.ports))
        return false;
    return a.effect == MeshEffect::unchanged || a.effect == MeshEffect::denied || sameSlices(a, b, sameOutcome);
}

std::string outcomeText(const MeshSlice& slice)
{
    switch (slice.outcome) {
    case Outcome::allowed:
        return "allowed";
    case Outcome::denied:
        return "denied";
    case Outcome::onlySome:
        return (slice.allowing.empty() ? "" : "only ") + requestsText(slice);
    case Outcome::notDecided:
        break;
    }
    return "not decided";
}

std::string answerText(const MeshVerdict& verdict)
{
    if (verdict.effect == MeshEffect::unchanged || verdict.effect == MeshEffect::denied)
        return verdict.effect == MeshEffect::denied ? "denied" : "allowed";
    if (verdict.slices.size() == 1)
        return outcomeText(verdict.slices.front());
    std::string text;
    for (const MeshSlice& slice : verdict.slices)
        text += (text.empty() ? "" : "; ") + toText(slice.ports) + ": " + outcomeText(slice);
    return text;
}

std::string sentenceOf(const MeshVerdict& verdict)
{
    switch (verdict.effect) {
    case MeshEffect::denied:
        return "Reachable at the network, denied by the mesh.";
    case MeshEffect::narrowed:
        return "Reachable at the network; the mesh lets a part of it through.";
    case MeshEffect::undecided:
        return "Reachable at the network; what the mesh lets through of it is not decided here.";
    case MeshEffect::unchanged:
        break;
    }
    if (std::any_of(verdict.slices.begin(), verdict.slices.end(), [](const MeshSlice& slice) { return slice.unbound; }))
        return "Reachable at the network; policies of the mesh select the destination and bind nobody there: it runs without a "
               "proxy of the mesh.";
    const auto anySlice = [&](const auto& is) { return std::any_of(verdict.slices.begin(), verdict.slices.end(), is); };
    if (anySlice([](const MeshSlice& slice) { return !slice.notes.empty(); }))
        return "Reachable at the network, and the mesh lets all of it through, as far as what is assumed holds.";
    return anySlice([](const MeshSlice& slice) { return !slice.by.empty(); })
               ? "Reachable at the network, and the mesh lets all of it through."
               : "Reachable at the network, and no rule of the mesh is about this connection.";
}

std::string deciderText(const MeshDecider& by)
{
    return by.name + ": " + by.why;
}

std::string MeshSum::label() const
{
    if (word.empty() || word == "allowed")
        return {};
    if (word == "some requests")
        return "mesh: some requests on " + toText(allowed);
    return "mesh: " + (word == "some ports" ? toText(allowed) + " only" : word);
}

std::vector<AddressRange> piecesOf(const AddressRange& range, const std::vector<AddressRange>& parts)
{
    std::vector<AddressRange> pieces;
    for (auto part = std::lower_bound(parts.begin(), parts.end(), range.first,
                                      [](const AddressRange&one, const Address&first) { return one.last < first; });
         part != parts.end() && part->first <= range.last; ++part)
        pieces.push_back({std::max(part->first, range.first), std::min(part->last, range.last)});
    return pieces;
}

void noteController(MeshVerdict& verdict)
{
    for (MeshSlice& slice : verdict.slices)
        if (!slice.by.empty())
            slice.notes.emplace_back(controllerNote);
}

MeshAsker::MeshAsker(const MeshReach& mesh, const Connectivity& reach, const JobControl& job)
    : m_mesh(mesh), m_world(reach.world()), m_parts(cutAt(mesh.blocks())), m_stop(job.stop)
{
    for (const Network& network : m_world.networks)
        if (network.primary)
            m_networks.insert(network.name);
}

MeshEnd MeshAsker::endOf(const Party& party, const Party& other) const
{
    MeshEnd end;
    end.pod = party.index;
    switch (party.kind) {
    case Party::Kind::pod:
        return end;
    case Party::Kind::addresses:
        end.kind = End::Kind::addresses;
        end.range = party.range;
        return end;
    case Party::Kind::hostName:
        end.kind = End::Kind::hostName;
        end.name = party.name;
        return end;
    case Party::Kind::ingressController:
        if (other.kind == Party::Kind::pod)
            if (const auto pod = controllerOf(m_world, m_world.spaces[m_world.pods[other.index].space].cluster)) {
                end.pod = *pod;
                return end;
            }
        break;
    case Party::Kind::special:
    case Party::Kind::entireCluster:
    case Party::Kind::pods:
        break;
    }
    end.kind = End::Kind::special;
    end.name = idOf(m_world, party);
    return end;
}

// What belongs to a destination is worked out once, and callers that it sees alike are judged once, as long as they are not very
// many.
std::shared_ptr<const MeshVerdict> MeshAsker::verdict(const MeshRow& row, const PortSet& ports)
{
    const MeshEnd from = endOf(row.from, row.to), to = endOf(row.to, row.from);
    if (to.kind != End::Kind::pod)
        return shared(meshVerdict(m_mesh.between(from, to, nullptr), ports)); // an ingress controller leads to pods only
    auto known = m_asked.find(to.pod);
    if (known == m_asked.end()) {
        if (m_asked.size() >= mostDestinations) {
            m_asked.clear();
            m_kept = 0;
        }
        known = m_asked.emplace(to.pod, Asked{m_mesh.destinationOf(to.pod), {}}).first;
    }
    Asked& asked = known->second;
    const auto judge = [&] {
        MeshVerdict verdict = meshVerdict(m_mesh.between(from, to, &asked.destination), ports);
        if (row.from.kind == Party::Kind::ingressController)
            noteController(verdict);
        return shared(std::move(verdict));
    };
    if (row.from.kind != Party::Kind::pod)
        return judge();
    std::pair<MeshReach::Seen, PortSet> key{m_mesh.seen(from.pod, asked.destination, m_sights), ports};
    if (const auto found = asked.verdicts.find(key); found != asked.verdicts.end())
        return found->second;
    const std::size_t entries = key.first.who.size() + 8;
    if (asked.verdicts.size() >= mostSeen || m_kept + entries > mostKept)
        return judge();
    m_kept += entries;
    return asked.verdicts.emplace(std::move(key), judge()).first->second;
}

bool MeshAsker::isAsked(const Connection& connection, const std::string& network) const
{
    return m_networks.count(network) > 0 && !(connection.ports & tcpPorts()).empty();
}

std::shared_ptr<const MeshVerdict> MeshAsker::shared(MeshVerdict verdict)
{
    for (const std::shared_ptr<const MeshVerdict>& one : m_recent)
        if (one->ports == verdict.ports && one->allowed == verdict.allowed && same(*one, verdict))
            return one;
    if (m_recent.size() == mostShared)
        m_recent.pop_front();
    return m_recent.emplace_back(std::make_shared<const MeshVerdict>(std::move(verdict)));
}

std::vector<MeshRow> MeshAsker::rows(const Connection& connection, const std::string& network)
{
    std::vector<MeshRow> rows;
    if (!isAsked(connection, network))
        return rows;
    const auto pieces = [this](const Party& party) {
        return party.kind == Party::Kind::addresses ? piecesOf(party.range, m_parts) : std::vector<AddressRange>{party.range};
    };
    for (const AddressRange& from : pieces(connection.from))
        for (const AddressRange& to : pieces(connection.to)) {
            if (exhausted() || m_stop.stop_requested())
                return {}; // a part of it would be taken for all
            MeshRow row{connection.from, connection.to, network, nullptr};
            row.from.range = from;
            row.to.range = to;
            ++m_questions;
            row.verdict = verdict(row, connection.ports);
            // Of the two ends at most one is a range: pieces that follow each other touch.
            if (!rows.empty() && (rows.back().verdict == row.verdict || same(*rows.back().verdict, *row.verdict))) {
                rows.back().from.range.last = from.last;
                rows.back().to.range.last = to.last;
            } else {
                rows.push_back(std::move(row));
            }
        }
    return rows;
}

MeshSum MeshAsker::sum(const Connection& connection, const std::string& network)
{
    MeshSum sum;
    const std::vector<MeshRow> parts = rows(connection, network);
    if (parts.empty()) {
        if (isAsked(connection, network))
            sum.word = "not asked";
        return sum;
    }
    bool requests = false, open = false, all = true, none = true, alike = true;
    for (const MeshRow& row : parts) {
        sum.allowed |= row.verdict->allowed;
        requests = requests || has(*row.verdict, Outcome::onlySome);
        open = open || row.verdict->effect == MeshEffect::undecided;
        all = all && row.verdict->effect == MeshEffect::unchanged;
        none = none && row.verdict->effect == MeshEffect::denied;
        alike = alike && row.verdict->allowed == parts.front().verdict->allowed;
    }
    sum.word = all        ? "allowed"
               : none     ? "denied"
               : open     ? "not decided"
               : requests ? "some requests"
               : alike    ? "some ports"
                          : "some addresses";
    return sum;
}

} // namespace bartizan::report
