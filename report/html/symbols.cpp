// SPDX-License-Identifier: GPL-3.0-or-later
// Marks, severity bars and count marks as SVG: the shapes of diagram/marks.cpp in symbols that cells refer to, coloured by
// the style sheet so that dark windows and forced colours have them too.
#include "report/html/table.h"

#include "report/html/markup.h"

#include <cstdio>

namespace bartizan::report {

namespace {

constexpr double countCell = 4, countStep = 4.8, countHeight = 11;

std::string number(double value)
{
    char text[24];
    std::snprintf(text, sizeof text, "%.1f", value);
    return text;
}

std::string symbol(const std::string& id, const char* box, const std::string& inner)
{
    return "<symbol id=\"" + id + "\" viewBox=\"" + box + "\">" + inner + "</symbol>\n";
}

std::string bars(FindingSeverity severity)
{
    const int filled = 4 - static_cast<int>(severity);
    std::string all;
    for (int i = 0; i < 4; ++i) {
        const double height = 12 * (0.4 + 0.2 * i);
        all += "<rect" + std::string(i < filled ? "" : " class=\"off\"") + " x=\"" + number(i * 3.6) + "\" y=\"" +
               number(12 - height) + "\" width=\"2.6\" height=\"" + number(height) + "\"/>";
    }
    return all;
}

std::string box(double x, double y, double height)
{
    return "M" + number(x) + " " + number(y) + "h" + number(countCell) + "v" + number(height) + "h-" + number(countCell) + "z";
}

std::string path(const char* name, const std::string& data)
{
    return data.empty() ? std::string() : std::string("<path class=\"") + name + "\" d=\"" + data + "\"/>";
}

} // namespace

std::string htmlSymbols()
{
    std::string all = "<svg class=\"symbols\" aria-hidden=\"true\" width=\"0\" height=\"0\">\n";
    const char* grid = "0 0 12 12";
    const std::string wedge = "<path d=\"M.8 1.2h10.4L6 11z\"/>";
    all += symbol("m-present", grid, "<rect x=\"1\" y=\"1\" width=\"10\" height=\"10\" rx=\"1.6\"/>");
    all += symbol("m-partial", grid, "<path d=\"M1 6.2h10v3.2a1.6 1.6 0 0 1-1.6 1.6H2.6A1.6 1.6 0 0 1 1 9.4z\"/>");
    all += symbol("m-missing", grid, wedge);
    all += symbol("m-hollow", grid, "<path class=\"line\" d=\"M1.6 1.8h8.8L6 10.4z\"/>");
    all += symbol("m-accepted", grid, wedge + "<rect class=\"bar\" x=\".4\" y=\"4.4\" width=\"11.2\" height=\"1.7\"/>");
    all += symbol("m-unknown", grid,
                  "<circle cx=\"2.2\" cy=\"6\" r=\"1.35\"/><circle cx=\"6\" cy=\"6\" r=\"1.35\"/>"
                  "<circle cx=\"9.8\" cy=\"6\" r=\"1.35\"/>");
    all += symbol("m-na", grid, "<rect x=\"3\" y=\"5.4\" width=\"6\" height=\"1.2\"/>");
    for (int i = 0; i <= static_cast<int>(FindingSeverity::info); ++i) {
        const auto severity = static_cast<FindingSeverity>(i);
        all += symbol(std::string("s-") + severityWord(severity), "0 0 14 12", bars(severity));
    }
    return all + "</svg>\n";
}

std::string htmlSeverity(FindingSeverity severity)
{
    const std::string word = htmlText(severityWord(severity));
    return "<span class=\"sev " + word + "\"><svg aria-hidden=\"true\"><use href=\"#s-" + word + "\"/></svg>" + word + "</span>";
}

std::string htmlCountMark(const RequiredCounts& counts)
{
    std::string missing, missingFoot, partial, partialFoot, dots, dotsFoot, present;
    double x = 0;
    const auto each = [&x](int count, const auto& add) {
        for (int i = 0; i < count; ++i, x += countStep)
            add();
    };
    each(counts.missing, [&] {
        missingFoot += box(x, 0, countHeight);
        missing += "M" + number(x) + " 0h4l-2 11z";
    });
    each(counts.partial, [&] {
        partialFoot += box(x, 0, countHeight);
        partial += box(x, 5.9, countHeight - 5.9);
    });
    each(counts.unknown, [&] {
        dotsFoot += box(x, 0, countHeight);
        for (const char* y : {"1.8", "5.5", "9.2"}) // a line of no length with round ends is a dot
            dots += "M" + number(x + countCell / 2) + " " + y + "h0";
    });
    each(counts.present, [&] { present += box(x, 0, countHeight); });
    if (x == 0)
        return {};
    const std::string width = number(x - (countStep - countCell));
    return "<svg class=\"cm\" aria-hidden=\"true\" width=\"" + width + "\" height=\"11\" viewBox=\"0 0 " + width + " 11\">" +
           path("fm", missingFoot) + path("missing", missing) + path("fh", partialFoot) + path("partial", partial) +
           path("fu", dotsFoot) + path("dots", dots) + path("present", present) + "</svg>";
}

} // namespace bartizan::report
