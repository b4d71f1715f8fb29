// SPDX-License-Identifier: GPL-3.0-or-later
// Pages by hand: a place to put the next thing, on A4, from top to bottom, with feet, links and an outline. Units are
// points (1/72 inch), y down from the page's top edge. The same code runs twice, first without a painter to learn on which
// page everything comes to stand, then painting: so every foot says "3 / 17" and every reference its page, and no page is
// kept in memory.
#pragma once

#include "diagram/text.h"
#include "diagram/theme.h"
#include "report/pdf/marks.h"
#include "report/pdf/text_lines.h"

#include <QPainter>
#include <QPdfWriter>
#include <QString>

#include <string>
#include <unordered_map>

namespace bartizan::report {

class Sheet {
public:
    struct Foot {
        QString classification, scope, product;
    };

    // The first run: only places.
    Sheet() = default;
    // The second run paints. `before`: the first one.
    Sheet(QPdfWriter& writer, QPainter& painter, Foot foot, const Sheet& before, Marks& marks);

    void newPage(bool landscape = false);
    void beginSection(const QString& name, bool landscape); // a new page; its name stands above every page of it
    void anchor(const std::string& name);                   // here
    void outline(const QString& title, int level);          // here
    void link(const QRectF& area, const std::string& to);   // on this page; "" = none

    // The page on which an anchor comes to stand, "17"; "" in the first run and where there is none.
    QString pageOf(const std::string& anchor) const;

    int pages() const { return m_page + 1; }
    bool cameOutAs(const Sheet& before) const { return m_page == before.m_page && m_trace == before.m_trace; }
    bool landscape() const { return m_landscape; }
    double pageHeight() const { return m_height; }

    QPainter* painter() const { return m_painter; } // null in the first run
    const diagram::Theme& theme() const { return m_theme; }
    TextLines& text() { return m_text; }

    double x() const { return left; }
    double y() const { return m_y; }
    double width() const { return m_width; }
    double room() const { return bottom() - m_y; }
    double bodyHeight() const { return bottom() - top; }
    void down(double points) { m_y += points; }
    void ensure(double height);  // a new page unless so much room is left
    void rule(double after = 6); // a line across the page
    void write(QPointF baseline, const QString& words, const diagram::TextStyle& style, const QColor& colour,
               diagram::Align align = diagram::Align::left); // nothing in the first run
    // Lines one below the other from here; breaks pages between them. `to` makes each a link.
    void paragraph(const QString& words, const diagram::TextStyle& style, const QColor& colour, double indent = 0,
                   const std::string& to = {});

    static constexpr double left = 51.02; // 18 mm
    static constexpr double top = 56.69;  // 20 mm

private:
    double bottom() const { return m_height - 56.69; } // 277 mm of A4
    void paintFoot();

    QPdfWriter* m_writer = nullptr;
    QPainter* m_painter = nullptr;
    const diagram::Theme& m_theme = diagram::paperTheme();
    Foot m_foot;
    const Sheet* m_before = nullptr;
    Marks* m_marks = nullptr;
    TextLines m_text;
    int m_page = -1;
    bool m_landscape = false;
    double m_width = 0, m_height = 0, m_y = 0;
    QString m_section;
    std::unordered_map<std::string, Place> m_anchors; // of the first run
    std::size_t m_trace = 0;                          // of all anchors and where they stand
};

double leading(const diagram::TextStyle& style); // from baseline to baseline

namespace type { // ui.md section 8
inline const diagram::TextStyle title{20, QFont::DemiBold, false};
inline const diagram::TextStyle finding{13, QFont::DemiBold, false};
inline const diagram::TextStyle heading{10.5, QFont::DemiBold, false};
inline const diagram::TextStyle body{9, QFont::Normal, false};
inline const diagram::TextStyle bodyStrong{9, QFont::DemiBold, false};
inline const diagram::TextStyle table{8, QFont::Normal, false};
inline const diagram::TextStyle tableStrong{8, QFont::DemiBold, false};
inline const diagram::TextStyle code{7.5, QFont::Normal, true};
inline const diagram::TextStyle small{7.5, QFont::Normal, false};
} // namespace type

} // namespace bartizan::report
