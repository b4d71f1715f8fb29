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
        const int bits = static_cast<int>(stone.mark) | (stone.required ? 8 : 0) | (stone.accepted ? 16 : 0)
            | (stone.configurationOnly ? 32 : 0) | (stone.worse ? 64 : 0);
        key += static_cast<char>(bits);
    }
    key += std::to_string(size);
    return key;
}

} // namespace

const QImage& StampCache::stamp(const std::string& key, double half, const std::function<void(QPainter&)>& paint)
{
    const auto found = m_stamps.find(key);
    if (found != m_stamps.end())
        return found->second;
    if (m_stamps.size() >= maxStamps)
        m_stamps.clear();
    const int side = static_cast<int>(std::ceil(2 * half * m_ratio)) + 2;
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(m_ratio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.translate(side / m_ratio / 2, side / m_ratio / 2);
    paint(painter);
    painter.end();
    return m_stamps.emplace(key, std::move(image)).first->second;
}

void StampCache::drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style)
{
    // Painted at the next larger step, shown smaller: never blurred by magnifying.
    const int step = static_cast<int>(std::ceil(std::log(scale) / std::log(scaleStep) - 1e-6));
    const double painted = std::pow(scaleStep, step);
    const double half = 33 * painted;
    const QImage& image = stamp(keyOf(node, style, 'r', step), half, [&](QPainter& p) { diagram::drawRing(p, {}, painted, node, style); });
    const double side = image.width() / m_ratio * scale / painted;
    painter.setRenderHint(QPainter::SmoothPixmapTransform);
    painter.drawImage(QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side), image);
}

void StampCache::drawDot(QPainter& painter, QPointF centre, double radius, const Node& node, const RingStyle& style)
{
    const int quarter = static_cast<int>(std::lround(radius * 4));
    const double painted = quarter / 4.0;
    const QImage& image =
        stamp(keyOf(node, style, 'd', quarter), painted + 4, [&](QPainter& p) { diagram::drawDot(p, {}, painted, node, style); });
    const double half = image.width() / m_ratio / 2;
    painter.drawImage(QPointF(centre.x() - half, centre.y() - half), image);
}

} // namespace bartizan::diagram
