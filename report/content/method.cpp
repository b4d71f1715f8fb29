// SPDX-License-Identifier: GPL-3.0-or-later
// How the report came about, so that somebody else gets the same bytes; and the lines on which it is signed.
#include "report/content/sections.h"
#include "report/text/sections.h"

namespace bartizan::report {

void writeMethod(const Content& content, Writer& writer)
{
    const Posture& posture = content.posture;
    writer.section({nameOf("method"), "How this report was made",
                    "The same input, review, options and point in time give the same bytes on any machine with this version.",
                    false});
    std::vector<std::string> sections;
    for (const std::string& id : content.sectionIds)
        sections.push_back(nameOf(id).name);
    std::vector<Label> labels{
        {"Program", cell::text("Bartizan " + std::string(programVersion))},
        {"As of", cell::text(posture.asOf + "; ages and expiries are counted from here")},
        {"Scope", cell::text(content.inventory.scope.mode.empty() ? "as the sources are" : content.inventory.scope.mode)},
        {"Variant", cell::text(content.inventory.variantChosen.empty() ? "chosen by the program: the rendered file, else the "
                                                                         "kustomization's root, else plain files"
                                                                       : content.inventory.variantChosen)},
        {"Requirements",
         cell::text("table \"" + content.catalogue.policy.name + "\": what a service needs follows from its sensitivity")},
        {"Paths", cell::text("up to " + withThousands(posture.pathBound) + " for each service" +
                             (posture.pathsTruncated ? "; some were cut" : "; none was cut"))},
        {"Sections", cell::text(ranges(sections, 30))},
    };
    if (content.ofOneOwner())
        labels.push_back({"Owner", cell::text("only services of " + content.options.owner +
                                              "; other owners' services are not named. " + content.leftOut())});
    if (!content.options.redactionSalt.empty())
        labels.push_back(
            {"Names", cell::text("replaced by pseudonyms; one name has one pseudonym in all reports of this review")});
    writer.labels(labels);
    writer.heading("How verdicts come about");
    writer.paragraph(
        "Files are read as they are written, and every fact keeps its file and line. They are put together into one model of "
        "entries, gateways, routes, services and calls. Each of the sixteen layers is then decided for each service by a rule "
        "of its own:");
    std::vector<Label> layers;
    for (const LayerText& layer : content.catalogue.layers)
        layers.push_back({layer.title, cell::text(layer.howDecided)});
    writer.labels(layers);
    writer.heading("Limits");
    writer.paragraph(
        "This report describes configuration as of " + posture.asOf +
        "; it is no penetration test and no certificate. What it calls present was shown by the input; what is unknown, it calls "
        "unknown.");
    writer.heading("Signatures");
    writer.signatures({"Reviewed by", "Accepted by"});
}

} // namespace bartizan::report
