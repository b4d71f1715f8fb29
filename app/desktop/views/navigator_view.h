// SPDX-License-Identifier: GPL-3.0-or-later
// Namespaces with their workloads, outside systems and ways in, worst first, each with its worst required verdict.
// A filter line keeps the rows that contain its text.
#pragma once

#include "app/desktop/views/view.h"

#include <QLineEdit>
#include <QTreeWidget>

namespace bartizan::desktop {

class NavigatorView final : public View {
    Q_OBJECT
public:
    NavigatorView(const ViewContext& context, QWidget* parent);

    QTreeWidget* tree() const { return m_tree; }
    bool find() override;
    bool copy() override;

private:
    void takeSnapshot() override;
    void followSelection() override;
    void fillNamespaces();
    void fillGroup(QTreeWidgetItem* group); // its services; big systems fill a namespace when it is first opened
    void fillAllGroups();
    void fillOutside();
    void filter(const QString& text);
    void follow();                                // the selection of ViewState
    void reveal(WorkloadId wanted, bool unfolds); // unfolds: also where its namespace was folded

    QLineEdit* m_filter;
    QTreeWidget* m_tree;
};

} // namespace bartizan::desktop
