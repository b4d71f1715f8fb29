// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/ways_view.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "report/text/ways_in.h"

#include <algorithm>
#include <array>

namespace bartizan::desktop {

namespace {

using Entry = bartizan::Entry;

CellPart reachPart(Reach reach)
{
    const QString words = inLanguage(QString::fromLatin1(toWord(reach)));
    switch (reach) {
    case Reach::internet:
        return withIcon(diagram::Icon::internet, words);
    case Reach::privateNetwork:
        return withIcon(diagram::Icon::privateNetwork, words);
    case Reach::nodeNetwork:
        return withIcon(diagram::Icon::nodeNetwork, words);
    case Reach::notKnown:
        break;
    }
    return withIcon(diagram::Icon::door, words, Tone::quiet);
}

TableCell checkOf(const Entry& entry, const report::WayIn& way, const report::ReportInput& input)
{
    const QString words = checkInLanguage(shown(report::firstCheck(input, entry, way)));
    const std::optional<AuthAnswer> weakest = report::weakestAnswer(*input.posture, way);
    if (!weakest && entry.servesRoutes)
        return {{quiet(words)}, {}, 5.0};
    return answer(weakest.value_or(AuthAnswer::noCheckInFront), PathKind::direct, words);
}

TableCell behindCell(const report::WayIn& way, const Architecture& architecture)
{
    std::vector<std::string> names;
    for (const WorkloadId workload : way.oneHop)
        names.push_back(architecture.workload(workload).name);
    if (names.empty())
        return {{quiet(QObject::tr("nothing in the input"))}, {}, 0.0};
    return {{plain(listed(names, 4))}, listed(names, 30), static_cast<double>(names.size())};
}

TableCell orNone(const std::vector<std::string>& items, const QString& none)
{
    if (items.empty())
        return just(quiet(none));
    return {{plain(listed(items, 3))}, listed(items, 30), {}};
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    const Architecture& architecture = snapshot.model().architecture;
    const report::ReportInput input{snapshot.model(), snapshot.loaded->catalogue, &snapshot.posture()};
    const std::vector<report::WayIn> ways = report::waysIn(input);
    std::vector<CellsRow> rows;
    for (const std::size_t i : report::weakestFirst(input, ways)) {
        const Entry& entry = architecture.entries[i];
        CellsRow row;
        row.index = static_cast<int>(i);
        row.kind = static_cast<int>(entry.reach);
        row.evidence = entry.evidence;
        row.tip = shown(entry.id);
        row.cells.resize(WaysView::ColumnCount);
        const QString name = shown(entry.id.substr(std::min(entry.id.size(), entry.id.find(':') + 1)));
        row.cells[WaysView::Entry] = {{strong(name), quiet(shown(entry.kind))}, {}, {}};
        row.cells[WaysView::Reaches] = {{reachPart(entry.reach)}, told(entry.reachReason), static_cast<double>(entry.reach)};
        row.cells[WaysView::Reason] = just(plain(told(entry.reachReason)));
        row.cells[WaysView::Port] = number(entry.port, portText(entry.port, entry.protocol));
        row.cells[WaysView::Addresses] = orNone(entry.addresses, QObject::tr("not in the input"));
        row.cells[WaysView::Ranges] = orNone(entry.sourceRanges, QObject::tr("not limited"));
        row.cells[WaysView::Check] = checkOf(entry, ways[i], input);
        row.cells[WaysView::Routes] = count(ways[i].routes.size());
        row.cells[WaysView::Behind] = behindCell(ways[i], architecture);
        row.cells[WaysView::Where] = place(snapshot.model().inventory, entry.evidence);
        rows.push_back(std::move(row));
    }
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("Entry"), QObject::tr("Where bytes from outside the cluster are taken in"), 236},
            {QObject::tr("Reach"), QObject::tr("From where it can be reached; internet only where an address shows it"), 118},
            {QObject::tr("First check"), QObject::tr("The weakest answer of what lies behind"), 280},
            {QObject::tr("One hop behind"), QObject::tr("Workloads that its bytes reach first"), 200},
            {QObject::tr("Evidence"), QObject::tr("Where the entry is written"), 190},
            {QObject::tr("Port"), QObject::tr("Where it listens"), 90},
            {QObject::tr("Addresses"), QObject::tr("Addresses that the input shows"), 130},
            {QObject::tr("Source ranges"), QObject::tr("Only these may connect, where the entry limits it"), 120},
            {QObject::tr("Why this reach"), QObject::tr("What the reach is judged by"), 330},
            {QObject::tr("Routes"), QObject::tr("Routes that this entry serves"), 64, true}};
}

} // namespace

WaysView::WaysView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("ways"), columns(), rowsOf, parent)
{
    table()->setAccessibleName(tr("Ways in"));
    for (const Reach reach : {Reach::internet, Reach::privateNetwork, Reach::nodeNetwork, Reach::notKnown})
        addChip(reachPart(reach), tr("Entries by reach"));
    offerNotes([](const Snapshot& snapshot, const CellsRow& row) {
        return snapshot.model().architecture.entries[static_cast<std::size_t>(row.index)].id;
    });
    sayWhenEmpty(tr("Ways in from outside the cluster appear here once sources are read."));
}

void WaysView::snapshotChanged(const Snapshot& snapshot)
{
    const auto& entries = snapshot.model().architecture.entries;
    std::array<int, 4> counts{};
    for (const bartizan::Entry& entry : entries)
        ++counts[static_cast<std::size_t>(entry.reach)];
    for (std::size_t reach = 0; reach < counts.size(); ++reach)
        chips()[reach]->setWords(inLanguage(QString::fromLatin1(toWord(static_cast<Reach>(reach)))) + QLatin1Char(' ') +
                                 QString::number(counts[reach]));
    setNote(QString::number(entries.size()));
    sayWhenEmpty(tr("No way in from outside the cluster is in the input."));
}

QString WaysView::shownText(int shown, int all) const
{
    return shown == all ? all == 1 ? tr("1 way in") : tr("%1 ways in, weakest first").arg(all)
                        : tr("%1 of %2 ways in shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
