// SPDX-License-Identifier: GPL-3.0-or-later
// The menu of a cell of the matrix: what a person can say of that layer and service.
#include "app/desktop/views/matrix_view.h"

#include <QMenu>

namespace bartizan::desktop {

void MatrixView::contextMenu(QPoint at)
{
    const QModelIndex index = m_table->indexAt(at);
    const MatrixRow* row = m_session.snapshot() ? rowAt(index) : nullptr;
    if (!row || row->kind != MatrixRow::Kind::service)
        return;
    m_table->setCurrentIndex(index);
    const Review& review = *m_session.snapshot()->review;
    const std::string id = m_session.snapshot()->model().architecture.workload(row->workload).id;
    QMenu menu(this);
    if (index.column() < MatrixModel::Counts) {
        const std::string layer = layerId(static_cast<Layer>(index.column()));
        const bool stated = review.statements.count({id, layer}) != 0;
        const Verdict verdict = row->posture->layers[static_cast<std::size_t>(index.column())].verdict;
        menu.addAction(stated ? tr("Change the &statement…") : tr("&State that it is present…"), this,
                       [this, id, layer] {
                           m_state.editReview({ReviewKind::statement, id, layer});
                       })
            ->setEnabled(stated || verdict == Verdict::unknown);
        if (stated)
            menu.addAction(tr("&Withdraw the statement"), this, [this, id, layer] {
                m_state.takeBack({{ReviewKind::statement, id, layer}});
            });
    }
    menu.addAction(review.notes.count(id) != 0 ? tr("Change the &note…") : tr("Write a &note…"), this, [this, id] {
        m_state.editReview({ReviewKind::note, id, {}});
    });
    menu.addSeparator();
    menu.addAction(tr("&Copy"), this, [this] { copy(); });
    menu.exec(m_table->viewport()->mapToGlobal(at));
}

} // namespace bartizan::desktop
