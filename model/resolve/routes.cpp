// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/routes.h"

namespace bartizan {

void resolveRoutes(const Inventory&, const Catalogue&, Architecture&) {}

} // namespace bartizan
