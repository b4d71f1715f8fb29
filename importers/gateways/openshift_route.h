// SPDX-License-Identifier: GPL-3.0-or-later
// OpenShift Route (route.openshift.io/v1) with the annotations of its HAProxy router, in the normal form. The router is
// part of the platform: no object of the Route names it.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importOpenShiftRoute(const ObjectContext&);

} // namespace bartizan::importers
