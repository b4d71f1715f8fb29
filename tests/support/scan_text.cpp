// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/scan_text.h"

#include "importers/document/read_documents.h"
#include "importers/registry.h"

#include <map>

namespace bartizan::test {
namespace {

const char* kindWord(ScanRecord::Kind kind)
{
    static constexpr const char* words[] = {"image", "workload", "filesystem", "repository", "sbom", "infrastructure", "other"};
    return words[static_cast<int>(kind)];
}

std::string shortened(const std::string& text)
{
    return text.substr(0, 7) == "sha256:" ? text.substr(0, 11) : text;
}

void add(std::string& line, const char* name, const std::vector<std::string>& values)
{
    if (values.empty())
        return;
    line.append(1, ' ').append(name).append(1, '=');
    for (std::size_t i = 0; i < values.size(); ++i)
        line.append(i == 0 ? "" : ",").append(shortened(values[i]));
}

void add(std::string& line, const char* name, const std::string& value)
{
    if (!value.empty())
        line.append(1, ' ').append(name).append(1, '=').append(value);
}

void add(std::string& line, const char* name, std::size_t value)
{
    if (value != 0)
        line.append(1, ' ').append(name).append(1, '=').append(std::to_string(value));
}

std::string toText(const ScanRecord& record)
{
    std::string line = std::string("  ") + kindWord(record.kind) + " \"" + record.target + '"';
    add(line, "refs", record.references);
    add(line, "index", record.repoDigests);
    add(line, "manifest", record.manifestDigests);
    add(line, "config", record.configDigests);
    add(line, "platform", record.platform);
    if (!record.workloadName.empty())
        add(line, "of", record.ns + '/' + record.workloadKind + '/' + record.workloadName);
    std::map<std::string, std::size_t> levels;
    std::size_t suppressed = 0, fixable = 0;
    for (const Vulnerability& found : record.vulnerabilities) {
        suppressed += found.suppressed;
        fixable += !found.suppressed && found.hasFix();
        if (!found.suppressed)
            ++levels[found.levelWord.empty() ? "-" : found.levelWord];
    }
    for (const auto& [word, number] : levels)
        add(line, word.c_str(), number);
    add(line, "fixable", fixable);
    add(line, "suppressed", suppressed);
    add(line, "failed", record.misconfigurations);
    add(line, "secrets", record.secrets);
    add(line, "time", record.time);
    add(line, "source", record.sourceRepository);
    add(line, "label", record.labelSource);
    if (record.vulnerabilityScan)
        line += " vulns";
    if (record.attempted)
        line += " attempted(" + record.attemptedReason + ')';
    if (!record.caveat.empty())
        line += " but(" + record.caveat + ')';
    return line + " @" + std::to_string(record.evidence.line) + ' ' + std::string(record.evidence.text()) + '\n';
}

} // namespace

document::ReadResult readText(std::string path, std::string text)
{
    return document::readDocuments(document::FileText::make(std::move(path), std::move(text), FileId(0)));
}

std::string scannerFormat(const document::Node& root)
{
    const importers::FormatRow* row = importers::recognise(root);
    return row && row->area == "reports" ? std::string(row->id) : std::string();
}

Inventory importScans(std::string path, std::string text)
{
    Inventory inventory;
    const document::ReadResult read = readText(std::move(path), std::move(text));
    for (const document::Document& document : read.documents)
        if (const importers::FormatRow* row = importers::recognise(document.root()))
            row->import(document.root(), Limits{}, inventory);
    return inventory;
}

std::string toText(const ScanReport& report)
{
    std::string text = report.format + ' ' + report.tool;
    add(text, "version", report.toolVersion);
    add(text, "time", report.time);
    add(text, "database", report.databaseTime);
    text += '\n';
    for (const ScanRecord& record : report.records)
        text += toText(record);
    return text;
}

} // namespace bartizan::test
