// SPDX-License-Identifier: GPL-3.0-or-later
// What is known of the selected service or finding: the wall large, counts and steps, then every verdict by family with
// its reason, evidence, near misses and what would settle it; who reaches it, and what falls if it falls. The lines of
// the evidence in focus stand below.
#pragma once

#include "analysis/falls.h"
#include "app/desktop/views/view.h"
#include "app/desktop/widgets/fact_tree.h"

#include <QLabel>

namespace bartizan::desktop {

class CountsLine;
class SourceView;
class WallPicture;

class Inspector final : public View {
    Q_OBJECT
public:
    Inspector(const ViewContext& context, QWidget* parent);
    FactTree* tree() const { return m_tree; }
    SourceView* source() const { return m_source; }
    bool copy() override;

protected:
    void followSelection() override;
    void changeEvent(QEvent* event) override;

private:
    void showWorkload();
    void showFinding();
    void showSystem();
    void addReach(const WorkloadPosture& posture);
    void addNetwork(const WorkloadPosture& posture);
    void runCommand(const QString& command);
    void addFamilies(const WorkloadPosture& posture);
    void addVerdict(QTreeWidgetItem* parent, const LayerVerdict& verdict);
    void addNeighbours(WorkloadId workload);
    void addImages(const WorkloadPosture& posture);
    void addEvidence(QTreeWidgetItem* parent, const Evidence& evidence);
    // inspector_review.cpp: what the review says of it, and how to say more.
    void addNotes(const std::vector<std::string>& subjects);
    void addStatement(QTreeWidgetItem* parent, const std::string& workload, Layer layer, const LayerVerdict& verdict);
    void followLayer(const QTreeWidgetItem* item);
    void contextMenu(QPoint at);

    static constexpr int layerRole = Qt::UserRole + 120; // of a verdict's item: its layer

    QLabel* m_name;
    QLabel* m_subtitle;
    QLabel* m_text; // a finding's sentence
    CountsLine* m_counts;
    WallPicture* m_wall;
    FactTree* m_tree;
    SourceView* m_source;
    bool m_showsFinding = false;
    KnownCalls m_calls; // of m_callsOf, once a service is shown
    std::shared_ptr<const app::Loaded> m_callsOf;
};

} // namespace bartizan::desktop
