// SPDX-License-Identifier: MIT
#include "diagram/layout/main/dot.h"

#include <algorithm>
#include <cstdio>
#include <string>

extern "C" {
extern gvplugin_library_t gvplugin_dot_layout_LTX_library;
}

namespace layout {

namespace {

constexpr double pointsPerInch = 72;

std::string number(double value)
{
    char text[40];
    std::snprintf(text, sizeof text, "%.4f", value);
    return text;
}

// cgraph wants char* for texts it only reads.
char* text(const std::string& s)
{
    return const_cast<char*>(s.c_str());
}
char* text(const char* s)
{
    return const_cast<char*>(s);
}

void attribute(Agraph_t* graph, int kind, const char* name, const std::string& value)
{
    agattr(graph, kind, text(name), text(value));
}

void setAttributes(Agraph_t* graph, const Request& request)
{
    attribute(graph, AGRAPH, "rankdir", "LR");
    attribute(graph, AGRAPH, "ranksep", number(request.rankSep / pointsPerInch));
    attribute(graph, AGRAPH, "nodesep", number(request.nodeSep / pointsPerInch));
    // Never ortho or curved: both have been seen to crash or to take minutes.
    attribute(graph, AGRAPH, "splines", request.mode == Mode::curves ? "true" : "");
    attribute(graph, AGRAPH, "rank", "");
    if (request.mode == Mode::order)
        attribute(graph, AGRAPH, "phase", "2");
    if (request.lowEffort) {
        attribute(graph, AGRAPH, "nslimit", "1");
        attribute(graph, AGRAPH, "nslimit1", "1");
        attribute(graph, AGRAPH, "mclimit", "0.2");
    }
    attribute(graph, AGNODE, "shape", "box");
    attribute(graph, AGNODE, "label", "");
    attribute(graph, AGNODE, "fixedsize", "true");
    attribute(graph, AGNODE, "width", "1");
    attribute(graph, AGNODE, "height", "1");
    attribute(graph, AGEDGE, "weight", "1");
    attribute(graph, AGEDGE, "minlen", "1");
    // Lines run to the keep's centre; the caller clips them at the wall.
    attribute(graph, AGEDGE, "headclip", "false");
    attribute(graph, AGEDGE, "tailclip", "false");
    attribute(graph, AGEDGE, "arrowhead", "none");
}

Agraph_t* rankGroup(Agraph_t* graph, const char* name, const char* rank)
{
    Agraph_t* group = agsubg(graph, text(name), 1);
    agsafeset(group, text("rank"), text(rank), text(""));
    return group;
}

std::vector<Agnode_t*> addNodes(Agraph_t* graph, const Request& request)
{
    std::vector<Agnode_t*> nodes;
    nodes.reserve(request.nodes.size());
    Agraph_t* first = nullptr;
    Agraph_t* last = nullptr;
    for (std::size_t i = 0; i < request.nodes.size(); ++i) {
        const RequestNode& wanted = request.nodes[i];
        Agnode_t* node = agnode(graph, text(std::to_string(i)), 1);
        agset(node, text("width"), text(number(wanted.width / pointsPerInch)));
        agset(node, text("height"), text(number(wanted.height / pointsPerInch)));
        if (wanted.rank == Rank::min) {
            first = first ? first : rankGroup(graph, "first", "min");
            agsubnode(first, node, 1);
        } else if (wanted.rank == Rank::max) {
            last = last ? last : rankGroup(graph, "last", "max");
            agsubnode(last, node, 1);
        }
        nodes.push_back(node);
    }
    return nodes;
}

// After phase 2: the rank, and the place in it among real and virtual nodes.
Point orderOf(Agraph_t* graph, Agnode_t* node)
{
    const int rank = ND_rank(node);
    const int first = GD_minrank(graph);
    const int count = std::max(1, GD_rank(graph)[rank].n);
    return {static_cast<double>(rank - first), (ND_order(node) + 0.5) / count};
}

std::vector<Point> points(Agedge_t* edge, const boxf& bounds)
{
    std::vector<Point> result;
    const splines* drawn = ED_spl(edge);
    if (!drawn || drawn->size != 1)
        return result;
    const bezier& curve = drawn->list[0];
    for (int i = 0; i < curve.size; ++i)
        result.push_back({curve.list[i].x - bounds.LL.x, bounds.UR.y - curve.list[i].y});
    return result;
}

} // namespace

Dot::Dot()
{
    static lt_symlist_t plugins[] = {{"gvplugin_dot_layout_LTX_library", &gvplugin_dot_layout_LTX_library}, {nullptr, nullptr}};
    m_context = gvContextPlugins(plugins, 0);
    agseterr(AGMAX); // standard error is nobody's to read
}

Dot::~Dot()
{
    gvFreeContext(m_context);
}

bool Dot::place(const Request& request, Placed& placed)
{
    Agraph_t* graph = agopen(text("g"), Agdirected, nullptr);
    setAttributes(graph, request);
    const std::vector<Agnode_t*> nodes = addNodes(graph, request);
    std::vector<Agedge_t*> edges;
    for (std::size_t i = 0; i < request.edges.size(); ++i) {
        const RequestEdge& wanted = request.edges[i];
        Agedge_t* edge = agedge(graph, nodes[wanted.from], nodes[wanted.to], text(std::to_string(i)), 1);
        if (wanted.weight != 1)
            agset(edge, text("weight"), text(std::to_string(wanted.weight)));
        if (wanted.span != 1)
            agset(edge, text("minlen"), text(std::to_string(wanted.span)));
        edges.push_back(edge);
    }
    const bool laidOut = gvLayout(m_context, graph, "dot") == 0;
    if (laidOut) {
        const bool order = request.mode == Mode::order;
        const boxf bounds = GD_bb(graph);
        placed.width = order ? 0 : bounds.UR.x - bounds.LL.x;
        placed.height = order ? 0 : bounds.UR.y - bounds.LL.y;
        for (Agnode_t* node : nodes) {
            const Point centre = {ND_coord(node).x - bounds.LL.x, bounds.UR.y - ND_coord(node).y};
            placed.nodes.push_back(order ? orderOf(graph, node) : centre);
        }
        for (Agedge_t* edge : edges)
            placed.edges.push_back(request.mode == Mode::curves ? points(edge, bounds) : std::vector<Point>{});
        gvFreeLayout(m_context, graph);
    }
    agclose(graph);
    return laidOut;
}

} // namespace layout
