// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/stamps.h"

#include <cmath>
#include <functional>

namespace bartizan::diagram {

namespace {

constexpr std::size_t maxStamps = 4096; // about 60 MB of rings at scale 1; beyond it the cache starts again
constexpr double scaleStep = 1.19;

std::string keyOf(const Node& node, const RingStyle& style, char shape, int size)
{
    std::string key;
    key.reserve(40);
    key += shape;
    key += static_cast<char>(style.theme->dark ? 'd' : 'l');
    key += static_cast<char>(style.lens);
    key += static_cast<char>(node.kind);
    key += static_cast<char>(node.sensitivity);
    key += static_cast<char>(node.lit != Lit::none);
    key += static_cast<char>(node.novelty);
    for (const Stone& stone : node.stones) {
        const int bits = static_cast<int>(stone.mark) | (stone.required ? 8 : 0) | (stone.accepted ? 16 : 0) |
                         (stone.configurationOnly ? 32 : 0) | (stone.worse ? 64 : 0);
        key += static_cast<char>(bits);
    }
    key += std::to_string(size);
    return key;
}

} // namespace

const QImage& StampCache::stampOf(const std::string& key, QSizeF size, const std::function<void(QPainter&)>& paint)
{
    const auto found = m_stamps.find(key);
    if (found != m_stamps.end())
        return found->second;
    if (m_stamps.size() >= maxStamps)
        m_stamps.clear();
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
    return m_stamps.emplace(key, std::move(image)).first->second;
}

const QImage& StampCache::stamp(const std::string& key, double half, const std::function<void(QPainter&)>& paint)
{
    return stampOf(key, {2 * half, 2 * half}, paint);
}

void StampCache::beginFrame(double scale)
{
    m_steady = scale == m_scale;
    m_scale = scale;
}

void StampCache::drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style)
{
    // Painted at the next larger step, shown smaller: never blurred by magnifying.
    const int step = static_cast<int>(std::ceil(std::log(scale) / std::log(scaleStep) - 1e-6));
    const double painted = m_steady ? scale : std::pow(scaleStep, step);
    const int key = m_steady ? static_cast<int>(std::lround(scale * 4096)) : step;
    const double half = 33 * painted;
    const QImage& image = stamp(keyOf(node, style, m_steady ? 'e' : 'r', key), half,
                                [&](QPainter& p) { diagram::drawRing(p, {}, painted, node, style); });
    if (m_steady) {
        copy(painter, centre, image);
        return;
    }
    const double side = image.width() / m_ratio * scale / painted;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), image);
}

// On whole device pixels, so that nothing has to be resampled.
void StampCache::copy(QPainter& painter, QPointF centre, const QImage& image) const
{
    const double half = image.width() / m_ratio / 2;
    const auto whole = [&](double at) { return std::round((at - half) * m_ratio) / m_ratio; };
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
    const QSizeF size(textWidth(name, style) + 8, style.pixels * 1.6 + 6);
    const QImage& image = stampOf(key, size, [&](QPainter& p) {
        p.setRenderHint(QPainter::TextAntialiasing);
        drawHaloText(p, {0, style.pixels * 0.35}, name, style, ink, ground);
    });
    const QPointF middle = baseline - QPointF(0, style.pixels * 0.35);
    const auto whole = [&](double at, int pixels) { return std::round(at * m_ratio - pixels / 2.0) / m_ratio; };
    painter.drawImage(QPointF(whole(middle.x(), image.width()), whole(middle.y(), image.height())), image);
}

void StampCache::drawDot(QPainter& painter, QPointF centre, double radius, const Node& node, const RingStyle& style)
{
    const int quarter = static_cast<int>(std::lround(radius * 4));
    const double painted = quarter / 4.0;
    const QImage& image =
        stamp(keyOf(node, style, 'd', quarter), painted + 4, [&](QPainter& p) { diagram::drawDot(p, {}, painted, node, style); });
    copy(painter, centre, image);
}

} // namespace bartizan::diagram
