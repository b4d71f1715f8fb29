// SPDX-License-Identifier: GPL-3.0-or-later
// Ways in that routes decide: gateways, their entries and the routes attached to them. Called by resolve() when
// workloads, services and the other entries exist; adds to entries, gateways and routes.
#pragma once

#include "model/architecture.h"
#include "model/catalogue.h"

namespace bartizan {

void resolveRoutes(const Inventory&, const Catalogue&, Architecture&);

} // namespace bartizan
