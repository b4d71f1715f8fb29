// SPDX-License-Identifier: GPL-3.0-or-later
// The Connectivity lens: who may reach whom as policies say. Shares need no work; what one service may reach, or who may
// reach it, is worked out off the GUI thread.
#include "app/desktop/language.h"
#include "app/desktop/views/graph_view.h"

namespace bartizan::desktop {

bool GraphView::looksAtReach() const
{
    return m_drawing && m_view.lens == diagram::Lens::connectivity && !m_blast;
}

void GraphView::showReach(bool incoming)
{
    m_incoming = incoming;
    m_blast = false;
    if (m_view.lens != diagram::Lens::connectivity)
        m_state.setLens(diagram::Lens::connectivity);
    else
        applyBlast();
    if (m_view.selected.size() != 1)
        emit hopChanged(tr("Select one service: the Connectivity lens shows what it may reach (O) and who may reach it (I)."));
    refresh();
}

void GraphView::applyReach()
{
    m_reachJob.cancel();
    m_reached = {};
    m_view.reach = nullptr;
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!looksAtReach() || !snapshot)
        return;
    const auto& connectivity = snapshot->posture().connectivity;
    const std::uint32_t tag =
        m_view.selected.size() == 1 ? m_drawing->nodes[static_cast<std::size_t>(m_view.selected.front())].tag : ~0U;
    if (!connectivity || tag >= snapshot->model().architecture.workloads.size()) {
        m_view.reach = diagram::sharesOf(*m_drawing, snapshot->posture());
        return;
    }
    m_reachJob.start(
        [snapshot, drawing = m_drawing, tag, incoming = m_incoming](std::stop_token stop) {
            return diagram::reachedFrom(*drawing, snapshot->model().architecture, *snapshot->posture().connectivity,
                                        WorkloadId(static_cast<std::size_t>(tag)), incoming, stop);
        },
        [this, drawing = m_drawing](const diagram::Reached& reached) {
            if (drawing != m_drawing || !looksAtReach())
                return;
            m_reached = reached;
            m_view.blast = reached.blast;
            m_view.reach = reached.reach;
            showNotes();
            refresh();
            if (const QString words = reachInWords(); !words.isEmpty())
                emit hopChanged(words);
        });
}

// "orders may reach 14 services: 3 that it calls, 11 that nothing needs"
QString GraphView::reachInWords() const
{
    if (!m_reached.blast || m_view.selected.size() != 1)
        return {};
    const QString who = diagram::nameOf(m_drawing->nodes[static_cast<std::size_t>(m_view.selected.front())], &inLanguage);
    const int services = static_cast<int>(m_reached.services);
    const QString needed = QString::number(m_reached.needed), latent = QString::number(m_reached.services - m_reached.needed);
    QString text;
    if (services == 0)
        text = m_incoming ? tr("No service may reach %1").arg(who) : tr("%1 may reach no service").arg(who);
    else if (m_incoming)
        text = tr("%n services may reach %1: %2 that call it, %3 that nothing needs", nullptr, services).arg(who, needed, latent);
    else
        text =
            tr("%1 may reach %n services: %2 that it calls, %3 that nothing needs", nullptr, services).arg(who, needed, latent);
    if (m_reached.cutOff > 0)
        text += m_incoming ? tr("; %n known callers are not let through", nullptr, static_cast<int>(m_reached.cutOff))
                           : tr("; %n services that it calls are out of reach", nullptr, static_cast<int>(m_reached.cutOff));
    return text;
}

void GraphView::addReachNote(std::vector<GraphNotes::Note>& notes)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!looksAtReach() || !snapshot)
        return;
    if (!snapshot->posture().connectivity) {
        notes.push_back({tr("Who may reach whom was not worked out: the analysis was stopped before."), tr("Read again"),
                         [this] { m_session.reload(); }});
        return;
    }
    if (const QString words = reachInWords(); !words.isEmpty())
        notes.push_back(
            {words, m_incoming ? tr("What it may reach") : tr("Who may reach it"), [this] { showReach(!m_incoming); }});
}

} // namespace bartizan::desktop
