// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/models/row_parts.h"

#include "app/desktop/language.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "diagram/posture_nodes.h"
#include "report/text/pen.h"

#include <QObject>

#include <tuple>

namespace bartizan::desktop {

TableCell count(std::size_t value, bool quietZero)
{
    CellPart part = plain(QString::number(value));
    if (value == 0 && quietZero)
        part.tone = Tone::quiet;
    return {{part}, {}, static_cast<double>(value)};
}

TableCell place(const Inventory& inventory, const Evidence& evidence)
{
    if (!evidence.valid())
        return just(quiet(QObject::tr("no line")));
    TableCell cell = just(link(QString::fromStdString(report::where(inventory, evidence))));
    cell.tip = shown(evidence.text());
    return cell;
}

TableCell verdict(Verdict verdict, const QString& words, const QString& tip)
{
    const diagram::Mark mark = diagram::markOf(verdict);
    return {{marked(mark, words, verdict == Verdict::notApplicable ? Tone::quiet : Tone::plain)},
            tip,
            static_cast<double>(diagram::worstOrder(mark))};
}

TableCell verdict(const LayerVerdict& verdict)
{
    return desktop::verdict(verdict.verdict, inLanguage(diagram::markName(diagram::markOf(verdict.verdict))),
                            told(verdict.reason));
}

diagram::MarkCounts marksOf(const RequiredCounts& counts)
{
    diagram::MarkCounts marks;
    marks[diagram::Mark::present] = counts.present;
    marks[diagram::Mark::partial] = counts.partial;
    marks[diagram::Mark::missing] = counts.missing;
    marks[diagram::Mark::unknown] = counts.unknown;
    return marks;
}

std::optional<diagram::Mark> worstMark(const RequiredCounts& counts)
{
    if (counts.missing > 0)
        return diagram::Mark::missing;
    if (counts.partial > 0)
        return diagram::Mark::partial;
    if (counts.unknown > 0)
        return diagram::Mark::unknown;
    return counts.present > 0 ? std::optional(diagram::Mark::present) : std::nullopt;
}

bool worse(const RequiredCounts& a, const RequiredCounts& b)
{
    return std::tie(b.missing, b.partial, b.unknown) < std::tie(a.missing, a.partial, a.unknown);
}

TableCell answer(AuthAnswer answer, PathKind kind, const QString& words)
{
    CellPart part = plain(words);
    if (weakness(answer) <= 1)
        part.check = kind == PathKind::direct ? diagram::FirstCheck::direct : diagram::FirstCheck::relayed;
    else if (answer == AuthAnswer::checkedAt)
        part.icon = diagram::Icon::identity;
    else if (answer == AuthAnswer::undecided)
        part.mark = diagram::Mark::unknown;
    return {{part}, {}, static_cast<double>(weakness(answer))};
}

QString listed(const std::vector<std::string>& items, std::size_t most)
{
    QStringList parts;
    for (std::size_t i = 0; i < items.size() && i < most; ++i)
        parts << shown(items[i]);
    const QString text = parts.join(QStringLiteral(", "));
    return items.size() <= most ? text : QObject::tr("%1 and %2 more").arg(text).arg(items.size() - most);
}

QString shortDigest(std::string_view digest)
{
    const std::string_view hex = digest.substr(digest.find(':') == std::string_view::npos ? 0 : digest.find(':') + 1);
    if (hex.size() < 8)
        return shown(hex);
    return shown(hex.substr(0, 4)) + QLatin1Char(' ') + shown(hex.substr(4, 4));
}

QString portText(std::uint32_t port, const std::string& protocol)
{
    return port == 0 ? QObject::tr("not stated") : QString::number(port) + QLatin1Char(' ') + shown(protocol);
}

} // namespace bartizan::desktop
