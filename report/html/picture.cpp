// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/picture.h"

#include "diagram/fonts.h"
#include "diagram/legend.h"
#include "diagram/painter.h"
#include "diagram/svg_device.h"
#include "report/html/markup.h"

#include <algorithm>
#include <cmath>

namespace bartizan::report {

namespace {

constexpr double textWidthPt = 493; // of a page: what is "as wide as the text" has the same proportions on screen
constexpr double pixelsPerPoint = 96.0 / 72;
constexpr double margin = 24; // names at the edge need room beyond the drawing's bounds

std::string length(double value)
{
    return std::to_string(static_cast<long>(std::lround(std::max(1.0, value))));
}

// `unit`: pixels of the document for one of the painter's.
std::string svg(QSizeF size, double unit, const std::string& words, const std::function<void(QPainter&)>& paint)
{
    diagram::useBundledFonts();
    diagram::SvgDevice device(size);
    QPainter painter(&device);
    paint(painter);
    painter.end();
    return "<svg role=\"img\" aria-label=\"" + htmlText(words) + "\" width=\"" + length(size.width() * unit) + "\" height=\"" +
           length(size.height() * unit) + "\" viewBox=\"0 0 " + length(size.width()) + " " + length(size.height()) + "\">\n" +
           device.body().toStdString() + "</svg>";
}

std::string item(const QString& words)
{
    return "<li>" + htmlText(words.toStdString()) + "</li>\n";
}

// What the picture shows, said for those who cannot see it: namespaces with their services, then the calls.
void inWords(const diagram::Drawing& drawing, const std::function<void(std::string_view)>& out)
{
    out("<details class=\"words\"><summary>The drawing in words</summary>\n<ul>\n");
    const auto nodesOf = [&](int group) {
        for (const diagram::Node& node : drawing.nodes)
            if (node.group == group && node.shown)
                out(item(diagram::accessibleName(drawing, node)));
    };
    nodesOf(-1);
    for (std::size_t i = 0; i < drawing.groups.size(); ++i) {
        const diagram::Group& group = drawing.groups[i];
        out("<li>" + htmlText(diagram::accessibleName(drawing, group).toStdString()));
        if (!group.collapsed) {
            out("\n<ul>\n");
            nodesOf(static_cast<int>(i));
            out("</ul>\n");
        }
        out("</li>\n");
    }
    out("</ul>\n<ul>\n");
    for (const diagram::Edge& edge : drawing.edges)
        if (!edge.points.empty())
            out(item(diagram::accessibleName(drawing, edge)));
    out("</ul>\n</details>\n");
}

} // namespace

std::string htmlFigure(const Figure& figure)
{
    const bool wide = figure.width <= 0;
    const QSizeF size(std::ceil(wide ? textWidthPt : figure.width), std::ceil(figure.height));
    return std::string("<figure class=\"picture") + (wide ? " wide" : "") + "\">" +
           svg(size, pixelsPerPoint, figure.words, [&](QPainter& painter) { figure.paint(painter, QRectF(QPointF(), size)); }) +
           "</figure>\n";
}

void htmlDrawing(const diagram::Drawing& drawing, int number, const std::string& under,
                 const std::function<void(std::string_view)>& out)
{
    const diagram::Theme& theme = diagram::paperTheme();
    const std::string id = "drawing-" + std::to_string(number);
    out("<figure class=\"drawing\">\n<fieldset class=\"zoom\"><legend>Size</legend>\n");
    const auto choice = [&](const char* name, const char* words, bool chosen) {
        const std::string own = id + "-" + name;
        out("<input type=\"radio\" name=\"" + id + "\" id=\"" + own + "\" class=\"" + name + "\"" + (chosen ? " checked" : "") +
            "><label for=\"" + own + "\">" + words + "</label>\n");
    };
    choice("fit", "Fit the page", true);
    choice("full", "Full size", false);
    choice("twice", "Twice", false);
    // A region is called by its own label and by the heading above it.
    const auto region = [&](const char* part, const char* classes, const char* label) {
        const std::string own = id + "-" + part;
        out("<div id=\"" + own + "\" class=\"" + classes + "\" role=\"region\" tabindex=\"0\" aria-label=\"" + label +
            "\" aria-labelledby=\"" + own + (under.empty() ? "" : " ") + htmlText(under) + "\">");
    };
    out("</fieldset>\n");
    region("picture", "scroll canvas", "The drawing");

    const QRectF bounds = drawing.bounds.adjusted(-margin, -margin, margin, margin);
    const auto services = std::count_if(drawing.nodes.begin(), drawing.nodes.end(), [](const auto& n) { return n.hasWall(); });
    const QString words = QStringLiteral("%1 in %2; the list below says the same in words")
                              .arg(diagram::servicesInWords(static_cast<int>(services), nullptr),
                                   drawing.groups.size() == 1 ? QStringLiteral("one namespace")
                                                              : QStringLiteral("%1 namespaces").arg(drawing.groups.size()));
    out(svg({std::ceil(bounds.width()), std::ceil(bounds.height())}, 1, words.toStdString(), [&](QPainter& painter) {
        diagram::View view;
        view.theme = &theme;
        view.ground = false;
        view.wholeNames = true;
        view.origin = bounds.topLeft();
        diagram::paintDrawing(painter, drawing, view);
    }));
    out("</div>\n<figcaption>");
    region("legend", "legend", "Legend");
    const bool dots = std::any_of(drawing.groups.begin(), drawing.groups.end(), [](const auto& group) { return group.dots; });
    const QSizeF legend = diagram::drawLegend(nullptr, {}, theme, dots, false);
    out(svg({std::ceil(legend.width()), std::ceil(legend.height())}, 1, "Legend of the drawing", [&](QPainter& painter) {
        diagram::drawLegend(&painter, {0, 0}, theme, dots, false);
    }));
    out("</div></figcaption>\n</figure>\n");
    if (drawing.nodes.size() > diagram::collapseAbove &&
        std::any_of(drawing.groups.begin(), drawing.groups.end(), [](const auto& group) { return group.collapsed; }))
        out("<p class=\"small\">An overview: more than " + std::to_string(diagram::collapseAbove) +
            " services and ways in would not be readable in one drawing, so namespaces stand closed and calls between two of "
            "them are one line. The same report as PDF has a page for each namespace.</p>\n");
    inWords(drawing, out);
}

} // namespace bartizan::report
