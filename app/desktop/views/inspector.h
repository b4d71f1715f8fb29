// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the selected workload or finding: the wall large, then every verdict by family with its reason,
// evidence, near misses and what would settle it. Activating an evidence row shows the line in the source view.
#pragma once

#include "app/desktop/session.h"
#include "app/desktop/view_state.h"

#include <QLabel>
#include <QTreeWidget>
#include <QWidget>

namespace bartizan::desktop {

class WallPicture;

class Inspector final : public QWidget {
    Q_OBJECT
public:
    Inspector(Session& session, ViewState& state, QWidget* parent = nullptr);
    void setDark(bool dark);
    QTreeWidget* tree() const { return m_tree; }

private:
    void showWorkload();
    void showFinding();
    void showSystem();
    void addVerdict(QTreeWidgetItem* parent, const LayerVerdict& verdict);
    QTreeWidgetItem* addEvidence(QTreeWidgetItem* parent, const Evidence& evidence, const QString& before = {});
    QTreeWidgetItem* addText(QTreeWidgetItem* parent, const QString& text);
    void activate(QTreeWidgetItem* item);

    Session& m_session;
    ViewState& m_state;
    QLabel* m_name;
    QLabel* m_subtitle;
    QLabel* m_counts;
    WallPicture* m_wall;
    QTreeWidget* m_tree;
    std::vector<Evidence> m_evidence; // by the items' Qt::UserRole
    bool m_dark = false;
};

} // namespace bartizan::desktop
