// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/paths_view.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/posture_nodes.h"

#include <unordered_map>

namespace bartizan::desktop {

namespace {

constexpr std::array<const char*, 3> tips = {
    QT_TRANSLATE_NOOP("QObject", "direct: bytes from outside the cluster reach the workload through gateways alone"),
    QT_TRANSLATE_NOOP("QObject", "relayed: a workload on the way passes requests on by calls of its own"),
    QT_TRANSLATE_NOOP("QObject", "lateral: after a compromise, by what connectivity, identity and mounts allow"),
};

QString pathName(int kind)
{
    switch (static_cast<PathKind>(kind)) {
    case PathKind::direct:
        return QObject::tr("direct");
    case PathKind::relayed:
        return QObject::tr("relayed");
    case PathKind::lateral:
        break;
    }
    return QObject::tr("lateral");
}

CellPart swatchOf(int kind)
{
    CellPart part = plain(pathName(kind));
    part.swatch = static_cast<Swatch>(kind);
    return part;
}

// Nodes of hops are named as in the drawing: a gateway whose pods are in the input by its workload.
class Names {
public:
    explicit Names(const Architecture& architecture)
    {
        for (const Workload& workload : architecture.workloads)
            m_names[workload.id] = shown(workload.name);
        for (const Gateway& gateway : architecture.gateways)
            m_names[gateway.id] = gateway.workloads.empty() ? shown(gateway.id.substr(gateway.id.find(':') + 1))
                                                            : shown(architecture.workload(gateway.workloads.front()).name);
        for (const Outside& outside : architecture.outsides)
            m_names[outside.id] = shown(outside.host);
    }
    QString of(const std::string& id) const
    {
        const auto found = m_names.find(id);
        return found == m_names.end() ? shown(id) : found->second;
    }

private:
    std::unordered_map<std::string, QString> m_names;
};

QString startOf(const Entry& entry)
{
    QString text = QObject::tr("outside");
    if (entry.gateway.valid() || entry.servesRoutes)
        return entry.port == 0 ? text : text + QLatin1Char(':') + QString::number(entry.port);
    return text + QStringLiteral(" → ") + shown(entry.kind) + QLatin1Char(' ') + QString::number(entry.port);
}

QString wayOf(const Path& path, const Architecture& architecture, const Names& names)
{
    QString text = path.entry.valid() ? startOf(architecture.entries[path.entry.pos()]) : QObject::tr("outside");
    for (std::size_t i = 0; i < path.hops.size(); ++i) {
        if (i == 0 && !path.entry.valid())
            text = names.of(path.hops[i].from);
        text += QStringLiteral(" → ") + names.of(path.hops[i].to);
    }
    return text;
}

QString tipOf(const Path& path)
{
    QStringList lines;
    for (const Hop& hop : path.hops)
        lines << shown(hop.from) + QStringLiteral(" → ") + shown(hop.to) + QStringLiteral(": ") + told(hop.via);
    return lines.join(QLatin1Char('\n'));
}

QString routeOf(const Path& path, const Architecture& architecture)
{
    if (!path.route.valid())
        return path.entry.valid() ? shown(architecture.entries[path.entry.pos()].id) : QString();
    const Route& route = architecture.routes[path.route.pos()];
    return (route.hosts.empty() ? QObject::tr("any host") : listed(route.hosts, 2)) +
           (route.path.empty() ? QString() : QLatin1Char(' ') + shown(route.path));
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    const Architecture& architecture = snapshot.model().architecture;
    const Names names(architecture);
    std::vector<CellsRow> rows;
    const auto& paths = snapshot.posture().paths;
    rows.reserve(paths.size());
    for (std::size_t i = 0; i < paths.size(); ++i) {
        const Path& path = paths[i];
        CellsRow row;
        row.index = static_cast<int>(i);
        row.kind = static_cast<int>(path.kind);
        row.evidence = PathsView::evidenceOf(path);
        row.cells.resize(PathsView::ColumnCount);
        row.cells[PathsView::Kind] = {
            {swatchOf(row.kind)}, QObject::tr(tips[static_cast<std::size_t>(row.kind)]), static_cast<double>(row.kind)};
        row.cells[PathsView::Way] = {{plain(wayOf(path, architecture, names))}, tipOf(path), {}};
        const QString reach = path.entry.valid()
                                  ? inLanguage(QString::fromLatin1(toWord(architecture.entries[path.entry.pos()].reach)))
                                  : QObject::tr("inside");
        row.cells[PathsView::Reaches] = just(quiet(reach));
        row.cells[PathsView::Check] = path.authenticated == Verdict::notApplicable
                                          ? TableCell{{quiet(checkInLanguage(shown(path.authenticatedAt)))}, {}, 5.0}
                                          : answer(path.answer, path.kind, answerInLanguage(path.answer, path.authenticatedAt));
        TableCell& barriers = row.cells[PathsView::Barriers];
        for (const Layer layer : path.stops)
            barriers.parts.push_back(
                marked(diagram::Mark::present, inLanguage(diagram::layerName(static_cast<int>(layer)).toLower())));
        for (const Layer layer : path.limits)
            barriers.parts.push_back(
                marked(diagram::Mark::partial, inLanguage(diagram::layerName(static_cast<int>(layer)).toLower())));
        barriers.order = static_cast<double>(path.stops.size() * 100 + path.limits.size());
        barriers.tip = QObject::tr("%1 stop, %2 limit").arg(path.stops.size()).arg(path.limits.size());
        if (barriers.parts.empty())
            barriers.parts.push_back(quiet(QObject::tr("none shown in the model")));
        row.cells[PathsView::Steps] = count(static_cast<std::size_t>(std::max(0, path.steps)), false);
        row.cells[PathsView::By] = just(quiet(routeOf(path, architecture)));
        row.cells[PathsView::Where] = place(snapshot.model().inventory, row.evidence);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("Kind"), QObject::tr("How the target is reached. The three kinds are never added up."), 96},
            {QObject::tr("Path"), QObject::tr("From outside the cluster to the target, weakest first"), 320},
            {QObject::tr("Reach"), QObject::tr("From where the way in can be reached, as far as an address shows it"), 88},
            {QObject::tr("First check"), QObject::tr("Who asks for credentials before the application does"), 180},
            {QObject::tr("Barriers: stops, limits"),
             QObject::tr("Layers on the way. Full marks stop, half marks limit what passes."), 210},
            {QObject::tr("Steps"), QObject::tr("Compromises on the way; 0: bytes or relayed calls arrive without one"), 66, true},
            {QObject::tr("Evidence"), QObject::tr("The first line that the path rests on"), 180},
            {QObject::tr("Route"), QObject::tr("Host and path of the first hop, or the entry"), 190}};
}

} // namespace

