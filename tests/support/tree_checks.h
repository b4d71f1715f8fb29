// SPDX-License-Identifier: GPL-3.0-or-later
// What holds for everything a reader hands out, whatever the input was; for fuzz targets. Prints and aborts when not.
#pragma once

#include "importers/document/read_result.h"
#include "importers/limits.h"

namespace bartizan::test {

void checkResult(const document::ReadResult& result, const Limits& limits);

} // namespace bartizan::test
