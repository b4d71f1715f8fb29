// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/pod_security/evaluate.h"

#include "analysis/pod_security/check.h"

#include <charconv>

namespace bartizan::analysis {

std::optional<PodSecurityLevel> podSecurityLevel(std::string_view word)
{
    if (word == "privileged")
        return PodSecurityLevel::privileged;
    if (word == "baseline")
        return PodSecurityLevel::baseline;
    if (word == "restricted")
        return PodSecurityLevel::restricted;
    return std::nullopt;
}

std::optional<PodSecurityVersion> podSecurityVersion(std::string_view word)
{
    if (word == "latest")
        return PodSecurityVersion{};
    constexpr std::string_view prefix = "v1.";
    if (word.substr(0, prefix.size()) != prefix)
        return std::nullopt;
    word.remove_prefix(prefix.size());
    PodSecurityVersion version;
    const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), version.minor);
    if (error != std::errc{} || end != word.data() + word.size() || version.minor < 0)
        return std::nullopt;
    return version;
}

std::vector<PodSecurityViolation> podSecurityViolations(const PodSpec& spec, const Attributes& podAnnotations,
                                                        PodSecurityLevel level, PodSecurityVersion version)
{
    std::vector<PodSecurityViolation> violations;
    if (level == PodSecurityLevel::privileged)
        return violations;
    const podsecurity::Pod pod{spec, podAnnotations, version};
    const bool restricted = level == PodSecurityLevel::restricted;
    const auto replaced = [&](std::string_view id) {
        for (const podsecurity::Check& check : podsecurity::restrictedChecks())
            if (pod.from(check.since) && check.replaces == id)
                return true;
        return false;
    };
    for (const podsecurity::Check& check : podsecurity::baselineChecks())
        if (pod.from(check.since) && !(restricted && replaced(check.id)))
            check.run(pod, violations);
    if (restricted)
        for (const podsecurity::Check& check : podsecurity::restrictedChecks())
            if (pod.from(check.since))
                check.run(pod, violations);
    return violations;
}

std::string podsecurity::nameOf(const Container& container)
{
    const char* kind = "container `";
    switch (container.role) {
    case ContainerRole::main:
        break;
    case ContainerRole::init:
        kind = "init container `";
        break;
    case ContainerRole::sidecar:
        kind = "sidecar `";
        break;
    case ContainerRole::ephemeral:
        kind = "ephemeral container `";
        break;
    }
    return kind + container.name + "`";
}

} // namespace bartizan::analysis
