// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/near_miss.h"

#include "model/resolve/text.h"

#include <algorithm>

namespace bartizan::analysis {
namespace {

bool close(const std::string& wanted, const std::string& found)
{
    const std::size_t shorter = std::min(wanted.size(), found.size());
    const std::size_t limit = std::min<std::size_t>(2, shorter / 3);
    const bool start = shorter >= 3 && wanted.compare(0, shorter, found, 0, shorter) == 0;
    return start || resolving::editDistance(resolving::lowered(wanted), resolving::lowered(found), limit) <= limit;
}

} // namespace

std::optional<NearlySelected> nearlySelected(const Selector& selector, const Attributes& labels)
{
    const SelectorRequirement* failed = nullptr;
    for (const SelectorRequirement& requirement : selector.requirements) {
        Selector one;
        one.present = true;
        one.requirements.push_back(requirement);
        if (matches(one, labels))
            continue;
        if (failed)
            return std::nullopt;
        failed = &requirement;
    }
    if (!failed || failed->op != SelectorRequirement::Op::in)
        return std::nullopt;
    const Attribute* label = find(labels, failed->key);
    if (!label || std::none_of(failed->values.begin(), failed->values.end(),
                               [&](const std::string& wanted) { return close(wanted, label->value); }))
        return std::nullopt;
    return NearlySelected{"it selects `" + toText(selector) + "`; the workload has `" + label->key + "=" + label->value + "`",
                          label->evidence};
}

} // namespace bartizan::analysis
