// SPDX-License-Identifier: GPL-3.0-or-later
// Every way in from outside the cluster, weakest first check first: how far it reaches and why, where it listens, what
// stands behind.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

class WaysView final : public CellsPage {
    Q_OBJECT
public:
    enum Column { Entry, Reaches, Check, Behind, Where, Port, Addresses, Ranges, Reason, Routes, ColumnCount };
    WaysView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override
    {
        return snapshot.model().architecture.entries.size() * 4 + snapshot.model().architecture.routes.size();
    }
    void snapshotChanged(const Snapshot& snapshot) override;
    QString shownText(int shown, int all) const override;
};

} // namespace bartizan::desktop
