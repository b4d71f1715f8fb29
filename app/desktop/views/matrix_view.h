// SPDX-License-Identifier: GPL-3.0-or-later
// Service by layer: sixteen columns under their families, then the count mark and its five figures. The keyboard moves
// a cell; the strip below says what the verdict of that cell rests on. Copies as a table with words.
#pragma once

#include "app/desktop/models/matrix_model.h"
#include "app/desktop/views/view.h"

#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

namespace bartizan::desktop {

class MatrixView final : public View {
    Q_OBJECT
public:
    MatrixView(const ViewContext& context, QWidget* parent);

    QTableView* table() const { return m_table; }
    QString detail() const { return m_title->text() + QLatin1Char('\n') + m_reason->text(); }
    bool find() override;
    bool copy() override;

protected:
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void takeSnapshot() override;
    void followSelection() override;
    QWidget* makeStrip();
    const MatrixRow* rowAt(const QModelIndex& index) const; // null where there is none
    void cellChanged(const QModelIndex& index);
    void describe(const MatrixRow& row, int layer);
    void follow();
    void contextMenu(QPoint at);

    MatrixModel m_model;
    QSortFilterProxyModel* m_proxy;
    QTableView* m_table;
    QLineEdit* m_filter;
    QLabel* m_sum;
    QLabel *m_title = nullptr, *m_reason = nullptr, *m_searched = nullptr, *m_evidence = nullptr;
};

} // namespace bartizan::desktop
