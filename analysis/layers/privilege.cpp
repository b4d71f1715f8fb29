// SPDX-License-Identifier: GPL-3.0-or-later
// What the workload's account may do at the API server, and whether its token is in the pod at all.
#include "analysis/layers/layers.h"
#include "analysis/rights.h"

namespace bartizan::analysis {
namespace {

constexpr const char* rbacKinds[] = {"Role.rbac.authorization.k8s.io", "ClusterRole.rbac.authorization.k8s.io",
                                     "RoleBinding.rbac.authorization.k8s.io", "ClusterRoleBinding.rbac.authorization.k8s.io"};

RuleId ruleOf(Danger danger)
{
    switch (danger) {
    case Danger::clusterAdmin:
        return "privilege-cluster-admin";
    case Danger::wildcard:
        return "privilege-wildcard";
    case Danger::secrets:
        return "privilege-secrets";
    case Danger::escalate:
        return "privilege-escalate";
    case Danger::exec:
        return "privilege-exec";
    case Danger::tokenRequest:
        return "privilege-token-request";
    case Danger::nodesProxy:
        return "privilege-nodes-proxy";
    case Danger::createPods:
        return "privilege-create-pods";
    case Danger::forwarding:
        return "gateway-forwarding-rights";
    }
    return "privilege-wildcard";
}

struct Token {
    bool mounted = true;
    std::string why;
    Evidence evidence;
};

// A running pod shows the token's volume; a template only says what the API server will do.
Token tokenOf(const WorkloadFacts& facts, const ServiceAccountRecord* account, const std::string& accountName)
{
    const PodSpec& pod = facts.pods.front()->pod;
    if (facts.running) {
        for (const Volume& volume : pod.volumes)
            if (volume.name.compare(0, 16, "kube-api-access-") == 0 ||
                volume.name.compare(0, accountName.size() + 7, accountName + "-token-") == 0)
                return {true, "a running pod mounts it", volume.evidence};
        return {false, "no running pod mounts it", pod.evidence};
    }
    if (pod.automountToken.written())
        return {pod.automountToken.value, "the pod template says so", pod.automountToken.evidence};
    if (account && account->automountToken.written())
        return {account->automountToken.value, "its ServiceAccount says so", account->automountToken.evidence};
    return {true, "nothing says otherwise", pod.serviceAccount.written() ? pod.serviceAccount.evidence : pod.evidence};
}

} // namespace

LayerVerdict decidePrivilege(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    const PodSpec& pod = facts.pods.front()->pod;
    const std::string account = pod.serviceAccount.value.empty() ? "default" : pod.serviceAccount.value;
    const ServiceAccountRecord* record = context.account(w.cluster, w.ns, account);
    const Basis basis = facts.running ? Basis::runningState : Basis::configuration;
    const Token token = tokenOf(facts, record, account);
    if (record && record->cloudRole.written()) {
        LayerVerdict verdict = decided(Verdict::unknown, "privilege-cloud-role",
                                       "Its account " + account + " carries a cloud role, whose rights are not in the input.",
                                       record->cloudRole.evidence, basis);
        verdict.settledBy.push_back({"the cloud role's policies", ""});
        return verdict;
    }
    if (!token.mounted)
        return decided(Verdict::present, "privilege-no-token",
                       "The token of account " + account + " is not mounted: " + token.why + ".", token.evidence, basis);

    std::size_t rules = 0;
    std::vector<std::string> can, unread;
    LayerVerdict verdict;
    RuleId worst = "privilege-narrow";
    bool dangerous = false, ofItsOwn = false;
    for (const Grant& grant : context.rights.of(w.cluster, w.ns, account)) {
        if (!grant.role && grant.builtIn.empty())
            addUnique(unread, grant.binding->roleKind + " " + grant.binding->roleName);
        rules += hasRules(grant) && grant.group.empty() ? 1 : 0; // of its own: what everybody has needs no token of this account
        for (const Dangerous& d : dangersOf(context, grant)) {
            const RuleId rule = ruleOf(d.danger);
            const ObjectId cause = grant.role ? grant.role->object : grant.binding->object;
            LayerVerdict one = decided(Verdict::missing, rule,
                                       "Whoever takes it over may " + d.sentence + " (account " + account +
                                           (grant.group.empty() ? "" : ", through the group " + grant.group) + ").",
                                       d.evidence, basis);
            one.evidence.push_back(grant.binding->roleRef);
            sink.raise(rule, causeObject(context, cause, d.evidence), id, one,
                       "Whoever takes over any of {what} may " + d.sentence + ".");
            if (d.danger == Danger::forwarding)
                continue;
            addUnique(can, d.sentence);
            if (!dangerous)
                worst = rule;
            dangerous = true;
            ofItsOwn = ofItsOwn || grant.group.empty();
            verdict.evidence.push_back(d.evidence);
        }
        if (grant.binding->roleRef.valid())
            verdict.evidence.push_back(grant.binding->roleRef);
    }
    std::vector<Evidence> evidence = std::move(verdict.evidence);
    if (dangerous) {
        verdict = decided(Verdict::missing, worst, "Its account " + account + " may " + listing(can) + ".", {}, basis);
        verdict.evidence = std::move(evidence);
        if (account == "default" && ofItsOwn)
            sink.raise("privilege-default-account", causeAbsence(context, id), id,
                       decided(Verdict::missing, "privilege-default-account",
                               "The namespace's default account has rights: every pod without an account of its own has them.",
                               verdict.evidence.empty() ? Evidence{} : verdict.evidence.front(), basis),
                       "The namespace's default account has rights; {what} use it.");
        return verdict;
    }
    bool read = true;
    for (const char* kind : rbacKinds)
        read = read && context.wasRead(kind, w.ns);
    if (!unread.empty() || !read) {
        verdict = decided(Verdict::unknown, "privilege-unknown",
                          unread.empty() ? "The token of account " + account + " is mounted; which rights it has was not read."
                                         : "Its account " + account + " is bound to " + listing(unread) + ", not in the input.",
                          token.evidence, basis);
        verdict.settledBy.push_back(
            {"roles and bindings", "kubectl get roles,clusterroles,rolebindings,clusterrolebindings -A -o yaml"});
        return verdict;
    }
    if (rules == 0) {
        verdict = decided(Verdict::partial, "privilege-token-mounted",
                          "The token of account " + account + " is mounted (" + token.why + ") though the account has no rights.",
                          token.evidence, basis);
        verdict.within = context.searched("RoleBinding.rbac.authorization.k8s.io", w.ns) + ", and " +
                         context.searched("ClusterRoleBinding.rbac.authorization.k8s.io", "");
        sink.raiseGap("privilege-token-mounted", causeAbsence(context, id), id, verdict,
                      "Account tokens are mounted into {what} though the accounts have no rights.");
        return verdict;
    }
    if (account == "default") {
        verdict = decided(
            Verdict::partial, "privilege-default-account",
            "It uses the namespace's default account, which has rights: every pod without an account of its own has them.", {},
            basis);
        verdict.evidence = std::move(evidence);
        sink.raise("privilege-default-account", causeAbsence(context, id), id, verdict,
                   "The namespace's default account has rights; {what} use it.");
        return verdict;
    }
    verdict = decided(Verdict::present, "privilege-narrow",
                      "Its account " + account + " has " + counted(rules, "binding", "bindings") +
                          ", none with rights beyond its own work.",
                      {}, basis);
    verdict.evidence = std::move(evidence);
    return verdict;
}

} // namespace bartizan::analysis
