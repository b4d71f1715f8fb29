// SPDX-License-Identifier: GPL-3.0-or-later
// Why one end may reach another, or why not, as rows of a FactTree in the window's language: a verdict for each part of the
// ports, below it what decides in either direction with its line, then what the mesh makes of it, what is uncertain and what
// nearly applies. The sentences are those of the command line (report/connectivity/deciders.h).
#pragma once

#include "app/desktop/widgets/fact_tree.h"
#include "report/connectivity/explained.h"

namespace bartizan::desktop {

QString portsInWords(const connectivity::PortSet& ports); // "every port", "TCP 80; UDP 53"
// "Allowed on TCP 8080, denied on the rest."
QString sumInWords(const report::ExplainedPair& pair);
void addWhy(FactTree& tree, const Inventory& inventory, const report::Explained& answer);

} // namespace bartizan::desktop
