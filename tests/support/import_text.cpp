// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/import_text.h"

#include "importers/document/read_documents.h"
#include "importers/registry.h"

namespace bartizan::test {

Inventory importText(std::string_view text, std::string_view name)
{
    Inventory out;
    const Limits limits;
    const auto file = document::FileText::make(std::string(name), std::string(text), FileId(0U));
    const document::ReadResult read = document::readDocuments(file);
    out.problems = read.problems;
    for (const document::Document& document : read.documents) {
        if (const importers::FormatRow* row = importers::recognise(document.root()))
            row->import(document.root(), limits, out);
    }
    return out;
}

} // namespace bartizan::test
