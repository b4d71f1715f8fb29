// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/label_index.h"

namespace bartizan::resolving {
namespace {

std::string labelKey(const std::string& scope, const std::string& key, const std::string& value)
{
    return scope + '\n' + key + '\n' + value;
}

} // namespace

std::string scopeKey(const std::string& cluster, const std::string& ns)
{
    return cluster + '\n' + ns;
}

void LabelIndex::add(const std::string& scope, const LabelSet& set)
{
    const std::size_t entry = m_sets.size();
    m_sets.push_back(set);
    m_byScope[scope].push_back(entry);
    for (const Attribute& label : *set.labels)
        m_byLabel[labelKey(scope, label.key, label.value)].push_back(entry);
}

const std::vector<std::size_t>& LabelIndex::all(const std::string& scope) const
{
    static const std::vector<std::size_t> none;
    const auto found = m_byScope.find(scope);
    return found == m_byScope.end() ? none : found->second;
}

std::vector<std::size_t> LabelIndex::find(const std::string& scope, const Selector& selector) const
{
    std::vector<std::size_t> result;
    if (!selector.present)
        return result;
    const std::vector<std::size_t>* candidates = &all(scope);
    for (const SelectorRequirement& requirement : selector.requirements) {
        if (requirement.op != SelectorRequirement::Op::in || requirement.values.size() != 1)
            continue;
        const auto found = m_byLabel.find(labelKey(scope, requirement.key, requirement.values.front()));
        if (found == m_byLabel.end())
            return result;
        if (found->second.size() < candidates->size())
            candidates = &found->second;
    }
    for (const std::size_t entry : *candidates)
        if (matches(selector, *m_sets[entry].labels))
            result.push_back(entry);
    return result;
}

} // namespace bartizan::resolving
