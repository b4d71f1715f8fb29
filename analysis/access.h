// SPDX-License-Identifier: GPL-3.0-or-later
// The user question: is the person or client behind a request checked where the outside arrives? Answered for a route
// and for an entry that ends straight at a workload (layers.md, "Authentication"): checked at X, no check in front of
// the application, open by decision, open and shown; or a check is named and cannot be told. Peer identity never answers it.
#pragma once

#include "analysis/context.h"
#include "analysis/findings.h"

namespace bartizan::analysis {

struct UserCheck {
    AuthAnswer answer = AuthAnswer::noCheckInFront;
    LayerVerdict verdict;             // present, partial, unknown, missing or notApplicable, as the answer demands
    std::string at;                   // "oauth2-proxy", "basic password (Ingress shop/web)"
    std::vector<std::string> methods; // "oidc", "basic", ...
    std::vector<Evidence> signs;      // of the application's own login
    bool named = false;               // a check whose holding cannot be told
};

UserCheck checkOnRoute(const Context&, RouteId);
UserCheck checkOnEntry(const Context&, EntryId, WorkloadId); // bytes of the entry end at the workload

// The controller of the gateway's class is only what the class's name suggests (assumption class-controller).
bool controllerAssumed(const Context&, const Gateway&);
// Marks a verdict that rests on a controller's own annotations where that controller is assumed.
void restOnClass(const Context&, const Route&, ProtectionKind, LayerVerdict&);

// What the mesh demands of requests at this workload before the application sees them.
struct TokenDemand {
    enum class Kind { none, optional /* validated, not required */, required, somePaths, external } kind = Kind::none;
    std::string at, reason;
    std::vector<Evidence> evidence;
};
TokenDemand tokenDemand(const Context&, WorkloadId);
TokenDemand tokenDemandOfGateway(const Context&, const Gateway&);

// Lines that suggest a login of the application's own: shown to people, never a verdict.
std::vector<Evidence> loginSigns(const Context&, WorkloadId);

// Its product asks nobody for credentials unless told to, and no variable, argument or mounted file here can have told it.
bool asksNobody(const Context&, WorkloadId);

// "/a" covers "/a" and "/a/b", not "/ab"; "/" covers everything.
bool pathCovers(const std::string& prefix, const std::string& path);

// Routes: RoutePosture for each, raising what is wrong with the route itself. Fills Context::routes.
void judgeRoutes(Context&, FindingSink&);

} // namespace bartizan::analysis
