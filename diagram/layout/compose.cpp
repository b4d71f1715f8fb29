// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/layout/compose.h"

#include "diagram/groups.h"
#include "diagram/layout/columns.h"
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

bool laysOut(const Edge& edge)
{
    return edge.kind != EdgeKind::latent && edge.from != edge.to;
}

// One namespace: its graph and which node each box stands for.
struct Inner {
    int group = -1;
    std::vector<int> linked;   // box i stands for linked[i]
    std::vector<int> isolated; // placed in a grid below
    Graph graph;               // for dot
    std::vector<Tie> ties;     // for the columns after dot
};

class Composer {
public:
    Composer(Drawing& drawing, const LayoutOptions& options, const Shape& shape, Hints& hints, Composition& composition,
             HelperReport& report)
        : m_drawing(drawing), m_options(options), m_shape(shape), m_hints(hints), m_out(composition), m_report(report)
    {
    }

    bool run()
    {
        m_out.itemOf.assign(m_drawing.nodes.size(), -1);
        m_out.rowOf.assign(m_drawing.nodes.size(), keepY);
        m_edgesOf.resize(m_drawing.nodes.size());
        for (std::size_t i = 0; i < m_drawing.edges.size(); ++i) {
            if (!laysOut(m_drawing.edges[i]))
                continue;
            m_edgesOf[static_cast<std::size_t>(m_drawing.edges[i].from)].push_back(static_cast<int>(i));
            m_edgesOf[static_cast<std::size_t>(m_drawing.edges[i].to)].push_back(static_cast<int>(i));
        }
        makeItems();
        if (!placeInner())
            return false;
        return placeItems();
    }

private:
    Node& node(int index) { return m_drawing.nodes[static_cast<std::size_t>(index)]; }

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
                    m_out.rowOf[static_cast<std::size_t>(n)] =
                        (item.size.height() + (group.dots ? boundary::tab : -boundary::sheetOffset)) / 2;
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
        // By label, so that the picture does not change when a verdict does.
        std::vector<int> members = group.nodes;
        std::sort(members.begin(), members.end(),
                  [&](int a, int b) { return std::tie(node(a).label, node(a).id, a) < std::tie(node(b).label, node(b).id, b); });
        const std::set<int> inside(members.begin(), members.end());
        std::map<std::pair<int, int>, bool> links; // lit? -1 stands for the far side of the wall
        std::map<int, Side> touched;               // by node; those with calls across the wall only keep to their side
        for (const int m : members) {
            for (const int e : m_edgesOf[static_cast<std::size_t>(m)]) {
                const Edge& edge = m_drawing.edges[static_cast<std::size_t>(e)];
                const int from = inside.count(edge.from) > 0 ? edge.from : -1;
                const int to = inside.count(edge.to) > 0 ? edge.to : -1;
                const bool lit = edge.lit != Lit::none && !edge.bypass;
                const bool within = from >= 0 && to >= 0;
                if (within || lit)
                    touched[m] = Side::free;
                else
                    touched.try_emplace(m, to >= 0 ? Side::left : Side::right);
                if (within || lit)
                    links[{from, to}] |= lit;
            }
        }
        std::map<int, int> boxOf{{-1, -1}};
        for (const int n : members) {
            const auto found = touched.find(n);
            if (found == touched.end()) {
                inner.isolated.push_back(n);
                continue;
            }
            boxOf[n] = static_cast<int>(inner.linked.size());
            inner.linked.push_back(n);
            inner.graph.boxes.push_back({cellWidth, cellHeight, found->second});
        }
        for (const auto& [ends, lit] : links) {
            const int from = boxOf[ends.first];
            const int to = boxOf[ends.second];
            inner.ties.push_back({from, to, keepY, keepY, lit});
            if (from >= 0 && to >= 0)
                inner.graph.links.push_back({from, to, lit ? litWeight : 1, 1});
        }
        return inner;
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
        if (m_hints.inner.empty())
            m_hints.inner = place(graphs, helperOptions(), m_options.stop, m_report);
        if (m_report.cancelled)
            return false;
        for (std::size_t i = 0; i < inners.size(); ++i)
            settle(inners[i], m_hints.inner[i]);
        return true;
    }

    HelperOptions helperOptions() const
    {
        return {m_options.helper, m_options.processes, m_options.deadlineMs, m_options.answers};
    }

    double aspectOf(const Inner& inner) const { return m_shape[static_cast<std::size_t>(inner.group)]; }

    // Places relative to the item's top left: tab, padding, then the cells.
    void settle(const Inner& inner, const Placement& placement)
    {
        const Group& group = m_drawing.groups[static_cast<std::size_t>(inner.group)];
        ColumnProblem problem;
        problem.columnGap = columnGap;
        problem.rowGap = rowGap;
        problem.aspect = aspectOf(inner);
        problem.callGap = 26;
        problem.ties = inner.ties;
        for (std::size_t i = 0; i < inner.linked.size(); ++i)
            problem.pieces.push_back({{cellWidth, cellHeight}, placement.centres[i]});
        const ColumnLayout columns = arrangeColumns(problem);
        QRectF content;
        for (std::size_t i = 0; i < inner.linked.size(); ++i) {
            node(inner.linked[i]).centre = columns.places[i] + QPointF(keepX, keepY);
            content = content.united(cellOf(node(inner.linked[i])));
        }
        grid(inner.isolated, aspectOf(inner), content);
        const double title = static_cast<double>(std::min<qsizetype>(group.label.size(), 24)) * 7.5 + 36 + 90;
        const double width = std::max(content.width() + 2 * boundary::padding, title);
        const double spare = (width - content.width()) / 2;
        const QPointF shift = QPointF(spare, boundary::tab + boundary::padding - 6) - content.topLeft();
        Item& item = m_out.items[static_cast<std::size_t>(m_out.itemOf[static_cast<std::size_t>(group.nodes[0])])];
        item.size = {width, content.height() + 2 * boundary::padding - 12 + boundary::tab};
        for (const int n : group.nodes) {
            node(n).centre += shift;
            m_out.rowOf[static_cast<std::size_t>(n)] = node(n).centre.y();
        }
    }

    void grid(const std::vector<int>& nodes, double aspect, QRectF& content)
    {
        if (nodes.empty())
            return;
        constexpr double pitchX = cellWidth + columnGap;
        constexpr double pitchY = cellHeight + rowGap;
        const int wide = static_cast<int>((content.width() + columnGap + 1) / pitchX);
        const double area = static_cast<double>(nodes.size()) * pitchX * pitchY + content.width() * content.height();
        const int shaped = static_cast<int>(std::lround(std::sqrt(area * aspect) / pitchX));
        const int columns = std::max({1, wide, shaped});
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
        m_out.loners = lonersOf(m_drawing, m_out);
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
        if (m_hints.outer.centres.empty())
            m_hints.outer = place({graph}, helperOptions(), m_options.stop, m_report).front();
        if (m_report.cancelled)
            return false;
        arrangeItems(m_hints.outer);
        return true;
    }

    void arrangeItems(const Placement& placed)
    {
        std::vector<int> pieceOf(m_out.items.size(), -1);
        std::vector<int> itemOfPiece;
        ColumnProblem problem;
        problem.columnGap = itemColumnGap;
        problem.rowGap = itemRowGap;
        problem.aspect = m_options.aspect;
        problem.callGap = 16;
        problem.pullLeaves = true;
        for (std::size_t i = 0; i < m_out.items.size(); ++i) {
            if (std::binary_search(m_out.loners.begin(), m_out.loners.end(), static_cast<int>(i)))
                continue;
            pieceOf[i] = static_cast<int>(itemOfPiece.size());
            itemOfPiece.push_back(static_cast<int>(i));
            problem.pieces.push_back({m_out.items[i].size, placed.centres[i]});
        }
        for (const Edge& edge : m_drawing.edges) {
            const auto from = static_cast<std::size_t>(edge.from);
            const auto to = static_cast<std::size_t>(edge.to);
            const int a = pieceOf[static_cast<std::size_t>(m_out.itemOf[from])];
            const int b = pieceOf[static_cast<std::size_t>(m_out.itemOf[to])];
            if (laysOut(edge) && a != b && a >= 0 && b >= 0 && !edge.bypass)
                problem.ties.push_back({a, b, m_out.rowOf[from], m_out.rowOf[to], edge.lit != Lit::none});
        }
        const ColumnLayout columns = arrangeColumns(problem);
        for (std::size_t p = 0; p < itemOfPiece.size(); ++p) {
            Item& item = m_out.items[static_cast<std::size_t>(itemOfPiece[p])];
            item.place = columns.places[p];
            settleItem(m_drawing, item);
        }
    }

    Drawing& m_drawing;
    const LayoutOptions& m_options;
    const Shape& m_shape;
    Hints& m_hints;
    Composition& m_out;
    HelperReport& m_report;
    std::vector<std::vector<int>> m_edgesOf; // by node
};

} // namespace

