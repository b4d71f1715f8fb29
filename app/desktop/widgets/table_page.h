// SPDX-License-Identifier: GPL-3.0-or-later
// A table as the program shows all its tables: a filter line, sorting, columns that can be hidden and are remembered
// under `id`, copy of rows or of one cell, and a sentence in place of rows when there are none. It owns its model. Rows
// in signals are the model's own, not those of the sorted view.
#pragma once

#include "app/desktop/views/view.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QSortFilterProxyModel>
#include <QTableView>
#include <QTimer>

namespace bartizan::desktop {

class TablePage : public View {
    Q_OBJECT
public:
    TablePage(const ViewContext& context, const QString& id, QAbstractItemModel* model, QWidget* parent);
    ~TablePage() override;

    QAbstractItemModel* model() const { return m_model; }
    QTableView* table() const { return m_table; }
    QLineEdit* filter() const { return m_filter; }
    QSortFilterProxyModel* proxy() const { return m_proxy; }
    QHBoxLayout* bar() const { return m_bar; }      // the filter's row, for buttons of the view
    void setProxy(QSortFilterProxyModel* proxy);    // one that also filters by buttons; taken over
    void setEmptyText(const QString& text);         // shown when the model has no rows
    void setWidths(const std::vector<int>& widths); // px by column that it would like; a person's own are remembered
    int currentRow() const;                         // -1 = none
    void setCurrentRow(int row);
    bool find() override;
    bool copy() override;

signals:
    void currentRowChanged(int row);
    void rowActivated(int row, int column);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    void fit();
    void chooseColumns(QPoint at);
    void rowMenu(QPoint at);
    void remember();

    QString m_id, m_emptyText;
    QAbstractItemModel* m_model;
    QSortFilterProxyModel* m_proxy;
    QLineEdit* m_filter;
    QTableView* m_table;
    QHBoxLayout* m_bar;
    QTimer m_remember;
    std::vector<int> m_widths;
    bool m_sized = false; // by a person, now or in an earlier session
    bool m_fitting = false;
};

} // namespace bartizan::desktop
