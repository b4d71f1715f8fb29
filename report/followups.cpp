// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/followups.h"

#include "model/ascii.h"
#include "report/csv/writer.h"
#include "report/exports.h"
#include "report/facts.h"
#include "report/markdown/pen.h"
#include "report/text/sections.h"

#include <algorithm>
#include <map>
#include <set>

namespace bartizan::report {

namespace {

// An owner's subjects: its workloads, and what is no workload (a route, an entry) where the finding is the owner's at all.
std::map<std::string, std::vector<std::string>> subjectsByOwner(const Architecture& architecture, const Finding& finding)
{
    std::map<std::string, std::vector<std::string>> byOwner;
    std::set<std::string> workloads;
    for (const WorkloadId id : finding.workloads) {
        const Workload& workload = architecture.workload(id);
        byOwner[ownerOf(workload)].push_back(workload.id);
        workloads.insert(workload.id);
    }
    if (byOwner.empty())
        byOwner[std::string(noOwner)];
    for (auto& item : byOwner) {
        for (const std::string& subject : finding.subjects)
            if (workloads.count(subject) == 0)
                item.second.push_back(subject);
        std::sort(item.second.begin(), item.second.end());
    }
    return byOwner;
}

bool sameName(const std::string& a, const std::string& b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(), [](char x, char y) { return lower(x) == lower(y); });
}

std::string statusOf(const Finding& finding)
{
    if (finding.state == FindingState::open)
        return {};
    return finding.statusReason.empty() ? finding.status : finding.status + ": " + finding.statusReason;
}

std::string firstLine(const ReportInput& input, const Finding& finding)
{
    const std::vector<const Evidence*> places = placesOf(finding);
    return places.empty() ? std::string() : placeText(input.model.inventory, *places.front());
}

std::string firstQuote(const Finding& finding)
{
    const std::vector<const Evidence*> places = placesOf(finding);
    return places.empty() ? std::string() : std::string(places.front()->text());
}

} // namespace

std::vector<OwnerList> followUps(const ReportInput& input)
{
    std::map<std::string, OwnerList> owners;
    for (const Finding& finding : input.posture->findings) {
        if (isDecided(finding))
            continue;
        const Decision* decision = finding.state == FindingState::open ? nullptr : decisionOf(input, finding);
        for (auto& [owner, subjects] : subjectsByOwner(input.model.architecture, finding)) {
            if (!input.owner.empty() && !sameName(owner, input.owner))
                continue;
            OwnerList& list = owners[owner];
            list.owner = owner;
            list.items.push_back({&finding, subjects, decision ? decision->expires : std::string(), statusOf(finding)});
        }
    }
    std::vector<OwnerList> lists;
    for (auto& item : owners)
        lists.push_back(std::move(item.second));
    std::stable_partition(lists.begin(), lists.end(), [](const OwnerList& list) { return list.owner != noOwner; });
    return lists;
}

std::string followUpsEmpty(const ReportInput& input)
{
    return input.owner.empty() ? "No finding is open." : "No finding is open for this owner.";
}

Result<std::string> followupsText(const ReportInput& input)
{
    TextPen pen(input);
    const std::vector<OwnerList> lists = followUps(input);
    pen.paragraph(pen.paint("Follow-ups by owner, as of " + input.posture->asOf, Ink::bold));
    if (lists.empty())
        pen.paragraph(followUpsEmpty(input), 2);
    for (const OwnerList& list : lists) {
        pen.heading(visible(list.owner) + " (" + std::to_string(list.items.size()) + ")");
        for (const FollowUp& item : list.items) {
            const Finding& finding = *item.finding;
            std::vector<std::string> subjects;
            for (const std::string& subject : item.subjects)
                subjects.push_back(visible(subject));
            pen.item(severityWord(finding.severity), visible(titleOf(finding)), 2, 12, inkOf(finding.severity));
            pen.paragraph("Subjects: " + joined(subjects, ", "), 12, 2);
            if (!finding.fix.empty())
                pen.paragraph("Fix: " + visible(finding.fix), 12, 2);
            if (const std::string line = firstLine(input, finding); !line.empty())
                pen.paragraph("Evidence: " + visible(line) + "  " + visible(firstQuote(finding)), 12, 2);
            if (!item.status.empty())
                pen.paragraph("Decision: " + visible(item.status), 12, 2);
            pen.paragraph(pen.paint(visible(finding.id), Ink::dim), 12, 2);
        }
    }
    return pen.finish();
}

Result<std::string> followupsMarkdown(const ReportInput& input)
{
    const std::vector<OwnerList> lists = followUps(input);
    std::string out = "# Follow-ups by owner\n\nAs of " + markdownCode(input.posture->asOf) + ".\n";
    if (lists.empty())
        out += "\n" + followUpsEmpty(input) + "\n";
    for (const OwnerList& list : lists) {
        out += "\n## Owner: " + (list.owner == noOwner ? std::string(noOwner) : markdownCode(list.owner)) + " (" +
               std::to_string(list.items.size()) + ")\n";
        for (const FollowUp& item : list.items) {
            const Finding& finding = *item.finding;
            out += "\n- [ ] **" + std::string(severityWord(finding.severity)) + "** " + markdown(titleOf(finding)) + "\n";
            const auto line = [&out](const char* head, const std::string& text) {
                if (!text.empty())
                    out += "  - " + std::string(head) + ": " + text + "\n";
            };
            line("Subjects", markdownList(item.subjects));
            line("Fix", markdown(finding.fix));
            const std::string place = firstLine(input, finding);
            line("Evidence", markdownCode(place) + (firstQuote(finding).empty() ? "" : " " + markdownCode(firstQuote(finding))));
            line("Decision", markdown(item.status));
            line("Decision expires", markdownCode(item.expires));
            line("Finding", markdownCode(finding.id));
        }
    }
    return out;
}

Result<std::string> followupsCsv(const ReportInput& input)
{
    CsvPen pen({"owner", "id", "severity", "title", "subjects", "subject count", "fix", "status", "expires", "file and line",
                "evidence"});
    for (const OwnerList& list : followUps(input))
        for (const FollowUp& item : list.items) {
            const Finding& finding = *item.finding;
            pen.text(list.owner).text(finding.id).text(severityWord(finding.severity)).text(titleOf(finding));
            pen.texts(item.subjects).number(item.subjects.size()).text(finding.fix);
            pen.text(item.status.empty() ? finding.status : item.status).text(item.expires);
            pen.text(firstLine(input, finding)).text(firstQuote(finding)).endRow();
        }
    return pen.finish();
}

} // namespace bartizan::report
