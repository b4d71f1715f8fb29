// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/registry.h"

#include "app/desktop/views/assumptions_view.h"
#include "app/desktop/views/changes_view.h"
#include "app/desktop/views/findings_view.h"
#include "app/desktop/views/graph_view.h"
#include "app/desktop/views/images_view.h"
#include "app/desktop/views/inspector.h"
#include "app/desktop/views/matrix_view.h"
#include "app/desktop/views/navigator_view.h"
#include "app/desktop/views/paths_view.h"
#include "app/desktop/views/problems_view.h"
#include "app/desktop/views/review_view.h"
#include "app/desktop/views/routes_view.h"
#include "app/desktop/views/scope_view.h"
#include "app/desktop/views/source_view.h"
#include "app/desktop/views/sources_view.h"
#include "app/desktop/views/start_view.h"
#include "app/desktop/views/ways_view.h"

#include <QCoreApplication>

namespace bartizan::desktop {

namespace {

template <class V>
View* makeView(const ViewContext& context, QWidget* parent)
{
    return new V(context, parent);
}

View* makeGraph(const ViewContext& context, QWidget* parent)
{
    return new GraphView(context.session, context.state, parent);
}

} // namespace

const std::vector<ViewRow>& viewRows()
{
    static const std::vector<ViewRow> rows{
        {"start", Place::centre, QT_TRANSLATE_NOOP("Views", "Start"), makeView<StartView>},
        {"graph", Place::centre, QT_TRANSLATE_NOOP("Views", "Graph"), makeGraph},
        {"matrix", Place::centre, QT_TRANSLATE_NOOP("Views", "Matrix"), makeView<MatrixView>},
        {"sources", Place::left, QT_TRANSLATE_NOOP("Views", "Sources"), makeView<SourcesView>},
        {"navigator", Place::left, QT_TRANSLATE_NOOP("Views", "Navigator"), makeView<NavigatorView>},
        {"inspector", Place::right, QT_TRANSLATE_NOOP("Views", "Inspector"), makeView<Inspector>},
        {"findings", Place::bottom, QT_TRANSLATE_NOOP("Views", "Findings"), makeView<FindingsView>},
        {"paths", Place::bottom, QT_TRANSLATE_NOOP("Views", "Paths"), makeView<PathsView>},
        {"ways", Place::bottom, QT_TRANSLATE_NOOP("Views", "Ways in"), makeView<WaysView>},
        {"routes", Place::bottom, QT_TRANSLATE_NOOP("Views", "Routes"), makeView<RoutesView>},
        {"images", Place::bottom, QT_TRANSLATE_NOOP("Views", "Images and reports"), makeView<ImagesView>},
        {"scope", Place::bottom, QT_TRANSLATE_NOOP("Views", "Scope"), makeView<ScopeView>},
        {"unknown", Place::bottom, QT_TRANSLATE_NOOP("Views", "Cannot tell"), makeView<CannotTellView>},
        {"assumptions", Place::bottom, QT_TRANSLATE_NOOP("Views", "Assumptions"), makeView<AssumptionsView>},
        {"problems", Place::bottom, QT_TRANSLATE_NOOP("Views", "Problems"), makeView<ProblemsView>},
        {"source", Place::bottom, QT_TRANSLATE_NOOP("Views", "Source"), makeView<SourceView>},
        {"changes", Place::bottom, QT_TRANSLATE_NOOP("Views", "Changes"), makeView<ChangesView>, int(Qt::ALT) | Qt::Key_C},
        {"review", Place::bottom, QT_TRANSLATE_NOOP("Views", "Review"), makeView<ReviewView>, int(Qt::ALT) | Qt::Key_L},
    };
    return rows;
}

QString viewTitle(const ViewRow& row)
{
    return QCoreApplication::translate("Views", row.title);
}

} // namespace bartizan::desktop
