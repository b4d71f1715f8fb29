// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/routes_view.h"

#include "app/desktop/language.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"

#include <array>

namespace bartizan::desktop {

namespace {

enum Kind { unchecked, undecided, decided }; // by the answer of the first check

int kindOf(AuthAnswer answer)
{
    if (weakness(answer) <= 1)
        return unchecked;
    return answer == AuthAnswer::undecided ? undecided : decided;
}

TableCell tlsCell(const Route& route)
{
    struct Words {
        TlsMode mode;
        const char* words;
        Verdict verdict;
        const char* tip;
    };
    static constexpr std::array<Words, 6> all = {{
        {TlsMode::none, QT_TRANSLATE_NOOP("QObject", "plain text"), Verdict::missing,
         QT_TRANSLATE_NOOP("QObject", "The gateway answers without TLS.")},
        {TlsMode::terminate, QT_TRANSLATE_NOOP("QObject", "TLS"), Verdict::present,
         QT_TRANSLATE_NOOP("QObject", "TLS ends at the gateway.")},
        {TlsMode::passthrough, QT_TRANSLATE_NOOP("QObject", "passed through"), Verdict::present,
         QT_TRANSLATE_NOOP("QObject", "TLS ends behind the gateway, which does not see the requests.")},
        {TlsMode::mutual, QT_TRANSLATE_NOOP("QObject", "mutual TLS"), Verdict::present,
         QT_TRANSLATE_NOOP("QObject", "A client certificate is required.")},
        {TlsMode::optionalMutual, QT_TRANSLATE_NOOP("QObject", "TLS, certificate optional"), Verdict::present,
         QT_TRANSLATE_NOOP("QObject", "A client certificate is checked when it is shown, and not required.")},
        {TlsMode::unknown, QT_TRANSLATE_NOOP("QObject", "cannot be told"), Verdict::unknown,
         QT_TRANSLATE_NOOP("QObject", "The input does not say whether the gateway answers with TLS.")},
    }};
    for (const Words& words : all)
        if (words.mode == route.edgeTls)
            return verdict(words.verdict, QObject::tr(words.words), QObject::tr(words.tip));
    return just(quiet(QString()));
}

TableCell backendCell(const Route& route, const Architecture& architecture)
{
    if (route.backends.empty())
        return just(quiet(route.redirectsAway ? QObject::tr("redirects away") : QObject::tr("none")));
    TableCell cell;
    QStringList lines;
    for (const RouteBackend& backend : route.backends) {
        const std::string name =
            backend.service.valid() ? architecture.service(backend.service).id : backend.ns + "/" + backend.name;
        QString words = shown(name);
        if (!backend.port.empty())
            words += QLatin1Char(':') + shown(backend.port);
        if (backend.mirror)
            words += QLatin1Char(' ') + QObject::tr("(copies)");
        lines << words + (backend.unresolved.empty() ? QString() : QStringLiteral(": ") + shown(backend.unresolved)) +
                     (route.backends.size() > 1 ? QObject::tr(", weight %1").arg(backend.weight) : QString());
        if (cell.parts.size() < 3)
            cell.parts.push_back(backend.unresolved.empty() ? plain(words) : withIcon(diagram::Icon::warning, words));
    }
    if (route.backends.size() > 3)
        cell.parts.push_back(quiet(QObject::tr("%1 more").arg(route.backends.size() - 3)));
    cell.tip = lines.join(QLatin1Char('\n'));
    return cell;
}

TableCell protectionsCell(const Route& route)
{
    QStringList words, lines;
    for (const Protection& protection : route.protections) {
        lines << shown(protection.detail);
        if (protection.kind == ProtectionKind::trap)
            continue;
        QString word = shown(protection.method);
        if (protection.enforcement == Enforcement::optional)
            word += QLatin1Char(' ') + QObject::tr("(optional)");
        else if (protection.enforcement == Enforcement::off)
            word += QLatin1Char(' ') + QObject::tr("(off)");
        else if (protection.enforcement != Enforcement::enforced)
            word += QLatin1Char(' ') + QObject::tr("(cannot be told)");
        words << word;
    }
    words.removeDuplicates();
    if (words.isEmpty())
        return {{quiet(QObject::tr("none written"))}, lines.join(QLatin1Char('\n')), {}};
    return {{plain(words.join(QStringLiteral(", ")))}, lines.join(QLatin1Char('\n')), {}};
}

TableCell acceptedCell(const Route& route, const RoutePosture& posture)
{
    const QString reason = route.acceptedReason.empty() ? told(posture.accepted.reason) : told(route.acceptedReason);
    if (!route.accepted)
        return verdict(Verdict::unknown, QObject::tr("cannot be told"), reason);
    return *route.accepted ? verdict(Verdict::present, QObject::tr("accepted"), reason)
                           : verdict(Verdict::missing, QObject::tr("refused"), reason);
}

QString pathText(const Route& route)
{
    const QString path = route.path.empty() ? QObject::tr("any path") : shown(route.path);
    return route.pathType.empty() || route.pathType == "any" || route.path.empty()
               ? path
               : path + QStringLiteral("  ") + shown(route.pathType);
}

TableCell orAny(const std::vector<std::string>& items, const QString& any)
{
    if (items.empty())
        return just(quiet(any));
    return {{plain(listed(items, 3))}, listed(items, 30), {}};
}

CellsRow rowOf(const Snapshot& snapshot, std::size_t index)
{
    const Architecture& architecture = snapshot.model().architecture;
    const Route& route = architecture.routes[index];
    const RoutePosture& posture = snapshot.posture().routes[index];
    CellsRow row;
    row.index = static_cast<int>(index);
    row.kind = kindOf(posture.answer);
    row.evidence = route.evidence;
    row.tip = shown(route.id);
    row.cells.resize(RoutesView::ColumnCount);
    auto& cells = row.cells;
    cells[RoutesView::Host] = route.hosts.empty() ? just(quiet(QObject::tr("any host")))
                                                  : TableCell{{strong(listed(route.hosts, 2))}, listed(route.hosts, 30), {}};
    cells[RoutesView::PathMatch] = just(plain(pathText(route)));
    cells[RoutesView::Methods] = orAny(route.methods, QObject::tr("any"));
    cells[RoutesView::Backend] = backendCell(route, architecture);
    cells[RoutesView::Audience] =
        just(route.audience.empty() ? quiet(QObject::tr("not stated")) : plain(inLanguage(shown(route.audience))));
    cells[RoutesView::Tls] = tlsCell(route);
    cells[RoutesView::MinimumTls] =
        just(route.minTlsVersion.empty() ? quiet(QObject::tr("not stated")) : plain(shown(route.minTlsVersion)));
    cells[RoutesView::Redirects] = route.redirectsHttp ? verdict(Verdict::present, QObject::tr("to HTTPS"),
                                                                 QObject::tr("Plain text is answered with a redirect."))
                                                       : just(quiet(QObject::tr("not shown")));
    cells[RoutesView::Check] = answer(posture.answer, PathKind::direct, answerInLanguage(posture.answer, posture.checkedAt));
    cells[RoutesView::Check].tip = told(posture.authentication.reason);
    cells[RoutesView::CheckedBy] = orAny(posture.methods, QObject::tr("none"));
    cells[RoutesView::Authorization] = verdict(posture.authorization);
    cells[RoutesView::SecondFactor] = verdict(posture.secondFactor);
    cells[RoutesView::Abuse] = verdict(posture.abuse);
    cells[RoutesView::Protections] = protectionsCell(route);
    cells[RoutesView::Accepted] = acceptedCell(route, posture);
    cells[RoutesView::Gateway] =
        just(route.gateway.valid() ? plain(shown(architecture.gateways[route.gateway.pos()].id)) : quiet(QObject::tr("none")));
    cells[RoutesView::Where] = place(snapshot.model().inventory, route.evidence);
    return row;
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    std::vector<CellsRow> rows;
    rows.reserve(snapshot.model().architecture.routes.size());
    for (std::size_t i = 0; i < snapshot.model().architecture.routes.size(); ++i)
        rows.push_back(rowOf(snapshot, i));
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("Host"), QObject::tr("Names that the route answers to"), 196},
            {QObject::tr("Path", "of an address"), QObject::tr("What of the address it matches, and how"), 116},
            {QObject::tr("Methods"), QObject::tr("Request methods that it is limited to"), 74},
            {QObject::tr("Backend"), QObject::tr("The Service and port that it leads to"), 146},
            {QObject::tr("First check"), QObject::tr("Who asks for credentials before the application does"), 270},
            {QObject::tr("TLS at the edge"), QObject::tr("How the gateway answers from outside the cluster"), 120},
            {QObject::tr("Abuse limit"), QObject::tr("Limits of rate, connections or size"), 98},
            {QObject::tr("Authorization"), QObject::tr("Whether rules name who may call"), 104},
            {QObject::tr("Second factor"), QObject::tr("Whether people need one"), 110},
            {QObject::tr("Checked by"), QObject::tr("Methods of the check"), 90},
            {QObject::tr("Audience"), QObject::tr("Who it is meant for, where the review or a label says so"), 90},
            {QObject::tr("Minimum TLS"), QObject::tr("The oldest TLS version that is taken"), 96},
            {QObject::tr("Redirect"), QObject::tr("Whether plain text is sent on to HTTPS"), 100},
            {QObject::tr("Protections"), QObject::tr("All measures written for the route, with allow lists"), 170},
            {QObject::tr("Attached"), QObject::tr("Whether the gateway takes the route"), 110},
            {QObject::tr("Gateway"), QObject::tr("What serves it"), 150},
            {QObject::tr("Evidence"), QObject::tr("Where the route is written"), 160}};
}

} // namespace

