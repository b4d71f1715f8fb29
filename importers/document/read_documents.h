// SPDX-License-Identifier: GPL-3.0-or-later
// The one door from a file's bytes to Documents, for every importer: decides by content, never by the file's name,
// whether it is JSON, YAML or neither (then `reason` says what it seems to be and nothing is a Problem: other
// importers, e.g. for XML reports or logs, may read it). Text that fails as JSON and is YAML (JSON with comments) is YAML.
#pragma once

#include "importers/document/read_result.h"
#include "importers/limits.h"

namespace bartizan::document {

ReadResult readDocuments(std::shared_ptr<const FileText> file, const Limits& limits = {});

} // namespace bartizan::document
