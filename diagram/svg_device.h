// SPDX-License-Identifier: GPL-3.0-or-later
// A paint device that writes SVG 1.1: paths, and text as text. The one place where SVG is written, so that every string
// is escaped once; the same painting gives the same bytes. Used by export.h and by the report's own charts.
#pragma once

#include <QByteArray>
#include <QPaintDevice>
#include <QSizeF>
#include <QString>

#include <memory>

namespace bartizan::diagram {

class SvgEngine;

class SvgDevice : public QPaintDevice {
public:
    explicit SvgDevice(QSizeF size, QString title = {});
    ~SvgDevice() override;

    QPaintEngine* paintEngine() const override;
    QByteArray bytes() const; // the whole file, once the painter has ended
    QByteArray body() const;  // what was painted, for an <svg> that stands in another document; it refers to no ids

protected:
    int metric(PaintDeviceMetric metric) const override;

private:
    QSizeF m_size;
    QString m_title;
    std::unique_ptr<SvgEngine> m_engine;
};

// For XML text and attribute values; characters that XML forbids become U+FFFD.
QString xmlEscaped(const QString& text);

} // namespace bartizan::diagram
