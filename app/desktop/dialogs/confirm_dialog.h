// SPDX-License-Identifier: GPL-3.0-or-later
// A pass by keyboard over what people know and files do not: how sensitive each service is and whom each route is for.
// A digit confirms that word and goes on, Enter confirms what is proposed, Backspace takes a confirmation back. Every key
// is one undoable step of the review; nothing waits for an OK.
#pragma once

#include "app/desktop/models/table_model.h"
#include "app/desktop/review_editor.h"
#include "app/desktop/session.h"

#include <QDialog>
#include <QLabel>
#include <QTableView>

namespace bartizan::desktop {

struct ConfirmRow {
    bool route = false; // whom it is for; otherwise a service's sensitivity
    std::string id;     // workload or route id, as the review keys it
    QString subject, proposed, reason, confirmed;
};

class ConfirmModel final : public TableModel<ConfirmRow> {
    Q_OBJECT
public:
    enum Column { Subject, Kind, Proposed, Confirmed, Reason, ColumnCount };
    using TableModel::TableModel;
    void setSnapshot(const SnapshotPtr& snapshot, const Review& review);
    void confirm(int row, const QString& word); // what is shown; "" = not confirmed

protected:
    int columns() const override { return ColumnCount; }
    QString title(int column) const override;
    QVariant cell(const ConfirmRow& row, int column, int role) const override;
};

class ConfirmDialog final : public QDialog {
    Q_OBJECT
public:
    ConfirmDialog(const SnapshotPtr& snapshot, ReviewEditor& editor, QWidget* parent);

    QTableView* table() const { return m_table; }
    const ConfirmModel& model() const { return m_model; }
    int confirmed() const;

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void confirm(const QString& word);
    void step();
    void showCount();
    const ConfirmRow* current() const;

    ReviewEditor& m_editor;
    ConfirmModel m_model;
    QTableView* m_table;
    QLabel *m_keys, *m_count;
};

} // namespace bartizan::desktop
