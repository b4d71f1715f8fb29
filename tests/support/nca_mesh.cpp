// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nca_mesh.h"

#include "tests/support/nca_texts.h"

#include <algorithm>
#include <set>

namespace bartizan::test {
namespace {

using connectivity::End;
using connectivity::MeshRequest;
using connectivity::MeshRequests;
using connectivity::MeshSlice;
using connectivity::PortSet;

using Words = std::set<std::string>;

// A word for each way in which the patterns can match: exactly, by beginning, by end, by both, not at all.
Words wordsOf(const std::set<std::string>& patterns, const std::string& fresh)
{
    Words words{fresh};
    std::set<std::string> begins, ends;
    for (const std::string& pattern : patterns) {
        if (pattern == "*")
            continue;
        if (pattern.front() == '*')
            ends.insert(pattern.substr(1));
        else if (pattern.back() == '*')
            begins.insert(pattern.substr(0, pattern.size() - 1));
        else
            words.insert(pattern);
    }
    for (const std::string& begin : begins) {
        words.insert(begin);
        words.insert(begin + "~");
        for (const std::string& end : ends)
            words.insert(begin + "~" + end);
    }
    for (const std::string& end : ends) {
        words.insert(end);
        words.insert("~" + end);
    }
    words.erase("");
    return words;
}

struct Patterns {
    std::set<std::string> paths, hosts;

