// SPDX-License-Identifier: GPL-3.0-or-later
// What the user looks at: selection and evidence in focus. Views read and change it; they own no such state themselves.
#pragma once

#include "analysis/posture.h"
#include "app/desktop/backlog.h"
#include "diagram/layers.h"

#include <QObject>

#include <memory>
#include <string>
#include <vector>

namespace bartizan::desktop {

// A row of the review by its key; one that is not there yet can be asked for too.
struct ReviewItem {
    ReviewKind kind = ReviewKind::decision;
    std::string id;   // finding, subject, route, report, name of a query
    std::string more; // of a statement its layer, of a report match its image
};

struct Compared; // compared.h

// What is chosen of a snapshot, by that snapshot's ids and indices.
struct Selection {
    std::vector<WorkloadId> workloads; // the primary one first
    int finding = -1;                  // of Posture::findings
    int path = -1;                     // of Posture::paths; the drawing lights it
    int layer = -1;                    // that the inspector or the matrix looks at
    bool looksAtFinding = false;       // it was chosen after the workload: the inspector shows it
    Evidence evidence;                 // beside the inspector
    bool evidenceBefore = false;       // it is of the earlier state that compared() knows

    bool empty() const { return workloads.empty() && finding < 0 && path < 0 && !evidence.valid(); }
};

class ViewState : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    const Selection& selection() const { return m_selected; }
    WorkloadId workload() const { return m_selected.workloads.empty() ? WorkloadId() : m_selected.workloads.front(); }
    const std::vector<WorkloadId>& workloads() const { return m_selected.workloads; }
    int finding() const { return m_selected.finding; }
    bool looksAtFinding() const { return m_selected.looksAtFinding; }
    const Evidence& evidence() const { return m_selected.evidence; }
    bool evidenceBefore() const { return m_selected.evidenceBefore; }
    diagram::Lens lens() const { return m_lens; }
    const QString& query() const { return m_query; } // diagram/query.h
    int path() const { return m_selected.path; }
    int layer() const { return m_selected.layer; }
    const std::shared_ptr<const Compared>& compared() const { return m_compared; } // null: nothing is compared

    // Run before anything changes here: whoever is told of a selection knows the snapshot that it is about.
    Backlog& backlog() { return m_backlog; }

    void clear(); // what is selected; lens and query stay
    // The same for another snapshot. Nobody is told: each view shows it when it takes that snapshot.
    void carry(const Selection& selection) { m_selected = selection; }
    void selectWorkload(WorkloadId workload);
    void selectWorkloads(const std::vector<WorkloadId>& workloads); // the first is the primary one
    void selectFinding(int finding);                                // index into Posture::findings, -1 = none
    void selectPath(int path);                                      // index into Posture::paths, -1 = none; the drawing lights it
    void showEvidence(const Evidence& evidence, bool before = false);         // beside the inspector
    void requestCommand(const QString& name) { emit commandRequested(name); } // an action of the window, by objectName
    void showView(const QString& id) { emit viewRequested(id); }              // brings a view of views/registry.h to the front
    void lookAtLayer(int layer) { m_selected.layer = layer; }
    void editReview(const ReviewItem& item) { emit reviewAsked(item); } // by a dialog
    // Why one end may reach the other or not, by a dialog: ids of workloads, "internet", "" = to be chosen there.
    void askWhy(const std::string& from, const std::string& to)
    {
        emit whyAsked(QString::fromStdString(from), QString::fromStdString(to));
    }
    void takeBack(const std::vector<ReviewItem>& items) { emit takeBackAsked(items); }
    void setLens(diagram::Lens lens);
    void setQuery(const QString& query);
    void setCompared(std::shared_ptr<const Compared> compared); // by Comparison

signals:
    void workloadChanged();
    void selectionChanged(); // workloads(); workloadChanged comes before it when the primary one changed
    void findingChanged();
    void evidenceChanged();
    void lensChanged();
    void queryChanged();
    void pathChanged();
    void comparedChanged();
    void viewRequested(const QString& id);
    void commandRequested(const QString& name);
    void reviewAsked(const bartizan::desktop::ReviewItem& item);
    void whyAsked(const QString& from, const QString& to);
    void takeBackAsked(const std::vector<bartizan::desktop::ReviewItem>& items);

private:
    Backlog m_backlog;
    Selection m_selected;
    diagram::Lens m_lens = diagram::Lens::exposure;
    QString m_query;
    std::shared_ptr<const Compared> m_compared;
};

} // namespace bartizan::desktop
