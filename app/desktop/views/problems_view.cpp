// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/problems_view.h"

namespace bartizan::desktop {

ProblemsView::ProblemsView(const ViewContext& context, QWidget* parent)
    : TablePage(context, QStringLiteral("problems"), new ProblemsModel, parent), m_model(static_cast<ProblemsModel*>(model()))
{
    table()->setAccessibleName(tr("Problems"));
    setEmptyText(tr("Everything that was found could be read. What cannot be read is listed here with its file and line."));
    setWidths({110, 320, 500});
    const auto show = [this](int row) {
        if (row >= 0)
            m_state.showEvidence(m_model->rows()[static_cast<std::size_t>(row)].evidence);
    };
    connect(this, &TablePage::currentRowChanged, this, show);
    connect(this, &TablePage::rowActivated, this, [this, show](int row) {
        show(row);
        m_state.showView(QStringLiteral("source"));
    });
}

void ProblemsView::takeSnapshot()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    m_model->setModel(snapshot->model(), snapshot->posture(), snapshot->layoutNotes);
    setNote(QString::number(m_model->rows().size()));
}

} // namespace bartizan::desktop
