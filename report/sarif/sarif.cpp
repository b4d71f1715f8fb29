// SPDX-License-Identifier: GPL-3.0-or-later
// Findings as SARIF 2.1.0: one rule a finding rule, one result a finding. Files are relative to their source, which
// originalUriBaseIds describes without a place on this machine.
#include "report/exports.h"
#include "report/sarif/parts.h"
#include "report/text/sections.h"

namespace bartizan::report {

Result<std::string> assessSarif(const ReportInput& input)
{
    const Inventory& inventory = input.model.inventory;
    sarif::RuleIndex rules;
    for (const Finding& finding : input.posture->findings)
        rules.emplace(finding.rule, 0);
    std::size_t next = 0;
    for (auto& [rule, index] : rules)
        index = next++;

    JsonPen pen;
    pen.open();
    pen.member("$schema", "https://json.schemastore.org/sarif-2.1.0.json");
    pen.member("version", "2.1.0");
    pen.key("runs").openList();
    pen.open();
    pen.key("tool").open();
    pen.key("driver").open();
    pen.member("name", "Bartizan");
    pen.member("semanticVersion", programVersion);
    sarif::writeRules(pen, input, rules);
    pen.close();
    pen.close();
    sarif::writeInvocation(pen, input);
    pen.key("originalUriBaseIds").open();
    for (std::size_t i = 0; i < inventory.sources.size(); ++i) {
        pen.key("SOURCE" + std::to_string(i)).open();
        sarif::writeMessage(pen, "description", "source " + inventory.sources[i].path);
        pen.close();
    }
    pen.close();
    sarif::writeArtifacts(pen, inventory);
    pen.key("results").openList();
    for (const Finding& finding : input.posture->findings)
        sarif::writeResult(pen, input, finding, rules);
    pen.closeList();
    pen.member("columnKind", "unicodeCodePoints");
    pen.key("properties").open();
    pen.member("asOf", input.posture->asOf);
    pen.member("sentence", input.posture->sentence);
    pen.member("scope", scopeSentence(input.model));
    pen.texts("notExamined", input.catalogue.notExamined);
    pen.close();
    pen.close();
    pen.closeList();
    pen.close();
    return pen.finish();
}

} // namespace bartizan::report
