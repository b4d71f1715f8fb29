// SPDX-License-Identifier: GPL-3.0-or-later
// What's This (Shift+F1): what a verdict, a layer, a severity, a column or a lens means. Layers speak in the words of
// resources/layers.yaml; what has no words of its own says its tool tip. Plain text throughout: nothing from input is
// ever markup. With the keyboard on a row or a cell, Shift+F1 explains that one at once; else the pointer asks.
#pragma once

#include "app/desktop/session.h"
#include "diagram/marks.h"

#include <QModelIndex>
#include <QObject>
#include <QString>

namespace bartizan::desktop {

QString verdictHelp(diagram::Mark mark);
QString severityHelp(diagram::Severity severity);
QString layerHelp(const LayerText& layer);
QString legendHelp();
// Of a cell or a head of a table, for plain display; "" = nothing is to be said.
QString cellHelp(const QModelIndex& index, const Catalogue& catalogue);
QString headHelp(const QAbstractItemModel& model, int section, Qt::Orientation orientation, const Catalogue& catalogue);

// Answers for every table, list and tree of the program, and for the drawing. One for the program.
class WhatIs final : public QObject {
    Q_OBJECT
public:
    WhatIs(const Session& session, QObject* owner);
    void ask(QWidget* focus); // Shift+F1

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    const Catalogue& catalogue();
    QString textAt(QWidget* widget, QPoint at);

    const Session& m_session;
    Catalogue m_own; // until something is read
};

} // namespace bartizan::desktop
