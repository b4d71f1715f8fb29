// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/language.h"
#include "app/desktop/views/graph_accessible.h"

#include "app/desktop/views/graph_view.h"
#include "diagram/ghosts.h"

#include <QAccessible>
#include <QAccessibleWidget>

#include <algorithm>
#include <map>

namespace bartizan::desktop {

namespace {

enum class Kind { group, node, edge, ghost, line }; // line: of the Connectivity lens

class GraphAccessible;

class PartAccessible final : public QAccessibleInterface {
public:
    PartAccessible(GraphAccessible& graph, Kind kind, int index) : m_graph(graph), m_kind(kind), m_index(index) {}

    bool isValid() const override;
    QObject* object() const override { return nullptr; }
    QWindow* window() const override;
    QAccessibleInterface* parent() const override;
    QAccessibleInterface* child(int index) const override;
    QAccessibleInterface* childAt(int, int) const override { return nullptr; }
    int childCount() const override { return static_cast<int>(children().size()); }
    int indexOfChild(const QAccessibleInterface* child) const override;
    QString text(QAccessible::Text text) const override;
    void setText(QAccessible::Text, const QString&) override {}
    QRect rect() const override;
    QAccessible::Role role() const override;
    QAccessible::State state() const override;

    Kind kind() const { return m_kind; }
    int index() const { return m_index; }

private:
    std::vector<std::pair<Kind, int>> children() const;
    const diagram::Edge* edge() const; // of an edge or a line; null: it is gone

    GraphAccessible& m_graph;
    Kind m_kind;
    int m_index;
};

class GraphAccessible final : public QAccessibleWidget {
public:
    explicit GraphAccessible(GraphView* view) : QAccessibleWidget(view, QAccessible::Graphic) {}
    ~GraphAccessible() override { forget(); }

    GraphView* view() const { return static_cast<GraphView*>(widget()); }
    const diagram::Drawing* drawing() const { return view()->drawing(); }

    // Namespaces, then what stands in none, then what is gone, then the overlays.
    int childCount() const override { return parts() + QAccessibleWidget::childCount(); }
    QAccessibleInterface* child(int index) const override
    {
        if (index < 0 || index >= childCount())
            return nullptr;
        const int groups = drawing() ? static_cast<int>(drawing()->groups.size()) : 0;
        if (index < groups)
            return part(Kind::group, index);
        const int nodes = groups + static_cast<int>(loose().size());
        if (index < nodes)
            return part(Kind::node, loose()[static_cast<std::size_t>(index - groups)]);
        if (index < parts())
            return part(Kind::ghost, index - nodes);
        return QAccessibleWidget::child(index - parts());
    }
    int indexOfChild(const QAccessibleInterface* child) const override
    {
        for (int i = 0; i < parts(); ++i) {
            if (this->child(i) == child)
                return i;
        }
        const int widget = QAccessibleWidget::indexOfChild(child);
        return widget < 0 ? -1 : parts() + widget;
    }
    QAccessibleInterface* childAt(int x, int y) const override
    {
        QWidget* overlay = view()->childAt(view()->mapFromGlobal(QPoint(x, y)));
        if (overlay || !drawing())
            return overlay ? QAccessible::queryAccessibleInterface(overlay) : nullptr;
        const diagram::Hit hit = diagram::hitTest(*drawing(), view()->view(), view()->mapFromGlobal(QPoint(x, y)));
        switch (hit.kind) {
        case diagram::Hit::Kind::node:
            return part(Kind::node, hit.index);
        case diagram::Hit::Kind::edge:
            return part(Kind::edge, hit.index);
        case diagram::Hit::Kind::group:
            return part(Kind::group, hit.index);
        case diagram::Hit::Kind::ghost:
            return part(Kind::ghost, hit.index);
        case diagram::Hit::Kind::reachLine:
            return part(Kind::line, hit.index);
        case diagram::Hit::Kind::bundle:
        case diagram::Hit::Kind::nothing:
            break;
        }
        return nullptr;
    }
    QAccessibleInterface* focusChild() const override
    {
        if (view()->view().focused >= 0)
            return part(Kind::node, view()->view().focused);
        return view()->view().selectedGroup >= 0 ? part(Kind::group, view()->view().selectedGroup) : nullptr;
    }

