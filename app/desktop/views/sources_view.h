// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, in two lines each: a source, below it the kinds of files it held and what they gave.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/views/view.h"

#include <QListView>

namespace bartizan::desktop {

struct SourceRow {
    QString name, summary;
    bool archive = false, folder = false, problem = false;
};

class SourcesModel final : public TableModel<SourceRow> {
    Q_OBJECT
public:
    using TableModel::TableModel;
    void setInventory(const Inventory& inventory, const Posture& posture);

protected:
    int columns() const override { return 1; }
    QString title(int) const override { return tr("Source"); }
    QVariant cell(const SourceRow& row, int column, int role) const override;
};

class SourcesView final : public View {
    Q_OBJECT
public:
    SourcesView(const ViewContext& context, QWidget* parent);
    QSize sizeHint() const override { return {238, 150}; }

private:
    void takeSnapshot() override;

    SourcesModel m_model;
    QListView* m_list;
};

} // namespace bartizan::desktop
