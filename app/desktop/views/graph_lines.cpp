// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of the Connectivity lens, which stand for what is allowed and no known call needs: chosen with mouse and keys,
// said in words, asked about. Also why two services, or the ends of a call, may reach each other.
#include "app/desktop/language.h"
#include "app/desktop/views/graph_accessible.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/why_facts.h"
#include "diagram/nodes.h"
#include "diagram/text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace bartizan::desktop {

int GraphView::reachLines() const
{
    return m_view.reach ? static_cast<int>(m_view.reach->lines.size()) : 0;
}

QString GraphView::lineInWords(int line) const
{
    if (line < 0 || line >= reachLines())
        return {};
    const diagram::Edge& edge = m_view.reach->lines[static_cast<std::size_t>(line)];
    const diagram::ReachLine& about = m_view.reach->about[static_cast<std::size_t>(line)];
    const auto name = [&](int node) { return diagram::nameOf(m_drawing->nodes[static_cast<std::size_t>(node)], &inLanguage); };
    if (about.group < 0)
        return tr("%1 may reach %2 on %3; no known call needs it").arg(name(edge.from), name(edge.to), portsInWords(about.ports));
    const QString space = m_drawing->groups[static_cast<std::size_t>(about.group)].label;
    const int services = static_cast<int>(about.services);
    return m_incoming
               ? tr("%n services of %1 may reach %2; no known call needs it", nullptr, services).arg(space, name(edge.to))
               : tr("%1 may reach %n services of %2; no known call needs it", nullptr, services).arg(name(edge.from), space);
}

void GraphView::chooseLine(int line)
{
    m_view.selectedLine = line;
    m_view.selectedEdge = m_view.selectedGhost = -1;
    refresh();
    if (line < 0)
        return tell(reachInWords());
    announceGraph(this, GraphPart::line, line);
    tell(lineInWords(line));
}

void GraphView::stepLine(int by)
{
    const int lines = reachLines();
    int next = m_view.selectedLine < 0 ? (by > 0 ? -1 : lines) : m_view.selectedLine;
    do
        next += by;
    while (next >= 0 && next < lines &&
           diagram::isHidden(*m_drawing, m_view.reach->lines[static_cast<std::size_t>(next)], m_view));
    if (next < 0 || next >= lines)
        return;
    chooseLine(next);
    tell(tr("Line %1 of %2: %3. Why: Enter").arg(QString::number(next + 1), QString::number(lines), lineInWords(next)));
}

QString GraphView::nameInMenu(int node) const
{
    constexpr double most = 160; // px
    const QString label = diagram::nameOf(m_drawing->nodes[static_cast<std::size_t>(node)], &inLanguage);
    return diagram::elideMiddle(label, {12.5}, most).replace(QLatin1Char('&'), QStringLiteral("&&"));
}

void GraphView::addLineMenu(QMenu& menu, int line)
{
    const diagram::Edge& edge = m_view.reach->lines[static_cast<std::size_t>(line)];
    const int group = m_view.reach->about[static_cast<std::size_t>(line)].group;
    const std::string from = endOf(edge.from), to = endOf(edge.to);
    const int from0 = edge.from, to0 = edge.to;
    const auto ask = [&](const QString& text, const std::string& one, const std::string& other) {
        menu.addAction(text, this, [this, one, other] { m_state.askWhy(one, other); });
    };
    const auto show = [&](const QString& text, int node) { menu.addAction(text, this, [this, node] { focusNode(node); }); };
    if (group < 0) {
        ask(tr("Wh&y can %1 reach %2?").arg(nameInMenu(from0), nameInMenu(to0)), from, to);
        ask(tr("And the &other way round: %1 to %2?").arg(nameInMenu(to0), nameInMenu(from0)), to, from);
    } else {
        const int here = m_incoming ? to0 : from0;
        if (m_incoming)
            ask(tr("Why can … &reach %1").arg(nameInMenu(here)), {}, to);
        else
            ask(tr("Wh&y can %1 reach …").arg(nameInMenu(here)), from, {});
    }
    menu.addAction(tr("&Copy the sentence"), this, [words = lineInWords(line)] { QGuiApplication::clipboard()->setText(words); });
    if (group < 0 || !m_incoming)
        show(tr("Show &from: %1").arg(nameInMenu(from0)), from0);
    if (group < 0 || m_incoming)
        show(tr("Show &to: %1").arg(nameInMenu(to0)), to0);
    if (group < 0)
        return;
    const QString label = QString(m_drawing->groups[static_cast<std::size_t>(group)].label);
    menu.addAction(tr("Show the &namespace %1").arg(QString(label).replace(QLatin1Char('&'), QStringLiteral("&&"))), this,
                   [this, group] { groupSelected(group); });
}

