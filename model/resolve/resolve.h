// SPDX-License-Identifier: GPL-3.0-or-later
// Inventory -> Architecture: owners collapsed, selectors and references resolved, routes attached, calls inferred.
// One ordered pass; pure: the same inventory and catalogue always give the same architecture.
#pragma once

#include "model/architecture.h"
#include "model/catalogue.h"
#include "model/progress.h"

namespace bartizan {

Architecture resolve(const Inventory&, const Catalogue&, const JobControl& = {});

} // namespace bartizan