PathsView::PathsView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("paths"), columns(), rowsOf, parent)
{
    table()->setAccessibleName(tr("Paths"));
    for (int kind = 0; kind < 3; ++kind)
        addChip(swatchOf(kind), QObject::tr(tips[static_cast<std::size_t>(kind)]));
    sayWhenEmpty(tr("Paths from outside the cluster appear here once sources are read."));
    connect(&m_state, &ViewState::pathChanged, this, &PathsView::follow);
}

Evidence PathsView::evidenceOf(const Path& path)
{
    for (const Hop& hop : path.hops)
        for (const Evidence& evidence : hop.evidence)
            if (evidence.valid())
                return evidence;
    return {};
}

void PathsView::snapshotChanged(const Snapshot& snapshot)
{
    const Posture& posture = snapshot.posture();
    m_counts = {};
    for (const Path& path : posture.paths)
        ++m_counts[static_cast<std::size_t>(path.kind)];
    for (int kind = 0; kind < 3; ++kind)
        chips()[static_cast<std::size_t>(kind)]->setWords(pathName(kind) + QLatin1Char(' ') +
                                                          QString::number(m_counts[static_cast<std::size_t>(kind)]));
    setNote(tr("%1 | %2 | %3").arg(m_counts[0]).arg(m_counts[1]).arg(m_counts[2]));
    m_bound = posture.pathsTruncated
                  ? tr("not all paths are listed: the bound of %1 for each target was reached").arg(posture.pathBound)
                  : tr("all paths found (bound %1 for each target)").arg(posture.pathBound);
    const Architecture& architecture = snapshot.model().architecture;
    sayWhenEmpty(architecture.workloads.empty()
                     ? tr("The input holds no workload that a path could lead to.")
                     : tr("No direct or relayed path found (%1 entries, %2 calls, bound %3). Lateral: none.")
                           .arg(architecture.entries.size())
                           .arg(architecture.calls.size())
                           .arg(posture.pathBound));
}

void PathsView::rowsChanged()
{
    follow();
}

void PathsView::follow()
{
    if (building())
        return;
    if (m_state.path() >= 0 && m_state.path() < cells().rowCount())
        reveal(m_state.path());
    setCurrentRow(m_state.path() < cells().rowCount() ? m_state.path() : -1);
}

void PathsView::choose(const CellsRow& row)
{
    if (m_state.path() == row.index)
        return; // chosen elsewhere, maybe for another of its lines
    m_state.selectPath(row.index);
    CellsPage::choose(row);
}

QString PathsView::shownText(int shown, int all) const
{
    if (shown == all)
        return m_bound;
    std::array<int, 3> counts{};
    for (int row = 0; row < shown; ++row)
        ++counts[static_cast<std::size_t>(
            cells().rows()[static_cast<std::size_t>(proxy()->mapToSource(proxy()->index(row, 0)).row())].kind)];
    QStringList parts;
    for (int kind = 0; kind < 3; ++kind)
        parts << tr("%1 of %2 %3")
                     .arg(counts[static_cast<std::size_t>(kind)])
                     .arg(m_counts[static_cast<std::size_t>(kind)])
                     .arg(pathName(kind));
    return parts.join(QStringLiteral(", ")) + QStringLiteral(" · ") + m_bound;
}

} // namespace bartizan::desktop
