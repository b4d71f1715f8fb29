// SPDX-License-Identifier: GPL-3.0-or-later
// The decisions named in registry.cpp, one file each. Each is pure: Context in, verdict out, findings into the sink.
#pragma once

#include "analysis/context.h"
#include "analysis/findings.h"
#include "analysis/verdicts.h"

namespace bartizan::analysis {

LayerVerdict decideGateway(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideAbuse(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideAuthentication(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideMfa(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideAuthorization(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideEncryption(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideNetwork(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideFailure(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideHardening(const Context&, WorkloadId, FindingSink&);
LayerVerdict decidePrivilege(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideSecrets(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideImage(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideDependencies(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideTesting(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideRuntime(const Context&, WorkloadId, FindingSink&);
LayerVerdict decideAdmission(const Context&, WorkloadId, FindingSink&);

} // namespace bartizan::analysis
