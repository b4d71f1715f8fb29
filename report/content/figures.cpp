// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/figures.h"

#include "analysis/images_in_use.h"
#include "diagram/icons.h"
#include "diagram/marks.h"
#include "diagram/nodes.h"
#include "diagram/svg_path.h"
#include "diagram/text.h"
#include "report/text/pen.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace bartizan::report {

namespace {

using diagram::Align;
using diagram::Mark;
using diagram::TextStyle;
using diagram::Theme;

const TextStyle label{8, QFont::Normal, false};
const TextStyle labelStrong{8, QFont::DemiBold, false};
const TextStyle small{7, QFont::Normal, false};

QString q(std::string_view text)
{
    return diagram::visibleText(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())));
}

// What stands for a number of things of one verdict: the shape says what the colour says.
void paintBar(QPainter& painter, const QRectF& box, Mark mark, const Theme& theme)
{
    if (box.width() <= 0)
        return;
    painter.save();
    painter.setPen(Qt::NoPen);
    switch (mark) {
    case Mark::present:
        painter.fillRect(box, theme.present);
        break;
    case Mark::partial:
        painter.fillRect(box, theme.footH);
        painter.fillRect(QRectF(box.left(), box.bottom() - box.height() / 2, box.width(), box.height() / 2), theme.partial);
        break;
    case Mark::missing: {
        painter.fillRect(box, theme.footM);
        painter.setPen(QPen(theme.missing, 0.7));
        painter.drawRect(box.adjusted(0.35, 0.35, -0.35, -0.35));
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.missing);
        const double step = 8;
        const int wedges = std::max(1, static_cast<int>(box.width() / step));
        for (int i = 0; i < wedges; ++i) {
            const double x = box.left() + box.width() * (i + 0.5) / wedges;
            const double half = std::min(2.6, box.width() / 2.4);
            painter.drawPolygon(QPolygonF({{x - half, box.top() + 1.4}, {x + half, box.top() + 1.4}, {x, box.bottom() - 1.2}}));
        }
        break;
    }
    case Mark::unknown: {
        painter.fillRect(box, theme.footU);
        painter.setBrush(theme.unknown);
        const int dots = std::max(1, static_cast<int>(box.width() / 5));
        for (int i = 0; i < dots; ++i)
            painter.drawEllipse(QPointF(box.left() + box.width() * (i + 0.5) / dots, box.center().y()), 0.9, 0.9);
        break;
    }
    case Mark::notApplicable:
        break;
    }
    painter.restore();
}

struct LayerCounts {
    std::array<std::size_t, 5> of{};
    std::size_t applicable() const { return of[0] + of[1] + of[2] + of[3]; }
};

std::array<LayerCounts, layerCount> countsOf(const Content& content)
{
    std::array<LayerCounts, layerCount> counts{};
    for (const WorkloadId id : content.workloads)
        for (std::size_t layer = 0; layer < layerCount; ++layer)
            ++counts[layer].of[static_cast<std::size_t>(content.verdicts(id).layers[layer].verdict)];
    return counts;
}

} // namespace

Figure coverRing(const Content& content)
{
    const diagram::Node node = rollUp(content);
    Figure figure;
    figure.words = "The walls of all services as one: each layer shows its worst verdict among them.";
    for (std::size_t layer = 0; layer < layerCount; ++layer)
        figure.words += (layer ? ", " : " ") + content.layerTitle(static_cast<Layer>(layer)) + " " +
                        verdictText(static_cast<Verdict>(node.stones[layer].mark));
    figure.words += ".";
    figure.height = 330;
    figure.paint = [node](QPainter& painter, const QRectF& box) {
        const Theme& theme = diagram::paperTheme();
        const double scale = std::min(box.width(), box.height()) / (2 * diagram::ring::surface);
        diagram::RingStyle style;
        style.theme = &theme;
        style.badges = false;
        diagram::drawRing(painter, box.center(), scale, node, style);
        // The program's turret on the keep instead of a service's icon.
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.core[3]);
        painter.drawEllipse(box.center(), diagram::ring::keep * scale, diagram::ring::keep * scale);
        const double size = 15 * scale / 64;
        painter.translate(box.center() - QPointF(30 * size, 28 * size));
        painter.scale(size, size);
        painter.setBrush(theme.canvas);
        QPainterPath turret =
            diagram::svgPath("M6 4h6v5h5V4h6v5h5V4h6v12h5v5h5v-5h6v5h5v-5h7v46H32v-7h-4v-6h-6v-6h-6v-6h-6v-5H6z");
        turret.addRect(18.2, 15, 3.6, 11);
        turret.setFillRule(Qt::OddEvenFill);
        painter.drawPath(turret);
    };
    return figure;
}

