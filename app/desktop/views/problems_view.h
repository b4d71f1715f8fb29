// SPDX-License-Identifier: GPL-3.0-or-later
// What could not be read or understood, with file, line and remedy. Nothing is lost silently.
#pragma once

#include "app/desktop/models/findings_model.h"
#include "app/desktop/widgets/table_page.h"

namespace bartizan::desktop {

class ProblemsView final : public TablePage {
    Q_OBJECT
public:
    ProblemsView(const ViewContext& context, QWidget* parent);

private:
    void takeSnapshot() override;

    ProblemsModel* m_model;
};

} // namespace bartizan::desktop
