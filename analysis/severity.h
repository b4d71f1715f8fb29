// SPDX-License-Identifier: GPL-3.0-or-later
// How much a finding matters here: the rule's default severity, raised where the outside reaches a service whose
// sensitivity was stated, lowered where no way in was found or where the subject is a platform component.
#pragma once

#include "analysis/context.h"
#include "analysis/rule_ids.h"

namespace bartizan::analysis {

FindingSeverity severityOf(const Context&, const Posture&, const RuleRow&, const Finding&);

} // namespace bartizan::analysis
