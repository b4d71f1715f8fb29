// SPDX-License-Identifier: GPL-3.0-or-later
// Decisions of the review and the findings they are about. Called last by analyse(), and by the window alone after a
// decision changed: nothing else of a posture depends on decisions. A decision never hides a finding or changes a verdict.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

// Sets state, status and statusReason of every finding and Posture::review, as of posture.asOf. Calling it again with
// another review starts afresh.
void applyReview(const Model& model, const Review& review, Posture& posture);

// What a decision made now would be about. Evidence counts by its content as finding ids do (object, key, masked text
// without image tags and times): moved files, other lines, another order and another form give the same.
DecisionBasis decisionBasis(const Model& model, const Finding& finding);

// Why a decision made about `then` no longer covers `now`, for people; "" while it does.
std::string worsened(const DecisionBasis& then, const DecisionBasis& now);

} // namespace bartizan
