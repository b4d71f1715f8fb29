// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/grants.h"

#include <algorithm>

namespace bartizan::resolving {

Grants::Grants(const Context& context)
{
    for (const ReferenceGrantRecord& grant : context.in.referenceGrants) {
        const Object& object = context.in.object(grant.object);
        if (object.applied())
            m_grants[scopeKey(object.identity.cluster, object.identity.ns)].push_back(&grant);
    }
}

bool Grants::permits(const Identity& from, const std::string& group, const std::string& kind, const std::string& ns,
                     const std::string& name) const
{
    if (from.ns == ns)
        return true;
    const auto found = m_grants.find(scopeKey(from.cluster, ns));
    if (found == m_grants.end())
        return false;
    return std::any_of(found->second.begin(), found->second.end(), [&](const ReferenceGrantRecord* grant) {
        const bool mayFrom = std::any_of(grant->from.begin(), grant->from.end(), [&](const ObjectRef& one) {
            return one.group == from.group && one.kind == from.kind && one.ns == from.ns;
        });
        return mayFrom && std::any_of(grant->to.begin(), grant->to.end(), [&](const ObjectRef& one) {
                   return one.group == group && one.kind == kind && (one.name.empty() || one.name == name);
               });
    });
}

} // namespace bartizan::resolving
