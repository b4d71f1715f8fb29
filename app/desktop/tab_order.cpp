// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/tab_order.h"

#include <QDockWidget>
#include <QStatusBar>
#include <QToolBar>

#include <algorithm>

namespace bartizan::desktop {

namespace {

// In the order of an area, then by place.
int areaOf(const QMainWindow& window, const QWidget* widget)
{
    if (qobject_cast<const QToolBar*>(widget))
        return 0;
    if (const auto* dock = qobject_cast<const QDockWidget*>(widget))
        switch (window.dockWidgetArea(const_cast<QDockWidget*>(dock))) {
        case Qt::TopDockWidgetArea:
            return 1;
        case Qt::LeftDockWidgetArea:
            return 2;
        case Qt::RightDockWidgetArea:
            return 4;
        default:
            return 5;
        }
    return qobject_cast<const QStatusBar*>(widget) ? 6 : 3;
}

// What stands side by side: one begins above the middle of the other.
bool sameRow(const QRect& upper, const QRect& lower)
{
    return lower.top() < upper.center().y();
}

void sortByReading(std::vector<QWidget*>& widgets)
{
    std::stable_sort(widgets.begin(), widgets.end(),
                     [](const QWidget* a, const QWidget* b) { return a->geometry().top() < b->geometry().top(); });
    for (auto row = widgets.begin(); row != widgets.end();) {
        const QRect first = (*row)->geometry();
        const auto end = std::find_if(row, widgets.end(), [&](const QWidget* w) { return !sameRow(first, w->geometry()); });
        std::stable_sort(row, end == row ? row + 1 : end,
                         [](const QWidget* a, const QWidget* b) { return a->geometry().left() < b->geometry().left(); });
        row = end == row ? row + 1 : end;
    }
}

bool takesTab(const QWidget& widget)
{
    return (widget.focusPolicy() & Qt::TabFocus) && widget.isEnabled() && !widget.focusProxy();
}

void collect(QWidget& widget, std::vector<QWidget*>& into)
{
    if (takesTab(widget))
        into.push_back(&widget);
    std::vector<QWidget*> children;
    for (QObject* child : widget.children())
        if (auto* inner = qobject_cast<QWidget*>(child); inner && inner->isVisible() && !inner->isWindow())
            children.push_back(inner);
    sortByReading(children);
    for (QWidget* child : children)
        collect(*child, into);
}

} // namespace

std::vector<QWidget*> tabStops(const QMainWindow& window)
{
    std::vector<QWidget*> areas;
    for (QObject* child : window.children())
        if (auto* widget = qobject_cast<QWidget*>(child); widget && widget->isVisible() && !widget->isWindow())
            areas.push_back(widget);
    sortByReading(areas);
    std::stable_sort(areas.begin(), areas.end(),
                     [&](const QWidget* a, const QWidget* b) { return areaOf(window, a) < areaOf(window, b); });
    std::vector<QWidget*> stops;
    for (QWidget* area : areas)
        collect(*area, stops);
    return stops;
}

QWidget* nextTabStop(const QMainWindow& window, QWidget* from, bool forward)
{
    const std::vector<QWidget*> stops = tabStops(window);
    if (stops.empty())
        return nullptr;
    // A stop, or what stands within one (an editor in a table), or neither: then from the start.
    auto at = stops.end();
    for (QWidget* widget = from; widget && at == stops.end(); widget = widget->parentWidget())
        at = std::find(stops.begin(), stops.end(), widget);
    if (at == stops.end())
        return forward ? stops.front() : stops.back();
    if (forward)
        return std::next(at) == stops.end() ? stops.front() : *std::next(at);
    return at == stops.begin() ? stops.back() : *std::prev(at);
}

} // namespace bartizan::desktop
