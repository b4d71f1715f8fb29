// SPDX-License-Identifier: GPL-3.0-or-later
// The table of exports. Adding one is one file and one row here (and a line in exports.h).
#include "report/exports.h"

#include <array>

namespace bartizan::report {

namespace {

constexpr std::array rows = {
    ExportRow{"inventory", "text", "What was imported", "txt", false, inventoryText},
    ExportRow{"inventory", "json", "What was imported", "json", false, inventoryJson},
    ExportRow{"calls", "text", "Calls between services", "txt", false, callsText},
    ExportRow{"calls", "json", "Calls between services", "json", false, callsJson},
    ExportRow{"routes", "text", "Ways in and routes", "txt", true, routesText},
    ExportRow{"routes", "json", "Ways in and routes", "json", true, routesJson},
    ExportRow{"layers", "text", "Verdicts of each workload", "txt", true, layersText},
    ExportRow{"layers", "json", "Verdicts of each workload", "json", true, layersJson},
    ExportRow{"paths", "text", "Paths from outside", "txt", true, pathsText},
    ExportRow{"paths", "json", "Paths from outside", "json", true, pathsJson},
    ExportRow{"assess", "text", "The whole posture", "txt", true, assessText},
    ExportRow{"assess", "json", "The whole posture", "json", true, assessJson},
    ExportRow{"assess", "sarif", "Findings as SARIF 2.1.0", "sarif", true, assessSarif},
    ExportRow{"diff", "text", "What is worse, better, new or gone", "txt", true, diffText},
    ExportRow{"diff", "json", "What is worse, better, new or gone", "json", true, diffJson},
    ExportRow{"graph", "svg", "The drawing as SVG", "svg", true, graphSvg},
    ExportRow{"graph", "png", "The drawing as an image", "png", true, graphPng},
    ExportRow{"graph", "pdf", "The drawing as PDF", "pdf", true, graphPdf},
    ExportRow{"graph", "dot", "The drawing for Graphviz", "dot", true, graphDot},
    ExportRow{"graph", "json", "The drawing as data", "json", true, graphJson},
    ExportRow{"report", "pdf", "The review report", "pdf", true, reportPdf},
    ExportRow{"report", "html", "The review report for a browser", "html", true, reportHtml},
    ExportRow{"formats", "text", "What is recognised", "txt", false, formatsText},
    ExportRow{"formats", "json", "What is recognised", "json", false, formatsJson},
    ExportRow{"controls", "text", "The control catalogue", "txt", false, controlsText},
    ExportRow{"controls", "json", "The control catalogue", "json", false, controlsJson},
};

} // namespace

std::span<const ExportRow> exportRows()
{
    return rows;
}

const ExportRow* findExport(std::string_view command, std::string_view format)
{
    for (const ExportRow& row : rows)
        if (row.command == command && row.format == format)
            return &row;
    return nullptr;
}

} // namespace bartizan::report
