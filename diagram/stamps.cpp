// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/stamps.h"

#include <cmath>
#include <functional>

namespace bartizan::diagram {

namespace {

constexpr std::size_t mostBytes = 64U << 20; // beyond it the cache starts again
constexpr double scaleStep = 1.19;

// Places that lie on half a pixel must not fall to one side here and to the other there, by the last bit of a number.
double wholePixel(double at)
{
    return std::floor(at + 0.5 + 1e-6);
}

quint64 bitsOf(const Stone& stone)
{
    return static_cast<quint64>(stone.mark) | (stone.required ? 8U : 0U) | (stone.accepted ? 16U : 0U) |
           (stone.configurationOnly ? 32U : 0U) | (stone.worse ? 64U : 0U);
}

} // namespace

std::size_t StampCache::KeyHash::operator()(const Key& key) const
{
    quint64 h = key.first * 0x9E3779B97F4A7C15ULL;
    h = (h ^ (h >> 29) ^ key.second) * 0xBF58476D1CE4E5B9ULL;
    h = (h ^ (h >> 32) ^ key.look) * 0x94D049BB133111EBULL;
    return static_cast<std::size_t>(h ^ (h >> 31));
}

StampCache::Key StampCache::ringKey(const Node& node, const RingStyle& style, bool exact, int size)
{
    Key key;
    for (std::size_t i = 0; i < 8; ++i) {
        key.first |= bitsOf(node.stones[i]) << (7 * i);
        key.second |= bitsOf(node.stones[i + 8]) << (7 * i);
    }
    key.look = static_cast<quint64>(size) << 32 | (exact ? 1U : 2U) | static_cast<quint64>(style.theme->id) << 24 |
               (node.lit != Lit::none ? 8U : 0U) | static_cast<quint64>(node.novelty) << 4 |
               static_cast<quint64>(node.sensitivity) << 8 | static_cast<quint64>(node.kind) << 12 |
               static_cast<quint64>(style.lens) << 16;
    return key;
}

StampCache::Key StampCache::dotKey(const Node& node, const RingStyle& style, int size)
{
    const MarkCounts counts = requiredCounts(node);
    Key key;
    key.first = static_cast<quint64>(counts[Mark::present]) << 16 | static_cast<quint64>(counts.total());
    key.second = static_cast<quint64>(worstMark(node, style.lens)) << 1 | (node.sensitivity == Sensitivity::restricted ? 1U : 0U);
    key.look = static_cast<quint64>(size) << 32 | 3U | static_cast<quint64>(style.theme->id) << 24 |
               (node.lit != Lit::none ? 8U : 0U) | (node.hasWall() ? 16U : 0U) | (node.kind == NodeKind::outside ? 32U : 0U);
    return key;
}

QImage StampCache::painted(QSizeF size, const std::function<void(QPainter&)>& paint)
{
    if (m_bytes > mostBytes)
        clear();
    const QSize pixels(static_cast<int>(std::ceil(size.width() * m_ratio)) + 2,
                       static_cast<int>(std::ceil(size.height() * m_ratio)) + 2);
    QImage image(pixels, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(m_ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(pixels.width() / m_ratio / 2, pixels.height() / m_ratio / 2);
    paint(painter);
    painter.end();
    m_bytes += static_cast<std::size_t>(image.sizeInBytes()) + 100;
    return image;
}

void StampCache::clear()
{
    m_stamps.clear();
    m_names.clear();
    m_bytes = 0;
}

void StampCache::setRatio(double devicePixelRatio)
{
    if (devicePixelRatio != m_ratio)
        clear();
    m_ratio = devicePixelRatio;
}

void StampCache::beginFrame(double scale, bool exact)
{
    m_steady = exact || scale == m_scale;
    m_scale = scale;
}

void StampCache::drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style)
{
    // Painted at the next larger step, shown smaller: never blurred by magnifying.
    const int step = static_cast<int>(std::ceil(std::log(scale) / std::log(scaleStep) - 1e-6));
    const double size = m_steady ? scale : std::pow(scaleStep, step);
    const int key = m_steady ? static_cast<int>(std::lround(scale * 4096)) : step;
    const double half = 33 * size;
    const Key look = ringKey(node, style, m_steady, key);
    auto found = m_stamps.find(look);
    if (found == m_stamps.end()) {
        QImage made = painted({2 * half, 2 * half}, [&](QPainter& p) { diagram::drawRing(p, {}, size, node, style); });
        found = m_stamps.emplace(look, std::move(made)).first;
    }
    const QImage& image = found->second;
    if (m_steady) {
        copy(painter, centre, image);
        return;
    }
    const double side = image.width() / m_ratio * scale / size;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), image);
}

// On whole device pixels, so that nothing has to be resampled.
void StampCache::copy(QPainter& painter, QPointF centre, const QImage& image) const
{
    const double half = image.width() / m_ratio / 2;
    const auto whole = [&](double at) { return wholePixel((at - half) * m_ratio) / m_ratio; };
    painter.drawImage(QPointF(whole(centre.x()), whole(centre.y())), image);
}

void StampCache::drawName(QPainter& painter, QPointF baseline, const QString& name, const TextStyle& style, const QColor& ink,
                          const QColor& ground)
{
    const QByteArray text = name.toUtf8();
    std::string key("n");
    key += std::to_string(ink.rgb()) + '/' + std::to_string(ground.rgb()) + '/' + std::to_string(std::lround(style.pixels * 8)) +
           '/' + std::to_string(static_cast<int>(style.weight)) + '/';
    key.append(text.constData(), static_cast<std::size_t>(text.size()));
    auto found = m_names.find(key);
    if (found == m_names.end()) {
        QImage made = painted({textWidth(name, style) + 8, style.pixels * 1.6 + 6}, [&](QPainter& p) {
            p.setRenderHint(QPainter::TextAntialiasing);
            drawHaloText(p, {0, style.pixels * 0.35}, name, style, ink, ground);
        });
        found = m_names.emplace(key, std::move(made)).first;
    }
    const QImage& image = found->second;
    const QPointF middle = baseline - QPointF(0, style.pixels * 0.35);
    const auto whole = [&](double at, int pixels) { return wholePixel(at * m_ratio - pixels / 2.0) / m_ratio; };
    painter.drawImage(QPointF(whole(middle.x(), image.width()), whole(middle.y(), image.height())), image);
}

void StampCache::drawDot(QPainter& painter, QPointF centre, double radius, const Node& node, const RingStyle& style)
{
    const int quarter = static_cast<int>(std::lround(radius * 4));
    const double size = quarter / 4.0;
    const Key look = dotKey(node, style, quarter);
    auto found = m_stamps.find(look);
    if (found == m_stamps.end()) {
        const double side = 2 * (size + 4);
        QImage made = painted({side, side}, [&](QPainter& p) { diagram::drawDot(p, {}, size, node, style); });
        found = m_stamps.emplace(look, std::move(made)).first;
    }
    copy(painter, centre, found->second);
}

} // namespace bartizan::diagram
