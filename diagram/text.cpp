// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/text.h"

#include "diagram/fonts.h"

#include <QFontMetricsF>
#include <QPainterPath>
#include <QPen>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

namespace bartizan::diagram {

namespace {

// QFont takes whole pixels only; four times the size, painted at a quarter, gives quarter pixels.
constexpr double oversize = 4;

struct Face {
    QFont font;
    QFontMetricsF metrics;
};

const Face& face(const TextStyle& style)
{
    struct Key {
        int pixels;
        int weight;
        bool code;
        auto operator<=>(const Key&) const = default;
    };
    thread_local std::map<Key, Face> faces;
    const Key key{static_cast<int>(std::lround(style.pixels * oversize)), style.weight, style.code};
    auto found = faces.find(key);
    if (found == faces.end()) {
        QFont font = style.code ? codeFont(12, style.weight >= QFont::DemiBold) : uiFont(12, style.weight);
        font.setPixelSize(std::max(1, key.pixels));
        found = faces.emplace(key, Face{font, QFontMetricsF(font)}).first;
    }
    return found->second;
}

// A text as measured: the caches below are bounded, one a thread.
struct Measured {
    QString text;
    int pixels;
    int weight;
    bool code;
    double room;
    friend bool operator==(const Measured&, const Measured&) = default;
};
struct MeasuredHash {
    std::size_t operator()(const Measured& m) const { return qHashMulti(0, m.text, m.pixels, m.weight, m.code, m.room); }
};
constexpr std::size_t mostMeasured = 8000;
constexpr qsizetype longestName = 64;

double startOf(double x, double width, Align align)
{
    if (align == Align::left)
        return x;
    return align == Align::centre ? x - width / 2 : x - width;
}

QPainterPath outline(const QString& text, const Face& face)
{
    QPainterPath path;
    path.addText(QPointF(), face.font, text);
    return path;
}

} // namespace

double textWidth(const QString& text, const TextStyle& style)
{
    // Shaping a name takes longer than painting it from a stamp. What is longer than names does not come again.
    if (text.size() > longestName)
        return face(style).metrics.horizontalAdvance(text) / oversize;
    thread_local std::unordered_map<Measured, double, MeasuredHash> widths;
    const Measured key{text, static_cast<int>(std::lround(style.pixels * oversize)), style.weight, style.code, 0};
    const auto found = widths.find(key);
    if (found != widths.end())
        return found->second;
    if (widths.size() > mostMeasured)
        widths.clear();
    return widths.emplace(key, face(style).metrics.horizontalAdvance(text) / oversize).first->second;
}

double textAscent(const TextStyle& style)
{
    return face(style).metrics.ascent() / oversize;
}

double textCapHeight(const TextStyle& style)
{
    return face(style).metrics.capHeight() / oversize;
}

void drawText(QPainter& painter, QPointF at, const QString& text, const TextStyle& style, const QColor& colour, Align align)
{
    if (text.isEmpty())
        return;
    const Face& used = face(style);
    const double left = align == Align::left ? at.x() : startOf(at.x(), textWidth(text, style), align);
    const QTransform before = painter.transform();
    painter.translate(left, at.y());
    painter.scale(1 / oversize, 1 / oversize);
    painter.setFont(used.font);
    painter.setPen(colour);
    painter.drawText(QPointF(), text);
    painter.setTransform(before);
}

void drawHaloText(QPainter& painter, QPointF at, const QString& text, const TextStyle& style, const QColor& colour,
                  const QColor& ground, Align align)
{
    if (text.isEmpty())
        return;
    const QTransform before = painter.transform();
    painter.translate(startOf(at.x(), textWidth(text, style), align), at.y());
    painter.scale(1 / oversize, 1 / oversize);
    QPen halo(ground, 5 * oversize, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin);
    painter.strokePath(outline(text, face(style)), halo);
    painter.setTransform(before);
    drawText(painter, at, text, style, colour, align);
}

namespace {

QString elided(const QString& text, const TextStyle& style, double width, Qt::TextElideMode mode)
{
    if (textWidth(text, style) <= width)
        return text;
    thread_local std::unordered_map<Measured, QString, MeasuredHash> cut;
    const Measured key{text, static_cast<int>(std::lround(style.pixels * oversize)), style.weight + 10000 * mode, style.code,
                       width};
    const auto found = cut.find(key);
    if (found != cut.end())
        return found->second;
    if (cut.size() > mostMeasured)
        cut.clear();
    return cut.emplace(key, face(style).metrics.elidedText(text, mode, width * oversize)).first->second;
}

} // namespace

QString elideMiddle(const QString& text, const TextStyle& style, double width)
{
    return elided(text, style, width, Qt::ElideMiddle);
}

QString elideRight(const QString& text, const TextStyle& style, double width)
{
    return elided(text, style, width, Qt::ElideRight);
}

QString visibleText(const QString& text)
{
    // Nearly every text is plain, and every cell and label passes here.
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; }))
        return text;
    QString result;
    result.reserve(text.size());
    for (const QChar c : text) {
        const ushort u = c.unicode();
        const bool bidi =
            (u >= 0x202A && u <= 0x202E) || (u >= 0x2066 && u <= 0x2069) || u == 0x200E || u == 0x200F || u == 0x061C;
        if (u == '\n' || u == '\r' || u == '\t' || u == 0x2028 || u == 0x2029)
            result += QLatin1Char(' ');
        else if (bidi || c.category() == QChar::Other_Control || u == 0xFEFF || u == 0x200B)
            result += QStringLiteral("[U+%1]").arg(u, 4, 16, QLatin1Char('0')).toUpper();
        else
            result += c;
    }
    return result;
}

} // namespace bartizan::diagram
