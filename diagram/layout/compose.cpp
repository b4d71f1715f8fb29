// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/compose.h"

#include "diagram/groups.h"
#include "diagram/nodes.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace bartizan::diagram::layout {

namespace {

constexpr double columnGap = 28; // inside a namespace, between cells
constexpr double rowGap = 6;
constexpr double itemColumnGap = 60;
constexpr double itemRowGap = 24;
constexpr int litWeight = 200;
const QSizeF emptyGroup(180, 100); // known by reference only

bool laysOut(const Edge& edge) { return edge.kind != EdgeKind::latent && edge.from != edge.to; }

// One namespace: its graph and which node each box stands for.
struct Inner {
    int group = -1;
    std::vector<int> linked;   // box i stands for linked[i]; ports follow
    std::vector<int> isolated; // placed in a grid below
    std::vector<std::pair<int, int>> linkNodes; // by link; ports have (-1, -1)
    Graph graph;
};

// A node with many callees of its own would make one endless column: they are spread over several.
void staggerLeaves(Graph& graph, int rowsAtLeast, double rowsPerRoot)
{
    std::vector<int> degree(graph.boxes.size(), 0);
    for (const Link& link : graph.links) {
        ++degree[static_cast<std::size_t>(link.from)];
        ++degree[static_cast<std::size_t>(link.to)];
    }
    std::map<std::pair<int, bool>, std::vector<std::size_t>> leaves; // by hub and direction
    for (std::size_t i = 0; i < graph.links.size(); ++i) {
        const Link& link = graph.links[i];
        if (link.weight > 50)
            continue;
        if (degree[static_cast<std::size_t>(link.to)] == 1)
            leaves[{link.from, true}].push_back(i);
        else if (degree[static_cast<std::size_t>(link.from)] == 1)
            leaves[{link.to, false}].push_back(i);
    }
    for (const auto& [hub, links] : leaves) {
        const int rows = std::max(rowsAtLeast, static_cast<int>(std::ceil(std::sqrt(static_cast<double>(links.size())) * rowsPerRoot)));
        for (std::size_t i = 0; i < links.size(); ++i)
            graph.links[links[i]].span = 1 + std::min(40, static_cast<int>(i) / rows);
    }
}

class Composer {
public:
    Composer(Drawing& drawing, const LayoutOptions& options, Composition& composition, HelperReport& report)
        : m_drawing(drawing), m_options(options), m_out(composition), m_report(report)
    {
    }

    bool run()
    {
        m_out.itemOf.assign(m_drawing.nodes.size(), -1);
        m_out.rowOf.assign(m_drawing.nodes.size(), keepY);
        makeItems();
        if (!placeInner())
            return false;
        return placeItems();
    }

private:
    Node& node(int index) { return m_drawing.nodes[static_cast<std::size_t>(index)]; }

    bool isHidden(const Node& n) const { return n.group >= 0 && m_drawing.groups[static_cast<std::size_t>(n.group)].collapsed; }

    void makeItems()
    {
        const bool overview = m_drawing.nodes.size() > static_cast<std::size_t>(collapseAbove);
        for (std::size_t g = 0; g < m_drawing.groups.size(); ++g) {
            Group& group = m_drawing.groups[g];
            group.dots = group.collapsed && overview;
            Item item;
            item.end = {true, static_cast<int>(g)};
            if (group.dots)
                item.size = dotsSize(group) + QSizeF(0, boundary::tab);
            else if (group.collapsed)
                item.size = QSizeF(boundary::sheetWidth + boundary::sheetOffset, boundary::sheetHeight + boundary::sheetOffset);
            else
                item.size = emptyGroup + QSizeF(0, boundary::tab);
            for (const int n : group.nodes) {
                node(n).shown = !group.collapsed;
                m_out.itemOf[static_cast<std::size_t>(n)] = static_cast<int>(m_out.items.size());
                if (group.collapsed)
                    m_out.rowOf[static_cast<std::size_t>(n)] = item.size.height() / 2;
                else
                    item.nodes.push_back(n);
            }
            m_out.items.push_back(std::move(item));
        }
        for (std::size_t n = 0; n < m_drawing.nodes.size(); ++n) {
            if (m_drawing.nodes[n].group >= 0)
                continue;
            m_drawing.nodes[n].shown = true;
            m_out.itemOf[n] = static_cast<int>(m_out.items.size());
            m_out.items.push_back({{false, static_cast<int>(n)}, {cellWidth, cellHeight}, {}, {static_cast<int>(n)}});
        }
    }

