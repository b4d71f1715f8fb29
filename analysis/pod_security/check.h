// SPDX-License-Identifier: GPL-3.0-or-later
// The table of Pod Security checks: which form of which check holds from which version on. Private to this folder.
#pragma once

#include "analysis/pod_security/evaluate.h"

#include <algorithm>
#include <string_view>

namespace bartizan::analysis::podsecurity {

struct Pod {
    const PodSpec& spec;
    const Attributes& annotations;
    PodSecurityVersion version;

    bool from(int minor) const { return version.minor >= minor; }
    bool windows() const { return spec.os.value == "windows"; }
    // KEP-127: a pod in its own user namespace; recognised from v1.35 on.
    bool ownUserNamespace() const { return from(35) && spec.hostUsers.written() && !spec.hostUsers.value; }
};

using Violations = std::vector<PodSecurityViolation>;

struct Check {
    const char* id;
    PodSecurityLevel level;
    int since;            // first minor version
    const char* replaces; // the baseline check that this restricted one stands for, "" = none
    void (*run)(const Pod&, Violations&);
};
std::span<const Check> baselineChecks();
std::span<const Check> restrictedChecks();

template <std::size_t N>
bool isOneOf(std::string_view word, const std::string_view (&words)[N])
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

// "container `web`", "init container `setup`"
std::string nameOf(const Container&);

} // namespace bartizan::analysis::podsecurity
