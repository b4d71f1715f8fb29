// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/connectivity_refusal.h"

#include <algorithm>

namespace bartizan::test {

using namespace connectivity;

namespace {

bool endsWith(std::string_view text, std::string_view end)
{
    return text.size() >= end.size() && text.substr(text.size() - end.size()) == end;
}

bool ofNetwork(const Identity& identity)
{
    static const std::set<std::string, std::less<>> others{
        "Namespace",
        "NetworkAttachmentDefinition",
        "Ingress",
        "Route",
        "Gateway",
        "HTTPRoute",
        "GlobalNetworkSet",
        "CiliumCIDRGroup",
        "Tier",
        "NetworkSet",
    };
    return endsWith(identity.kind, "NetworkPolicy") || endsWith(identity.kind, "UserDefinedNetwork") ||
           others.count(identity.kind) != 0;
}

bool isNamed(const Identity& identity, const std::vector<std::string>& names)
{
    const std::string full = identity.ns.empty() ? identity.name : identity.ns + "/" + identity.name;
    return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return one == full || one == identity.name; });
}

bool isIn(const Evidence& place, const Object& object, std::size_t index)
{
    if (place.object.valid())
        return place.object.pos() == index;
    const Evidence& lines = object.evidence;
    return place.valid() && place.file == lines.file && place.line >= lines.line && place.line <= lines.lastLine &&
           place.line != 0;
}

template <class Check>
bool anyProblem(const Model& model, const Check& check)
{
    const auto serious = [&](const Problem& one) { return one.severity != ProblemSeverity::note && check(one); };
    const std::vector<Problem>&read = model.inventory.problems, &resolved = model.architecture.problems;
    return std::any_of(read.begin(), read.end(), serious) || std::any_of(resolved.begin(), resolved.end(), serious);
}

} // namespace

bool reportsProblem(const Model& model, const std::vector<std::string>& named)
{
    const std::vector<Object>& objects = model.inventory.objects;
    std::vector<std::size_t> all, wanted;
    for (std::size_t i = 0; i < objects.size(); ++i) {
        if (!ofNetwork(objects[i].identity))
            continue;
        all.push_back(i);
        if (isNamed(objects[i].identity, named))
            wanted.push_back(i);
    }
    const std::vector<std::size_t>& looked = wanted.empty() ? all : wanted;
    return anyProblem(model, [&](const Problem& one) {
        return std::any_of(looked.begin(), looked.end(), [&](std::size_t i) {
            return isIn(one.evidence, objects[i], i) || std::any_of(one.also.begin(), one.also.end(), [&](const Evidence& place) {
                       return isIn(place, objects[i], i);
                   });
        });
    });
}

bool reportsDifferingReplicas(const ConnectivityAnswer& answer, const std::vector<std::string>& named)
{
    const auto is = [&](const Party& party) {
        const std::string id = idOf(answer.world(), party);
        return std::find(named.begin(), named.end(), id.substr(0, id.find('['))) != named.end();
    };
    return std::any_of(answer.answers.uncertain.begin(), answer.answers.uncertain.end(), [&](const Uncertain& one) {
        return one.reason.find("replicas") != std::string::npos && (is(one.from) || is(one.to));
    });
}

std::vector<std::string> problemLines(const Model& model)
{
    std::vector<std::string> lines;
    anyProblem(model, [&](const Problem& one) {
        lines.push_back(one.id + ": " + one.message);
        return false;
    });
    return lines;
}

} // namespace bartizan::test
