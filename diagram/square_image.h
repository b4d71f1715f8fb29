// SPDX-License-Identifier: GPL-3.0-or-later
// A small picture for tables and trees, as sharp as the screen: `pixels` is its side before scaling.
#pragma once

#include <QImage>
#include <QPainter>

namespace bartizan::diagram {

template <class Paint>
QImage squareImage(int pixels, double devicePixelRatio, const Paint& paint)
{
    const int side = qRound(pixels * devicePixelRatio);
    QImage image(side, side, QImage::Format_ARGB32_Premultiplied);
    image.fill(Qt::transparent);
    image.setDevicePixelRatio(devicePixelRatio);
    QPainter painter(&image);
    painter.setRenderHint(QPainter::Antialiasing);
    paint(painter, QRectF(0, 0, pixels, pixels));
    return image;
}

} // namespace bartizan::diagram
