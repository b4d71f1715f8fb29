// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and problems as tables. Row order is the posture's: most serious first.
#pragma once

#include "analysis/posture.h"
#include "app/desktop/models/table_model.h"
#include "app/desktop/widgets/cell.h"

namespace bartizan::desktop {

struct FindingRow {
    int index = 0;
    FindingSeverity severity = FindingSeverity::medium;
    QString title, layer, subjects, evidence, status, tip;
    int subjectCount = 0;
    bool proven = false; // `evidence` names a line; otherwise what was searched
    bool platform = false;
    QString owner;                     // of its workloads; several are counted
    std::vector<WorkloadId> workloads; // for "only the selected one"
};
class FindingsModel final : public TableModel<FindingRow> {
    Q_OBJECT
public:
    enum Column { Severity, Title, Layer, Subjects, Where, Status, Owner, ColumnCount };
    using TableModel::TableModel;
    void setPosture(const Model&, const Catalogue&, const Posture&);

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QString titleTip(int column) const override;
    QVariant cell(const FindingRow& row, int column, int role) const override;

private:
    static QVariant partsOf(const FindingRow& row, int column);
};

struct ProblemRow {
    int severity = 0;
    QString where, message;
    Evidence evidence;
};
class ProblemsModel final : public TableModel<ProblemRow> {
    Q_OBJECT
public:
    enum Column { Severity, Where, Message, ColumnCount };
    using TableModel::TableModel;
    void setModel(const Model&, const Posture&, const QStringList& notes = {}); // notes: of the drawing

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QVariant cell(const ProblemRow& row, int column, int role) const override;
};

} // namespace bartizan::desktop
