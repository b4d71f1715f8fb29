// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/legend.h"

#include "diagram/badges.h"
#include "diagram/edges.h"
#include "diagram/ghosts.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/reach.h"
#include "diagram/ring.h"
#include "diagram/text.h"

#include <QPen>

#include <algorithm>

namespace bartizan::diagram {

namespace {

constexpr double rowHeight = 28;
constexpr double symbolText = 6;
constexpr double gap = 12;
const TextStyle words{11.5};

// Lays symbols and words in a row; measuring and painting are the same walk.
class Row {
public:
    Row(QPainter* painter, QPointF start, const Theme& theme, Words language)
        : m_painter(painter), m_at(start), m_theme(theme), m_words(language)
    {
    }

    template <class F>
    void item(double width, const QString& english, F&& symbol)
    {
        const QString text = say(m_words, english);
        if (m_painter)
            symbol(*m_painter, m_at);
        m_at.rx() += width + symbolText;
        if (m_painter)
            drawText(*m_painter, m_at + QPointF(0, textCapHeight(words) / 2), text, words, m_theme.ink);
        m_at.rx() += textWidth(text, words) + gap;
    }

    void mark(Mark mark, const QString& text)
    {
        item(12, text, [&](QPainter& p, QPointF at) { drawMark(p, mark, QRectF(at.x(), at.y() - 6, 12, 12), m_theme); });
    }

    void line(const QString& text, const Edge& model, Lens lens = Lens::exposure)
    {
        constexpr double length = 34;
        item(length, text, [&](QPainter& p, QPointF at) {
            Edge edge = model;
            edge.points = {at, at + QPointF(length / 3, 0), at + QPointF(2 * length / 3, 0), at + QPointF(length, 0)};
            EdgeStyle style;
            style.theme = &m_theme;
            style.ground = m_theme.surf;
            style.lens = lens;
            drawLitBand(p, edge.points, edge.lit, style);
            drawEdge(p, edge, style);
        });
    }

