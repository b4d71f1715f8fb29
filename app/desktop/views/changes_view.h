// SPDX-License-Identifier: GPL-3.0-or-later
// What differs between the state that is compared with and the one that is shown: worse, better, new, gone, and what
// cannot be compared. Choosing a row selects the service, finding or path where it still is and shows the line behind
// it; opening it shows the line in its file. Rows are made on a worker thread when there are many.
#pragma once

#include "app/desktop/compared.h"
#include "app/desktop/latest_job.h"
#include "app/desktop/models/cells_model.h"
#include "app/desktop/widgets/filter_page.h"

#include <QLabel>

namespace bartizan::desktop {

class ChangesView final : public FilterPage {
    Q_OBJECT
public:
    ChangesView(const ViewContext& context, QWidget* parent);

    const CellsModel& cells() const { return *m_model; }
    QString sentence() const { return m_sentence->text(); }
    bool building() const { return m_job.running(); }

protected:
    bool accepts(int row) const override; // one chip a group
    QString shownText(int shown, int all) const override;

private:
    using Rows = std::shared_ptr<std::vector<CellsRow>>;

    void comparedChanged();
    void take(std::vector<CellsRow> rows);
    void choose(int row);
    const Change* changeAt(int row) const; // null: none, or of a state that is shown no longer

    CellsModel* m_model;
    QLabel* m_sentence;
    bool m_taking = false;
    LatestJob<Rows> m_job;
};

} // namespace bartizan::desktop
