// SPDX-License-Identifier: GPL-3.0-or-later
// The Connectivity lens: who may reach whom as policies say. Shares need no work; what one service may reach, or who may
// reach it, is worked out off the GUI thread, and without what a mesh refuses.
#include "app/desktop/language.h"
#include "app/desktop/views/graph_view.h"
#include "diagram/light.h"

#include <utility>

namespace bartizan::desktop {

bool GraphView::looksAtReach() const
{
    return m_drawing && m_view.lens == diagram::Lens::connectivity && !m_blast;
}

void GraphView::tell(const QString& words)
{
    m_told = words;
    emit hopChanged(words);
}

void GraphView::dropReach()
{
    m_reachJob.cancel();
    m_reached = {};
    m_question = {};
    m_view.reach = nullptr;
    m_view.hoveredLine = m_view.selectedLine = -1;
    if (const QString words = std::exchange(m_told, {}); !words.isEmpty())
        emit hopWithdrawn(words);
}

std::shared_ptr<const diagram::Drawing> GraphView::painted()
{
    if (!looksAtReach() || m_pathAsked || m_view.selected.size() != 1)
        return m_drawing;
    if (m_calmOf != m_drawing) {
        m_calmOf = m_drawing;
        m_calm = diagram::isLit(*m_drawing) ? std::make_shared<const diagram::Drawing>(diagram::unlit(*m_drawing)) : m_drawing;
    }
    return m_calm;
}

void GraphView::showReach(bool incoming)
{
    m_incoming = incoming;
    m_blast = false;
    m_pathAsked = false;
    if (m_view.lens != diagram::Lens::connectivity)
        m_state.setLens(diagram::Lens::connectivity);
    else
        applyBlast();
    if (m_view.selected.size() != 1)
        tell(tr("Select one service: the Connectivity lens shows what it may reach (O) and who may reach it (I)."));
    refresh();
}

void GraphView::applyReach()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!looksAtReach() || !snapshot)
        return dropReach();
    const auto& connectivity = snapshot->posture().connectivity;
    const std::uint32_t tag =
        m_view.selected.size() == 1 ? m_drawing->nodes[static_cast<std::size_t>(m_view.selected.front())].tag : ~0U;
    if (!connectivity || tag >= snapshot->model().architecture.workloads.size()) {
        dropReach();
        m_view.reach = diagram::sharesOf(*m_drawing, snapshot->posture());
        return;
    }
    const bool asked = m_question.drawing == m_drawing && m_question.snapshot.lock() == snapshot && m_question.tag == tag &&
                       m_question.incoming == m_incoming;
    if (asked && (m_reached.blast || m_reachJob.running())) { // a search changes nothing
        m_view.blast = m_reached.blast;
        m_view.reach = m_reached.reach;
        return;
    }
    dropReach();
    m_question = {m_drawing, snapshot, tag, m_incoming};
    m_reachJob.start(
        [snapshot, drawing = m_drawing, tag, incoming = m_incoming](std::stop_token stop) {
            const connectivity::Connectivity& reach = *snapshot->posture().connectivity;
            const auto mesh = connectivity::MeshReach::of(snapshot->model(), reach.world());
            return diagram::reachedFrom(*drawing, snapshot->model(), reach, mesh->any() ? mesh.get() : nullptr,
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
            if (const QString words = reachInWords(); !words.isEmpty() && !m_pathAsked) // else a path is being told
                tell(words);
        });
}

// "orders may reach 14 services directly: 3 that it calls, 11 that nothing needs; 31 counting several hops"
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
        text = tr("%n services may reach %1 directly: %2 that call it, %3 that nothing needs", nullptr, services)
                   .arg(who, needed, latent);
    else
        text = tr("%1 may reach %n services directly: %2 that it calls, %3 that nothing needs", nullptr, services)
                   .arg(who, needed, latent);
    if (m_reached.refused > 0)
        text += (services > 0 ? tr("; the mesh refuses %1 more") : tr("; the mesh refuses %1")).arg(m_reached.refused);
    if (m_reached.all > m_reached.services)
        text += tr("; %1 counting several hops").arg(m_reached.all);
    if (m_reached.cutOff > 0)
        text += m_incoming ? tr("; %n known callers are not let through", nullptr, static_cast<int>(m_reached.cutOff))
                           : tr("; %n services that it calls are out of reach", nullptr, static_cast<int>(m_reached.cutOff));
    if (m_reached.unrestricted)
        text += tr("; no policy restricts anything");
    else if (m_reached.onNodeNetwork)
        text += tr("; it is on its node's network, where policies may not act");
    if (m_reached.networks > 1)
        text += tr("; over all of %1 networks").arg(m_reached.networks);
    if (m_reached.cut)
        text += tr("; not all pairs could be asked of the mesh");
    return text;
}

// The same in the room of a note.
QString GraphView::distanceInWords(const QString& who) const
{
    const int services = static_cast<int>(m_reached.services);
    QString text = services == 0 ? (m_incoming ? tr("No service may reach %1").arg(who) : tr("%1 may reach no service").arg(who))
                   : m_incoming  ? tr("%n services may reach %1 directly", nullptr, services).arg(who)
                                 : tr("%1 may reach %n services directly", nullptr, services).arg(who);
    if (m_reached.refused > 0)
        text += (services > 0 ? tr("; the mesh refuses %1 more") : tr("; the mesh refuses %1")).arg(m_reached.refused);
    if (m_reached.all > m_reached.services)
        text += tr("; %1 counting several hops").arg(m_reached.all);
    if (m_reached.unrestricted)
        text += tr("; no policy restricts anything");
    int out = 0;
    for (std::size_t i = 0; i < m_drawing->nodes.size(); ++i)
        out += m_view.stepOf(static_cast<int>(i)) != diagram::HowFar::none && m_view.isFilteredOut(static_cast<int>(i)) ? 1 : 0;
    if (out > 0)
        text += tr("; %1 of them left out by the search").arg(out);
    return text;
}

void GraphView::addReachNote(std::vector<GraphNotes::Note>& notes)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!looksAtReach() || !snapshot)
        return;
    const auto& connectivity = snapshot->posture().connectivity;
    if (!connectivity) {
        notes.push_back({tr("Who may reach whom was not worked out: the analysis was stopped before."), tr("Read again"),
                         [this] { m_session.reload(); }});
        return;
    }
    if (m_reached.blast && m_view.selected.size() == 1) {
        const diagram::Node& node = m_drawing->nodes[static_cast<std::size_t>(m_view.selected.front())];
        notes.push_back({distanceInWords(diagram::nameOf(node, &inLanguage)),
                         m_incoming ? tr("What it may reach") : tr("Who may reach it"), [this] { showReach(!m_incoming); }});
        return;
    }
    const auto leave = [this] { m_state.setLens(diagram::Lens::exposure); };
    if (snapshot->model().architecture.workloads.size() == 1)
        notes.push_back({tr("There is only one service, and no other that it could reach."), tr("Leave"), leave});
    else if (connectivity->world().policies.empty() && !snapshot->model().architecture.workloads.empty())
        notes.push_back({tr("No network policy is in the input: the network lets everyone reach everyone."), tr("Leave"), leave});
}

} // namespace bartizan::desktop