RoutesView::RoutesView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("routes"), columns(), rowsOf, parent)
{
    table()->setAccessibleName(tr("Routes"));
    CellPart uncheckedPart, undecidedPart, decidedPart;
    uncheckedPart.check = diagram::FirstCheck::direct;
    undecidedPart.mark = diagram::Mark::unknown;
    decidedPart.icon = diagram::Icon::identity;
    addChip(uncheckedPart, tr("Routes with no check in front of the application"));
    addChip(undecidedPart, tr("Routes where a check is named and nobody can tell whether it holds"));
    addChip(decidedPart, tr("Routes that are checked, or open by decision"));
    offerNotes([](const Snapshot& snapshot, const CellsRow& row) {
        return snapshot.model().architecture.routes[static_cast<std::size_t>(row.index)].id;
    });
    sayWhenEmpty(tr("Routes appear here once sources are read."));
}

void RoutesView::snapshotChanged(const Snapshot& snapshot)
{
    std::array<int, 3> counts{};
    for (const RoutePosture& route : snapshot.posture().routes)
        ++counts[static_cast<std::size_t>(kindOf(route.answer))];
    chips()[unchecked]->setWords(tr("no check %1").arg(counts[unchecked]));
    chips()[undecided]->setWords(tr("cannot be told %1").arg(counts[undecided]));
    chips()[decided]->setWords(tr("checked or decided %1").arg(counts[decided]));
    setNote(QString::number(snapshot.posture().routes.size()));
    sayWhenEmpty(tr("No route is in the input. Entries that lead straight to a workload are under Ways in."));
}

QString RoutesView::shownText(int shown, int all) const
{
    return shown == all ? all == 1 ? tr("1 route") : tr("%1 routes").arg(all) : tr("%1 of %2 routes shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
