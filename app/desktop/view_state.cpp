// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/view_state.h"

namespace bartizan::desktop {

void ViewState::clear()
{
    if (m_selected.empty())
        return;
    m_backlog.finish();
    m_selected = {};
    emit workloadChanged();
    emit selectionChanged();
    emit findingChanged();
    emit pathChanged();
    emit evidenceChanged();
}

void ViewState::selectWorkload(WorkloadId workload)
{
    selectWorkloads(workload.valid() ? std::vector<WorkloadId>{workload} : std::vector<WorkloadId>{});
}

void ViewState::selectWorkloads(const std::vector<WorkloadId>& workloads)
{
    const WorkloadId primary = workloads.empty() ? WorkloadId() : workloads.front();
    const bool other = primary != workload();
    const bool changed = workloads != m_selected.workloads;
    if (changed)
        m_backlog.finish();
    m_selected.workloads = workloads;
    if (other) {
        m_selected.layer = -1;
        m_selected.looksAtFinding = false;
        emit workloadChanged();
    }
    if (changed)
        emit selectionChanged();
}

void ViewState::selectFinding(int finding)
{
    if (finding == m_selected.finding)
        return;
    m_backlog.finish();
    m_selected.finding = finding;
    m_selected.looksAtFinding = finding >= 0;
    emit findingChanged();
}

void ViewState::selectPath(int path)
{
    if (path == m_selected.path)
        return;
    m_backlog.finish();
    m_selected.path = path;
    emit pathChanged();
}

void ViewState::showEvidence(const Evidence& evidence, bool before)
{
    if (evidence == m_selected.evidence && before == m_selected.evidenceBefore)
        return;
    m_backlog.finish();
    m_selected.evidence = evidence;
    m_selected.evidenceBefore = before;
    emit evidenceChanged();
}

void ViewState::setLens(diagram::Lens lens)
{
    if (lens == m_lens)
        return;
    m_backlog.finish();
    m_lens = lens;
    emit lensChanged();
}

void ViewState::setQuery(const QString& query)
{
    if (query == m_query)
        return;
    m_backlog.finish();
    m_query = query;
    emit queryChanged();
}

void ViewState::setCompared(std::shared_ptr<const Compared> compared)
{
    if (compared == m_compared)
        return;
    m_backlog.finish();
    m_compared = std::move(compared);
    emit comparedChanged();
}

} // namespace bartizan::desktop
