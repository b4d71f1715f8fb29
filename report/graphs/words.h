// SPDX-License-Identifier: GPL-3.0-or-later
// What drawings say as data: the words for nodes and edges that every graph format writes, from the laid-out drawing.
// Strings are as in the model; each format escapes them itself.
#pragma once

#include "diagram/drawing.h"
#include "report/input.h"

#include <string>
#include <vector>

namespace bartizan::report::graphs {

const char* kindWord(diagram::NodeKind);           // "workload", "store", "gateway", "entry", "outside", "identityProvider"
const char* edgeWord(diagram::EdgeKind);           // "observed", "declared", "inferred", "latent"
const char* channelWord(diagram::Channel);         // "unknown", "plain", "tlsUnverified", "tls", "mutual"
const char* sensitivityWord(diagram::Sensitivity); // "open data", ...
const char* worstWord(const diagram::Node&);       // the worst verdict over required layers, as JSON words
const char* noCheckWord(diagram::FirstCheck);      // "none", "direct", "relayed": how it is reached with no check
const char* litWord(diagram::Lit);                 // the same of a line that lies on such a path

std::string namespaceOf(const diagram::Drawing&, const diagram::Node&); // id of its group; "" = none
std::string labelOf(const diagram::Node&);
std::string countsOf(const diagram::Node&); // "missing 3, unknown 2": what is not there of what is required; "" = none
std::vector<std::string> linesOf(const diagram::Node&); // for a tooltip: id, kind, sensitivity, all counts, no check
std::vector<std::string> linesOf(const diagram::Drawing&, const diagram::Edge&);
std::string textOf(const diagram::Edge&); // beside a line: "443: internet, plain"
QRectF boxOf(const diagram::Node&);       // round its keep, in scene units
bool isDrawn(const diagram::Edge&);       // pictures leave out calls that are only possible

} // namespace bartizan::report::graphs
