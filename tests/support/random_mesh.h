// SPDX-License-Identifier: GPL-3.0-or-later
// Small meshes by chance, as Kubernetes objects: twelve pods in three namespaces with sidecars, ztunnel, Linkerd's proxy or none,
// annotations that keep ports from a proxy, Services, and policies of Istio or Linkerd with most of what they may ask for.
#pragma once

#include "tests/support/random_world.h"

#include <string>

namespace bartizan::test {

std::string randomMesh(Random&);

} // namespace bartizan::test
