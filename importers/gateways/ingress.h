// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes Ingress and IngressClass (networking.k8s.io/v1, v1beta1, extensions/v1beta1) in the normal form: one
// RouteRecord for each rule and path, and one for the default backend. Annotations belong to a controller, and only the
// resolver knows which one the class leads to: what they say goes into protections and facts marked with that controller.
#pragma once

#include "importers/registry.h"

namespace bartizan::importers {

void importIngress(const ObjectContext&);
void importIngressClass(const ObjectContext&);

// One file a controller; they add to routes of one Ingress (all of the same object, in order).
void readIngressNginx(const ObjectContext&, std::vector<RouteRecord>& routes);
void readOtherControllers(const ObjectContext&, std::vector<RouteRecord>& routes);

// ConfigMap of ingress-nginx's controller: called for every ConfigMap, does nothing for others.
void importControllerConfig(const ObjectContext&);

// The word of Protection::controller for IngressClass.spec.controller; "" when it is not a known one.
std::string controllerProduct(std::string_view controller);

} // namespace bartizan::importers
