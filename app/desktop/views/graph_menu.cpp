// SPDX-License-Identifier: GPL-3.0-or-later
// Context menu of the drawing, copies, and the filter to one service's paths.
#include "app/desktop/plain_text.h"
#include "app/desktop/language.h"
#include "app/desktop/sentences.h"
#include "app/desktop/views/graph_view.h"
#include "report/text/pen.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QMimeData>

#include <algorithm>

namespace bartizan::desktop {

namespace {

// Worst first; what is present or not applicable is not evidence of a gap.
std::vector<std::size_t> gaps(const WorkloadPosture& posture)
{
    std::vector<std::size_t> layers;
    for (const Verdict wanted : {Verdict::missing, Verdict::partial, Verdict::unknown}) {
        for (std::size_t i = 0; i < layerCount; ++i) {
            if (posture.required[i] && posture.layers[i].verdict == wanted)
                layers.push_back(i);
        }
    }
    return layers;
}

} // namespace

QString GraphView::tipAt(QPoint at) const
{
    const diagram::Hit hit = diagram::hitTest(*m_drawing, m_view, at, m_index.get());
    if (hit.kind == diagram::Hit::Kind::edge) {
        const diagram::Edge& edge = m_drawing->edges[static_cast<std::size_t>(hit.index)];
        return diagram::accessibleName(*m_drawing, edge, &inLanguage) +
               (edge.label.isEmpty() ? QString() : QLatin1Char('\n') + diagram::sayReach(&inLanguage, edge.label));
    }
    if (hit.kind == diagram::Hit::Kind::reachLine)
        return lineInWords(hit.index);
    if (hit.kind == diagram::Hit::Kind::bundle) {
        const diagram::Bundle& bundle = m_drawing->bundles[static_cast<std::size_t>(hit.index)];
        return tr("%n calls", nullptr, static_cast<int>(bundle.edges.size()));
    }
    if (hit.kind == diagram::Hit::Kind::group)
        return diagram::accessibleName(*m_drawing, m_drawing->groups[static_cast<std::size_t>(hit.index)], &inLanguage);
    if (hit.kind == diagram::Hit::Kind::ghost)
        return diagram::accessibleName(m_drawing->ghosts[static_cast<std::size_t>(hit.index)], &inLanguage);
    if (hit.kind != diagram::Hit::Kind::node)
        return {};
    const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(hit.index)];
    const SnapshotPtr snapshot = m_session.snapshot();
    QString text = diagram::accessibleName(*m_drawing, node, &inLanguage);
    if (snapshot && node.tag < snapshot->posture().workloads.size()) {
        const WorkloadPosture& posture = snapshot->posture().workloads[node.tag];
        if (looksAtReach() && snapshot->posture().connectivity)
            text += QLatin1Char('\n') + tr("May be reached by %1 of %2 other services")
                                            .arg(posture.network.admitted)
                                            .arg(snapshot->posture().workloads.size() - 1);
        const std::vector<std::size_t> layers = gaps(posture);
        if (!layers.empty())
            text += QStringLiteral("\n%1 %2: %3")
                        .arg(inLanguage(diagram::layerName(static_cast<int>(layers.front()))),
                             inLanguage(QString::fromLatin1(verdictText(posture.layers[layers.front()].verdict))),
                             told(posture.layers[layers.front()].reason));
        if (const auto note = snapshot->review->notes.find(node.id); note != snapshot->review->notes.end())
            text += QLatin1Char('\n') + tr("Note: %1").arg(shown(note->second.text));
    }
    return text;
}

QString GraphView::evidenceOf(int index) const
{
    const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(index)];
    QStringList lines{diagram::accessibleName(*m_drawing, node, &inLanguage)};
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || node.tag >= snapshot->posture().workloads.size())
        return lines.join(QLatin1Char('\n'));
    const WorkloadPosture& posture = snapshot->posture().workloads[node.tag];
    for (const std::size_t layer : gaps(posture)) {
        const LayerVerdict& verdict = posture.layers[layer];
        lines << QStringLiteral("%1: %2. %3")
                     .arg(inLanguage(diagram::layerName(static_cast<int>(layer))),
                          inLanguage(QString::fromLatin1(verdictText(verdict.verdict))), told(verdict.reason));
        for (const Evidence& evidence : verdict.evidence)
            lines << QStringLiteral("    ") + shown(report::where(snapshot->model().inventory, evidence));
        if (verdict.evidence.empty() && !verdict.within.empty())
            lines << QStringLiteral("    ") + told(verdict.within);
    }
    return lines.join(QLatin1Char('\n'));
}

void GraphView::copyNames() const
{
    QStringList names;
    for (const int node : m_view.selected)
        names << m_drawing->nodes[static_cast<std::size_t>(node)].label;
    if (!names.isEmpty())
        QGuiApplication::clipboard()->setText(names.join(QLatin1Char('\n')));
}

bool GraphView::copy()
{
    copyNames();
    return !m_view.selected.empty();
}

void GraphView::copyEvidence() const
{
    QStringList parts;
    for (const int node : m_view.selected)
        parts << evidenceOf(node);
    if (!parts.isEmpty())
        QGuiApplication::clipboard()->setText(parts.join(QStringLiteral("\n\n")) + QLatin1Char('\n'));
}

