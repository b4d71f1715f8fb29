// SPDX-License-Identifier: GPL-3.0-or-later
// What decides about a connection, in words and with its lines: asked by text and JSON, so that they cannot differ.
// Sentences hold names as they are in the model; each format escapes them itself.
#pragma once

#include "analysis/connectivity/connectivity.h"

#include <string>
#include <vector>

namespace bartizan::report {

const char* whyWord(connectivity::Decider::Why); // "rule", "noRule", "unselected", "noneDecides", "networks"
// "NetworkPolicy shop/web allows it (ingress rule 2)", "no policy selects it for egress": a clause.
std::string sentenceOf(const connectivity::World&, const connectivity::Slice&, connectivity::Direction);
std::vector<const connectivity::Policy*> policiesOf(const connectivity::World&, const connectivity::Decider&);
// Of the rule that decides, or of each policy that selects the pod and lets nothing through.
std::vector<Evidence> evidenceOf(const connectivity::World&, const Inventory&, const connectivity::Slice&,
                                 connectivity::Direction);
std::string nearlyText(const connectivity::World&, const connectivity::NearlyApplied&);
bool byDefault(const connectivity::Slice&); // nothing decides: what is not restricted is allowed

} // namespace bartizan::report
