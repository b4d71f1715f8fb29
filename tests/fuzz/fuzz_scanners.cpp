// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the scanner formats, and what they give through the matching: never a crash, never a hang, and
// evidence always has a line.
#include "importers/document/read_documents.h"
#include "importers/registry.h"
#include "model/image_reference.h"
#include "model/resolve/scan_match.h"

#include <cstdlib>
#include <string>

using namespace bartizan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    const auto read = document::readDocuments(document::FileText::make("report.json", std::move(text), FileId(0)));
    Inventory inventory;
    for (const document::Document& document : read.documents)
        for (const importers::FormatRow& row : importers::formatRows())
            if (row.area == "reports" && row.recognise(document.root()))
                row.import(document.root(), Limits{}, inventory);
    const ScanIndex index(inventory.reports);
    ScanMatchOptions options;
    options.asOf = "2024-06-01T00:00:00Z";
    for (const ScanReport& report : inventory.reports) {
        for (const ScanRecord& record : report.records) {
            if (record.evidence.line == 0 || record.repoDigests.size() != record.repoDigestRepositories.size())
                std::abort();
            // Asked for what it names, a record must at least be found.
            ContainerImage container;
            container.written = record.references.empty() ? record.target : record.references.front();
            container.imageIds = record.configDigests;
            container.workloads.push_back({record.ns, record.workloadKind, record.workloadName});
            container.imagesInWorkload = 1;
            const ScanMatch match = index.match(container, options);
            const auto written = parseNormalized(container.written);
            const bool readable = written && !record.references.empty() && repositoryKey(*written) == record.repositories.front();
            const bool looked = record.vulnerabilityScan && !record.attempted;
            if (looked && readable && match.records.empty())
                std::abort();
            if (match.records.size() != match.evidence.size() || match.explanation.empty())
                std::abort();
        }
    }
    return 0;
}
