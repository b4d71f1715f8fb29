// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/images.h"

#include "analysis/verdicts.h"
#include "model/resolve/scan_match.h"

#include <limits>
#include <set>

namespace bartizan::analysis {
namespace {

using ImageScan = WorkloadPosture::ImageScan;

// "docker.io/library/redis": the cause of a finding about an image outlives its tag and digest.
std::string repositoryOf(const Image& image)
{
    std::string name = image.normalised.empty() ? image.written : image.normalised;
    name = name.substr(0, name.find('@'));
    const std::size_t slash = name.rfind('/');
    const std::size_t colon = name.rfind(':');
    return colon != std::string::npos && (slash == std::string::npos || colon > slash) ? name.substr(0, colon) : name;
}

std::string tagOf(const Image& image)
{
    const std::string name = (image.normalised.empty() ? image.written : image.normalised).substr(0, image.normalised.find('@'));
    const std::string repository = repositoryOf(image);
    return name.size() > repository.size() ? name.substr(repository.size() + 1) : "";
}

// "linux/arm64" when all nodes that its pods run on agree, else what its node selector says, else "".
std::string platformOf(const Context& context, const Workload& w, const PodSpec& pod)
{
    std::set<std::string> names, platforms;
    for (std::size_t s : w.statuses)
        names.insert(context.inventory.podStatuses[s].nodeName);
    for (std::size_t record : w.pods)
        names.insert(context.inventory.workloads[record].pod.nodeName.value);
    names.insert(pod.nodeName.value);
    names.erase("");
    for (const NodeRecord& node : context.inventory.nodes) {
        const Identity& id = context.object(node.object).identity;
        if (id.cluster == w.cluster && names.count(id.name) != 0 && !node.os.empty() && !node.arch.empty())
            platforms.insert(node.os + "/" + node.arch);
    }
    if (platforms.size() > 1)
        return "";
    if (!platforms.empty())
        return *platforms.begin();
    const Attribute* arch = find(pod.nodeSelector, "kubernetes.io/arch");
    const Attribute* os = find(pod.nodeSelector, "kubernetes.io/os");
    return arch ? (os ? os->value : "linux") + "/" + arch->value : "";
}

ContainerImage question(const Context& context, const Workload& w, const ContainerUse& use, const Container* container)
{
    ContainerImage ask;
    ask.written = context.architecture.images[use.image.pos()].written;
    ask.container = use.name;
    if (container)
        ask.pullPolicy = container->imagePullPolicy;
    for (std::size_t s : w.statuses)
        for (const PodStatus::ContainerStatus& status : context.inventory.podStatuses[s].containers)
            if (status.name == use.name && !status.imageId.empty())
                addUnique(ask.imageIds, status.imageId);
    ask.workloads.push_back({w.ns, w.kind, w.name});
    for (std::size_t pod : w.pods) {
        const Identity& i = context.object(context.inventory.workloads[pod].object).identity;
        ask.workloads.push_back({i.ns, i.kind, i.name});
    }
    std::vector<std::string> distinct;
    for (const ContainerUse& other : w.containers)
        if (other.image.valid())
            addUnique(distinct, context.architecture.images[other.image.pos()].written);
    ask.imagesInWorkload = distinct.size();
    ask.platform = platformOf(context, w, context.inventory.workloads[w.record].pod);
    return ask;
}

Verdict scannedOf(const ScanMatch& match)
{
    if (!isCoverage(match.status))
        return Verdict::unknown;
    if (match.withFix() > 0)
        return Verdict::missing;
    if (match.stale || match.status == ScanStatus::tagMutable || match.someReplicasOnly || !match.caveat.empty())
        return Verdict::partial;
    return Verdict::present;
}

void raiseScan(const Context& context, FindingSink& sink, WorkloadId id, const Image& image, const ScanMatch& match)
{
    const std::string name = image.written;
    const Cause cause = causeGlobal("image|" + repositoryOf(image), image.evidence);
    const auto raise = [&](RuleId rule, Verdict v, std::string reason, bool gap) {
        LayerVerdict verdict = decided(v, rule, std::move(reason), image.evidence, Basis::report);
        verdict.evidence.insert(verdict.evidence.end(), match.evidence.begin(), match.evidence.end());
        if (gap)
            sink.raiseGap(rule, cause, id, verdict, verdict.reason);
        else
            sink.raise(rule, cause, id, verdict, verdict.reason);
    };
    if (match.withFix() > 0)
        raise("image-vulnerable", Verdict::missing,
              "Image " + name + ": " + counted(match.criticalWithFix, "critical", "critical") + " and " +
                  counted(match.highWithFix, "high finding", "high findings") + " have a fix. " + match.explanation,
              false);
    if (isCoverage(match.status) && match.stale)
        raise("image-stale-scan", Verdict::partial,
              "Image " + name + " was scanned " + (match.ageDays ? std::to_string(*match.ageDays) + " days" : "long") + " ago. " +
                  match.explanation,
              true);
    if (match.status == ScanStatus::otherDigest)
        raise("image-other-digest", Verdict::unknown,
              "The report is of another digest than the one that runs: " + match.explanation, false);
    else if (match.status == ScanStatus::attempted)
        raise("image-attempted-scan", Verdict::unknown,
              "A scan of image " + name + " was attempted and says nothing: " + match.explanation, true);
    else if (!isCoverage(match.status))
        raise("image-unscanned", Verdict::unknown,
              "Image " + name + " is not among the " + std::to_string(context.scannedImages) + " scanned" +
                  (match.status == ScanStatus::none ? "." : ": " + match.explanation),
              true);
}

// Objects of several clusters may stand in one input: a pod whose owners' uids lead to another object of the workload's
// name does not run this workload's template.
bool ofAnotherObject(const Context& context, ObjectId pod, const Workload& w)
{
    const Object& wanted = context.object(w.object);
    const Object* current = &context.object(pod);
    for (int steps = 0; steps < 4 && !wanted.uid.empty() && current; ++steps) { // Pod -> ReplicaSet -> Deployment
        const OwnerReference* owner = nullptr;
        for (const OwnerReference& o : current->owners)
            if (o.controller || current->owners.size() == 1)
                owner = &o;
        if (!owner || owner->uid.empty())
            return false;
        if (owner->kind == wanted.identity.kind)
            return owner->uid != wanted.uid;
        const auto& objects = context.inventory.objects;
        const auto next = std::find_if(objects.begin(), objects.end(), [&](const Object& o) { return o.uid == owner->uid; });
        current = next == objects.end() ? nullptr : &*next;
    }
    return false;
}

// The manifest pins a digest, or names a tag, and something else runs.
void raiseRunning(const Context& context, FindingSink& sink, WorkloadId id)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    for (const Container& wanted : facts.record->pod.containers) {
        if (!facts.running || facts.record == facts.pods.front())
            break;
        for (const WorkloadRecord* pod : facts.pods)
            for (const Container& c : pod->pod.containers)
                if (c.name == wanted.name && c.image.value != wanted.image.value && wanted.image.written() &&
                    !ofAnotherObject(context, pod->object, w)) {
                    sink.raise("image-running-differs", causeObject(context, w.object, wanted.image.evidence), id,
                               decided(Verdict::partial, "image-running-differs",
                                       "Configured and running differ: the template names " + wanted.image.value +
                                           ", a running pod " + c.image.value + ".",
                                       c.image.evidence, Basis::runningState));
                    return;
                }
    }
    for (const ContainerUse& use : w.containers) {
        if (!use.image.valid())
            continue;
        const Image& image = context.architecture.images[use.image.pos()];
        const auto digestsOf = [&](bool ownPodsOnly) {
            std::vector<std::string> ids;
            for (std::size_t s : w.statuses) {
                const PodStatus& pod = context.inventory.podStatuses[s];
                if (ownPodsOnly && ofAnotherObject(context, pod.object, w))
                    continue;
                for (const PodStatus::ContainerStatus& status : pod.containers)
                    if (status.name == use.name)
                        for (const std::string& digest : runningDigests({status.imageId}).registry)
                            addUnique(ids, digest);
            }
            return ids;
        };
        if (digestsOf(false).size() > 1 && digestsOf(true).size() > 1) { // owners are followed only where it matters
            sink.raise("image-running-differs", causeObject(context, w.object, image.evidence), id,
                       decided(Verdict::partial, "image-running-differs",
                               "Running pods of one workload hold different images for " + image.written +
                                   ": the tag moved between their starts.",
                               image.evidence, Basis::runningState));
            return;
        }
    }
}

} // namespace

