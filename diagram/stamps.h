// SPDX-License-Identifier: GPL-3.0-or-later
// Rings, dots and names painted once and copied afterwards: one ring costs 66 µs as vectors, 0.9 µs as a stamp. For
// screens; a cache belongs to one thread. Key: verdicts, sensitivity, kind, flags, scale, theme, ratio; a dot's only what
// a dot shows, so that ten thousand services share a few hundred. While the scale changes, rings come from steps of
// 1.19, shown smaller; when it rests, from stamps of exactly that scale.
#pragma once

#include "diagram/ring.h"
#include "diagram/text.h"

#include <QImage>
#include <QPainter>

#include <functional>
#include <string>
#include <unordered_map>

namespace bartizan::diagram {

class StampCache {
public:
    explicit StampCache(double devicePixelRatio = 1) : m_ratio(devicePixelRatio) {}

    // `exact`: rings are painted at this very scale though the last frame had another one.
    void beginFrame(double scale, bool exact = false);
    void setRatio(double devicePixelRatio);
    void drawRing(QPainter& painter, QPointF centre, double scale, const Node& node, const RingStyle& style);
    void drawDot(QPainter& painter, QPointF centre, double radius, const Node& node, const RingStyle& style);
    void drawName(QPainter& painter, QPointF baseline, const QString& name, const TextStyle& style, const QColor& ink,
                  const QColor& ground);
    void clear();
    std::size_t size() const { return m_stamps.size() + m_names.size(); }

private:
    struct Key {
        quint64 first = 0, second = 0, look = 0;
        friend bool operator==(const Key&, const Key&) = default;
    };
    struct KeyHash {
        std::size_t operator()(const Key& key) const;
    };
    static Key ringKey(const Node& node, const RingStyle& style, bool exact, int size);
    static Key dotKey(const Node& node, const RingStyle& style, int size);
    void copy(QPainter& painter, QPointF centre, const QImage& image) const;
    QImage painted(QSizeF size, const std::function<void(QPainter&)>& paint);

    double m_ratio;
    double m_scale = 0;    // of the last frame
    bool m_steady = false; // the scale is the last frame's
    std::size_t m_bytes = 0;
    std::unordered_map<Key, QImage, KeyHash> m_stamps; // both looked up only, never walked
    std::unordered_map<std::string, QImage> m_names;
};

} // namespace bartizan::diagram
