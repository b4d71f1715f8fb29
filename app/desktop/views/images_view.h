// SPDX-License-Identifier: GPL-3.0-or-later
// Every image in use with the report that covers it and how it was matched, and the reports that cover nothing in use.
#pragma once

#include "app/desktop/widgets/cells_page.h"

namespace bartizan::desktop {

class ImagesView final : public CellsPage {
    Q_OBJECT
public:
    enum Column { Name, Scanned, Report, Age, Critical, High, Fixable, Pinned, Users, Running, Where, ColumnCount };
    enum Kind { covered, uncovered, unusedReport };
    ImagesView(const ViewContext& context, QWidget* parent);

protected:
    std::size_t sizeOf(const Snapshot& snapshot) const override;
    void snapshotChanged(const Snapshot& snapshot) override;
    void rowsChanged() override;
    QString shownText(int shown, int all) const override;

private:
    void join(); // the row's report to an image, or the row's image to a report
};

} // namespace bartizan::desktop
