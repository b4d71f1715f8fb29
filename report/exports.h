// SPDX-License-Identifier: GPL-3.0-or-later
// The exporters named in registry.cpp. Called through exportRows(); each returns the whole file, or writes
// it to a path.
#pragma once

#include "report/input.h"

namespace bartizan::report {

Result<std::string> inventoryJson(const ReportInput&);
Result<std::string> connectivityJson(const ReportInput&);
Result<std::string> callsJson(const ReportInput&);
Result<std::string> routesJson(const ReportInput&);
Result<std::string> layersJson(const ReportInput&);
Result<std::string> pathsJson(const ReportInput&);
Result<std::string> diffJson(const ReportInput&);
Result<std::string> assessJson(const ReportInput&);
Result<std::string> controlsJson(const ReportInput&);
Result<std::string> formatsJson(const ReportInput&);

Result<std::string> inventoryText(const ReportInput&);
Result<std::string> connectivityText(const ReportInput&);
Result<std::string> callsText(const ReportInput&);
Result<std::string> routesText(const ReportInput&);
Result<std::string> layersText(const ReportInput&);
Result<std::string> pathsText(const ReportInput&);
Result<std::string> diffText(const ReportInput&);
Result<std::string> assessText(const ReportInput&);
Result<std::string> controlsText(const ReportInput&);
Result<std::string> formatsText(const ReportInput&);

Result<std::string> assessSarif(const ReportInput&);
Result<std::string> assessCsv(const ReportInput&);
Result<std::string> assessMarkdown(const ReportInput&);
Result<std::string> assessJunit(const ReportInput&);
Result<std::string> connectivityCsv(const ReportInput&);
Result<std::string> connectivityDot(const ReportInput&);
Result<std::string> routesCsv(const ReportInput&);
Result<std::string> layersCsv(const ReportInput&);
Result<std::string> pathsCsv(const ReportInput&);
Result<std::string> diffMarkdown(const ReportInput&);
Result<std::string> followupsText(const ReportInput&);
Result<std::string> followupsMarkdown(const ReportInput&);
Result<std::string> followupsCsv(const ReportInput&);

// Need a QGuiApplication:
Result<std::string> reportPdf(const ReportInput&);
Result<std::string> reportHtml(const ReportInput&);
Result<bool> reportPdfFile(const ReportInput&, const std::string& path);
Result<bool> reportHtmlFile(const ReportInput&, const std::string& path);
Result<std::string> graphJson(const ReportInput&);
Result<std::string> graphSvg(const ReportInput&);
Result<std::string> graphPng(const ReportInput&);
Result<std::string> graphPdf(const ReportInput&);
Result<std::string> graphDot(const ReportInput&);
Result<std::string> graphGraphml(const ReportInput&);
Result<std::string> graphMermaid(const ReportInput&);
Result<std::string> graphD2(const ReportInput&);
Result<std::string> graphDrawio(const ReportInput&);

} // namespace bartizan::report
