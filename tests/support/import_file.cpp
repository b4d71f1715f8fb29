// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/import_file.h"

#include "importers/document/read_documents.h"
#include "importers/kubernetes/refusal.h"
#include "importers/registry.h"

namespace bartizan::test {

Inventory importFile(std::string text, const Limits& limits, std::string name)
{
    Inventory out;
    const FileId file(std::size_t{0});
    if (auto blanked = importers::withoutDumpedLogs(text))
        text = std::move(*blanked);
    const auto bytes = document::FileText::make(std::move(name), std::move(text), file);
    document::ReadResult read = document::readDocuments(bytes, limits);
    out.problems = std::move(read.problems);
    for (const document::Document& document : read.documents) {
        if (const importers::FormatRow* row = importers::recognise(document.root()))
            row->import(document.root(), limits, out);
    }
    if (read.documents.empty())
        importers::importRefusalText(bytes->bytes(), file, out);
    return out;
}

} // namespace bartizan::test
