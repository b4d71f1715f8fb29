// SPDX-License-Identifier: GPL-3.0-or-later
// The mesh's part of connectivity: what its policies make of TCP connections that the network allows. Connections keep
// their meaning; this is said beside them, by every format from here. Only networks that are somebody's primary one are
// asked about; ranges of addresses are cut where the mesh tells parts of them apart.
#pragma once

#include "analysis/connectivity/answers.h"
#include "analysis/connectivity/mesh_reach.h"
#include "report/input.h"

#include <deque>
#include <map>
#include <memory>
#include <set>
#include <stop_token>
#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::report {

struct ConnectivityView;

enum class MeshEffect {
    unchanged, // everything passes
    denied,    // nothing does
    narrowed,  // some ports, or some requests
    undecided, // of some ports that depends on what is outside of this program
};
const char* toWord(MeshEffect);

struct MeshVerdict {
    connectivity::PortSet ports;                 // TCP that the network allows
    connectivity::PortSet allowed;               // of them, for some request at least
    std::vector<connectivity::MeshSlice> slices; // together `ports`, sorted
    MeshEffect effect = MeshEffect::unchanged;
};
MeshVerdict meshVerdict(const connectivity::MeshAnswer&, const connectivity::PortSet& network);
bool same(const MeshVerdict&, const MeshVerdict&);         // with what decides
bool sameAnswer(const MeshVerdict&, const MeshVerdict&);   // whatever decides
std::string outcomeText(const connectivity::MeshSlice&);   // "denied", "only GET, path /a*": a clause
std::string answerText(const MeshVerdict&);                // "denied", "TCP 80: only GET; TCP 443: denied"
std::string sentenceOf(const MeshVerdict&);                // of a pair that is explained: a sentence
std::string deciderText(const connectivity::MeshDecider&); // "AuthorizationPolicy shop/cart: a rule denies"

struct MeshRow { // a connection, or the part of its addresses that the mesh treats alike
    connectivity::Party from, to;
    std::string network;
    std::shared_ptr<const MeshVerdict> verdict; // rows that are answered alike share it
};

// For one cell or label: all rows of a connection in a word.
struct MeshSum {
    std::string word; // "allowed", "denied", "some requests", "some ports", "some addresses", "not decided", "not asked", ""
    connectivity::PortSet allowed;
    std::string label() const; // of what is not simply allowed: "mesh: some requests on TCP 80"; "" = nothing to say
};

constexpr std::size_t mostMeshRows = 100000, mostMeshQuestions = 2000000;

class MeshAsker {
public:
    MeshAsker(const connectivity::MeshReach&, const connectivity::Connectivity&, const JobControl&);

    // None where the network is an attached one, nothing of TCP is allowed, too much has been asked or the job is stopped.
    std::vector<MeshRow> rows(const connectivity::Connection&, const std::string& network);
    MeshSum sum(const connectivity::Connection&, const std::string& network);
    bool exhausted() const { return m_questions >= mostMeshQuestions; }

private:
    connectivity::MeshEnd endOf(const connectivity::Party&, const connectivity::Party& other) const;
    std::shared_ptr<const MeshVerdict> verdict(const MeshRow&, const connectivity::PortSet& ports);
    bool isAsked(const connectivity::Connection&, const std::string& network) const;
    std::shared_ptr<const MeshVerdict> shared(MeshVerdict);

    const connectivity::MeshReach& m_mesh;
    const connectivity::World& m_world;
    std::vector<connectivity::AddressRange> m_parts; // of all addresses, cut at the mesh's blocks
    std::set<std::string> m_networks;                // that are asked about
    struct Asked {
        connectivity::MeshReach::Destination destination;
        std::map<std::pair<connectivity::MeshReach::Seen, connectivity::PortSet>, std::shared_ptr<const MeshVerdict>> verdicts;
    };
    std::unordered_map<std::size_t, Asked> m_asked; // by World::pods
    connectivity::MeshReach::Sights m_sights;
    std::size_t m_questions = 0, m_kept = 0;
    std::stop_token m_stop;
    std::deque<std::shared_ptr<const MeshVerdict>> m_recent; // to be shared
};

// The pieces of a range; `parts` are sorted, disjoint and cover everything.
std::vector<connectivity::AddressRange> piecesOf(const connectivity::AddressRange&,
                                                 const std::vector<connectivity::AddressRange>& parts);
void noteController(MeshVerdict&); // of a caller that is an ingress controller: what the answer rests on

struct MeshFacts {
    bool told = false;         // counts and rows are there
    std::vector<MeshRow> rows; // that do not pass as the network says; sorted
    std::size_t pairs = 0, unchanged = 0, denied = 0, narrowed = 0, undecided = 0;
    std::string leftOut; // what is not there and why: sentences; "" = nothing
};
MeshFacts meshFacts(const ReportInput&, const ConnectivityView&); // of a view that has a mesh

// Pairs of workloads for which the network says the same in both states, and the mesh does not.
struct MeshDifference {
    std::string network, from, to;
    connectivity::PortSet ports; // that the network allows
    std::string before, after;   // answerText()
    std::string note() const;    // "the mesh: denied before, allowed now": a clause
};
struct MeshState {
    const connectivity::Connectivity& reach;
    const connectivity::Answers& answers;
    const connectivity::MeshReach* mesh; // null: no policy of a mesh has a say
};
struct MeshDifferences {
    std::vector<MeshDifference> rows;
    bool cut = false; // more pairs would have to be asked about
};
MeshDifferences meshDifferences(const ReportInput&, const MeshState& before, const MeshState& after);

} // namespace bartizan::report
