// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/rights.h"

#include "analysis/context.h"

#include <algorithm>
#include <memory>

namespace bartizan::analysis {
namespace {

bool has(const std::vector<std::string>& words, std::initializer_list<std::string_view> wanted)
{
    return std::any_of(words.begin(), words.end(),
                       [&](const std::string& word) { return std::find(wanted.begin(), wanted.end(), word) != wanted.end(); });
}
bool anyOf(const std::vector<std::string>& words, std::initializer_list<std::string_view> wanted)
{
    return has(words, {"*"}) || has(words, wanted);
}

bool isBuiltIn(const std::string& role)
{
    return role == "cluster-admin" || role == "admin" || role == "edit" || role == "view";
}

struct Where { // "of the cluster" or "in namespace shop"
    std::string text;
    explicit Where(const Grant& grant) : text(grant.ns.empty() ? "of the cluster" : "in namespace " + grant.ns) {}
};

void judgeRule(const PolicyRule& rule, const Grant& grant, std::vector<Dangerous>& out)
{
    const std::string where = Where(grant).text;
    const bool core = anyOf(rule.apiGroups, {""}), rbac = anyOf(rule.apiGroups, {"rbac.authorization.k8s.io"});
    const bool named = !rule.resourceNames.empty();
    const bool allResources = has(rule.resources, {"*"}), allVerbs = has(rule.verbs, {"*"});
    const bool everywhere = grant.ns.empty(); // a binding in a namespace gives nothing over objects that are in none
    const bool writes = anyOf(rule.verbs, {"create", "update", "patch"});
    const auto add = [&](Danger danger, std::string sentence) { out.push_back({danger, std::move(sentence), rule.evidence}); };

    if (allResources && allVerbs && has(rule.apiGroups, {"*"})) {
        if (grant.ns.empty())
            add(Danger::clusterAdmin, "do everything in the cluster");
        else
            add(Danger::wildcard, "do everything in namespace " + grant.ns);
        return;
    }
    if (allResources && core && (allVerbs || writes)) {
        add(Danger::wildcard, "change every kind of core object " + where);
        return;
    }
    if (core && anyOf(rule.resources, {"secrets"}) && anyOf(rule.verbs, {"get", "list", "watch"}) && !named)
        add(Danger::secrets, "read every Secret " + where);
    if (rbac && (anyOf(rule.resources, {"roles"}) || (everywhere && has(rule.resources, {"clusterroles"}))) &&
        has(rule.verbs, {"escalate", "bind", "*"}))
        add(Danger::escalate, "give itself more rights (bind or escalate) " + where);
    if (core && has(rule.verbs, {"impersonate"}) &&
        (anyOf(rule.resources, {"serviceaccounts"}) || (everywhere && has(rule.resources, {"users", "groups"}))))
        add(Danger::escalate, "impersonate others");
    // Commands run through POST or, over WebSockets, GET; a read-only wildcard is left to what it says of Secrets.
    if (core && ((has(rule.resources, {"pods/exec", "pods/attach"}) && anyOf(rule.verbs, {"create", "get"})) ||
                 (allResources && anyOf(rule.verbs, {"create"}))))
        add(Danger::exec, "run commands in pods " + where);
    if (core && anyOf(rule.resources, {"serviceaccounts/token"}) && anyOf(rule.verbs, {"create"}) && !named)
        add(Danger::tokenRequest, "ask for tokens of other accounts " + where);
    if (core && everywhere && anyOf(rule.resources, {"nodes/proxy"}))
        add(Danger::nodesProxy, "reach the kubelets through nodes/proxy");
    if (core && anyOf(rule.resources, {"pods/portforward", "services/proxy", "pods/proxy"}) && !allResources)
        add(Danger::forwarding, "open connections to pods past every gateway " + where);
    const bool makesPods = (core && anyOf(rule.resources, {"pods", "replicationcontrollers"})) ||
                           (anyOf(rule.apiGroups, {"apps"}) &&
                            anyOf(rule.resources, {"deployments", "daemonsets", "statefulsets", "replicasets"})) ||
                           (anyOf(rule.apiGroups, {"batch"}) && anyOf(rule.resources, {"jobs", "cronjobs"}));
    if (makesPods && anyOf(rule.verbs, {"create"}) && !named)
        add(Danger::createPods, "start pods " + where + ", under any account there");
}

} // namespace

bool bootstrapped(const Object& binding)
{
    return valueOf(binding.labels, "kubernetes.io/bootstrapping") == "rbac-defaults" ||
           binding.identity.name.compare(0, 7, "system:") == 0;
}

void Rights::build(const Context& context)
{
    const Inventory& inventory = context.inventory;
    std::map<Key, const RoleRecord*> roles; // namespace "" for ClusterRoles
    m_aggregated.reserve(inventory.roles.size());
    for (const RoleRecord& role : inventory.roles) {
        if (context.stopped())
            return;
        const Object& object = context.object(role.object);
        if (!object.applied())
            continue;
        const RoleRecord* record = &role;
        if (!role.aggregates.empty() && role.rules.empty()) {
            m_aggregated.push_back(role);
            for (const RoleRecord& other : inventory.roles) {
                const Object& o = context.object(other.object);
                const bool selected = o.applied() && o.identity.kind == "ClusterRole" &&
                                      o.identity.cluster == object.identity.cluster &&
                                      std::any_of(role.aggregates.begin(), role.aggregates.end(),
                                                  [&](const Selector& s) { return matches(s, o.labels); });
                if (selected)
                    m_aggregated.back().rules.insert(m_aggregated.back().rules.end(), other.rules.begin(), other.rules.end());
            }
            record = &m_aggregated.back();
        }
        roles.emplace(
            Key{object.identity.cluster, object.identity.kind == "ClusterRole" ? "" : object.identity.ns, object.identity.name},
            record);
    }
    for (const BindingRecord& binding : inventory.bindings) {
        const Object& object = context.object(binding.object);
        if (!object.applied())
            continue;
        const bool clusterWide = object.identity.kind == "ClusterRoleBinding";
        Grant grant;
        grant.binding = &binding;
        grant.ns = clusterWide ? "" : object.identity.ns;
        const auto role =
            roles.find({object.identity.cluster, binding.roleKind == "ClusterRole" ? "" : object.identity.ns, binding.roleName});
        if (role != roles.end())
            grant.role = role->second;
        else if (binding.roleKind == "ClusterRole" && isBuiltIn(binding.roleName))
            grant.builtIn = binding.roleName;
        for (const Subject& subject : binding.subjects) {
            if (subject.kind == "ServiceAccount") {
                m_accounts[{object.identity.cluster, subject.ns.empty() ? object.identity.ns : subject.ns, subject.name}]
                    .push_back(grant);
                continue;
            }
            const bool everyone = subject.name == "system:unauthenticated" || subject.name == "system:anonymous";
            const bool accounts =
                subject.name == "system:authenticated" || subject.name.compare(0, 22, "system:serviceaccounts") == 0;
            if (!everyone && !accounts)
                continue;
            Grant byGroup = grant;
            byGroup.group = subject.name;
            if (!bootstrapped(object)) {
                m_openGroups.push_back(byGroup);
                if (accounts)
                    m_accounts[{object.identity.cluster, "*", subject.name}].push_back(byGroup);
            }
        }
    }
}

std::vector<Grant> Rights::of(const std::string& cluster, const std::string& ns, const std::string& account) const
{
    std::vector<Grant> grants;
    for (const Key& key : {Key{cluster, ns, account}, Key{cluster, "*", "system:serviceaccounts"},
                           Key{cluster, "*", "system:serviceaccounts:" + ns}, Key{cluster, "*", "system:authenticated"}}) {
        const auto found = m_accounts.find(key);
        if (found != m_accounts.end())
            grants.insert(grants.end(), found->second.begin(), found->second.end());
    }
    return grants;
}

std::vector<Dangerous> dangersOf(const Context&, const Grant& grant)
{
    std::vector<Dangerous> out;
    if (grant.role) {
        for (const PolicyRule& rule : grant.role->rules)
            judgeRule(rule, grant, out);
    } else if (grant.builtIn == "cluster-admin") {
        if (grant.ns.empty())
            out.push_back({Danger::clusterAdmin, "do everything in the cluster", grant.binding->roleRef});
        else
            out.push_back({Danger::wildcard, "do everything in namespace " + grant.ns, grant.binding->roleRef});
    } else if (grant.builtIn == "admin" || grant.builtIn == "edit") {
        out.push_back({Danger::secrets, "read every Secret " + Where(grant).text, grant.binding->roleRef});
        out.push_back({Danger::exec, "run commands in pods " + Where(grant).text, grant.binding->roleRef});
    }
    return out;
}

bool readsNamedOnly(const Grant& grant)
{
    return grant.role && std::all_of(grant.role->rules.begin(), grant.role->rules.end(), [](const PolicyRule& rule) {
               return !rule.resourceNames.empty() &&
                      std::all_of(rule.verbs.begin(), rule.verbs.end(),
                                  [](const std::string& verb) { return verb == "get" || verb == "list" || verb == "watch"; });
           });
}

bool hasRules(const Grant& grant)
{
    return !grant.builtIn.empty() || (grant.role && !grant.role->rules.empty());
}

} // namespace bartizan::analysis