    void add(const NcaTcp& slices)
    {
        for (const MeshSlice& slice : slices)
            for (const std::vector<MeshRequests>* list : {&slice.allowing, &slice.denying})
                for (const MeshRequests& one : *list) {
                    paths.insert(one.paths.begin(), one.paths.end());
                    paths.insert(one.notPaths.begin(), one.notPaths.end());
                    hosts.insert(one.hosts.begin(), one.hosts.end());
                    hosts.insert(one.notHosts.begin(), one.notHosts.end());
                }
        paths.erase("");
        hosts.erase("");
    }
};

// 0 no, 1 depends on more, 2 yes.
int passes(const NcaTcp& slices, const PortSet& ports, const MeshRequest& request)
{
    int best = 0;
    for (const MeshSlice& slice : slices) {
        if (!slice.ports.contains(ports))
            continue;
        const std::optional<bool> is = connectivity::passes(slice, request);
        best = std::max(best, !is ? 1 : *is ? 2 : 0);
    }
    return best;
}

void read(std::string_view text, std::vector<std::string>& is, std::vector<std::string>& isNot) // "a, b", "all but a, b"
{
    constexpr std::string_view negated = "all but ";
    const bool without = text.substr(0, negated.size()) == negated;
    for (const std::string_view part : ncaParts(without ? text.substr(negated.size()) : text))
        (without ? isNot : is).emplace_back(part);
}

} // namespace

NcaEnd ncaPod(std::size_t index)
{
    NcaEnd made;
    made.end = End{End::Kind::pod, index};
    made.mesh.pod = index;
    return made;
}

NcaEnd ncaAddresses(std::size_t index, const connectivity::AddressRange& range)
{
    NcaEnd made;
    made.end = End{End::Kind::addresses, index};
    made.mesh.kind = End::Kind::addresses;
    made.mesh.range = range;
    return made;
}

NcaEnd ncaHost(const std::string& name)
{
    NcaEnd made;
    made.end = End{End::Kind::hostName, 0};
    made.mesh.kind = End::Kind::hostName;
    made.mesh.name = name;
    return made;
}

PortSet networkOf(const NcaState& state, const std::optional<NcaEnd>& from, const std::optional<NcaEnd>& to)
{
    if (!from || !to || from->mesh.kind == End::Kind::hostName)
        return {};
    if (to->mesh.kind != End::Kind::hostName)
        return state.connectivity->allowed(from->end, to->end);
    PortSet ports = PortSet::everything();
    const auto& ranges = state.connectivity->ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (!ranges[i].first.v6)
            ports &= state.connectivity->allowed(from->end, End{End::Kind::addresses, i});
    return ports;
}

NcaTcp meshOf(const NcaState& state, const std::optional<NcaEnd>& from, const std::optional<NcaEnd>& to)
{
    NcaTcp slices;
    const PortSet network = networkOf(state, from, to) & connectivity::tcpPorts();
    if (network.empty())
        return slices;
    for (MeshSlice& slice : state.mesh->between(from->mesh, to->mesh).slices) {
        slice.ports &= network;
        if (slice.otherPorts && slice.outcome == MeshSlice::Outcome::denied)
            slice.outcome = MeshSlice::Outcome::allowed;
        if (!slice.unrouted && !slice.byName && !slice.ports.empty() && slice.outcome != MeshSlice::Outcome::denied)
            slices.push_back(std::move(slice));
    }
    return slices;
}

std::optional<NcaTcp> ncaTcp(std::string_view text)
{
    NcaTcp slices;
    if (text == "All connections") {
        slices.emplace_back();
        slices.back().ports = connectivity::tcpPorts();
        return slices;
    }
    while (!text.empty()) {
        const std::size_t end = text.find('}');
        if (text.front() != '{' || end == std::string_view::npos)
            return std::nullopt;
        MeshSlice slice;
        MeshRequests requests;
        std::string ports;
        for (const auto& [key, value] : ncaFields(text.substr(1, end - 1))) {
            if (key == "methods")
                read(value, requests.methods, requests.notMethods);
            else if (key == "paths")
                read(value, requests.paths, requests.notPaths);
            else if (key == "hosts")
                read(value, requests.hosts, requests.notHosts);
            else
                ports += (ports.empty() ? "" : ",") + key + ":" + value;
        }
        const auto set = ports.empty() ? std::optional(connectivity::tcpPorts()) : ncaConnection("{" + ports + "}");
        if (!set)
            return std::nullopt;
        slice.ports = *set & connectivity::tcpPorts();
        if (!requests.every()) {
            slice.outcome = MeshSlice::Outcome::onlySome;
            slice.allowing.push_back(std::move(requests));
        }
        slices.push_back(std::move(slice));
        text.remove_prefix(end + 1);
        if (!text.empty() && text.front() == ',')
            text.remove_prefix(1);
    }
    return slices;
}

bool sameTcp(const NcaTcp& a, const NcaTcp& b)
{
    constexpr const char* methods[] = {"GET", "HEAD", "POST", "PUT", "DELETE", "CONNECT", "OPTIONS", "TRACE", "PATCH"};
    std::vector<PortSet> sets{connectivity::tcpPorts()};
    Patterns patterns;
    for (const NcaTcp* slices : {&a, &b}) {
        patterns.add(*slices);
        for (const MeshSlice& slice : *slices)
            sets.push_back(slice.ports);
    }
    const Words paths = wordsOf(patterns.paths, "/~"), hosts = wordsOf(patterns.hosts, "~");
    for (const PortSet& part : connectivity::cutAt(sets)) {
        const PortSet ports = part & connectivity::tcpPorts();
        if (ports.empty())
            continue;
        for (const char* method : methods)
            for (const std::string& path : paths)
                for (const std::string& host : hosts)
                    if (const MeshRequest request{method, path, host}; passes(a, ports, request) != passes(b, ports, request))
                        return false;
    }
    return true;
}

bool nothingPasses(const NcaTcp& slices)
{
    return sameTcp(slices, {});
}

std::string tcpText(const NcaTcp& slices)
{
    std::string text;
    for (const MeshSlice& slice : slices)
        text += (text.empty() ? "" : " | ") + toText(slice.ports) + " " + connectivity::toWord(slice.outcome) +
                (slice.outcome == MeshSlice::Outcome::onlySome ? " " + connectivity::requestsText(slice) : std::string());
    return text.empty() ? "nothing" : text;
}

} // namespace bartizan::test
