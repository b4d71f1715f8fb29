// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/report.h"

#include "report/content/figures.h"
#include "report/content/masked.h"
#include "report/content/sections.h"
#include "report/drawing.h"
#include "report/facts.h"
#include "report/text/sections.h"

#include <algorithm>
#include <set>

namespace bartizan::report {

namespace {

constexpr std::size_t mostInputs = 5;

std::string systemName(const ReportInput& input)
{
    if (!input.options.title.empty())
        return input.options.title;
    std::vector<std::string> names;
    for (const Source& source : input.model.inventory.sources)
        names.push_back(shortName(source));
    return names.empty() ? "Nothing was read" : ranges(names, 3);
}

CoverPage coverOf(const Content& content)
{
    const Posture& posture = content.posture;
    CoverPage cover;
    cover.system = systemName(content.input);
    cover.subtitle = content.ofOneOwner() ? "Security architecture review: services of " + content.options.owner
                                          : "Security architecture review";
    cover.classification = content.options.classification;
    cover.sentence = content.ofOneOwner() ? "" : posture.sentence;
    const ServiceCounts& services = content.services;
    const ScopeCounts counts = scopeCounts(content.input.model);
    std::string read = counted(counts.kindsRead, "kind") + " read";
    if (counts.kindsRefused > 0)
        read += ", " + withThousands(counts.kindsRefused) + " refused";
    if (counts.kindsNotAsked > 0)
        read += ", " + withThousands(counts.kindsNotAsked) + " not asked";
    read += "; " + counted(counts.applied, "object") + " reviewed";
    if (counts.notApplied > 0)
        read += ", " + withThousands(counts.notApplied) + " not applied";
    read += "; " + content.unread();
    if (content.ofOneOwner())
        read += ", in the whole system";
    else if (content.has("scope"))
        read += ", listed in \"" + nameOf("scope").name + "\"";
    std::string variant = content.inventory.variantChosen;
    if (variant.empty()) {
        const std::vector<std::string> reviewed = deployablesNamed(content.inventory, true);
        variant = reviewed.empty() ? "the whole input" : ranges(reviewed, 3);
    }
    cover.facts = {
        {"As of", cell::text(posture.asOf)},
        {"Variant", cell::text(variant)},
        {"Read", cell::text(read)},
        {"Services",
         cell::text(counted(services.all, "service") +
                    (services.platform > 0 ? " (" + withThousands(services.platform) + " of the platform)" : "") + ", " +
                    (content.entries.size() == 1 ? "1 way in" : withThousands(content.entries.size()) + " ways in") + ", " +
                    counted(content.findings.size(), "finding"))}};
    if (content.ofOneOwner() && !content.leftOut().empty())
        cover.facts.push_back({"Left out", cell::text(content.leftOut(false))});
    const auto& sources = content.inventory.sources;
    for (std::size_t i = 0; i < sources.size() && i < mostInputs; ++i)
        cover.inputs.emplace_back(shortName(sources[i]), sources[i].sha256);
    if (sources.size() > mostInputs)
        cover.inputsNote = "and " + std::to_string(sources.size() - mostInputs) + " more, in \"" + nameOf("scope").name + "\"";
    cover.limits = {"This report describes configuration as of " + posture.asOf +
                        "; it is no penetration test and no certificate.",
                    "Not examined: " + ranges(content.catalogue.notExamined, 20) + "."};
    cover.signatures = {"Reviewed by", "Date", "Signature"};
    cover.figure = coverRing(content);
    return cover;
}

} // namespace

namespace {

Result<bool> checkOptions(const ReportInput& input)
{
    for (const std::string& id : input.options.sections)
        if (!findSection(id)) {
            std::string known;
            for (const SectionRow& row : sectionRows())
                known += (known.empty() ? "" : ", ") + std::string(row.id);
            return tl::unexpected(Error{"section", "there is no section '" + visible(id) + "' of a report; they are: " + known});
        }
    if (input.options.owner.empty())
        return true;
    std::set<std::string> owners;
    for (const Workload& workload : input.model.architecture.workloads)
        if (!workload.owner.empty())
            owners.insert(workload.owner);
    if (owners.count(input.options.owner) == 0)
        return tl::unexpected(
            Error{"owner", owners.empty()
                               ? "no service here names an owner: set the label owner, team or app.kubernetes.io/part-of, or an "
                                 "owner in the review"
                               : "no service is owned by '" + visible(input.options.owner) +
                                     "'; owners are: " + ranges({owners.begin(), owners.end()}, 20)});
    return true;
}

} // namespace

Result<PreparedReport> PreparedReport::of(const ReportInput& input)
{
    if (const auto checked = checkOptions(input); !checked)
        return tl::unexpected(checked.error());
    PreparedReport report(input);
    if (!input.options.redactionSalt.empty())
        report.m_mask = NameMask::pseudonyms(input);
    else if (!input.options.owner.empty())
        report.m_mask = NameMask::otherOwners(input);
    auto drawing = laidOutDrawing(input, report.m_mask.empty() ? nullptr : &report.m_mask);
    if (!drawing)
        return tl::unexpected(drawing.error());
    report.m_drawing = std::move(*drawing);
    return report;
}

std::string PreparedReport::title() const
{
    const std::string system = systemName(*m_input);
    return (m_input->options.title.empty() ? m_mask(system) : system) + ": security architecture review";
}

std::string PreparedReport::foot() const
{
    return scopeWords(*m_input) + "; as of " + m_input->posture->asOf;
}

void PreparedReport::write(Writer& writer) const
{
    const Content content(*m_input, m_drawing);
    const bool redacted = !m_input->options.redactionSalt.empty();
    Masked masked(writer, m_mask, !redacted, !m_input->options.title.empty());
    Writer& to = m_mask.empty() ? writer : masked;
    CoverPage cover = coverOf(content);
    to.cover(cover);
    std::vector<SectionName> names;
    for (const std::string& id : content.sectionIds)
        names.push_back(nameOf(id));
    to.contents(names);
    for (const std::string& id : content.sectionIds) {
        if (to.stopped())
            return;
        findSection(id)->write(content, to);
    }
}

} // namespace bartizan::report
