// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/posture.h"

namespace bartizan {

const char* layerId(Layer layer)
{
    static constexpr std::array<const char*, layerCount> ids = {
        "gateway",   "abuse",     "authentication", "mfa",   "authorization", "encryption", "network", "failure",
        "hardening", "privilege", "secrets",        "image", "dependencies",  "testing",    "runtime", "admission"};
    return ids[pos(layer)];
}

const char* verdictWord(Verdict verdict)
{
    switch (verdict) {
    case Verdict::present:
        return "present";
    case Verdict::partial:
        return "partial";
    case Verdict::missing:
        return "missing";
    case Verdict::unknown:
        return "unknown";
    case Verdict::notApplicable:
        return "notApplicable";
    }
    return "unknown";
}

const char* verdictText(Verdict verdict)
{
    return verdict == Verdict::notApplicable ? "not applicable" : verdictWord(verdict);
}

const char* basisWord(Basis basis)
{
    switch (basis) {
    case Basis::configuration:
        return "configuration";
    case Basis::runningState:
        return "runningState";
    case Basis::report:
        return "report";
    case Basis::observed:
        return "observed";
    case Basis::stated:
        return "stated";
    case Basis::assumed:
        return "assumed";
    }
    return "configuration";
}

const char* answerWord(AuthAnswer answer)
{
    switch (answer) {
    case AuthAnswer::checkedAt:
        return "checked";
    case AuthAnswer::noCheckInFront:
        return "noCheckInFront";
    case AuthAnswer::openByDecision:
        return "openByDecision";
    case AuthAnswer::openShown:
        return "openShown";
    case AuthAnswer::undecided:
        return "undecided";
    }
    return "undecided";
}

std::string answerText(AuthAnswer answer, const std::string& at)
{
    switch (answer) {
    case AuthAnswer::checkedAt:
        return "checked at " + at;
    case AuthAnswer::noCheckInFront:
        return "no check in front of the application";
    case AuthAnswer::openByDecision:
        return "open by decision";
    case AuthAnswer::openShown:
        return "open, shown";
    case AuthAnswer::undecided:
        break;
    }
    return "a check is named, whether it holds cannot be told";
}

const char* pathWord(PathKind kind)
{
    switch (kind) {
    case PathKind::direct:
        return "direct";
    case PathKind::relayed:
        return "relayed";
    case PathKind::lateral:
        return "lateral";
    }
    return "direct";
}

const char* severityWord(FindingSeverity severity)
{
    switch (severity) {
    case FindingSeverity::critical:
        return "critical";
    case FindingSeverity::high:
        return "high";
    case FindingSeverity::medium:
        return "medium";
    case FindingSeverity::low:
        return "low";
    case FindingSeverity::info:
        return "info";
    }
    return "info";
}

} // namespace bartizan