    double right() const { return m_at.x() - gap; }

private:
    QPainter* m_painter;
    QPointF m_at;
    const Theme& m_theme;
    Words m_words;
};

// How many of the other services may reach one.
void shares(Row& row, const Theme& theme)
{
    row.item(0, QStringLiteral("the network lets in"), [](QPainter&, QPointF) {});
    const QString texts[] = {QStringLiteral("no other"), QStringLiteral("up to a quarter"), QStringLiteral("up to half"),
                             QStringLiteral("more than half"), QStringLiteral("all others")};
    for (int share = 0; share <= everyShare; ++share)
        row.item(14, texts[share], [&](QPainter& p, QPointF c) { drawShare(p, c + QPointF(7, 0), 5.5, 3, share, theme); });
}

// How far a service is from the selection.
void steps(Row& row, const Theme& theme)
{
    for (const HowFar step : {HowFar::direct, HowFar::farther})
        row.item(14, step == HowFar::direct ? QStringLiteral("directly") : QStringLiteral("over several hops"),
                 [&](QPainter& p, QPointF c) { drawStep(p, c + QPointF(7, 0), 5.5, 1.6, step, theme); });
}

Edge line(EdgeKind kind, Channel channel, Lit lit = Lit::none)
{
    Edge edge;
    edge.kind = kind;
    edge.channel = channel;
    edge.lit = lit;
    edge.personChecked = lit == Lit::none;
    return edge;
}

double signRow(QPainter* painter, QPointF at, const Theme& theme, Lens lens, Words language)
{
    Row row(painter, at, theme, language);
    row.mark(Mark::present, QStringLiteral("present"));
    row.mark(Mark::partial, QStringLiteral("partial"));
    row.mark(Mark::missing, QStringLiteral("missing"));
    row.mark(Mark::unknown, QStringLiteral("unknown"));
    row.mark(Mark::notApplicable, QStringLiteral("n/a"));
    if (lens == Lens::connectivity) {
        steps(row, theme);
        return row.right();
    }
    if (lens == Lens::change) {
        row.item(14, QStringLiteral("worse than before"), [&](QPainter& p, QPointF c) {
            p.setPen(QPen(theme.accent, 1.6, Qt::SolidLine, Qt::FlatCap, Qt::MiterJoin));
            p.setBrush(theme.footM);
            p.drawRect(QRectF(c.x() + 1, c.y() - 5, 11, 10));
        });
        row.item(14, QStringLiteral("new service"),
                 [&](QPainter& p, QPointF c) { drawNewTab(p, c + QPointF(7, 0.5), 1, theme); });
        row.item(14, QStringLiteral("gone service"),
                 [&](QPainter& p, QPointF c) { drawGhostMark(p, c + QPointF(7, 0), 6, theme); });
        return row.right();
    }
    row.item(14, QStringLiteral("no check in front"),
             [&](QPainter& p, QPointF c) { drawFirstCheckBadge(p, c + QPointF(7, 0), 7, FirstCheck::direct, theme); });
    row.item(12, QStringLiteral("says, is not"),
             [&](QPainter& p, QPointF c) { drawSaysIsBadge(p, c + QPointF(6, 0), 5.4, SaysIs::configuredOnly, theme); });
    return row.right();
}

double lineRow(QPainter* painter, QPointF at, const Theme& theme, Lens lens, Words language)
{
    Row row(painter, at, theme, language);
    if (lens == Lens::encryption) {
        row.line(QStringLiteral("plain text"), line(EdgeKind::observed, Channel::plain), lens);
        row.line(QStringLiteral("TLS, unverified"), line(EdgeKind::observed, Channel::tlsUnverified), lens);
        row.line(QStringLiteral("TLS"), line(EdgeKind::observed, Channel::tls), lens);
        row.line(QStringLiteral("mTLS"), line(EdgeKind::observed, Channel::mutual), lens);
        row.line(QStringLiteral("encryption unknown"), line(EdgeKind::observed, Channel::unknown), lens);
        row.line(QStringLiteral("declared"), line(EdgeKind::declared, Channel::plain));
        return row.right();
    }
    if (lens == Lens::connectivity) {
        Edge call = line(EdgeKind::observed, Channel::unknown), latent = line(EdgeKind::latent, Channel::unknown);
        call.blastRadius = latent.blastRadius = true;
        latent.personChecked = false;
        row.line(QStringLiteral("of the selection: a known call"), call);
        row.line(QStringLiteral("allowed, but no known call needs it"), latent);
        row.line(QStringLiteral("any other call"), line(EdgeKind::observed, Channel::unknown));
        return row.right();
    }
    row.line(QStringLiteral("plain or unknown"), line(EdgeKind::observed, Channel::plain)); // Lens::encryption tells them apart
    row.line(QStringLiteral("any TLS"), line(EdgeKind::observed, Channel::tls));
    row.line(QStringLiteral("mTLS"), line(EdgeKind::observed, Channel::mutual));
    row.line(QStringLiteral("declared"), line(EdgeKind::declared, Channel::plain));
    row.line(QStringLiteral("no check, direct"), line(EdgeKind::observed, Channel::plain, Lit::direct));
    row.line(QStringLiteral("relayed"), line(EdgeKind::observed, Channel::plain, Lit::relayed));
    return row.right();
}

// The Connectivity lens with nothing selected.
double shareRow(QPainter* painter, QPointF at, const Theme& theme, Words language)
{
    Row row(painter, at, theme, language);
    shares(row, theme);
    return row.right();
}

double dotRow(QPainter* painter, QPointF at, const Theme& theme, Lens lens, Words language)
{
    Row row(painter, at, theme, language);
    if (lens == Lens::connectivity) {
        steps(row, theme);
        return row.right();
    }
    for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
        row.item(12, markName(mark), [&](QPainter& p, QPointF c) {
            Node node;
            node.sensitivity = Sensitivity::internal;
            for (Stone& stone : node.stones)
                stone = {Mark::present, true, false, false, mark != Mark::present};
            if (mark != Mark::present)
                node.stones[0].mark = node.stones[1].mark = node.stones[2].mark = node.stones[3].mark = mark;
            RingStyle style;
            style.theme = &theme;
            style.lens = lens;
            drawDot(p, c + QPointF(6, 0), 6, node, style);
        });
    }
    row.item(0,
             lens == Lens::change ? QStringLiteral("dot: a service; marked: worse, ringed: new, dotted: gone")
                                  : QStringLiteral("dot: a service; filled by required layers present"),
             [](QPainter&, QPointF) {});
    return row.right();
}

} // namespace

QSizeF drawLegend(QPainter* painter, QPointF topLeft, const Theme& theme, bool dots, bool sheet, Lens lens, Words language)
{
    constexpr double margin = 12;
    const QPointF first = topLeft + QPointF(margin, rowHeight / 2);
    const bool three = lens == Lens::connectivity;
    const auto rows = [&](QPainter* p) {
        if (dots) {
            const double dot = dotRow(p, first + QPointF(0, 2), theme, lens, language);
            return three ? std::max(dot, shareRow(p, first + QPointF(0, rowHeight), theme, language)) : dot;
        }
        const double signs = signRow(p, first + QPointF(0, 1), theme, lens, language);
        const double both = std::max(signs, lineRow(p, first + QPointF(0, rowHeight - 1), theme, lens, language));
        return three ? std::max(both, shareRow(p, first + QPointF(0, 2 * rowHeight - 3), theme, language)) : both;
    };
    const double height = (dots ? rowHeight + 4 : 2 * rowHeight) + (three ? rowHeight : 0);
    const QSizeF size(rows(nullptr) - topLeft.x() + margin, height);
    if (painter) {
        if (sheet) {
            painter->setPen(QPen(theme.line, 1));
            painter->setBrush(theme.surf);
            painter->drawRoundedRect(QRectF(topLeft, size), 7, 7);
        }
        rows(painter);
    }
    return size;
}

} // namespace bartizan::diagram
