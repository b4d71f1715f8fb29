// SPDX-License-Identifier: GPL-3.0-or-later
// Settings of a mesh's installation that decide who reaches whom where no policy says it: Istio's MeshConfig (ConfigMap
// `istio` or `istio-REVISION`, key `mesh`; IstioOperator) and Linkerd's values (ConfigMap `linkerd-config`).
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importMeshSettings(const ObjectContext&); // of a ConfigMap; does nothing for others
void importIstioOperator(const ObjectContext&);

} // namespace bartizan::importers