    Inner innerOf(const Group& group, int index)
    {
        Inner inner;
        inner.group = index;
        inner.graph.columnGap = columnGap;
        inner.graph.rowGap = rowGap;
        inner.graph.splines = group.nodes.size() <= 120;
        // By label, so that the picture does not change when a verdict does.
        std::vector<int> members = group.nodes;
        std::sort(members.begin(), members.end(), [&](int a, int b) {
            return std::tie(node(a).label, node(a).id, a) < std::tie(node(b).label, node(b).id, b);
        });
        const std::set<int> inside(members.begin(), members.end());
        std::map<std::pair<int, int>, bool> links; // lit?
        std::set<int> litIn;
        std::set<int> litOut;
        std::set<int> touched;
        for (const Edge& edge : m_drawing.edges) {
            if (!laysOut(edge))
                continue;
            const bool from = inside.count(edge.from) > 0;
            const bool to = inside.count(edge.to) > 0;
            const bool lit = edge.lit != Lit::none && !edge.bypass;
            if (from && to) {
                links[{edge.from, edge.to}] |= lit;
                touched.insert({edge.from, edge.to});
            } else if (lit && to) {
                litIn.insert(edge.to);
            } else if (lit && from) {
                litOut.insert(edge.from);
            }
        }
        touched.insert(litIn.begin(), litIn.end());
        touched.insert(litOut.begin(), litOut.end());
        std::map<int, int> boxOf;
        for (const int n : members) {
            if (touched.count(n) == 0) {
                inner.isolated.push_back(n);
                continue;
            }
            boxOf[n] = static_cast<int>(inner.linked.size());
            inner.linked.push_back(n);
            inner.graph.boxes.push_back({cellWidth, cellHeight, Side::free});
        }
        for (const auto& [ends, lit] : links)
            addLink(inner, boxOf[ends.first], boxOf[ends.second], lit ? litWeight : 1, ends);
        // A light that crosses the wall keeps its lane free inside: a port on that side, straight ahead.
        for (const int n : litIn)
            addLink(inner, addPort(inner, Side::left), boxOf[n], litWeight, {-1, -1});
        for (const int n : litOut)
            addLink(inner, boxOf[n], addPort(inner, Side::right), litWeight, {-1, -1});
        staggerLeaves(inner.graph, 6, 1.1);
        return inner;
    }

    static int addPort(Inner& inner, Side side)
    {
        inner.graph.boxes.push_back({2, 24, side});
        return static_cast<int>(inner.graph.boxes.size()) - 1;
    }

    static void addLink(Inner& inner, int from, int to, int weight, std::pair<int, int> nodes)
    {
        inner.graph.links.push_back({from, to, weight, 1});
        inner.linkNodes.push_back(nodes);
    }

    bool placeInner()
    {
        std::vector<Inner> inners;
        std::vector<Graph> graphs;
        for (std::size_t g = 0; g < m_drawing.groups.size(); ++g) {
            const Group& group = m_drawing.groups[g];
            if (group.collapsed || group.nodes.empty())
                continue;
            inners.push_back(innerOf(group, static_cast<int>(g)));
            graphs.push_back(inners.back().graph);
        }
        const std::vector<Placement> placements = place(graphs, helperOptions(), m_options.stop, m_report);
        if (m_report.cancelled)
            return false;
        for (std::size_t i = 0; i < inners.size(); ++i)
            settle(inners[i], placements[i]);
        return true;
    }

    HelperOptions helperOptions() const { return {m_options.helper, m_options.processes, m_options.deadlineMs}; }

    // Places relative to the item's top left: tab, padding, then the cells.
    void settle(const Inner& inner, const Placement& placement)
    {
        const Group& group = m_drawing.groups[static_cast<std::size_t>(inner.group)];
        QRectF content;
        for (std::size_t i = 0; i < inner.linked.size(); ++i) {
            Node& n = node(inner.linked[i]);
            n.centre = placement.centres[i] + QPointF(keepX - cellWidth / 2, keepY - cellHeight / 2);
            content = content.united(cellOf(n));
        }
        grid(inner.isolated, content);
        const double title = static_cast<double>(std::min<qsizetype>(group.label.size(), 24)) * 7.5 + 36 + 130;
        const double width = std::max(content.width() + 2 * boundary::padding, title);
        const double spare = (width - content.width()) / 2;
        const QPointF shift = QPointF(spare, boundary::tab + boundary::padding - 6) - content.topLeft();
        Item& item = m_out.items[static_cast<std::size_t>(m_out.itemOf[static_cast<std::size_t>(group.nodes[0])])];
        item.size = {width, content.height() + 2 * boundary::padding - 12 + boundary::tab};
        for (const int n : group.nodes) {
            node(n).centre += shift;
            m_out.rowOf[static_cast<std::size_t>(n)] = node(n).centre.y();
        }
        const QPointF keepShift = shift + QPointF(keepX - cellWidth / 2, keepY - cellHeight / 2);
        for (std::size_t i = 0; i < inner.linkNodes.size() && i < placement.splines.size(); ++i) {
            if (inner.linkNodes[i].first < 0 || placement.splines[i].empty())
                continue;
            std::vector<QPointF> points = placement.splines[i];
            for (QPointF& p : points)
                p += keepShift;
            m_out.splines[inner.linkNodes[i]] = std::move(points);
        }
    }

