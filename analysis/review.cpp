// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/review.h"

#include "analysis/hash.h"
#include "analysis/verdicts.h"
#include "model/review_apply.h"

#include <algorithm>
#include <iterator>
#include <set>
#include <string_view>
#include <unordered_map>

namespace bartizan {
namespace {

using analysis::counted;
using analysis::listing;

constexpr std::size_t evidenceKept = 64; // as many as a finding lists (findings.cpp); which ones is then by chance

int rankOf(std::string_view severity) // higher: less serious
{
    for (int rank = 0; rank <= static_cast<int>(FindingSeverity::info); ++rank)
        if (severity == severityWord(static_cast<FindingSeverity>(rank)))
            return rank;
    return -1;
}

// Names of these are made by the cluster and change with every rollout.
bool isPassing(std::string_view kind)
{
    return kind == "Pod" || kind == "ReplicaSet" || kind == "Node" || kind == "Endpoints" || kind == "EndpointSlice";
}

bool isNumber(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

// The pointer's keys without places in lists; of an object in a List, within the object.
std::string keysOf(std::string_view pointer)
{
    std::string keys;
    bool first = true;
    for (std::size_t at = 0; at < pointer.size();) {
        const std::size_t end = std::min(pointer.find('/', at + 1), pointer.size());
        const std::string_view segment = pointer.substr(at + 1, end - at - 1);
        if (!isNumber(segment) && !(first && segment == "items"))
            keys += "/" + std::string(segment);
        first = false;
        at = end;
    }
    return keys;
}

// The value of a "key: value" line, but not what passes: image tags and digests, times, counts of a report.
std::string valueOf(std::string_view text)
{
    const std::size_t colon = text.find(": ");
    if (colon == std::string_view::npos)
        return std::string(text);
    std::string key(text.substr(0, colon));
    std::string value(text.substr(colon + 2));
    const auto drop = [](char c) { return c == '"' || c == '\'' || c == ' ' || c == ','; };
    key.erase(std::remove_if(key.begin(), key.end(), drop), key.end());
    value.erase(std::remove_if(value.begin(), value.end(), drop), value.end());
    if (key == "image" || key == "imageID" || key == "containerID" || key == "ArtifactName") {
        value.resize(std::min(value.find('@'), value.size()));
        const std::size_t tag = value.rfind(':'), slash = value.rfind('/');
        if (tag != std::string::npos && (slash == std::string::npos || tag > slash))
            value.resize(tag);
        if (key != "image")
            value.clear();
    }
    const bool time = value.size() >= 19 && value[4] == '-' && value[7] == '-' && value[10] == 'T' && value[13] == ':';
    return key + "=" + (time ? std::string() : value);
}

std::string contentOf(const Inventory& inventory, const Evidence& evidence)
{
    std::string who;
    if (evidence.object.valid()) {
        const Identity& i = inventory.object(evidence.object).identity;
        who = i.cluster + "|" + i.group + "|" + i.kind + "|" + i.ns + "|" + (isPassing(i.kind) ? std::string() : i.name);
    }
    return who + "\n" + keysOf(evidence.pointer()) + "\n" + valueOf(evidence.text());
}

std::vector<std::string> added(const std::vector<std::string>& then, const std::vector<std::string>& now) // both sorted
{
    std::vector<std::string> result;
    std::set_difference(now.begin(), now.end(), then.begin(), then.end(), std::back_inserter(result));
    return result;
}

std::string stateText(const Decision& decision)
{
    const std::string until = decision.expires.empty() ? "" : " until " + decision.expires;
    switch (decision.kind) {
    case DecisionKind::accept:
        return "accepted" + until;
    case DecisionKind::mitigate:
        return "mitigated" + until;
    case DecisionKind::falsePositive:
        return "false positive" + until;
    case DecisionKind::needsWork:
        return "needs work" + until;
    }
    return "needs work";
}

FindingState stateOf(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::accept:
        return FindingState::accepted;
    case DecisionKind::mitigate:
        return FindingState::mitigated;
    case DecisionKind::falsePositive:
        return FindingState::falsePositive;
    case DecisionKind::needsWork:
        return FindingState::needsWork;
    }
    return FindingState::open;
}

ReviewRow rowOf(const std::string& id, const Decision& decision, std::string reason)
{
    return {ReviewKind::decision, id, decision.basis->title, std::move(reason), decision.owner, decision.expires};
}

// Expired, or soon: into its list.
void watchExpiry(ReviewStanding& standing, std::string_view today, ReviewRow row)
{
    if (row.expires.empty())
        return;
    const long left = daysBetween(today, row.expires);
    if (left < 0) {
        row.reason = "expired on " + row.expires;
        standing.expired.push_back(std::move(row));
    } else if (left <= expiringSoonDays) {
        row.reason = left == 0 ? "expires today" : "expires in " + counted(static_cast<std::size_t>(left), "day", "days");
        standing.expiringSoon.push_back(std::move(row));
    }
}

void decide(const Model& model, const Decision& decision, std::string_view today, Finding& finding)
{
    if (isExpired(decision.expires, today)) {
        finding.state = FindingState::reopened;
        finding.statusReason = "the decision expired on " + decision.expires;
    } else if (std::string why = worsened(*decision.basis, decisionBasis(model, finding)); !why.empty()) {
        finding.state = FindingState::reopened;
        finding.statusReason = std::move(why);
    } else {
        finding.state = stateOf(decision.kind);
        finding.status = stateText(decision);
        return;
    }
    finding.status = "reopened";
}

template <class Row>
void listUnknown(ReviewKind kind, const std::map<std::string, Row>& rows, std::string Row::*says,
                 const std::set<std::string>& known, const char* why, ReviewStanding& standing)
{
    for (const auto& [id, row] : rows)
        if (known.count(id) == 0)
            standing.unused.push_back({kind, id, row.*says, why, {}, {}});
}

void listStatements(const Model& model, const Review& review, std::string_view today, Posture& posture)
{
    const auto& workloads = model.architecture.workloads;
    std::unordered_map<std::string_view, std::size_t> byId;
    if (!review.statements.empty())
        for (std::size_t i = 0; i < workloads.size(); ++i)
            byId.emplace(workloads[i].id, i);
    for (const auto& item : review.statements) {
        const StatementKey& key = item.first;
        const Statement& statement = item.second;
        const ReviewRow row{ReviewKind::statement, key.first + ", " + key.second, statement.text, {}, statement.by,
                            statement.expires};
        watchExpiry(posture.review, today, row);
        if (isExpired(statement.expires, today))
            continue;
        const auto workload = byId.find(key.first);
        std::size_t layer = 0;
        while (layer < layerCount && key.second != layerId(static_cast<Layer>(layer)))
            ++layer;
        std::string why;
        if (workload == byId.end())
            why = "the workload is not in the input";
        else if (layer == layerCount)
            why = "there is no such layer";
        else if (const std::size_t at = workload->second; at < posture.workloads.size()) {
            const LayerVerdict& verdict = posture.workloads[at].layers[layer];
            if (verdict.rule != "review-statement")
                why = std::string("the input decides it: ") + verdictText(verdict.verdict);
        }
        if (!why.empty()) {
            posture.review.unused.push_back(row);
            posture.review.unused.back().reason = why;
        }
    }
}

// Matches of reports that are there and still say nothing of an image.
void listMatches(const Model& model, const Review& review, Posture& posture)
{
    if (review.reportMatches.empty())
        return;
    std::set<FileId> covering, named; // files of reports that cover an image, or that are named beside one
    for (const WorkloadPosture& workload : posture.workloads)
        for (const WorkloadPosture::ImageScan& scan : workload.images)
            for (std::size_t i = 1; i < scan.evidence.size(); ++i) {
                named.insert(scan.evidence[i].file);
                if (scan.scan == "exact" || scan.scan == "tag" || scan.scan == "mutable tag")
                    covering.insert(scan.evidence[i].file);
            }
    for (const ScanReport& report : model.inventory.reports) {
        if (!report.file.valid() || covering.count(report.file) != 0)
            continue;
        const std::string& path = model.inventory.files[report.file.pos()].path;
        const auto row = review.reportMatches.find(path);
        if (row == review.reportMatches.end())
            continue;
        const char* why = report.records.size() != 1      ? "only a report of exactly one thing can be joined by hand"
                          : named.count(report.file) != 0 ? "the input decides: the report is of another build of the image"
                                                          : "no image of this name is in use, or the report holds no result";
        posture.review.unused.push_back({ReviewKind::reportMatch, path, row->second.image, why, row->second.by, {}});
    }
}

void listUnused(const Model& model, const Review& review, Posture& posture)
{
    std::set<std::string> workloads, owned, routes, subjects, reports;
    for (const Workload& workload : model.architecture.workloads) {
        workloads.insert(workload.id);
        for (std::string& key : reviewKeys(workload))
            owned.insert(std::move(key));
    }
    for (const Route& route : model.architecture.routes)
        for (std::string& key : reviewKeys(route))
            routes.insert(std::move(key));
    for (const SourceFile& file : model.inventory.files)
        reports.insert(file.path);
    listUnknown(ReviewKind::sensitivity, review.sensitivities, &Confirmation::value, workloads,
                "the workload is not in the input", posture.review);
    listUnknown(ReviewKind::audience, review.audiences, &Confirmation::value, routes, "no such route is in the input",
                posture.review);
    listUnknown(ReviewKind::owner, review.owners, &Confirmation::value, owned, "nothing of this name is in the input",
                posture.review);
    listUnknown(ReviewKind::reportMatch, review.reportMatches, &ReportMatch::image, reports, "the report is not in the input",
                posture.review);
    listMatches(model, review, posture);
    if (review.notes.empty())
        return;
    subjects = std::move(workloads);
    subjects.insert(routes.begin(), routes.end());
    subjects.insert(owned.begin(), owned.end());
    for (const Finding& finding : posture.findings)
        subjects.insert(finding.id);
    for (const Entry& entry : model.architecture.entries)
        subjects.insert(entry.id);
    for (const Outside& outside : model.architecture.outsides)
        subjects.insert(outside.id);
    for (const auto& [id, note] : review.notes)
        if (subjects.count(id) == 0)
            posture.review.unused.push_back(
                {ReviewKind::note, id, note.text, "nothing of this name is in the input", note.by, {}});
}

} // namespace

DecisionBasis decisionBasis(const Model& model, const Finding& finding)
{
    DecisionBasis basis;
    basis.rule = finding.rule;
    basis.title = finding.title;
    basis.severity = severityWord(finding.severity);
    basis.subjects = finding.subjects;
    std::sort(basis.subjects.begin(), basis.subjects.end());
    if (finding.evidence.size() < evidenceKept)
        for (const Evidence& evidence : finding.evidence)
            basis.evidence.push_back(analysis::hash16(contentOf(model.inventory, evidence)));
    std::sort(basis.evidence.begin(), basis.evidence.end());
    basis.evidence.erase(std::unique(basis.evidence.begin(), basis.evidence.end()), basis.evidence.end());
    return basis;
}

std::string worsened(const DecisionBasis& then, const DecisionBasis& now)
{
    if (const int before = rankOf(then.severity); before >= 0 && rankOf(now.severity) < before)
        return "severity rose from " + then.severity + " to " + now.severity;
    if (!then.subjects.empty())
        if (const auto more = added(then.subjects, now.subjects); !more.empty())
            return counted(more.size(), "more subject: ", "more subjects: ") + listing(more);
    if (!then.evidence.empty())
        if (const auto more = added(then.evidence, now.evidence); !more.empty())
            return counted(more.size(), "line of evidence is", "lines of evidence are") + " new or changed";
    return {};
}

void applyReview(const Model& model, const Review& review, Posture& posture)
{
    const std::string today = posture.asOf.substr(0, 10);
    posture.review = {};
    std::set<std::string> found;
    for (Finding& finding : posture.findings) {
        finding.state = FindingState::open;
        finding.status = "open";
        finding.statusReason.clear();
        found.insert(finding.id);
        if (const auto row = review.decisions.find(finding.id); row != review.decisions.end())
            decide(model, row->second, today, finding);
    }
    for (const auto& [id, decision] : review.decisions) {
        watchExpiry(posture.review, today, rowOf(id, decision, {}));
        if (found.count(id) == 0)
            posture.review.orphaned.push_back(rowOf(id, decision, "no finding with this id now"));
    }
    listStatements(model, review, today, posture);
    listUnused(model, review, posture);
}

} // namespace bartizan
