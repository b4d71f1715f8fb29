// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/view_state.h"

namespace bartizan::desktop {

void ViewState::clear()
{
    if (!m_workload.valid() && m_workloads.empty() && m_finding < 0 && m_path < 0 && !m_evidence.valid())
        return;
    m_backlog.finish();
    m_workload = {};
    m_workloads.clear();
    m_finding = m_path = m_layer = -1;
    m_looksAtFinding = false;
    m_evidence = {};
    m_evidenceBefore = false;
    emit workloadChanged();
    emit selectionChanged();
    emit findingChanged();
    emit pathChanged();
    emit evidenceChanged();
}

void ViewState::keep(int finding, int path)
{
    m_backlog.finish();
    m_finding = finding;
    m_path = path;
    m_looksAtFinding = m_looksAtFinding && finding >= 0;
    if (!m_looksAtFinding) // who shows the last one of both shows the same again
        emit findingChanged();
    emit workloadChanged();
    emit pathChanged();
    if (m_looksAtFinding)
        emit findingChanged();
}

void ViewState::selectWorkload(WorkloadId workload)
{
    selectWorkloads(workload.valid() ? std::vector<WorkloadId>{workload} : std::vector<WorkloadId>{});
}

void ViewState::selectWorkloads(const std::vector<WorkloadId>& workloads)
{
    const WorkloadId primary = workloads.empty() ? WorkloadId() : workloads.front();
    const bool other = primary != m_workload;
    const bool changed = workloads != m_workloads;
    if (changed)
        m_backlog.finish();
    m_workload = primary;
    m_workloads = workloads;
    if (other) {
        m_layer = -1;
        m_looksAtFinding = false;
        emit workloadChanged();
    }
    if (changed)
        emit selectionChanged();
}

void ViewState::selectFinding(int finding)
{
    if (finding == m_finding)
        return;
    m_backlog.finish();
    m_finding = finding;
    m_looksAtFinding = finding >= 0;
    emit findingChanged();
}

void ViewState::selectPath(int path)
{
    if (path == m_path)
        return;
    m_backlog.finish();
    m_path = path;
    emit pathChanged();
}

void ViewState::showEvidence(const Evidence& evidence, bool before)
{
    if (evidence == m_evidence && before == m_evidenceBefore)
        return;
    m_backlog.finish();
    m_evidence = evidence;
    m_evidenceBefore = before;
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
