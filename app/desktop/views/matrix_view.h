// SPDX-License-Identifier: GPL-3.0-or-later
// Service by layer: sixteen columns under their families, then the count mark and its five figures. The keyboard moves
// a cell; the strip below says what the verdict of that cell rests on. Copies as a table with words.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/views/view.h"
#include "diagram/drawing.h"

#include <QLabel>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>

#include <array>
#include <utility>

namespace bartizan::desktop {

struct MatrixRow {
    enum class Kind { space, service, foot } kind = Kind::service;
    WorkloadId workload; // of a service
    QString name, ns;
    const WorkloadPosture* posture = nullptr; // of a service; owned by the snapshot that the model keeps
    std::array<diagram::Mark, diagram::layerCount> marks{};
    diagram::MarkCounts counts;                                       // required layers; of a namespace: the sum of its services
    std::array<std::pair<int, int>, diagram::layerCount> missingOf{}; // foot: missing of applicable
};

class MatrixModel final : public TableModel<MatrixRow> {
    Q_OBJECT
public:
    enum Column { FirstLayer = 0, Counts = diagram::layerCount, Required, Present, Partial, Missing, Unknown, ColumnCount };
    using TableModel::TableModel;
    void setSnapshot(const SnapshotPtr& snapshot);
    int services() const { return m_services; }
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QVariant cell(const MatrixRow& row, int column, int role) const override;

private:
    QVariant stone(const MatrixRow& row, int column, int role) const;

    SnapshotPtr m_snapshot;
    int m_services = 0;
};

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
