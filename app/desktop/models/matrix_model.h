// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of the matrix: services below their namespaces, the worst of each first, and a foot that counts what is missing
// of each layer. Columns are the sixteen layers and the five figures of what is required.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/session.h"
#include "diagram/drawing.h"

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

} // namespace bartizan::desktop
