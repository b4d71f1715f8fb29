// SPDX-License-Identifier: GPL-3.0-or-later
// A folder of files in one input, each after a line "--- file: PATH", through the whole import job: kustomizations,
// clusters, deployables, variants, merging, scope. Never a crash, never a hang; ids point into the inventory, evidence
// lies in its file, and what is applied is there once.
#include "importers/draft.h"
#include "importers/reading.h"
#include "model/inventory/visit.h"
#include "tests/fuzz/token_mutator.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <set>
#include <string>
#include <string_view>

using namespace bartizan;

namespace {

constexpr std::string_view separator = "--- file: ";
constexpr std::size_t mostFiles = 30;

void require(bool holds, const char* what)
{
    if (holds)
        return;
    std::fprintf(stderr, "does not hold: %s\n", what);
    std::abort();
}

// Calls `file` with path and text; text before the first separator is a file too.
template <class File>
void forEachFile(std::string_view input, File file)
{
    std::string path = "first.yaml";
    for (std::size_t count = 0; count < mostFiles && !input.empty(); ++count) {
        std::size_t end = 0;
        while (end < input.size() && !input.substr(end).starts_with(separator)) {
            const std::size_t line = input.find('\n', end);
            end = line == std::string_view::npos ? input.size() : line + 1;
        }
        if (end > 0 || count > 0)
            file(path, std::string(input.substr(0, end)));
        input.remove_prefix(end);
        if (input.empty())
            return;
        const std::size_t line = std::min(input.find('\n'), input.size());
        path = std::string(input.substr(separator.size(), line - separator.size()));
        input.remove_prefix(std::min(line + 1, input.size()));
        if (input.empty())
            file(path, std::string());
    }
}

void check(const importers::Draft& draft, const std::vector<std::uint32_t>& lines)
{
    const Inventory& inventory = draft.inventory;
    visitEvidence(inventory, [&](const Evidence& evidence) {
        if (!evidence.valid())
            return;
        require(evidence.file.pos() < lines.size(), "evidence is in a file");
        require(evidence.lastLine >= evidence.line && evidence.lastLine <= lines[evidence.file.pos()] + 1,
                "evidence lies in its file");
        require(!evidence.object.valid() || evidence.object.pos() < inventory.objects.size(), "evidence names an object");
    });
    Inventory copy = inventory;
    visitObjectIds(
        copy, [&](ObjectId& id) { require(!id.valid() || id.pos() < inventory.objects.size(), "a record names an object"); });
    std::set<std::array<std::string, 5>> applied;
    for (const Object& object : inventory.objects) {
        require(!object.deployable.valid() || object.deployable.pos() < inventory.deployables.size(), "a deployable");
        const Identity& id = object.identity;
        if (object.applied() && !id.name.empty())
            require(applied.insert({id.cluster, id.group, id.kind, id.ns, id.name}).second,
                    ("what is applied is there once: " + id.kind + " " + id.ns + "/" + id.name + " of cluster " + id.cluster)
                        .c_str());
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    importers::ImportOptions options;
    options.limits.nodes = 20'000;
    options.limits.expandedNodes = 20'000;
    options.limits.problemsPerFile = 20;
    const JobControl control;
    importers::Draft draft; // read without threads: they would be most of the time
    draft.options = options;
    std::vector<std::uint32_t> lines;
    forEachFile({reinterpret_cast<const char*>(data), size}, [&](const std::string& path, std::string text) {
        SourceFile record;
        record.source = SourceId(std::size_t{0});
        record.path = path;
        const auto file = document::FileText::make(path, std::move(text), FileId(lines.size()));
        lines.push_back(file->lineCount());
        importers::addFile(draft, std::move(record), importers::importFile(file, options.limits));
        draft.files.back().text = file;
    });
    draft.inventory.sources.emplace_back();
    draft.inventory.sources.back().path = "input";
    importers::finishDraft(draft, control);
    check(draft, lines);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
