// SPDX-License-Identifier: GPL-3.0-or-later
// JSON bytes -> Documents under the budgets of Limits (json_parser.h). Never throws.
// JSON Lines and concatenated values are several documents. UTF-8 is validated, a BOM skipped, numbers keep their
// spelling. A key written twice (compared after unescaping) is a Problem and the last one is kept.
// A syntax error is a Problem with line and column; documents before it are kept.
#pragma once

#include "importers/document/read_result.h"
#include "importers/limits.h"

namespace bartizan::document {

ReadResult readJson(std::shared_ptr<const FileText> file, const Limits& limits = {});

} // namespace bartizan::document