    void grid(const std::vector<int>& nodes, QRectF& content)
    {
        if (nodes.empty())
            return;
        constexpr double pitchX = cellWidth + 16;
        constexpr double pitchY = cellHeight + rowGap;
        const int wide = static_cast<int>((content.width() + 16) / pitchX);
        const int square = static_cast<int>(std::ceil(std::sqrt(static_cast<double>(nodes.size()))));
        const int columns = std::max({1, wide, square});
        const QPointF start = content.isNull() ? QPointF() : QPointF(content.left(), content.bottom() + rowGap);
        for (std::size_t i = 0; i < nodes.size(); ++i) {
            const int column = static_cast<int>(i) % columns;
            const int row = static_cast<int>(i) / columns;
            node(nodes[i]).centre = start + QPointF(keepX + column * pitchX, keepY + row * pitchY);
            content = content.united(cellOf(node(nodes[i])));
        }
    }

    bool placeItems()
    {
        Graph graph;
        graph.columnGap = itemColumnGap;
        graph.rowGap = itemRowGap;
        for (const Item& item : m_out.items) {
            Side side = Side::free;
            if (!item.end.group) {
                const NodeKind kind = node(item.end.index).kind;
                if (kind == NodeKind::entry || kind == NodeKind::internet)
                    side = Side::left;
                else if (kind == NodeKind::outside || kind == NodeKind::store)
                    side = Side::right;
            }
            graph.boxes.push_back({item.size.width(), item.size.height(), side});
        }
        std::map<std::pair<int, int>, int> weights;
        for (const Edge& edge : m_drawing.edges) {
            const int from = m_out.itemOf[static_cast<std::size_t>(edge.from)];
            const int to = m_out.itemOf[static_cast<std::size_t>(edge.to)];
            if (laysOut(edge) && from != to && !edge.bypass)
                weights[{from, to}] += edge.lit != Lit::none ? litWeight : 1;
        }
        for (const auto& [ends, weight] : weights)
            graph.links.push_back({ends.first, ends.second, weight >= litWeight ? litWeight : std::min(weight, 8), 1});
        staggerLeaves(graph, 7, 1.5);
        const std::vector<Placement> placed = place({graph}, helperOptions(), m_options.stop, m_report);
        if (m_report.cancelled)
            return false;
        arrange(m_drawing, placed[0], m_out);
        for (const Item& item : m_out.items)
            moveTo(item);
        return true;
    }

    void moveTo(const Item& item)
    {
        if (!item.end.group) {
            node(item.end.index).centre = item.place + QPointF(keepX, keepY);
            return;
        }
        Group& group = m_drawing.groups[static_cast<std::size_t>(item.end.index)];
        const double above = group.collapsed && !group.dots ? 0 : boundary::tab;
        const double sheet = group.collapsed && !group.dots ? boundary::sheetOffset : 0;
        group.rect = QRectF(item.place + QPointF(0, above), item.size - QSizeF(sheet, above + sheet));
        for (const int n : group.nodes)
            node(n).centre = group.collapsed ? group.rect.center() : node(n).centre + item.place;
        for (auto& [ends, points] : m_out.splines) {
            if (node(ends.first).group != item.end.index)
                continue;
            for (QPointF& p : points)
                p += item.place;
        }
    }

    Drawing& m_drawing;
    const LayoutOptions& m_options;
    Composition& m_out;
    HelperReport& m_report;
};

} // namespace

bool compose(Drawing& drawing, const LayoutOptions& options, Composition& composition, HelperReport& report)
{
    return Composer(drawing, options, composition, report).run();
}

} // namespace bartizan::diagram::layout