Figure layerBars(const Content& content)
{
    const auto counts = countsOf(content);
    Figure figure;
    constexpr double row = 12.5, gap = 4;
    figure.height = row * static_cast<double>(layerCount) + gap * (diagram::familyCount - 1) + 14;
    figure.words = "Of the services that a layer applies to:";
    for (std::size_t layer = 0; layer < layerCount; ++layer) {
        const auto& of = counts[layer].of;
        figure.words += (layer ? "; " : " ") + content.layerTitle(static_cast<Layer>(layer)) + ": missing " +
                        std::to_string(of[2]) + ", partial " + std::to_string(of[1]) + ", unknown " + std::to_string(of[3]) +
                        ", present " + std::to_string(of[0]);
    }
    figure.words += ".";
    std::vector<std::string> titles;
    for (std::size_t layer = 0; layer < layerCount; ++layer)
        titles.push_back(content.layerTitle(static_cast<Layer>(layer)));
    const std::size_t all = content.workloads.size();
    figure.paint = [counts, titles, all](QPainter& painter, const QRectF& box) {
        const Theme& theme = diagram::paperTheme();
        const double names = 104, right = 78;
        const double width = box.width() - names - right;
        double y = box.top();
        for (std::size_t layer = 0; layer < layerCount; ++layer) {
            if (layer > 0 && diagram::familyOf(static_cast<int>(layer)) != diagram::familyOf(static_cast<int>(layer) - 1))
                y += gap;
            diagram::drawText(painter, {box.left(), y + 9}, diagram::elideRight(q(titles[layer]), label, names - 8), label,
                              theme.ink);
            const LayerCounts& count = counts[layer];
            double x = box.left() + names;
            painter.setPen(QPen(theme.line, 0.5));
            painter.setBrush(Qt::NoBrush);
            painter.drawLine(QPointF(x, y + row - 1.2), QPointF(x + width, y + row - 1.2));
            for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
                const double wide =
                    all == 0 ? 0
                             : width * static_cast<double>(count.of[static_cast<std::size_t>(mark)]) / static_cast<double>(all);
                paintBar(painter, {x, y + 1.5, wide, row - 4}, mark, theme);
                x += wide;
            }
            const QString words =
                count.applicable() == 0
                    ? QStringLiteral("not applicable")
                    : QStringLiteral("%1 of %2").arg(q(withThousands(count.of[0])), q(withThousands(count.applicable())));
            diagram::drawText(painter, {box.right(), y + 9}, words, label, theme.ink2, Align::right);
            y += row;
        }
        diagram::drawText(painter, {box.right(), y + 9}, QStringLiteral("present, of applicable"), small, theme.ink2,
                          Align::right);
        double x = box.left() + names;
        for (const Mark mark : {Mark::missing, Mark::partial, Mark::unknown, Mark::present}) {
            paintBar(painter, {x, y + 3, 16, 7}, mark, theme);
            diagram::drawText(painter, {x + 20, y + 9}, diagram::markName(mark), small, theme.ink2);
            x += 26 + diagram::textWidth(diagram::markName(mark), small) + 8;
        }
    };
    return figure;
}