void GraphView::askWhyEdge(const diagram::Edge& edge)
{
    const std::string from = endOf(edge.from), to = endOf(edge.to);
    if (!from.empty() && !to.empty() && from != to)
        m_state.askWhy(from, to);
}

// Of two that are selected, from the one that was selected first.
void GraphView::askWhy()
{
    if (m_drawing && m_view.selectedLine >= 0 && m_view.selectedLine < reachLines()) {
        const auto at = static_cast<std::size_t>(m_view.selectedLine);
        const diagram::Edge& edge = m_view.reach->lines[at];
        if (m_view.reach->about[at].group < 0)
            return m_state.askWhy(endOf(edge.from), endOf(edge.to));
        return m_incoming ? m_state.askWhy({}, endOf(edge.to)) : m_state.askWhy(endOf(edge.from), {});
    }
    if (m_drawing && m_primary < 0 && m_view.selectedEdge >= 0)
        return askWhyEdge(m_drawing->edges[static_cast<std::size_t>(m_view.selectedEdge)]);
    if (!m_drawing || m_primary < 0)
        return m_state.askWhy({}, {});
    const auto other = std::find_if(m_view.selected.begin(), m_view.selected.end(), [&](int node) { return node != m_primary; });
    if (m_view.selected.size() == 2 && other != m_view.selected.end())
        return m_state.askWhy(endOf(*other), endOf(m_primary));
    m_state.askWhy(endOf(m_primary), {});
}

void GraphView::addWhy(QMenu& menu, const diagram::Hit& hit)
{
    const auto add = [&](const QString& text, const std::string& from, const std::string& to) {
        menu.addAction(text, this, [this, from, to] { m_state.askWhy(from, to); });
    };
    if (hit.kind == diagram::Hit::Kind::edge) {
        const diagram::Edge& edge = m_drawing->edges[static_cast<std::size_t>(hit.index)];
        const std::string from = endOf(edge.from), to = endOf(edge.to);
        if (from.empty() || to.empty() || from == to)
            return;
        add(tr("Wh&y is this allowed, or not?"), from, to);
        if (to != "internet")
            add(tr("And the &other way round: %1 to %2?").arg(nameInMenu(edge.to), nameInMenu(edge.from)), to, from);
        return;
    }
    if (m_primary < 0 || endOf(m_primary).empty())
        return;
    if (m_view.selected.size() == 2) {
        const int other = m_view.selected[m_view.selected.front() == m_primary ? 1 : 0];
        if (endOf(other).empty() || endOf(other) == endOf(m_primary))
            return;
        add(tr("Wh&y can %1 reach %2, or not?").arg(nameInMenu(other), nameInMenu(m_primary)), endOf(other), endOf(m_primary));
        add(tr("And the &other way round: %1 to %2?").arg(nameInMenu(m_primary), nameInMenu(other)), endOf(m_primary),
            endOf(other));
        return;
    }
    add(tr("Wh&y can %1 reach …").arg(nameInMenu(m_primary)), endOf(m_primary), {});
    add(tr("Why can … &reach %1").arg(nameInMenu(m_primary)), {}, endOf(m_primary));
}

} // namespace bartizan::desktop
