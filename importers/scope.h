// SPDX-License-Identifier: GPL-3.0-or-later
// What was read, by kind and namespace (layers.md "Scope"): absence proves something only there. Two steps of the import
// job: collectScope() before variants are chosen, from lists and refusals; finishScope() after, for deployables.
//   - a typed list from an API server covers its kind: everywhere if it, or a list beside it in its folder, spans
//     namespaces; else in the namespace of its items, or the one its folder is named after (cluster-info dump);
//   - a kubectl List covers the kinds it contains, everywhere if its items span namespaces; one that looks like
//     `kubectl get all` covers all kinds of that;
//   - pages of a list cover it when all of them are there;
//   - what a snapshot's own manifest says; what the server refused;
//   - deployables in files are whole: every kind, if there is no running state; else the kinds they hold in the
//     namespaces they hold. `--scope partial`: files and lists prove nothing. `--scope complete`: everything was read.
#pragma once

#include "importers/draft.h"

namespace bartizan::importers {

void collectScope(Draft& draft);
void finishScope(Draft& draft);

} // namespace bartizan::importers
