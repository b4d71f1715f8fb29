// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/start_models.h"

#include "analysis/service_counts.h"
#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/posture_nodes.h"
#include "report/text/sections.h"
#include "report/text/ways_in.h"

#include <algorithm>
#include <set>

namespace bartizan::desktop {

namespace {

constexpr std::size_t namedHops = 3;

// The worst first, the rest counted.
Cell hopsOf(const Snapshot& snapshot, std::vector<WorkloadId> workloads, const std::set<std::string>& outside, bool loud)
{
    const Posture& posture = snapshot.posture();
    std::stable_sort(workloads.begin(), workloads.end(), [&](WorkloadId a, WorkloadId b) {
        return worse(posture.workloads[a.pos()].counts, posture.workloads[b.pos()].counts);
    });
    Cell cell;
    for (std::size_t i = 0; i < workloads.size() && i < namedHops; ++i) {
        CellPart part = plain(shown(snapshot.model().architecture.workload(workloads[i]).name));
        part.tone = loud ? Tone::strong : Tone::plain;
        part.mark = worstMark(posture.workloads[workloads[i].pos()].counts);
        cell.push_back(part);
    }
    std::size_t left = workloads.size() > namedHops ? workloads.size() - namedHops : 0;
    for (const std::string& host : outside) {
        if (cell.size() < namedHops)
            cell.push_back(withIcon(diagram::Icon::outside, shown(host)));
        else
            ++left;
    }
    if (left > 0)
        cell.push_back(quiet(QObject::tr("%1 more").arg(left)));
    if (cell.empty())
        cell.push_back(quiet(QObject::tr("no call known")));
    return cell;
}

QString audienceOf(const Architecture& architecture, const std::vector<RouteId>& routes)
{
    std::map<std::string, int> audiences;
    for (const RouteId route : routes)
        ++audiences[architecture.routes[route.pos()].audience];
    QStringList parts;
    for (const auto& [audience, count] : audiences)
        parts << (audience.empty() ? QObject::tr("not stated") : inLanguage(shown(audience))) +
                     (audiences.size() > 1 ? QStringLiteral(" %1").arg(count) : QString());
    return routes.empty() ? QObject::tr("not stated") : parts.join(QStringLiteral(", "));
}

} // namespace

void WaysInModel::setSnapshot(const SnapshotPtr& snapshot, std::size_t most)
{
    std::vector<WayInRow> rows;
    const Architecture& architecture = snapshot->model().architecture;
    report::ReportInput input{snapshot->model(), snapshot->loaded->catalogue, &snapshot->posture()};
    const std::vector<report::WayIn> ways = report::waysIn(input);
    std::vector<std::vector<const Call*>> callsFrom(architecture.workloads.size());
    for (const Call& call : architecture.calls)
        if (call.kind != CallKind::latent && call.from.kind == Peer::Kind::workload)
            callsFrom[call.from.workload.pos()].push_back(&call);
    for (const std::size_t i : report::weakestFirst(input, ways)) {
        if (rows.size() == most)
            break;
        const bartizan::Entry& entry = architecture.entries[i];
        WayInRow row;
        row.entry = EntryId(i);
        row.evidence = entry.evidence;
        const std::string rest = entry.id.substr(std::min(entry.id.size(), entry.id.find(':') + 1));
        row.name = shown(rest);
        const auto routes = ways[i].routes.size();
        row.detail = shown(entry.kind);
        if (routes > 0)
            row.detail += QStringLiteral(", ") + tr("%n routes", nullptr, static_cast<int>(routes));
        row.routed = routes > 0 || !entry.servesRoutes;
        row.internet = entry.reach == Reach::internet;
        row.reach = inLanguage(QString::fromLatin1(toWord(entry.reach)));
        row.audience = audienceOf(architecture, ways[i].routes);
        row.answer = report::weakestAnswer(snapshot->posture(), ways[i]).value_or(AuthAnswer::noCheckInFront);
        row.check = checkInLanguage(shown(report::firstCheck(input, entry, ways[i])));
        const std::vector<WorkloadId>& first = ways[i].oneHop;
        std::set<WorkloadId> second;
        std::set<std::string> outside;
        for (const WorkloadId workload : first)
            for (const Call* call : callsFrom[workload.pos()]) {
                if (call->to.kind == Peer::Kind::outside)
                    outside.insert(architecture.outsides[call->to.outside.pos()].host);
                else if (call->to.kind == Peer::Kind::workload &&
                         !std::binary_search(first.begin(), first.end(), call->to.workload))
                    second.insert(call->to.workload);
            }
        row.first = first.empty() ? WorkloadId() : first.front();
        row.oneHop = first.empty() ? Cell{quiet(tr("nothing in the input"))} : hopsOf(*snapshot, first, {}, true);
        row.twoHops = hopsOf(*snapshot, {second.begin(), second.end()}, outside, false);
        rows.push_back(std::move(row));
    }
    setRows(std::move(rows));
}

QString WaysInModel::title(int column) const
{
    switch (column) {
    case Entry:
        return tr("Entry");
    case Reach:
        return tr("Reach");
    case Audience:
        return tr("Audience");
    case Check:
        return tr("First check");
    case OneHop:
        return tr("One hop behind");
    default:
        return tr("Two hops behind");
    }
}

QVariant WaysInModel::cell(const WayInRow& row, int column, int role) const
{
    if (role == SortRole && column == Check)
        return weakness(row.answer);
    Cell parts;
    switch (column) {
    case Entry:
        parts = {strong(row.name), quiet(row.detail)};
        break;
    case Reach:
        parts = {row.internet ? withIcon(diagram::Icon::internet, row.reach) : quiet(row.reach)};
        break;
    case Audience:
        parts = {quiet(row.audience)};
        break;
    case Check: {
        CellPart part = plain(row.check);
        if (row.routed && weakness(row.answer) <= 1)
            part.check = diagram::FirstCheck::direct;
        else if (row.answer == AuthAnswer::checkedAt)
            part.icon = diagram::Icon::identity;
        else if (row.answer == AuthAnswer::undecided)
            part.mark = diagram::Mark::unknown;
        parts = {part};
        break;
    }
    case OneHop:
        parts = row.oneHop;
        break;
    default:
        parts = row.twoHops;
        break;
    }
    if (role == PartsRole)
        return QVariant::fromValue(parts);
    if (role == Qt::DisplayRole || role == SortRole)
        return wordsOf(parts);
    if (role == Qt::ToolTipRole)
        return plainToolTip(wordsOf(parts));
    return {};
}

void CausesModel::setSnapshot(const SnapshotPtr& snapshot, std::size_t most)
{
    std::vector<CauseRow> rows;
    const auto& findings = snapshot->posture().findings;
    const ServiceCounts services = countServices(snapshot->model().architecture);
    for (std::size_t i = 0; i < findings.size() && rows.size() < most; ++i) {
        if (!isLeadingCause(findings[i], services))
            continue;
        rows.push_back({static_cast<int>(i), findings[i].severity, told(findings[i].title),
                        QObject::tr("%n subjects", nullptr, static_cast<int>(findings[i].subjects.size()))});
    }
    setRows(std::move(rows));
}

QVariant CausesModel::cell(const CauseRow& row, int column, int role) const
{
    CellPart part = column == 0 ? plain(row.title) : quiet(row.subjects);
    if (role == Qt::DisplayRole || role == SortRole)
        return part.text;
    if (role == Qt::ToolTipRole)
        return plainToolTip(inLanguage(diagram::severityName(static_cast<diagram::Severity>(row.severity))) +
                            QStringLiteral(": ") + row.title);
    if (role == Qt::AccessibleDescriptionRole)
        return inLanguage(diagram::severityName(static_cast<diagram::Severity>(row.severity)));
    if (role == Qt::TextAlignmentRole && column == 1)
        return static_cast<int>(Qt::AlignRight | Qt::AlignVCenter);
    if (role != PartsRole)
        return {};
    if (column == 1)
        return QVariant::fromValue(Cell{part});
    CellPart bars;
    bars.severity = static_cast<diagram::Severity>(row.severity);
    if (row.severity <= FindingSeverity::high)
        part.tone = Tone::strong;
    return QVariant::fromValue(Cell{bars, part});
}

void CannotTellModel::setSnapshot(const SnapshotPtr& snapshot, std::size_t most)
{
    std::vector<CannotTellRow> rows;
    for (const UnknownInput& input : snapshot->posture().unknownInputs) {
        if (rows.size() == most)
            break;
        rows.push_back({input.settles, told(input.input), shown(input.command)});
    }
    setRows(std::move(rows));
}

QVariant CannotTellModel::cell(const CannotTellRow& row, int column, int role) const
{
    if (role == Qt::DisplayRole)
        return column == 0 ? QString::number(row.settles) : row.input;
    if (role == Qt::ToolTipRole || role == Qt::AccessibleDescriptionRole)
        return row.command.isEmpty() ? QVariant() : QVariant(role == Qt::ToolTipRole ? plainToolTip(row.command) : row.command);
    return {};
}

} // namespace bartizan::desktop
