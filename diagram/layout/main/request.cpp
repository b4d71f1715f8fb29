// SPDX-License-Identifier: MIT
#include "diagram/layout/main/request.h"

#include <cmath>
#include <sstream>
#include <string>

namespace layout {

namespace {

// Far beyond any drawing a person can read; bounds the memory a wrong caller can ask for.
constexpr std::size_t maxNodes = 200000;
constexpr std::size_t maxEdges = 1000000;
constexpr double maxLength = 100000;

bool length(std::istream& in, double& value)
{
    return (in >> value) && std::isfinite(value) && value >= 0 && value <= maxLength;
}

bool readGraph(std::istream& in, Request& request)
{
    std::string mode;
    std::string effort;
    if (!(in >> mode >> effort) || !length(in, request.rankSep) || !length(in, request.nodeSep))
        return false;
    request.mode = mode == "curves" ? Mode::curves : mode == "places" ? Mode::places : Mode::order;
    request.lowEffort = effort == "low";
    return (mode == "order" || request.mode != Mode::order) && (effort == "full" || effort == "low");
}

bool readNode(std::istream& in, Request& request)
{
    RequestNode node;
    std::string rank;
    if (!length(in, node.width) || !length(in, node.height) || !(in >> rank))
        return false;
    if (rank == "min")
        node.rank = Rank::min;
    else if (rank == "max")
        node.rank = Rank::max;
    else if (rank != "-")
        return false;
    request.nodes.push_back(node);
    return true;
}

bool readEdge(std::istream& in, Request& request)
{
    RequestEdge edge;
    if (!(in >> edge.from >> edge.to >> edge.weight >> edge.span))
        return false;
    if (edge.weight < 1 || edge.weight > 1000 || edge.span < 0 || edge.span > 100)
        return false;
    if (edge.from >= request.nodes.size() || edge.to >= request.nodes.size())
        return false;
    request.edges.push_back(edge);
    return true;
}

} // namespace

ReadState read(std::istream& in, Request& request)
{
    std::string line;
    ReadState state = ReadState::ok;
    bool started = false;
    while (std::getline(in, line)) {
        std::istringstream fields(line);
        std::string word;
        fields >> word;
        if (word == "end")
            return started ? state : ReadState::syntax;
        if (state != ReadState::ok)
            continue;
        if (request.nodes.size() > maxNodes || request.edges.size() > maxEdges)
            state = ReadState::size;
        else if (word == "graph" && !started)
            started = readGraph(fields, request);
        else if (!started || !((word == "node" && readNode(fields, request)) || (word == "edge" && readEdge(fields, request))))
            state = ReadState::syntax;
    }
    return ReadState::done;
}

} // namespace layout
