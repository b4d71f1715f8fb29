// SPDX-License-Identifier: GPL-3.0-or-later
// All findings, one row a cause, most serious first, narrowed by severity, layer, status and selection, and put under
// headings that can be closed (Left, Right, Enter). Gaps of platform components wait behind a switch of their own; whatever
// is hidden is counted. Choosing a row shows its proof beside the
// inspector; opening it shows the line in its file.
#pragma once

#include "app/desktop/models/findings_model.h"
#include "app/desktop/widgets/filter_page.h"

#include <QComboBox>

#include <set>

namespace bartizan::desktop {

class FindingsView final : public FilterPage {
    Q_OBJECT
public:
    enum Switch { Critical, High, Medium, Low, Info, Selection, Platform }; // chips(), in order
    FindingsView(const ViewContext& context, QWidget* parent);

    static Evidence proofOf(const Finding& finding); // invalid where there is no line at all
    const FindingsModel& findings() const { return *m_model; }
    QComboBox* layers() const { return m_layers; }
    QComboBox* grouping() const { return m_grouping; }
    bool isHeading(const QModelIndex& shown) const; // of the table

protected:
    bool eventFilter(QObject* watched, QEvent* event) override; // keys of headings
    bool accepts(int row) const override;
    QString shownText(int shown, int all) const override;
    void resetSwitches() override;

private:
    void makeBar();
    void takeSnapshot() override;
    void followSelection() override;
    void selectionChanged();
    void choose(int row);
    void group(); // as chosen
    void followFinding();
    void setOpen(int group, bool open);
    void setAllOpen(bool open);
    bool headingKey(int key);

    FindingsModel* m_model;
    QComboBox* m_layers;
    QComboBox* m_status;
    QComboBox* m_grouping;
    std::set<QString> m_closed; // titles of groups
    int m_platform = 0;         // findings of platform components
};

} // namespace bartizan::desktop
