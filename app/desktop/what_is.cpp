// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/what_is.h"

#include "app/desktop/language.h"
#include "app/desktop/models/table_model.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "app/desktop/views/graph_overlays.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/widgets/cell.h"
#include "app/desktop/widgets/matrix_header.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHeaderView>
#include <QHelpEvent>
#include <QWhatsThis>

namespace bartizan::desktop {

QString verdictHelp(diagram::Mark mark)
{
    switch (mark) {
    case diagram::Mark::present:
        return WhatIs::tr("Present: the input shows this layer in place.");
    case diagram::Mark::partial:
        return WhatIs::tr("Partial: the input shows a part of this layer; the reason says which part is not there.");
    case diagram::Mark::missing:
        return WhatIs::tr("Missing: the input shows that this layer is not there, or it was searched for where it would stand. "
                          "The reason says what was searched.");
    case diagram::Mark::unknown:
        return WhatIs::tr("Unknown: the input does not say. What would settle it is listed under Cannot tell.");
    case diagram::Mark::notApplicable:
        return WhatIs::tr("Not applicable: there is nothing here for this layer to act on.");
    }
    return {};
}

QString severityHelp(diagram::Severity severity)
{
    const QString name = inLanguage(diagram::severityName(severity));
    return WhatIs::tr("%1: a finding's severity comes from its rule, from what the outside reaches and from how sensitive the "
                      "service is. The reason of the finding says by what.")
        .arg(name);
}

QString layerHelp(const LayerText& layer)
{
    return inLanguage(shown(layer.title)) + QLatin1Char('\n') + told(layer.why) + QLatin1Char('\n') + told(layer.howDecided);
}

QString legendHelp()
{
    QStringList lines;
    for (const diagram::Mark mark : {diagram::Mark::present, diagram::Mark::partial, diagram::Mark::missing,
                                     diagram::Mark::unknown, diagram::Mark::notApplicable})
        lines << verdictHelp(mark);
    lines << WhatIs::tr("A hollow mark: the policy does not require this layer of a service so sensitive.")
          << WhatIs::tr("A yellow band: a path from outside; the broad one with no check in front.")
          << WhatIs::tr("The sixteen stones of a wall are the layers, clockwise from the left.");
    return lines.join(QLatin1Char('\n'));
}

QString cellHelp(const QModelIndex& index, const Catalogue& catalogue)
{
    if (!index.isValid())
        return {};
    QStringList lines;
    if (const QVariant stone = index.data(StoneRole); stone.isValid()) {
        lines << verdictHelp(static_cast<diagram::Mark>(stone.toInt()));
        if (const LayerText* layer = catalogue.layer(layerId(static_cast<Layer>(index.column()))))
            lines << layerHelp(*layer);
        return lines.join(QLatin1Char('\n'));
    }
    for (const CellPart& part : index.data(PartsRole).value<Cell>()) {
        if (part.mark)
            lines << verdictHelp(*part.mark);
        if (part.severity)
            lines << severityHelp(*part.severity);
    }
    const QString head = headHelp(*index.model(), index.column(), Qt::Horizontal, catalogue);
    if (!head.isEmpty())
        lines << head;
    lines.removeDuplicates();
    return lines.join(QLatin1Char('\n'));
}

QString headHelp(const QAbstractItemModel& model, int section, Qt::Orientation orientation, const Catalogue& catalogue)
{
    const QString title = model.headerData(section, orientation).toString();
    if (orientation == Qt::Horizontal && section < static_cast<int>(layerCount) && title == columnInLanguage(section))
        if (const LayerText* layer = catalogue.layer(layerId(static_cast<Layer>(section))))
            return layerHelp(*layer);
    const QString tip = model.headerData(section, orientation, Qt::ToolTipRole).toString();
    return tip.isEmpty() || tip.startsWith(QLatin1Char('<')) ? QString() : title + QStringLiteral(": ") + tip;
}

WhatIs::WhatIs(const Session& session, QObject* owner) : QObject(owner), m_session(session)
{
    qApp->installEventFilter(this);
}

const Catalogue& WhatIs::catalogue()
{
    if (const SnapshotPtr snapshot = m_session.snapshot())
        return snapshot->loaded->catalogue;
    if (m_own.layers.empty())
        if (auto read = app::defaultCatalogue())
            m_own = std::move(*read);
    return m_own;
}

QString WhatIs::textAt(QWidget* widget, QPoint at)
{
    if (qobject_cast<LegendOverlay*>(widget) || qobject_cast<GraphView*>(widget))
        return legendHelp();
    if (auto* header = qobject_cast<QHeaderView*>(widget->parentWidget())) {
        const int section = header->logicalIndexAt(at);
        return section < 0 ? QString() : headHelp(*header->model(), section, header->orientation(), catalogue());
    }
    if (auto* view = qobject_cast<QAbstractItemView*>(widget->parentWidget())) {
        const QModelIndex index = view->indexAt(at);
        return index.data(Qt::WhatsThisRole).toString().isEmpty() ? cellHelp(index, catalogue()) : QString(); // it has its own
    }
    return {};
}

bool WhatIs::eventFilter(QObject* watched, QEvent* event)
{
    if (event->type() != QEvent::QueryWhatsThis && event->type() != QEvent::WhatsThis)
        return QObject::eventFilter(watched, event);
    auto* widget = qobject_cast<QWidget*>(watched);
    auto* help = static_cast<QHelpEvent*>(event);
    const QString text = widget ? textAt(widget, help->pos()) : QString();
    if (text.isEmpty())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::WhatsThis)
        QWhatsThis::showText(help->globalPos(), plainToolTip(text), widget);
    event->accept();
    return true;
}

void WhatIs::ask(QWidget* focus)
{
    auto* view = qobject_cast<QAbstractItemView*>(focus);
    const QModelIndex current = view ? view->currentIndex() : QModelIndex();
    const QString own = current.data(Qt::WhatsThisRole).toString(); // escaped by who set it
    const QString text = own.isEmpty() ? plainToolTip(cellHelp(current, catalogue())) : own;
    if (current.isValid() && !text.isEmpty())
        QWhatsThis::showText(view->viewport()->mapToGlobal(view->visualRect(current).bottomLeft()), text, view);
    else
        QWhatsThis::enterWhatsThisMode();
}

} // namespace bartizan::desktop
