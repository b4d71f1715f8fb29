// SPDX-License-Identifier: GPL-3.0-or-later
// All findings, one row a cause, most serious first. Choosing a row shows its proof beside the inspector; opening it
// shows the line in its file.
#pragma once

#include "app/desktop/models/findings_model.h"
#include "app/desktop/widgets/table_page.h"

namespace bartizan::desktop {

class FindingsView final : public TablePage {
    Q_OBJECT
public:
    FindingsView(const ViewContext& context, QWidget* parent);

    static Evidence proofOf(const Finding& finding); // invalid where there is no line at all

private:
    void snapshotChanged();
    void choose(int row);

    FindingsModel* m_model;
};

} // namespace bartizan::desktop
