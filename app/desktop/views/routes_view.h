// SPDX-License-Identifier: GPL-3.0-or-later
// Every route in normal form, whatever product serves it: what it matches, where it leads, how it is encrypted, who is
// asked for credentials, what limits it.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

class RoutesView final : public CellsPage {
    Q_OBJECT
public:
    enum Column {
        Host,
        PathMatch,
        Methods,
        Backend,
        Check,
        Tls,
        Abuse,
        Authorization,
        SecondFactor,
        CheckedBy,
        Audience,
        MinimumTls,
        Redirects,
        Protections,
        Accepted,
        Gateway,
        Where,
        ColumnCount
    };
    RoutesView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override { return snapshot.model().architecture.routes.size(); }
    void snapshotChanged(const Snapshot& snapshot) override;
    QString shownText(int shown, int all) const override;
};

} // namespace bartizan::desktop
