// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by hand: text, tables and drawings placed from top to bottom on A4, with clean breaks. Units are points
// (1/72 inch), y down from the page's top edge. The same code runs twice: first without a painter to count pages, then
// painting, so that every foot can say "3 / 17" without keeping pages in memory.
#pragma once

#include "diagram/text.h"
#include "diagram/theme.h"

#include <QPageSize>
#include <QPainter>
#include <QPdfWriter>
#include <QString>

#include <functional>
#include <string>
#include <vector>

namespace bartizan::report {

struct OutlineItem {
    QString title;
    int page = 0;  // from 0
    int level = 0; // 0 section, 1 finding
};

struct PdfCell {
    QString text;
    QColor colour; // invalid = ink
    bool code = false;
    bool bold = false;
};

struct PdfColumn {
    QString title;
    double share = 1; // of the width
    bool right = false;
};

class Flow {
public:
    struct Foot {
        QString classification, scope, product;
    };

    // `painter` null: only counts. `pages` is the total for the feet.
    Flow(QPdfWriter* writer, QPainter* painter, Foot foot, int pages);

    int pageCount() const { return m_page + 1; }
    const std::vector<OutlineItem>& outline() const { return m_outline; }

    void newPage(bool landscape = false);
    void section(const QString& title, const QString& lead = {}, bool landscape = false); // starts a page, adds to the outline
    void mark(const QString& title, int level);                                           // adds to the outline where we are
    void heading(const QString& title);
    void paragraph(const QString& text, const diagram::TextStyle& style, const QColor& colour, double indent = 0,
                   double after = 3);
    void body(const QString& text, double indent = 0);
    void small(const QString& text, double indent = 0);
    void code(const QString& text, const QColor& ground, double indent = 0);
    void labelled(const QString& label, const QString& text, double indent = 0);
    void table(const std::vector<PdfColumn>& columns, const std::vector<std::vector<PdfCell>>& rows);
    void space(double points) { m_y += points; }
    void rule();
    void ensure(double height); // a new page unless so much room is left

    // A picture of `height` points over the whole width; `paint` gets the rectangle in points.
    void picture(double height, const std::function<void(QPainter&, const QRectF&)>& paint);

    QRectF area() const { return {left, top, m_width, bottom() - top}; }
    double y() const { return m_y; }
    double room() const { return bottom() - m_y; }
    double width() const { return m_width; }
    QPainter* painter() const { return m_painter; }
    const diagram::Theme& theme() const { return m_theme; }

    static constexpr double left = 51.02; // 18 mm
    static constexpr double top = 56.69;  // 20 mm

private:
    double bottom() const { return m_height - 56.69; }
    void paintFoot();
    std::vector<QString> lines(const QString& text, const diagram::TextStyle& style, double width) const;
    void tableHead(const std::vector<PdfColumn>& columns);

    QPdfWriter* m_writer;
    QPainter* m_painter;
    const diagram::Theme& m_theme;
    Foot m_foot;
    int m_pages;
    int m_page = -1;
    bool m_landscape = false;
    double m_width = 0, m_height = 0, m_y = 0;
    QString m_sectionTitle;
    std::vector<OutlineItem> m_outline;
};

// Finishes QPdfWriter's bytes: outline, language, title, date, deterministic id (libqpdf). Same input, same bytes.
std::string finishPdf(const std::string& bytes, const std::vector<OutlineItem>& outline, const QString& title,
                      const QString& asOf);

} // namespace bartizan::report
