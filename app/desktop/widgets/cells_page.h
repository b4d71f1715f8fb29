// SPDX-License-Identifier: GPL-3.0-or-later
// A page of rows made from a snapshot: made when the page is first seen, on a worker thread when there are many.
// Choosing a row shows its evidence beside the inspector, opening it shows the line in its file.
#pragma once

#include "app/desktop/latest_job.h"
#include "app/desktop/models/cells_model.h"
#include "app/desktop/widgets/filter_page.h"

namespace bartizan::desktop {

class CellsPage : public FilterPage {
    Q_OBJECT
public:
    const CellsModel& cells() const { return *m_model; }
    bool building() const { return m_stale || m_job.running(); } // rows are not those of the snapshot yet

protected:
    // Reads the snapshot and nothing else: it runs on any thread.
    using Build = std::vector<CellsRow> (*)(const Snapshot&);
    CellsPage(const ViewContext& context, const QString& id, std::vector<TableColumn> columns, Build build, QWidget* parent);

    const CellsRow* rowAt(int row) const; // null when there is none
    void takeSnapshot() final;
    void showEvent(QShowEvent* event) override;
    bool accepts(int row) const override; // one chip a kind, in order; none at all: everything

    virtual std::size_t sizeOf(const Snapshot& snapshot) const = 0; // rows to come, about
    virtual void snapshotChanged(const Snapshot& snapshot) = 0;     // the note of the tab and the text for no rows
    virtual void rowsChanged() {}                                   // the model's rows are there
    virtual void choose(const CellsRow& row);
    virtual void open(const CellsRow& row);
    void sayWhenEmpty(const QString& text);
    // Rows about which people may write notes: what the review knows them by, "" = nothing. Runs on any thread.
    using Subject = std::string (*)(const Snapshot&, const CellsRow&);
    void offerNotes(Subject subject);

private:
    using Rows = std::shared_ptr<std::vector<CellsRow>>;

    void fill();

    CellsModel* m_model;
    Build m_build;
    Subject m_subject = nullptr;
    bool m_stale = false, m_restoring = false;
    int m_keep = -1; // the row to go back to
    QString m_emptyText;
    LatestJob<Rows> m_job;
};

} // namespace bartizan::desktop
