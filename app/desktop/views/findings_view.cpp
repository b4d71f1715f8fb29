// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/findings_view.h"

#include "app/desktop/plain_text.h"
#include "report/text/sections.h"

namespace bartizan::desktop {

FindingsView::FindingsView(const ViewContext& context, QWidget* parent)
    : TablePage(context, QStringLiteral("findings"), new FindingsModel, parent), m_model(static_cast<FindingsModel*>(model()))
{
    table()->setAccessibleName(tr("Findings"));
    setEmptyText(tr("Findings appear here once sources are read."));
    setWidths({104, 420, 130, 190, 230, 90});
    connect(&m_session, &Session::finished, this, &FindingsView::snapshotChanged);
    connect(this, &TablePage::currentRowChanged, this, &FindingsView::choose);
    connect(this, &TablePage::rowActivated, this, [this](int row) {
        choose(row);
        if (m_state.evidence().valid())
            m_state.showView(QStringLiteral("source"));
    });
    connect(&m_state, &ViewState::findingChanged, this, [this] { setCurrentRow(m_state.finding()); });
}

void FindingsView::snapshotChanged()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_model->setPosture(snapshot->model(), snapshot->loaded->catalogue, snapshot->posture());
    setNote(QString::number(m_model->rows().size()));
    setEmptyText(shown(report::noFindings(snapshot->model())));
}

Evidence FindingsView::proofOf(const Finding& finding)
{
    if (finding.cause.valid() || finding.nearMisses.empty())
        return finding.cause;
    return finding.nearMisses.front().evidence;
}

void FindingsView::choose(int row)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || row < 0)
        return;
    const int finding = m_model->rows()[static_cast<std::size_t>(row)].index;
    m_state.selectFinding(finding);
    m_state.showEvidence(proofOf(snapshot->posture().findings[static_cast<std::size_t>(finding)]));
}

} // namespace bartizan::desktop
