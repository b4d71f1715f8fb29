// SPDX-License-Identifier: GPL-3.0-or-later
// What verdicts rest on without being shown in the input, and the inputs that would settle what nobody can tell yet.
// Enter copies the read-only command of a row; nothing is ever run from here.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

// Rows that carry a command to be run elsewhere.
class CommandsPage : public CellsPage {
    Q_OBJECT
protected:
    using CellsPage::CellsPage;
    void open(const CellsRow& row) override;
    void addCopyAction();
};

class AssumptionsView final : public CommandsPage {
    Q_OBJECT
public:
    enum Column { Sentence, RestsOn, Settled, ColumnCount };
    AssumptionsView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override { return snapshot.posture().assumptions.size(); }
    void snapshotChanged(const Snapshot& snapshot) override;
    QString shownText(int shown, int all) const override;
};

class CannotTellView final : public CommandsPage {
    Q_OBJECT
public:
    enum Column { Settles, Input, Command, Subjects, ColumnCount };
    CannotTellView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override { return snapshot.posture().unknownInputs.size(); }
    void snapshotChanged(const Snapshot& snapshot) override;
    QString shownText(int shown, int all) const override;
};

} // namespace bartizan::desktop
