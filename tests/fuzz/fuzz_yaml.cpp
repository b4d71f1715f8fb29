// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/read_documents.h"
#include "importers/document/yaml_reader.h"
#include "tests/fuzz/token_mutator.h"
#include "tests/support/tree_checks.h"

using namespace bartizan;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    const auto file = document::FileText::make("fuzz.yaml", std::string(data, data + size), FileId{std::size_t{1}});
    Limits limits;
    limits.nodes = 20'000;
    limits.expandedNodes = 20'000;
    limits.scalarBytes = 10'000;
    limits.documents = 200;
    test::checkResult(document::readYaml(file, limits), limits);
    test::checkResult(document::readDocuments(file, limits), limits);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
