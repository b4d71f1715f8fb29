// SPDX-License-Identifier: GPL-3.0-or-later
// The first screen, one page that scrolls: what was read, one sentence, ways in, causes, what nobody can tell yet, what
// changed; below it layers, severities and report ages. Without sources it says how to begin.
#pragma once

#include "app/desktop/models/start_models.h"
#include "app/desktop/views/view.h"
#include "app/desktop/widgets/card.h"

#include <QLabel>
#include <QScrollArea>
#include <QStackedWidget>

class QPushButton;

namespace bartizan::desktop {

class BarChart;
class FlowLine;
class LayerBars;

class StartView final : public View {
    Q_OBJECT
public:
    StartView(const ViewContext& context, QWidget* parent);

    CardTable* waysIn() const { return m_waysTable; }
    CardTable* causes() const { return m_causesTable; }
    QString sentence() const { return m_sentence->text(); }
    bool copy() override;

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeEmpty();
    void makePage(); // of a snapshot; once
    QWidget* makeUpper(QWidget* page);
    QWidget* makeLower(QWidget* page);
    void takeSnapshot() override;
    void fillScope();
    void fillCharts();
    void fillChange();

    WaysInModel m_ways;
    CausesModel m_causes;
    CannotTellModel m_cannotTell;
    QStackedWidget* m_pages = nullptr;
    FlowLine* m_scope = nullptr;
    QLabel* m_sentence = nullptr;
    QLabel* m_change = nullptr;
    QPushButton *m_changeLink = nullptr, *m_allWays = nullptr;
    QString m_changeTarget; // a view or a command
    QLabel* m_notExamined = nullptr;
    Card *m_waysCard = nullptr, *m_causesCard = nullptr, *m_cannotTellCard = nullptr, *m_changeCard = nullptr;
    Card *m_layersCard = nullptr, *m_findingsCard = nullptr, *m_reportsCard = nullptr;
    CardTable *m_waysTable = nullptr, *m_causesTable = nullptr, *m_cannotTellTable = nullptr;
    LayerBars* m_layers = nullptr;
    BarChart *m_severities = nullptr, *m_ages = nullptr;
};

} // namespace bartizan::desktop
