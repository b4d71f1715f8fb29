// SPDX-License-Identifier: GPL-3.0-or-later
// The lists of the first screen: ways in, causes, what nobody can tell yet. Weakest, most serious and most useful first.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/session.h"
#include "app/desktop/widgets/cell.h"

namespace bartizan::desktop {

struct WayInRow {
    EntryId entry;
    QString name, detail, reach, audience, check;
    bool internet = false; // the reach, whatever its name is
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    bool routed = false; // its first check is decided by routes; none in the input otherwise
    Cell oneHop, twoHops;
    Evidence evidence;
    WorkloadId first; // where to go when the row is opened
};
class WaysInModel final : public TableModel<WayInRow> {
    Q_OBJECT
public:
    enum Column { Entry, Reach, Audience, Check, OneHop, TwoHops, ColumnCount };
    using TableModel::TableModel;
    void setSnapshot(const SnapshotPtr& snapshot, std::size_t most); // the weakest

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QVariant cell(const WayInRow& row, int column, int role) const override;
};

struct CauseRow {
    int finding = 0; // index into Posture::findings
    FindingSeverity severity = FindingSeverity::medium;
    QString title, subjects;
};
class CausesModel final : public TableModel<CauseRow> {
    Q_OBJECT
public:
    using TableModel::TableModel;
    void setSnapshot(const SnapshotPtr& snapshot, std::size_t most);

protected:
    int columns() const override { return 2; }
    QString title(int column) const override { return column == 0 ? tr("Cause") : tr("Subjects"); }
    QVariant cell(const CauseRow& row, int column, int role) const override;
};

struct CannotTellRow {
    std::size_t settles = 0;
    QString input, command;
};
class CannotTellModel final : public TableModel<CannotTellRow> {
    Q_OBJECT
public:
    using TableModel::TableModel;
    void setSnapshot(const SnapshotPtr& snapshot, std::size_t most);

protected:
    int columns() const override { return 2; }
    QString title(int column) const override { return column == 0 ? tr("Verdicts") : tr("Input"); }
    QVariant cell(const CannotTellRow& row, int column, int role) const override;
};

} // namespace bartizan::desktop
