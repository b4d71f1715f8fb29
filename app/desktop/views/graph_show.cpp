// SPDX-License-Identifier: GPL-3.0-or-later
// What the drawing leaves out or brings forward: services that a query does not match, the blast radius of the selection,
// what changed and what is gone.
#include "app/desktop/compared.h"
#include "app/desktop/views/graph_notes.h"
#include "app/desktop/views/graph_overlays.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/blast.h"
#include "diagram/changes.h"
#include "diagram/nodes.h"

#include <QSettings>

namespace bartizan::desktop {

namespace {

QString hidesKey()
{
    return QStringLiteral("graph/hide");
}

} // namespace

bool GraphView::rememberedHides()
{
    return QSettings().value(hidesKey(), false).toBool();
}

void GraphView::setHides(bool hides)
{
    if (hides == m_view.hide)
        return;
    m_view.hide = hides;
    QSettings().setValue(hidesKey(), hides);
    if (m_view.hovered >= 0)
        m_view.hovered = -1;
    showNotes();
    refresh();
    emit hidesChanged(hides);
}

void GraphView::toggleBlast()
{
    if (m_view.lens == diagram::Lens::sensitivity && !m_view.selected.empty()) {
        emit hopChanged(tr("The Sensitivity lens always shows what falls with the selection."));
        return;
    }
    if (!m_blast && m_view.selected.empty()) {
        emit hopChanged(tr("Select a service: B shows what falls with it."));
        return;
    }
    m_blast = !m_blast;
    applyBlast();
    refresh();
}

void GraphView::applyBlast()
{
    m_blast = m_blast && !m_view.selected.empty();
    const bool wanted = m_drawing && !m_view.selected.empty() && (m_blast || m_view.lens == diagram::Lens::sensitivity);
    if (wanted && m_callsOf != m_drawing) {
        m_calls = diagram::callGraphOf(*m_drawing);
        m_callsOf = m_drawing;
    }
    m_view.blast = wanted ? diagram::blastOf(*m_drawing, m_calls, m_view.selected) : nullptr;
    applyReach();
    showNotes();
}

void GraphView::markChanges()
{
    const ComparedPtr& compared = m_state.compared();
    if (m_drawing && compared && compared->of == m_session.snapshot())
        m_drawing = std::make_shared<const diagram::Drawing>(diagram::withChanges(*m_drawing, compared->difference));
    else if (m_drawing && diagram::hasChanges(*m_drawing))
        m_drawing = std::make_shared<const diagram::Drawing>(diagram::withoutChanges(*m_drawing));
}

// What stands below the drawing comes into sight with the lens, and leaves with it.
void GraphView::showGhosts()
{
    m_view.selectedGhost = -1;
    if (m_drawing && m_fitted && !m_drawing->ghostBoxes.empty())
        moveTo(fittedPlace(), true);
}

void GraphView::showNotes()
{
    std::vector<GraphNotes::Note> notes;
    if (m_drawing && !m_session.snapshot() && m_session.early() && !m_session.isLoading())
        notes.push_back({tr("Reading was stopped. Nothing has been decided yet: every verdict is unknown."), tr("Read again"),
                         [this] { m_session.reload(); }});
    addReachNote(notes);
    if (m_drawing && m_view.blast && !m_reached.blast) {
        const diagram::BlastCounts counts = diagram::countsOf(*m_drawing, *m_view.blast, m_view.selected);
        const QString who = m_view.selected.size() == 1
                                ? m_drawing->nodes[static_cast<std::size_t>(m_view.selected.front())].label
                                : tr("%n services", nullptr, static_cast<int>(m_view.selected.size()));
        QStringList parts{counts.services == 0
                              ? tr("If %1 falls: no other service is reached by known calls").arg(who)
                              : tr("If %1 falls: %n services are reached by known calls", nullptr, counts.services).arg(who)};
        if (counts.restricted > 0)
            parts << tr("%n restricted", nullptr, counts.restricted);
        if (counts.confidential > 0)
            parts << tr("%n confidential", nullptr, counts.confidential);
        if (counts.missing > 0)
            parts << tr("%n with missing layers", nullptr, counts.missing);
        notes.push_back({parts.join(QStringLiteral(", ")), tr("Leave"), [this] {
                             m_blast = false;
                             if (m_view.lens == diagram::Lens::sensitivity)
                                 selectNodes({}, -1);
                             applyBlast();
                             refresh();
                         }});
    }
    if (m_drawing && m_view.hide && !m_view.filteredOut.empty()) {
        int hidden = 0, missing = 0;
        for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i) {
            const diagram::Node& node = m_drawing->nodes[i];
            if (!node.hasWall() || !diagram::isHidden(node, static_cast<int>(i), m_view))
                continue;
            ++hidden;
            missing += diagram::worstMark(node) == diagram::Mark::missing ? 1 : 0;
        }
        if (hidden > 0) {
            QString text = tr("%n services are hidden", nullptr, hidden);
            if (missing > 0)
                text += tr(", %n of them with missing layers", nullptr, missing);
            notes.push_back({text, tr("Show"), [this] { setHides(false); }, missing > 0});
        }
    }
    constexpr int margin = 12;
    const QRect area = m_overlays->freeArea().toRect().adjusted(margin, margin, -margin, -margin);
    m_notes->show(notes, *m_view.theme, area, [this](const QRect& box) { return coveredBy(QRectF(box)); });
}

// Services and titles of namespaces that a note there would cover.
int GraphView::coveredBy(const QRectF& box) const
{
    int covered = m_overlays->covers(box) ? 1000 : 0;
    for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i)
        covered += diagram::nodeRect(*m_drawing, m_view, static_cast<int>(i)).intersects(box) ? 1 : 0;
    for (const diagram::Group& group : m_drawing->groups) {
        const QRectF wall = m_view.toView(group.rect);
        covered += QRectF(wall.left(), wall.top() - 24, std::max(wall.width(), 150.0), 24).intersects(box) ? 3 : 0;
    }
    return covered;
}

} // namespace bartizan::desktop
