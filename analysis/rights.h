// SPDX-License-Identifier: GPL-3.0-or-later
// What service accounts may do: RBAC bindings resolved to rules, aggregated ClusterRoles and group bindings included.
// Kubernetes RBAC (rbac.authorization.k8s.io/v1). Built once by Context; read by the privilege layer and lateral paths.
#pragma once

#include "analysis/posture.h"

#include <array>
#include <map>
#include <string>
#include <vector>

namespace bartizan::analysis {

class Context;

struct Grant { // one binding that gives an account a role
    const BindingRecord* binding = nullptr;
    const RoleRecord* role = nullptr; // null: not in the input
    std::string builtIn;              // "cluster-admin", "admin", "edit", "view" when the role is the API server's own
    std::string ns;                   // "" = in the whole cluster
    std::string group;                // the group through which it holds, "" = named itself
};

class Rights {
public:
    void build(const Context&);
    // Everything that holds for the account, groups system:serviceaccounts[:ns] and system:authenticated included.
    std::vector<Grant> of(const std::string& cluster, const std::string& ns, const std::string& account) const;
    // Bindings to groups that anyone or every account belongs to; the API server's own defaults left out.
    const std::vector<Grant>& openGroups() const { return m_openGroups; }
    using Key = std::array<std::string, 3>; // cluster, namespace, account; namespace "*" for groups
    const std::map<Key, std::vector<Grant>>& byAccount() const { return m_accounts; }

private:
    std::map<Key, std::vector<Grant>> m_accounts;
    std::vector<Grant> m_openGroups;
    std::vector<RoleRecord> m_aggregated; // with the rules of what they select
};

// What a rule lets its holder do that goes beyond its own work.
enum class Danger { clusterAdmin, wildcard, secrets, escalate, exec, tokenRequest, nodesProxy, createPods, forwarding };
struct Dangerous {
    Danger danger;
    std::string sentence; // "read every Secret of the cluster"
    Evidence evidence;
};
std::vector<Dangerous> dangersOf(const Context&, const Grant&);
bool hasRules(const Grant&);              // gives any right at all
bool readsNamedOnly(const Grant&);        // its role is known and only reads objects that it names
bool bootstrapped(const Object& binding); // the API server makes it itself

} // namespace bartizan::analysis
