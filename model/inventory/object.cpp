// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/inventory/object.h"

#include <algorithm>
#include <string_view>

namespace bartizan {

std::string apiVersionOf(const Object& object)
{
    return object.identity.group.empty() ? object.version : object.identity.group + "/" + object.version;
}

std::string displayName(const Identity& identity)
{
    std::string text = identity.kind + " ";
    if (!identity.cluster.empty())
        text += identity.cluster + "//";
    if (!identity.ns.empty())
        text += identity.ns + "/";
    return text + identity.name;
}

std::string idWithin(std::string id, const std::string& cluster)
{
    if (const std::size_t colon = id.find(':'); colon != std::string::npos && !cluster.empty())
        id.insert(colon + 1, cluster + "//");
    return id;
}

namespace {

bool holds(const SelectorRequirement& requirement, const Attributes& labels)
{
    using Op = SelectorRequirement::Op;
    const Attribute* label = find(labels, requirement.key);
    const bool listed = label && std::binary_search(requirement.values.begin(), requirement.values.end(), label->value);
    switch (requirement.op) {
    case Op::in:
        return listed;
    case Op::notIn:
        return !listed; // Kubernetes meta/v1: an absent key satisfies NotIn
    case Op::exists:
        return label != nullptr;
    case Op::doesNotExist:
        return label == nullptr;
    }
    return false;
}

std::string listOf(const std::vector<std::string>& values)
{
    std::string text = "(";
    for (const std::string& value : values) {
        if (text.size() > 1)
            text += ", ";
        text += value;
    }
    return text + ")";
}

} // namespace

bool matches(const Selector& selector, const Attributes& labels)
{
    return selector.present && std::all_of(selector.requirements.begin(), selector.requirements.end(),
                                           [&](const SelectorRequirement& requirement) { return holds(requirement, labels); });
}

std::string toText(const Selector& selector)
{
    using Op = SelectorRequirement::Op;
    if (!selector.present)
        return "nothing";
    if (selector.requirements.empty())
        return "everything";
    std::string text;
    for (const SelectorRequirement& requirement : selector.requirements) {
        if (!text.empty())
            text += ", ";
        switch (requirement.op) {
        case Op::in:
            text += requirement.key;
            text += requirement.values.size() == 1 ? "=" + requirement.values.front() : " in " + listOf(requirement.values);
            break;
        case Op::notIn:
            text += requirement.key;
            text += requirement.values.size() == 1 ? "!=" + requirement.values.front() : " not in " + listOf(requirement.values);
            break;
        case Op::exists:
            text += "has " + requirement.key;
            break;
        case Op::doesNotExist:
            text += "has no " + requirement.key;
            break;
        }
    }
    return text;
}

} // namespace bartizan
