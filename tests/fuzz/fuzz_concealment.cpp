// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes through the concealment of shown files: never a crash, never a hang; ranges are lines in order; every value
// that the importers know to be a Secret's ends in a concealed line.
#include "app/concealment.h"
#include "importers/document/read_documents.h"
#include "importers/registry.h"
#include "tests/fuzz/token_mutator.h"

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

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    Limits limits;
    limits.nodes = 20'000;
    limits.expandedNodes = 20'000;
    const auto file =
        document::FileText::make("fuzz.yaml", std::string(reinterpret_cast<const char*>(data), size), FileId(std::size_t{0}));
    const std::vector<app::LineRange> ranges = app::concealedLines(file, limits);
    require(std::is_sorted(ranges.begin(), ranges.end(), [](const auto& a, const auto& b) { return a.first < b.first; }),
            "ranges are in order");
    for (const app::LineRange& range : ranges)
        require(range.first >= 1 && range.first <= range.last, "a range is one");
    for (const app::LineRange& range : app::concealedInText(file->bytes(), 7))
        require(range.first >= 7 && range.first == range.last, "lines are counted from the first");
    for (std::uint32_t line = 1; line <= file->lineCount(); ++line)
        for (const bool opens : {false, true})
            require(app::concealed(file->line(line), opens).size() <= file->line(line).size() + 16,
                    "no more is shown than there is");

    Inventory inventory;
    for (const document::Document& document : document::readDocuments(file, limits).documents) {
        const importers::FormatRow* row = importers::recognise(document.root());
        if (row && row->area == "kubernetes")
            row->import(document.root(), limits, inventory);
    }
    for (const SecretRecord& secret : inventory.secrets)
        for (const SecretRecord::Key& key : secret.keys)
            require(std::any_of(ranges.begin(), ranges.end(),
                                [&key](const auto& range) {
                                    return range.first <= key.evidence.lastLine && range.last >= key.evidence.lastLine;
                                }),
                    "a Secret's value is concealed");
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