void judgeImages(Context& context, FindingSink& sink)
{
    const Architecture& a = context.architecture;
    const ScanIndex index(context.inventory.reports);
    context.scannedImages = index.scannedImages();
    context.images.resize(a.workloads.size());
    ScanMatchOptions options;
    options.asOf = context.settings.asOf;
    const int limit = context.catalogue.policy.scanMaxAgeDays; // 0 = none
    options.ageLimitDays = limit > 0 ? limit : std::numeric_limits<int>::max();
    for (std::size_t i = 0; i < a.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = a.workloads[i];
        const WorkloadFacts& facts = context.facts(WorkloadId{i});
        bool movable = false;
        Evidence movableLine;
        std::vector<std::string> movableNames;
        for (const ContainerUse& use : w.containers) {
            if (!use.image.valid() || use.role == ContainerRole::ephemeral)
                continue;
            const Image& image = a.images[use.image.pos()];
            const Container* container = nullptr;
            for (const Container& c : facts.record->pod.containers)
                if (c.name == use.name)
                    container = &c;
            ImageScan scan;
            scan.reference = image.written;
            scan.digest = image.digest;
            scan.image = use.image;
            const bool moves = image.mutableTag || isMutableTag(tagOf(image), container ? container->imagePullPolicy : "");
            scan.pinned = !image.digest.empty() ? Verdict::present : moves ? Verdict::missing : Verdict::partial;
            scan.evidence.push_back(use.evidence.valid() ? use.evidence : image.evidence);
            if (context.scannedImages > 0) {
                const ScanMatch match = index.match(question(context, w, use, container), options);
                scan.scan = toWord(match.status);
                scan.explanation = match.explanation;
                scan.scanned = scannedOf(match);
                scan.evidence.insert(scan.evidence.end(), match.evidence.begin(), match.evidence.end());
                scan.critical = static_cast<int>(match.critical);
                scan.high = static_cast<int>(match.high);
                scan.fixableCriticalHigh = static_cast<int>(match.withFix());
                scan.ageDays = match.ageDays ? static_cast<int>(*match.ageDays) : -1;
                raiseScan(context, sink, WorkloadId{i}, image, match);
            } else {
                scan.scan = toWord(ScanStatus::none);
                scan.explanation = "No image report is in the input.";
            }
            if (scan.pinned == Verdict::missing) {
                movable = true;
                movableLine = scan.evidence.front();
                addUnique(movableNames, image.written);
            }
            const bool repeated = std::any_of(context.images[i].begin(), context.images[i].end(),
                                              [&](const ImageScan& s) { return s.reference == scan.reference; });
            if (!repeated)
                context.images[i].push_back(std::move(scan));
        }
        if (movable)
            sink.raiseGap("image-mutable-tag", causeAbsence(context, WorkloadId{i}), WorkloadId{i},
                          decided(Verdict::missing, "image-mutable-tag",
                                  "The tag may name another image tomorrow: " + listing(movableNames) + ".", movableLine),
                          "The image tags of {what} may name other images tomorrow.");
        raiseRunning(context, sink, WorkloadId{i});
    }
}

} // namespace bartizan::analysis
