// SPDX-License-Identifier: GPL-3.0-or-later
// A table with switches beside its filter line. What they hide is always said: "23 of 57 findings shown".
#pragma once

#include "app/desktop/widgets/chip.h"
#include "app/desktop/widgets/rows_proxy.h"
#include "app/desktop/widgets/table_page.h"

namespace bartizan::desktop {

// How many rows are shown: its beginning stays readable where room is short, the tool tip has all of it.
class ShownLine final : public QWidget {
    Q_OBJECT
public:
    explicit ShownLine(QWidget* parent);
    void setText(const QString& text);
    const QString& text() const { return m_text; }
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return {60, 16}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_text;
};

class FilterPage : public TablePage {
    Q_OBJECT
public:
    ~FilterPage() override;

    const std::vector<Chip*>& chips() const { return m_chips; }
    const QString& shownLine() const { return m_shown->text(); }
    void showAll(); // every row, whatever was typed or switched off

protected:
    // `model` is taken over.
    FilterPage(const ViewContext& context, const QString& id, QAbstractItemModel* model, QWidget* parent);

    Chip* addChip(const CellPart& part, const QString& tip, bool on = true);
    void addToBar(QWidget* widget); // after the chips so far
    void refilter();
    void reveal(int row); // a row of the model that must be seen: what hides it is taken back
    RowsProxy* rowsProxy() const { return m_rows; }

    virtual bool accepts(int row) const; // by the switches; words are looked at elsewhere
    virtual QString shownText(int shown, int all) const = 0;
    virtual void resetSwitches(); // so that accepts() says yes to all

private:
    void sayShown();

    RowsProxy* m_rows;
    ShownLine* m_shown;
    std::vector<Chip*> m_chips;
};

} // namespace bartizan::desktop
