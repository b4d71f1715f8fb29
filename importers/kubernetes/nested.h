// SPDX-License-Identifier: GPL-3.0-or-later
// A YAML or JSON text that is the value of one key, as ConfigMaps hold files: its first document, read within tight
// limits, and facts of it that cite the lines of the file around it. Lives on the stack of one import function.
#pragma once

#include "importers/document/read_result.h"
#include "importers/registry.h"

#include <memory>
#include <string>
#include <vector>

namespace bartizan::importers {

class NestedDocument {
public:
    NestedDocument(const ObjectContext& context, document::Node entry);
    NestedDocument(const NestedDocument&) = delete;
    NestedDocument& operator=(const NestedDocument&) = delete;

    document::Node root() const;                  // absent unless the text is a mapping
    bool blank() const;                           // nothing is in the text, which is no fault of it
    bool complete() const { return m_complete; }  // false: a part of the text could not be read
    Evidence evidence(document::Node) const;      // of a scalar below root(); where its lines are not plain, the whole entry
    Fact<std::string> text(document::Node) const; // unwritten unless it is a scalar other than null

private:
    const ObjectContext& m_context;
    document::Node m_entry;
    std::shared_ptr<const document::FileText> m_file;
    document::ReadResult m_read;
    bool m_complete = false;
};

} // namespace bartizan::importers
