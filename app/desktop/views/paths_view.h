// SPDX-License-Identifier: GPL-3.0-or-later
// All paths from outside the cluster: direct, relayed and lateral, never added up. Choosing one lights it in the drawing
// and shows the first line that it rests on.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

class PathsView final : public CellsPage {
    Q_OBJECT
public:
    enum Column { Kind, Way, Reaches, Check, Barriers, Steps, Where, By, ColumnCount };
    PathsView(const ViewContext& context, QWidget* parent);

    static Evidence evidenceOf(const Path& path); // of the first hop that has one

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override { return snapshot.posture().paths.size(); }
    void snapshotChanged(const Snapshot& snapshot) override;
    void rowsChanged() override;
    void choose(const CellsRow& row) override;
    QString shownText(int shown, int all) const override;

private:
    void follow();

    std::array<std::size_t, 3> m_counts{};
    QString m_bound; // whether all were found
};

} // namespace bartizan::desktop
