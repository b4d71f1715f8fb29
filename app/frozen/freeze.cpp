// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/frozen/freeze.h"

#include "app/durable_file.h"
#include "app/review_file.h"
#include "app/review_store.h"
#include "app/review_tree.h"
#include "importers/digest.h"

#include <QtGlobal>

#include <algorithm>

namespace bartizan::app {
namespace {

std::time_t timeOf(const std::string& asOf) // "2026-11-21T00:00:00Z"
{
    std::tm parts{};
    return strptime(asOf.c_str(), "%Y-%m-%dT%H:%M:%S", &parts) ? timegm(&parts) : 0;
}

// The file as it is, or else one that names the sources.
Result<std::string> reviewBytes(const LoadOptions& options, const Loaded& loaded)
{
    for (const std::string& source : options.sources)
        if (isReviewPath(source))
            return readBounded(source, mostReviewBytes);
    Review review;
    for (const Source& source : loaded.model.inventory.sources)
        review.sources.push_back({source.path, {}});
    review.variant = loaded.model.inventory.variantChosen;
    review.asOf = loaded.posture.asOf;
    return writeReview(review);
}

std::vector<FrozenSource> sourcesOf(const Inventory& inventory)
{
    std::vector<FrozenSource> sources;
    for (const Source& source : inventory.sources)
        sources.push_back({source.path, source.format, source.sha256, {}});
    for (const SourceFile& file : inventory.files)
        sources[file.source.pos()].files.push_back({file.path, file.sha256, file.bytes});
    return sources;
}

std::string formatOf(const ReportArguments& report)
{
    const auto format = report.find("format");
    return format == report.end() ? "pdf" : format->second;
}

} // namespace

std::string reportName(const ReportArguments& report)
{
    return "report." + formatOf(report);
}

Result<Members> madeFrom(const Loaded& loaded, const ReportArguments& report, std::vector<std::string>& unknown,
                         const JobControl& job)
{
    const report::ExportRow* row = report::findExport("report", formatOf(report));
    const report::ExportRow* findings = report::findExport("assess", "json");
    if (!row || !findings)
        return tl::unexpected(Error{"frozen-format", "there is no such format of `report`"});
    report::ReportInput input{loaded.model, loaded.catalogue, &loaded.posture};
    input.formats = knownFormats();
    auto plain = findings->write(input);
    ReportArguments known;
    for (const auto& [name, value] : report) {
        report::ReportOptions tried;
        if (layOver(name, value, tried))
            known.emplace(name, value);
        else
            unknown.push_back(name);
    }
    if (const auto ready = prepareReport(input, loaded, known, job); !ready)
        return tl::unexpected(ready.error());
    auto written = row->write(input);
    if (!written)
        return tl::unexpected(written.error());
    if (!plain)
        return tl::unexpected(plain.error());
    return Members{{reportName(report), std::move(*written)}, {std::string(frozenFindingsName), std::move(*plain)}};
}

Result<Frozen> freeze(const LoadOptions& options, const ReportArguments& report, const JobControl& job)
{
    const auto loaded = load(options, job);
    if (!loaded)
        return tl::unexpected(loaded.error());
    const Inventory& inventory = (*loaded)->model.inventory;
    if (std::string nothing = nothingUsable(inventory); !nothing.empty())
        return tl::unexpected(Error{"no-source", std::move(nothing)});
    auto review = reviewBytes(options, **loaded);
    if (!review)
        return tl::unexpected(review.error());
    job.report(Step::makingDrawing, 0, 0);
    std::vector<std::string> unknown;
    auto members = madeFrom(**loaded, report, unknown, job);
    if (!members)
        return tl::unexpected(members.error());
    members->emplace(frozenReviewName, std::move(*review));

    Frozen frozen;
    FrozenManifest& manifest = frozen.manifest;
    manifest.version = report::programVersion;
    manifest.qt = qVersion();
    manifest.asOf = (*loaded)->posture.asOf;
    manifest.scope = options.import.scope;
    manifest.variant = inventory.variantChosen;
    manifest.report = report;
    manifest.sources = sourcesOf(inventory);
    for (const auto& [name, bytes] : *members)
        manifest.members.push_back({name, sha256Hex(bytes), bytes.size()});
    members->emplace(manifestName, writeManifest(manifest));
    auto packed = packMembers(*members, timeOf(manifest.asOf));
    if (!packed)
        return tl::unexpected(packed.error());
    frozen.bytes = std::move(*packed);
    return frozen;
}

} // namespace bartizan::app