    QAccessibleInterface* part(Kind kind, int index) const
    {
        const auto [found, fresh] = m_parts.try_emplace({kind, index}, nullptr);
        if (fresh) {
            found->second = new PartAccessible(const_cast<GraphAccessible&>(*this), kind, index);
            QAccessible::registerAccessibleInterface(found->second); // owns it from here on
        }
        return found->second;
    }

    void forget()
    {
        for (const auto& [key, part] : m_parts)
            QAccessible::deleteAccessibleInterface(QAccessible::uniqueId(part));
        m_parts.clear();
        m_loose.clear();
        m_known = nullptr;
    }

    const std::vector<int>& loose() const
    {
        if (m_known != drawing()) {
            m_known = drawing();
            m_loose.clear();
            for (std::size_t i = 0; m_known && i < m_known->nodes.size(); ++i) {
                if (m_known->nodes[i].group < 0)
                    m_loose.push_back(static_cast<int>(i));
            }
        }
        return m_loose;
    }

private:
    std::size_t ghosts() const { return view()->view().lens == diagram::Lens::change ? drawing()->ghosts.size() : 0; }
    int parts() const { return drawing() ? static_cast<int>(drawing()->groups.size() + loose().size() + ghosts()) : 0; }

    mutable std::map<std::pair<Kind, int>, QAccessibleInterface*> m_parts;
    mutable const diagram::Drawing* m_known = nullptr;
    mutable std::vector<int> m_loose;
};

QWindow* PartAccessible::window() const
{
    return m_graph.window();
}

QAccessibleInterface* PartAccessible::parent() const
{
    const diagram::Drawing& drawing = *m_graph.drawing();
    if (m_kind == Kind::edge || m_kind == Kind::line)
        return edge() ? m_graph.part(Kind::node, edge()->from) : &m_graph;
    const int group = m_kind == Kind::node ? drawing.nodes[static_cast<std::size_t>(m_index)].group : -1;
    return group >= 0 ? m_graph.part(Kind::group, group) : &m_graph;
}

const diagram::Edge* PartAccessible::edge() const
{
    const auto at = static_cast<std::size_t>(m_index);
    const auto& reach = m_graph.view()->view().reach;
    if (m_kind == Kind::edge)
        return &m_graph.drawing()->edges[at];
    return m_kind == Kind::line && reach && at < reach->lines.size() ? &reach->lines[at] : nullptr;
}

// The lines of the lens come and go with the selection, all else with the drawing.
bool PartAccessible::isValid() const
{
    return m_kind != Kind::line || edge() != nullptr;
}

std::vector<std::pair<Kind, int>> PartAccessible::children() const
{
    const diagram::Drawing& drawing = *m_graph.drawing();
    std::vector<std::pair<Kind, int>> found;
    if (m_kind == Kind::group)
        for (const int node : drawing.groups[static_cast<std::size_t>(m_index)].nodes)
            found.emplace_back(Kind::node, node);
    if (m_kind != Kind::node)
        return found;
    for (std::size_t i = 0; i < drawing.edges.size(); ++i)
        if (drawing.edges[i].from == m_index && drawing.edges[i].kind != diagram::EdgeKind::latent)
            found.emplace_back(Kind::edge, static_cast<int>(i));
    if (const auto& reach = m_graph.view()->view().reach)
        for (std::size_t i = 0; i < reach->lines.size(); ++i)
            if (reach->lines[i].from == m_index)
                found.emplace_back(Kind::line, static_cast<int>(i));
    return found;
}

QAccessibleInterface* PartAccessible::child(int index) const
{
    const auto all = children();
    if (index < 0 || index >= static_cast<int>(all.size()))
        return nullptr;
    const auto& [kind, at] = all[static_cast<std::size_t>(index)];
    return m_graph.part(kind, at);
}

int PartAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const auto* part = dynamic_cast<const PartAccessible*>(child);
    if (!part)
        return -1;
    const auto all = children();
    const auto found = std::find(all.begin(), all.end(), std::pair(part->kind(), part->index()));
    return found == all.end() ? -1 : static_cast<int>(found - all.begin());
}

QString PartAccessible::text(QAccessible::Text text) const
{
    const diagram::Drawing& drawing = *m_graph.drawing();
    const auto at = static_cast<std::size_t>(m_index);
    if (text != QAccessible::Name || !isValid())
        return {};
    switch (m_kind) {
    case Kind::group:
        return diagram::accessibleName(drawing, drawing.groups[at], &inLanguage);
    case Kind::node:
        return diagram::accessibleName(drawing, drawing.nodes[at], &inLanguage);
    case Kind::ghost:
        return diagram::accessibleName(drawing.ghosts[at], &inLanguage);
    case Kind::line:
        return m_graph.view()->lineInWords(m_index);
    case Kind::edge:
        break;
    }
    return diagram::accessibleName(drawing, drawing.edges[at], &inLanguage);
}

QRect PartAccessible::rect() const
{
    const diagram::Drawing& drawing = *m_graph.drawing();
    const diagram::View& view = m_graph.view()->view();
    QRectF pixels;
    if (m_kind == Kind::group) {
        pixels = diagram::groupRect(drawing, view, m_index);
    } else if (m_kind == Kind::node) {
        pixels = diagram::nodeRect(drawing, view, m_index);
        const int group = drawing.nodes[static_cast<std::size_t>(m_index)].group;
        if (pixels.isNull() && group >= 0)
            pixels = diagram::groupRect(drawing, view, group);
    } else if (m_kind == Kind::ghost) {
        pixels = diagram::ghostRect(drawing, view, m_index);
    } else if (const diagram::Edge* line = edge()) {
        pixels =
            QRectF(diagram::nodeRect(drawing, view, line->from).center(), diagram::nodeRect(drawing, view, line->to).center())
                .normalized();
    }
    return {m_graph.view()->mapToGlobal(pixels.topLeft().toPoint()), pixels.size().toSize()};
}

QAccessible::Role PartAccessible::role() const
{
    switch (m_kind) {
    case Kind::group:
        return QAccessible::Grouping;
    case Kind::node:
    case Kind::ghost:
        return QAccessible::ListItem;
    case Kind::edge:
    case Kind::line:
        break;
    }
    return QAccessible::StaticText;
}

QAccessible::State PartAccessible::state() const
{
    QAccessible::State state;
    const diagram::Drawing& drawing = *m_graph.drawing();
    const diagram::View& view = m_graph.view()->view();
    const auto at = static_cast<std::size_t>(m_index);
    state.focusable = state.selectable = m_kind == Kind::group || m_kind == Kind::node;
    state.multiSelectable = m_kind == Kind::node;
    state.readOnly = true;
    if (m_kind == Kind::group) {
        state.expandable = true;
        state.collapsed = drawing.groups[at].collapsed;
        state.expanded = !drawing.groups[at].collapsed;
        state.focused = state.selected = view.selectedGroup == m_index;
    } else if (m_kind == Kind::node) {
        state.selected = view.isSelected(m_index);
        state.focused = view.focused == m_index && m_graph.view()->hasFocus();
        state.offscreen =
            !m_graph.view()->rect().intersects(QRect(m_graph.view()->mapFromGlobal(rect().topLeft()), rect().size()));
    }
    return state;
}

QAccessibleInterface* make(const QString& name, QObject* object)
{
    Q_UNUSED(name)
    auto* view = qobject_cast<GraphView*>(object);
    return view ? new GraphAccessible(view) : nullptr;
}

GraphAccessible* graphOf(GraphView* view)
{
    return dynamic_cast<GraphAccessible*>(QAccessible::queryAccessibleInterface(view));
}

} // namespace

void installGraphAccessibility()
{
    static const bool once = [] {
        QAccessible::installFactory(&make);
        return true;
    }();
    Q_UNUSED(once)
}

void announceGraph(GraphView* view, GraphPart part, int index)
{
    GraphAccessible* graph = graphOf(view);
    if (!graph)
        return;
    const Kind kind = part == GraphPart::group  ? Kind::group
                      : part == GraphPart::node ? Kind::node
                      : part == GraphPart::line ? Kind::line
                                                : Kind::ghost;
    QAccessibleEvent event(graph->part(kind, index), QAccessible::Focus);
    QAccessible::updateAccessibility(&event);
}

void forgetGraphAccessibility(GraphView* view)
{
    if (GraphAccessible* graph = graphOf(view))
        graph->forget();
}

} // namespace bartizan::desktop
