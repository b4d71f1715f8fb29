// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/marks.h"
#include "report/pdf/sections.h"
#include "report/text/sections.h"

#include <algorithm>

namespace bartizan::report {

namespace {

constexpr double rowHeight = 15;
constexpr double headHeight = 62;

void paintHead(Flow& flow, const ReportInput& input, double nameWidth, double cell)
{
    flow.picture(headHeight, [&](QPainter& painter, const QRectF& box) {
        for (int layer = 0; layer < static_cast<int>(layerCount); ++layer) {
            const LayerText* text = input.catalogue.layer(layerId(static_cast<Layer>(layer)));
            painter.save();
            painter.translate(box.left() + nameWidth + (layer + 0.5) * cell + 2, box.bottom() - 3);
            painter.rotate(-50);
            diagram::drawText(painter, {0, 0}, text ? q(text->title) : q(layerId(static_cast<Layer>(layer))),
                              {7.5, QFont::Normal, false}, flow.theme().ink2);
            painter.restore();
        }
    });
    flow.space(-4);
}

} // namespace

void matrixPages(Flow& flow, const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    const Posture& posture = *input.posture;
    flow.section(QStringLiteral("%1 workloads, sixteen layers").arg(posture.workloads.size()),
                 QStringLiteral("Filled square: present. Half: partial. Wedge: missing. Dots: unknown. Dash: not applicable. "
                                "Tinted where the layer is required; a hollow wedge is missing but not required."));
    const double nameWidth = 150;
    const double countWidth = 60;
    const double cell = (flow.width() - nameWidth - countWidth) / static_cast<double>(layerCount);
    std::vector<std::size_t> order(posture.workloads.size());
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
        const Workload& left = architecture.workloads[a];
        const Workload& right = architecture.workloads[b];
        return std::tie(left.platform, left.ns, left.id) < std::tie(right.platform, right.ns, right.id);
    });
    paintHead(flow, input, nameWidth, cell);
    std::string group;
    for (const std::size_t index : order) {
        const Workload& workload = architecture.workloads[index];
        const WorkloadPosture& verdicts = posture.workloads[index];
        const std::string heading = workload.ns + (workload.platform ? " (platform)" : "");
        const bool newGroup = heading != group;
        if (flow.room() < rowHeight * (newGroup ? 3 : 1) + 8) {
            flow.newPage();
            paintHead(flow, input, nameWidth, cell);
        }
        if (newGroup) {
            group = heading;
            flow.space(2);
            flow.paragraph(q(group), {8, QFont::DemiBold, false}, flow.theme().ink, 0, 1);
        }
        flow.picture(rowHeight, [&](QPainter& painter, const QRectF& box) {
            const diagram::TextStyle style{8, QFont::Normal, false};
            diagram::drawText(painter, {box.left() + 6, box.top() + 10.5},
                              diagram::elideMiddle(diagram::visibleText(q(workload.name)), style, nameWidth - 14), style,
                              flow.theme().ink);
            for (std::size_t layer = 0; layer < layerCount; ++layer) {
                const diagram::Mark mark = markOf(verdicts.layers[layer].verdict);
                const QRectF square(box.left() + nameWidth + static_cast<double>(layer) * cell, box.top(), cell - 1,
                                    rowHeight - 1);
                if (verdicts.required[layer])
                    painter.fillRect(square, diagram::markTint(flow.theme(), mark));
                diagram::drawMark(painter, mark, QRectF(square.center().x() - 4, square.center().y() - 4, 8, 8), flow.theme(),
                                  {!verdicts.required[layer], false});
            }
            const RequiredCounts& counts = verdicts.counts;
            diagram::drawText(painter, {box.right(), box.top() + 10.5},
                              QStringLiteral("%1 · %2 · %3 · %4")
                                  .arg(counts.present)
                                  .arg(counts.partial)
                                  .arg(counts.missing)
                                  .arg(counts.unknown),
                              {7.5, QFont::Normal, false}, flow.theme().ink2, diagram::Align::right);
        });
        flow.space(-6);
    }
    flow.space(10);
    flow.small(QStringLiteral("Numbers at the right count required, applicable layers: present · partial · missing · unknown."));
}

} // namespace bartizan::report
