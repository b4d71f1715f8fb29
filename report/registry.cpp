// SPDX-License-Identifier: GPL-3.0-or-later
// The table of exports. Adding one is one file and one row here (and a line in exports.h).
#include "report/exports.h"

#include <array>

namespace bartizan::report {

namespace {

constexpr std::array rows = {
    ExportRow{"inventory", "text", "What was imported", "txt", false, inventoryText},
    ExportRow{"inventory", "json", "What was imported", "json", false, inventoryJson},
    ExportRow{"connectivity", "text", "Who can reach whom", "txt", false, connectivityText},
    ExportRow{"connectivity", "json", "Who can reach whom", "json", false, connectivityJson},
    ExportRow{"connectivity", "csv", "Who can reach whom, as a table", "csv", false, connectivityCsv},
    ExportRow{"connectivity", "dot", "Who can reach whom, for Graphviz", "dot", false, connectivityDot},
    ExportRow{"calls", "text", "Calls between services", "txt", false, callsText},
    ExportRow{"calls", "json", "Calls between services", "json", false, callsJson},
    ExportRow{"routes", "text", "Ways in and routes", "txt", true, routesText},
    ExportRow{"routes", "json", "Ways in and routes", "json", true, routesJson},
    ExportRow{"routes", "csv", "Ways in and routes as a table", "csv", true, routesCsv},
    ExportRow{"layers", "text", "Verdicts of each workload", "txt", true, layersText},
    ExportRow{"layers", "json", "Verdicts of each workload", "json", true, layersJson},
    ExportRow{"layers", "csv", "Verdicts of each workload as a table", "csv", true, layersCsv},
    ExportRow{"paths", "text", "Paths from outside", "txt", true, pathsText},
    ExportRow{"paths", "json", "Paths from outside", "json", true, pathsJson},
    ExportRow{"paths", "csv", "Paths from outside as a table", "csv", true, pathsCsv},
    ExportRow{"assess", "text", "The whole posture", "txt", true, assessText},
    ExportRow{"assess", "json", "The whole posture", "json", true, assessJson},
    ExportRow{"assess", "sarif", "Findings as SARIF 2.1.0", "sarif", true, assessSarif},
    ExportRow{"assess", "csv", "Findings as a table", "csv", true, assessCsv},
    ExportRow{"assess", "markdown", "The posture for tickets and pull requests", "md", true, assessMarkdown},
    ExportRow{"assess", "junit", "Verdicts as test cases for build servers", "xml", true, assessJunit},
    ExportRow{"followups", "text", "What is left to do, by owner", "txt", true, followupsText},
    ExportRow{"followups", "markdown", "What is left to do, by owner", "md", true, followupsMarkdown},
    ExportRow{"followups", "csv", "What is left to do, by owner", "csv", true, followupsCsv},
    ExportRow{"diff", "text", "What is worse, better, new or gone", "txt", true, diffText},
    ExportRow{"diff", "json", "What is worse, better, new or gone", "json", true, diffJson},
    ExportRow{"diff", "markdown", "What is worse and better, for a pull request", "md", true, diffMarkdown},
    ExportRow{"graph", "svg", "The drawing as SVG", "svg", true, graphSvg},
    ExportRow{"graph", "png", "The drawing as an image", "png", true, graphPng},
    ExportRow{"graph", "pdf", "The drawing as PDF", "pdf", true, graphPdf},
    ExportRow{"graph", "dot", "The drawing for Graphviz", "dot", true, graphDot},
    ExportRow{"graph", "graphml", "The drawing as GraphML", "graphml", true, graphGraphml},
    ExportRow{"graph", "mermaid", "The drawing as a Mermaid flowchart", "mmd", true, graphMermaid},
    ExportRow{"graph", "d2", "The drawing in D2", "d2", true, graphD2},
    ExportRow{"graph", "drawio", "The drawing for draw.io", "drawio", true, graphDrawio},
    ExportRow{"graph", "json", "The drawing as data", "json", true, graphJson},
    ExportRow{"report", "pdf", "The review report", "pdf", true, reportPdf, reportPdfFile},
    ExportRow{"report", "html", "The review report for a browser", "html", true, reportHtml, reportHtmlFile},
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
