// SPDX-License-Identifier: GPL-3.0-or-later
// What the review rests on: kinds read, refused and not asked for, deployables applied and not, files with what was in
// them, and what was not recognised. Nothing that was found is left out.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

class ScopeView final : public CellsPage {
    Q_OBJECT
public:
    enum Column { What, Name, Namespace, State, Because, Documents, Objects, Digest, ColumnCount };
    enum Kind { kinds, deployables, files, unrecognised };
    ScopeView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override;
    void snapshotChanged(const Snapshot& snapshot) override;
    QString shownText(int shown, int all) const override;
};

} // namespace bartizan::desktop
