// SPDX-License-Identifier: GPL-3.0-or-later
// What is wrong between network policies, and between the networks of pods, though each is valid by itself: policies of one
// priority, a second primary network in a namespace or one that the namespace is not made for, networks of one name. A pass
// of resolve() that only adds to Architecture::problems; importers say what is wrong in one object alone. Several
// definitions of one object, and of one namespace, are the import job's (importers/variants.h).
#pragma once

#include "model/resolve/context.h"

namespace bartizan::resolving {

void checkPolicies(Context&); // after resolveNamespaces()

} // namespace bartizan::resolving
