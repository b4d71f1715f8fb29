// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the Kubernetes importers: never a crash, never a hang; evidence lies in the file and names an object
// that exists; problems stay within their limit; nothing of a Secret's values is kept.
#include "importers/document/read_documents.h"
#include "importers/kubernetes/refusal.h"
#include "importers/kubernetes/value.h"
#include "importers/registry.h"
#include "model/inventory/visit.h"
#include "tests/fuzz/token_mutator.h"

#include <cstdlib>
#include <string>

using namespace bartizan;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    require(importers::classify("KEY", text).addresses.size() <= importers::maxAddresses);
    if (auto blanked = importers::withoutDumpedLogs(text)) {
        require(blanked->size() == text.size());
        text = std::move(*blanked);
    }
    Limits limits;
    limits.nodes = 20'000;
    limits.expandedNodes = 20'000;
    limits.problemsPerFile = 20;
    Inventory inventory;
    const auto file = document::FileText::make("fuzz.yaml", std::move(text), FileId(std::size_t{0}));
    importers::importRefusalText(file->bytes(), file->file(), inventory);
    inventory.problems.clear();
    const document::ReadResult read = document::readDocuments(file, limits);
    for (const document::Document& document : read.documents) {
        const importers::FormatRow* row = importers::recognise(document.root());
        if (row && row->area == "kubernetes")
            row->import(document.root(), limits, inventory);
    }
    require(inventory.problems.size() <= limits.problemsPerFile + 1);
    visitEvidence(inventory, [&](const Evidence& evidence) {
        if (!evidence.valid())
            return;
        require(evidence.line >= 1 && evidence.lastLine >= evidence.line && evidence.lastLine <= file->lineCount() + 1);
        require(!evidence.object.valid() || evidence.object.pos() < inventory.objects.size());
    });
    for (const SecretRecord& secret : inventory.secrets) {
        for (const SecretRecord::Key& key : secret.keys)
            require(key.evidence.text().size() < 4 || key.evidence.text().substr(key.evidence.text().size() - 3) == "***");
    }
    for (const Object& object : inventory.objects)
        require(!object.identity.kind.empty());
    for (const WorkloadRecord& workload : inventory.workloads)
        require(!toText(workload.selector).empty());
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
