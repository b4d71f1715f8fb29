// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/import.h"

#include "importers/clusters.h"
#include "importers/deployables.h"
#include "importers/examples.h"
#include "importers/kustomize/kustomize.h"
#include "importers/merge.h"
#include "importers/put_together.h"
#include "importers/scope.h"
#include "importers/variants.h"
#include "model/discard.h"

#include <algorithm>

namespace bartizan::importers {
namespace {

// Sorted and without repetition, so that neither order nor repetition of arguments changes the result.
std::vector<std::string> sourcePaths(std::vector<std::string> sources)
{
    for (std::string& path : sources)
        while (path.size() > 1 && path.back() == '/')
            path.pop_back();
    std::sort(sources.begin(), sources.end());
    sources.erase(std::unique(sources.begin(), sources.end()), sources.end());
    return sources;
}

Error stopped()
{
    return {"stopped", "stopped before the sources were read"};
}

void describeSources(Inventory& inventory, const SourcesResult& delivered)
{
    for (const SourceSummary& summary : delivered.sources)
        inventory.sources.push_back({summary.path, summary.format, summary.sha256, summary.bytes, 0, 0});
    for (const SourceFile& file : inventory.files) {
        Source& source = inventory.sources[file.source.pos()];
        source.documents += file.documents;
        source.objects += file.objects;
    }
    inventory.problems.insert(inventory.problems.begin(), delivered.problems.begin(), delivered.problems.end());
}

bool nothingOpened(const SourcesResult& delivered)
{
    return std::all_of(delivered.sources.begin(), delivered.sources.end(),
                       [](const SourceSummary& source) { return source.format.empty(); });
}

} // namespace

void finishDraft(Draft& draft, const JobControl& control)
{
    control.report(Step::puttingTogether, 0, 0);
    const Examples examples(draft);
    KustomizeResult kustomize = applyKustomizations(draft, examples, control);
    if (control.stopped())
        return;
    assignClusters(draft);
    if (!control.stopped())
        assignDeployables(draft, kustomize, examples);
    if (!control.stopped())
        collectScope(draft);
    if (control.stopped())
        return;
    const std::vector<std::size_t> rank = chooseVariants(draft);
    if (control.stopped())
        return;
    sayWhatWasNotApplied(draft, kustomize);
    mergeEqual(draft.inventory, rank);
    if (!control.stopped())
        finishScope(draft);
}

Result<Inventory> importSources(const std::vector<std::string>& sources, const ImportOptions& options, const JobControl& control)
{
    Reading reading(options, control);
    JobControl quiet{control.stop, {}}; // progress counts what was imported, not what was fetched from disk
    const std::vector<std::string> paths = sourcePaths(sources);
    reading.expect(paths);
    std::vector<std::string> places = paths;
    for (std::string& place : places)
        if (const auto moved = options.standsAt.find(place); moved != options.standsAt.end())
            place = moved->second;
    SourcesResult delivered = readSources(
        places, options.limits, quiet, [&reading](DeliveredFile file) { reading.add(std::move(file)); }, FileId{std::size_t{0}},
        [&reading](std::size_t source, std::size_t files) { reading.found(source, files); });
    for (std::size_t i = 0; i < delivered.sources.size(); ++i)
        delivered.sources[i].path = paths[i];
    return putTogether(reading, delivered, options, control);
}

Result<Inventory> putTogether(Reading& reading, const SourcesResult& delivered, const ImportOptions& options,
                              const JobControl& control)
{
    Draft draft = reading.take();
    const auto stop = [&draft] {
        discard(std::move(draft));
        return tl::unexpected(stopped());
    };
    if (control.stopped())
        return stop();
    if (nothingOpened(delivered)) {
        std::string message = "expected a file, a folder or an archive that can be read, found none";
        if (!delivered.problems.empty())
            message = delivered.problems.front().message;
        return tl::unexpected(Error{"no-source", std::move(message)});
    }
    Inventory& inventory = draft.inventory;
    describeSources(inventory, delivered);
    inventory.variantChosen = options.variant;
    finishDraft(draft, control);
    if (control.stopped())
        return stop();
    return std::move(inventory);
}

} // namespace bartizan::importers