// What is in sight, without overlays, selection and pointer; twice as fine as the screen.
void GraphView::copyPicture()
{
    if (!m_drawing)
        return;
    diagram::View view = m_view;
    view.selected.clear();
    view.hovered = view.focused = view.hoveredGroup = view.selectedGroup = view.selectedEdge = view.selectedGhost = -1;
    view.hoveredLine = view.selectedLine = -1;
    QImage image = diagram::drawingImage(*painted(), view, size(), 2 * devicePixelRatioF());
    image.setDevicePixelRatio(1);
    QGuiApplication::clipboard()->setImage(image);
}

void GraphView::showOnlyPaths(int node)
{
    const std::uint32_t tag = m_drawing->nodes[static_cast<std::size_t>(node)].tag;
    if (tag == ~0U)
        return;
    m_onlyPathsOf = WorkloadId(static_cast<std::size_t>(tag));
    applyQuery();
}

void GraphView::dimOtherPaths()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot)
        return;
    std::vector<char> out(m_drawing->nodes.size(), 1);
    const int target = nodeOf(m_onlyPathsOf);
    if (target >= 0)
        out[static_cast<std::size_t>(target)] = 0;
    for (const Path& path : snapshot->posture().paths) {
        if (path.target != m_onlyPathsOf)
            continue;
        for (const int node : diagram::follow(*m_drawing, path).nodes)
            out[static_cast<std::size_t>(node)] = 0;
    }
    for (std::size_t i = 0; i < m_view.filteredOut.size() && i < out.size(); ++i)
        out[i] = static_cast<char>(out[i] | m_view.filteredOut[i]);
    m_view.filteredOut = std::move(out);
}

std::string GraphView::endOf(int node) const
{
    const diagram::Node& at = m_drawing->nodes[static_cast<std::size_t>(node)];
    const SnapshotPtr snapshot = m_session.snapshot();
    if (snapshot && at.tag < snapshot->model().architecture.workloads.size())
        return snapshot->model().architecture.workloads[at.tag].id;
    return at.hasWall() ? std::string() : "internet"; // a way in, or something outside
}

void GraphView::contextMenuEvent(QContextMenuEvent* event)
{
    if (!m_drawing)
        return;
    const bool keyboard = event->reason() == QContextMenuEvent::Keyboard;
    const diagram::Hit hit = keyboard ? diagram::Hit{} : diagram::hitTest(*m_drawing, m_view, event->pos(), m_index.get());
    if (hit.kind == diagram::Hit::Kind::node && !m_view.isSelected(hit.index))
        focusNode(hit.index);
    if (hit.kind == diagram::Hit::Kind::reachLine)
        chooseLine(hit.index);
    const int line = keyboard || hit.kind == diagram::Hit::Kind::reachLine ? m_view.selectedLine : -1;
    int group = hit.kind == diagram::Hit::Kind::group ? hit.index : -1;
    if (group < 0 && m_primary >= 0 && (keyboard || hit.kind == diagram::Hit::Kind::node))
        group = m_drawing->nodes[static_cast<std::size_t>(m_primary)].group;
    if (group < 0 && keyboard)
        group = m_view.selectedGroup;
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (line >= 0)
        addLineMenu(*menu, line);
    else
        addWhy(*menu, hit);
    if (line < 0 && m_primary >= 0) {
        const int primary = m_primary;
        menu->addAction(tr("Copy &name"), this, &GraphView::copyNames);
        menu->addAction(tr("Copy &evidence"), this, &GraphView::copyEvidence);
        menu->addAction(tr("Light the &weakest path"), QKeySequence(Qt::Key_P), this, &GraphView::lightWeakestPath);
        menu->addAction(tr("Show only its &paths"), this, [this, primary] { showOnlyPaths(primary); });
        QAction* blast = menu->addAction(tr("Show what fa&lls with it"), QKeySequence(Qt::Key_B), this, &GraphView::toggleBlast);
        blast->setCheckable(true);
        blast->setChecked(m_view.blast != nullptr);
        const std::string id = m_drawing->nodes[static_cast<std::size_t>(primary)].id;
        menu->addAction(tr("Wri&te a note…"), this, [this, id] { m_state.editReview({ReviewKind::note, id, {}}); });
        if (m_drawing->nodes[static_cast<std::size_t>(primary)].tag != ~0U)
            menu->addAction(tr("&State that a layer is present…"), this, [this, id] {
                m_state.editReview({ReviewKind::statement, id, {}});
            });
    }
    if (line < 0 && anyPlaced(true))
        menu->addAction(tr("&Back to its automatic place"), this, [this] { backToAutomaticPlace(false); });
    if (m_onlyPathsOf.valid())
        menu->addAction(tr("Show &all again"), this, [this] {
            m_onlyPathsOf = {};
            applyQuery();
        });
    if (!menu->isEmpty())
        menu->addSeparator();
    if (line < 0 && group >= 0) {
        const diagram::Group& at = m_drawing->groups[static_cast<std::size_t>(group)];
        const QString name = QString(at.label).replace(QLatin1Char('&'), QStringLiteral("&&"));
        menu->addAction(at.collapsed ? tr("&Open %1").arg(name) : tr("&Close %1").arg(name), this,
                        [this, group] { toggleGroup(group); });
    }
    menu->addAction(tr("&Copy picture"), this, &GraphView::copyPicture);
    menu->addAction(tr("&Fit the whole drawing"), QKeySequence(Qt::Key_0), this, &GraphView::fit);
    menu->popup(keyboard && m_primary >= 0 ? mapToGlobal(diagram::nodeRect(*m_drawing, m_view, m_primary).center().toPoint())
                                           : event->globalPos());
}

} // namespace bartizan::desktop
