// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the importers of gateways and meshes, and what they give through resolving and analysis: never a
// crash, never a hang; indices of the model point into it, evidence lies in the file, lists are in their order.
#include "analysis/posture.h"
#include "importers/document/read_documents.h"
#include "importers/registry.h"
#include "model/inventory/visit.h"
#include "model/resolve/resolve.h"
#include "tests/fuzz/token_mutator.h"
#include "tests/support/text_architecture.h"

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <string>

using namespace bartizan;

namespace {

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

template <class Id, class List>
bool within(const std::vector<Id>& ids, const List& list)
{
    return std::all_of(ids.begin(), ids.end(), [&list](Id id) { return id.pos() < list.size(); });
}

template <class List>
bool inOrder(const List& list)
{
    return std::is_sorted(list.begin(), list.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
}

void checkInventory(const Inventory& inventory, std::uint32_t lines)
{
    visitEvidence(inventory, [&](const Evidence& evidence) {
        if (!evidence.valid())
            return;
        require(evidence.line >= 1 && evidence.lastLine >= evidence.line && evidence.lastLine <= lines + 1,
                "evidence lies in the file");
        require(!evidence.object.valid() || evidence.object.pos() < inventory.objects.size(), "evidence names an object");
    });
    for (const RouteRecord& route : inventory.routes)
        require(!route.id.empty() && !route.dialect.empty() && route.object.pos() < inventory.objects.size(),
                "a route is of an object");
}

void checkArchitecture(const Inventory& inventory, const Architecture& architecture)
{
    const auto& workloads = architecture.workloads;
    for (const Entry& entry : architecture.entries) {
        require(within(entry.workloads, workloads), "an entry's workloads");
        require(!entry.gateway.valid() || entry.gateway.pos() < architecture.gateways.size(), "an entry's gateway");
        require(!entry.service.valid() || entry.service.pos() < architecture.services.size(), "an entry's service");
        require(!entry.object.valid() || entry.object.pos() < inventory.objects.size(), "an entry's object");
    }
    for (const Gateway& gateway : architecture.gateways)
        require(within(gateway.workloads, workloads), "a gateway's workloads");
    for (const Route& route : architecture.routes) {
        require(route.record < inventory.routes.size(), "a route's record");
        require(within(route.entries, architecture.entries), "a route's entries");
        require(!route.gateway.valid() || route.gateway.pos() < architecture.gateways.size(), "a route's gateway");
        for (const RouteBackend& backend : route.backends)
            require(within(backend.workloads, workloads) &&
                        (!backend.service.valid() || backend.service.pos() < architecture.services.size()),
                    "a route's backend");
    }
    require(inOrder(workloads) && inOrder(architecture.services) && inOrder(architecture.entries) &&
                inOrder(architecture.gateways) && inOrder(architecture.routes),
            "lists are in order of their ids");
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Limits limits;
    limits.nodes = 20'000;
    limits.expandedNodes = 20'000;
    limits.problemsPerFile = 20;
    const auto file =
        document::FileText::make("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size), FileId(std::size_t{0}));
    const document::ReadResult read = document::readDocuments(file, limits);
    Model model;
    model.inventory.sources.emplace_back();
    model.inventory.files.emplace_back();
    model.inventory.files.back().source = SourceId(std::size_t{0});
    for (const document::Document& document : read.documents) {
        const importers::FormatRow* row = importers::recognise(document.root());
        if (row && row->area == "kubernetes")
            row->import(document.root(), limits, model.inventory);
    }
    model.inventory.scope.mode = "complete";
    require(model.inventory.problems.size() <= limits.problemsPerFile + 1, "problems are bounded");
    checkInventory(model.inventory, file->lineCount());
    model.architecture = resolve(model.inventory, test::shippedCatalogue());
    checkArchitecture(model.inventory, model.architecture);
    const Posture posture = analyse(model, test::shippedCatalogue(), {"2026-11-21T00:00:00Z"});
    require(posture.workloads.size() == model.architecture.workloads.size() &&
                posture.routes.size() == model.architecture.routes.size(),
            "everything is judged");
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