Figure severitiesAndAges(const Content& content)
{
    std::array<std::size_t, 5> severities{};
    for (const Finding* finding : content.findings)
        ++severities[static_cast<std::size_t>(finding->severity)];
    const std::vector<ImageInUse> images = imagesInUse(content.posture, content.workloads);
    const std::array<std::size_t, 5> ages = scanAges(images);
    static constexpr int oldest[] = {0, 7, 30, 90}; // what a column begins after, days
    static constexpr const char* ageNames[] = {"0–7 d", "8–30 d", "31–90 d", "over 90 d", "no date"};
    Figure figure;
    figure.height = 102;
    figure.words = "Findings by severity, before decisions:";
    for (std::size_t i = 0; i < severities.size(); ++i)
        figure.words +=
            std::string(i ? ", " : " ") + severityWord(static_cast<FindingSeverity>(i)) + " " + std::to_string(severities[i]);
    figure.words += ". Images by the age of the scan report that counts (no date: no report, or one without a date):";
    for (std::size_t i = 0; i < ages.size(); ++i)
        figure.words += std::string(i ? ", " : " ") + ageNames[i] + " " + std::to_string(ages[i]);
    figure.words += ".";
    const int limit = content.catalogue.policy.scanMaxAgeDays;
    figure.paint = [severities, ages, all = images.size(), limit](QPainter& painter, const QRectF& box) {
        const Theme& theme = diagram::paperTheme();
        const double half = box.width() / 2 - 12;
        diagram::drawText(painter, {box.left(), box.top() + 9}, QStringLiteral("Findings by severity, before decisions"),
                          labelStrong, theme.ink);
        std::size_t most = 1;
        for (const std::size_t count : severities)
            most = std::max(most, count);
        double y = box.top() + 18;
        for (std::size_t i = 0; i < severities.size(); ++i) {
            const auto severity = static_cast<diagram::Severity>(i);
            diagram::drawSeverityBars(painter, severity, {box.left(), y, 12, 10.3}, theme);
            diagram::drawText(painter, {box.left() + 17, y + 8.6}, diagram::severityName(severity), label, theme.ink);
            const double wide = (half - 96) * static_cast<double>(severities[i]) / static_cast<double>(most);
            painter.fillRect(QRectF(box.left() + 66, y + 1.5, wide, 8), diagram::severityColour(theme, severity));
            diagram::drawText(painter, {box.left() + 66 + wide + 5, y + 8.6}, q(withThousands(severities[i])), labelStrong,
                              theme.ink);
            y += 15;
        }
        const double left = box.left() + half + 24;
        diagram::drawText(painter, {left, box.top() + 9},
                          QStringLiteral("%1 images by the age of their scan").arg(q(withThousands(all))), labelStrong,
                          theme.ink);
        most = 1;
        for (const std::size_t count : ages)
            most = std::max(most, count);
        const double column = half / 5, base = box.bottom() - 14, tall = 54;
        for (std::size_t i = 0; i < ages.size(); ++i) {
            const double high = tall * static_cast<double>(ages[i]) / static_cast<double>(most);
            const QRectF bar(left + column * static_cast<double>(i) + 4, base - high, column - 10, high);
            if (i == 4) {
                QPen dots(theme.unknown, 1, Qt::DotLine);
                painter.setPen(dots);
                painter.setBrush(Qt::NoBrush);
                painter.drawRect(bar);
            } else if (oldest[i] >= limit && limit > 0) { // beyond the age limit: half the bar's width is full
                painter.fillRect(bar, theme.footH);
                painter.fillRect(QRectF(bar.left(), bar.top(), bar.width() / 2, bar.height()), theme.partial);
            } else {
                painter.fillRect(bar, theme.present);
            }
            diagram::drawText(painter, {bar.center().x(), base - high - 3}, q(withThousands(ages[i])), labelStrong, theme.ink,
                              Align::centre);
            diagram::drawText(painter, {bar.center().x(), base + 10}, QString::fromUtf8(ageNames[i]), small, theme.ink2,
                              Align::centre);
        }
        painter.setPen(QPen(theme.line2, 0.6));
        painter.drawLine(QPointF(left, base), QPointF(left + half, base));
        if (limit > 0)
            diagram::drawText(painter, {box.right(), box.top() + 9}, QStringLiteral("limit %1 d").arg(limit), small, theme.ink2,
                              Align::right);
    };
    return figure;
}

Figure namedWall(const Content& content, WorkloadId id)
{
    const diagram::Node* node = nodeOf(content, id);
    Figure figure;
    if (!node)
        return figure;
    figure.height = 200;
    figure.words = "The wall of " + content.workload(id).name + ":";
    for (std::size_t layer = 0; layer < layerCount; ++layer)
        figure.words += (layer ? ", " : " ") + content.layerTitle(static_cast<Layer>(layer)) + " " +
                        verdictText(content.verdicts(id).layers[layer].verdict);
    figure.words += ".";
    figure.paint = [copy = *node](QPainter& painter, const QRectF& box) {
        diagram::RingStyle style;
        style.theme = &diagram::paperTheme();
        diagram::NamedRingStyle names;
        names.text = 8;
        names.pitch = 11.5;
        diagram::drawNamedRing(painter, box.center(), 2.3, copy, style, names);
    };
    return figure;
}

Figure verdictMarks()
{
    Figure figure;
    figure.height = 18;
    figure.words =
        "The five marks: a full stone is present, half a stone partial, a wedge missing, three dots unknown, a dash not "
        "applicable; a hollow wedge is missing but not required.";
    figure.paint = [](QPainter& painter, const QRectF& box) {
        const Theme& theme = diagram::paperTheme();
        double x = box.left();
        const auto show = [&](Mark mark, bool hollow, const QString& words) {
            diagram::drawMark(painter, mark, {x, box.top() + 2, 11, 11}, theme, {hollow, false});
            diagram::drawText(painter, {x + 16, box.top() + 11}, words, label, theme.ink);
            x += 16 + diagram::textWidth(words, label) + 16;
        };
        for (const Mark mark : {Mark::present, Mark::partial, Mark::missing, Mark::unknown, Mark::notApplicable})
            show(mark, false, diagram::markName(mark));
        show(Mark::missing, true, QStringLiteral("missing, not required"));
    };
    return figure;
}

} // namespace bartizan::report