std::vector<int> lonersOf(const Drawing& drawing, const Composition& composition)
{
    std::vector<char> called(composition.items.size(), 0);
    for (const Edge& edge : drawing.edges) {
        const int from = composition.itemOf[static_cast<std::size_t>(edge.from)];
        const int to = composition.itemOf[static_cast<std::size_t>(edge.to)];
        if (laysOut(edge) && from != to)
            called[static_cast<std::size_t>(from)] = called[static_cast<std::size_t>(to)] = 1;
    }
    std::vector<int> loners;
    for (std::size_t i = 0; i < called.size(); ++i) {
        if (!called[i])
            loners.push_back(static_cast<int>(i));
    }
    // Where nothing calls anything else there is no drawing to put them beside.
    if (loners.size() == composition.items.size() && composition.items.size() == 1)
        loners.clear();
    return loners;
}

void settleItem(Drawing& drawing, const Item& item)
{
    const auto node = [&](int index) -> Node& { return drawing.nodes[static_cast<std::size_t>(index)]; };
    if (!item.end.group) {
        node(item.end.index).centre = item.place + QPointF(keepX, keepY);
        return;
    }
    Group& group = drawing.groups[static_cast<std::size_t>(item.end.index)];
    const double above = group.collapsed && !group.dots ? 0 : boundary::tab;
    const double sheet = group.collapsed && !group.dots ? boundary::sheetOffset : 0;
    group.rect = QRectF(item.place + QPointF(0, above), item.size - QSizeF(sheet, above + sheet));
    for (const int n : group.nodes)
        node(n).centre = group.collapsed ? group.rect.center() : node(n).centre + item.place;
}

bool compose(Drawing& drawing, const LayoutOptions& options, const Shape& shape, Hints& hints, Composition& composition,
             HelperReport& report)
{
    return Composer(drawing, options, shape, hints, composition, report).run();
}

} // namespace bartizan::diagram::layout
