// SPDX-License-Identifier: GPL-3.0-or-later
// All that people said about the system, each row with how it stands: decisions, statements, confirmations, notes,
// reports joined by hand, saved queries. Enter goes to what a row is about, F2 changes it, Delete takes it back.
#pragma once

#include "app/desktop/models/review_rows.h"
#include "app/desktop/widgets/cells_page.h"

#include <QComboBox>

namespace bartizan::desktop {

class ReviewView final : public CellsPage {
    Q_OBJECT
public:
    enum Column { State, What, About, Says, Until, Why, Proof, Owner, By, ColumnCount };
    ReviewView(const ViewContext& context, QWidget* parent);
    QComboBox* states() const { return m_states; }

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override;
    void snapshotChanged(const Snapshot& snapshot) override;
    void rowsChanged() override;
    bool accepts(int row) const override;
    void resetSwitches() override;
    void choose(const CellsRow& row) override;
    void open(const CellsRow& row) override;
    QString shownText(int shown, int all) const override;

private:
    void addAction(const char* name, const QString& text, const QKeySequence& keys, void (ReviewView::*call)());
    const std::vector<ReviewLine>& lines(); // of the snapshot
    const ReviewLine* lineOf(const CellsRow& row);
    std::vector<ReviewLine> chosen();
    void editRow();
    void takeRowsBack();
    bool select(const ReviewLine& line, bool show); // what it is about; false where it is not in the input

    QComboBox* m_states;
    SnapshotPtr m_linesOf;
    std::vector<ReviewLine> m_lines;
    int m_needing = 0; // rows that need somebody's eye
};

} // namespace bartizan::desktop
