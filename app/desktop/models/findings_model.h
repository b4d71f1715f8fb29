// SPDX-License-Identifier: GPL-3.0-or-later
// Findings and problems as tables. Row order is the posture's: most serious first.
#pragma once

#include "analysis/posture.h"
#include "app/desktop/models/finding_groups.h"
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
    bool noted = false;                // the review has a note on it, which stands in `tip`
    int layerPlace = -1;               // in ring order; -1 = of none of the sixteen
    QString space, owner;              // of its workloads; several are counted
    int spaces = 0, owners = 0;        // how many
    bool heading = false;              // of a group: only `title` and `subjectCount`, its findings, are set
    std::vector<WorkloadId> workloads; // for "only the selected one"
};
class FindingsModel final : public TableModel<FindingRow> {
    Q_OBJECT
public:
    enum Column { Severity, Title, Layer, Subjects, Where, Status, Owner, ColumnCount };
    using TableModel::TableModel;
    // Rows are the findings, in the posture's order, then the headings of groups().
    void setPosture(const Model&, const Catalogue&, const Posture&, const Review&);
    void setGrouping(FindingGrouping grouping);
    int findings() const { return static_cast<int>(m_findings.size()); }
    const FindingGroups& groups() const { return m_groups; }

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QString titleTip(int column) const override;
    QVariant cell(const FindingRow& row, int column, int role) const override;

signals:
    void grouped(); // groups() is new, the rows are swapped next

private:
    void show();
    static QVariant partsOf(const FindingRow& row, int column);

    std::vector<FindingRow> m_findings;
    FindingGrouping m_grouping = FindingGrouping::none;
    FindingGroups m_groups;
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
