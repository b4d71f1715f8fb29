// SPDX-License-Identifier: GPL-3.0-or-later
// AuthorizationPolicies that select a pod, asked for one caller: CUSTOM, then DENY, then ALLOW, on each part of the ports.
#include "analysis/connectivity/mesh_reach.h"

#include <algorithm>

namespace bartizan::connectivity {
namespace {

using Action = MeshAccessPolicy::Action;

constexpr const char* addressNote = "Rules name addresses; those of pods are not known and are taken as in none of them.";
constexpr const char* httpNote = "A port whose protocol no Service tells is taken as HTTP.";
constexpr const char* waypointNote = "A policy is for the waypoint of a Service that selects the workload.";

template <class T>
void addOnce(std::vector<T>& list, T value)
{
    if (std::find(list.begin(), list.end(), value) == list.end())
        list.push_back(std::move(value));
}

struct Held { // a clause of a rule that means the caller
    std::size_t policy = 0;
    const MeshAccessRule* rule = nullptr;
    MeshClause clause;
};

enum class Effect { none, some, all };

// What a clause comes to on ports of plain TCP, or of HTTP. Fields that only HTTP has are ignored on plain TCP in a DENY
// policy, and an ALLOW rule that has them matches nothing there (istio.io, "Authorization for TCP traffic").
Effect effectOf(const MeshClause& clause, bool plain, bool allows)
{
    if (plain && clause.http)
        return allows ? Effect::none : Effect::all;
    if (clause.noRequest)
        return Effect::none;
    return clause.requests.every() ? Effect::all : Effect::some;
}

struct Side { // what the rules of one action come to
    bool all = false;
    std::vector<MeshRequests> some;
    std::vector<MeshDecider> by; // of the rules that mean everything, where there are any

    void add(Effect effect, const MeshRequests& requests, MeshDecider decider)
    {
        if (effect == Effect::all && !all) {
            by.clear();
            some.clear();
        }
        if (effect == Effect::some && all)
            return;
        all = all || effect == Effect::all;
        if (effect == Effect::some)
            addOnce(some, requests);
        addOnce(by, std::move(decider));
    }
};

bool nothingLeft(const std::vector<MeshRequests>& allowing, const std::vector<MeshRequests>& denying)
{
    return !allowing.empty() && std::all_of(allowing.begin(), allowing.end(), [&](const MeshRequests& wanted) {
        return std::any_of(denying.begin(), denying.end(), [&](const MeshRequests& out) { return within(wanted, out); });
    });
}

class Judge {
public:
    Judge(const Inventory& inventory, const std::vector<std::size_t>& policies, PortSet plain)
        : m_inventory(inventory), m_policies(policies), m_plain(std::move(plain))
    {
    }

    void ask(const MeshCaller& caller)
    {
        for (const std::size_t i : m_policies) {
            const MeshAccessPolicy& policy = m_inventory.meshAccessPolicies[i];
            m_allows = m_allows || policy.action == Action::allow;
            for (const MeshAccessRule& rule : policy.rules) {
                MeshClauses clauses = clausesOf(rule, caller, policy.ns);
                if (clauses.addressesUnknown)
                    note(addressNote);
                for (MeshClause& clause : clauses.list)
                    m_held.push_back({i, &rule, std::move(clause)});
            }
        }
    }
    void note(const char* text) { addOnce(m_notes, std::string(text)); }

    std::vector<PortSet> parts() const
    {
        std::vector<PortSet> sets{m_plain};
        for (const Held& one : m_held)
            sets.push_back(one.clause.ports);
        std::sort(sets.begin(), sets.end());
        sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
        return cutAt(sets);
    }

    // `ports` is a part, or some of one.
    MeshSlice slice(const PortSet& ports, bool waypoint) const
    {
        Side custom, denying, allowing;
        const bool plain = !m_plain.empty() && m_plain.contains(ports);
        for (const Held& one : m_held) {
            const Action action = m_inventory.meshAccessPolicies[one.policy].action;
            if (!one.clause.ports.contains(ports))
                continue;
            const Effect effect = effectOf(one.clause, plain, action == Action::allow);
            if (effect == Effect::none)
                continue;
            if (action == Action::custom)
                custom.add(effect, one.clause.requests, decider(one.policy, one.rule, "its provider decides"));
            else if (action == Action::deny)
                denying.add(effect, one.clause.requests, decider(one.policy, one.rule, "a rule denies"));
            else
                allowing.add(effect, one.clause.requests, decider(one.policy, one.rule, "a rule allows"));
        }
        MeshSlice result;
        result.ports = ports;
        result.notes = m_notes;
        if (denying.all || nothingLeft(allowing.some, denying.some)) {
            result.outcome = MeshSlice::Outcome::denied;
            result.by = std::move(denying.by);
        } else if (m_allows && !allowing.all && allowing.some.empty()) {
            result.outcome = MeshSlice::Outcome::denied;
            for (const std::size_t i : m_policies)
                if (m_inventory.meshAccessPolicies[i].action == Action::allow)
                    result.by.push_back(decider(i, nullptr, "selects the workload, and no rule allows this"));
        } else {
            const bool open = waypoint || !custom.by.empty();
            const bool some = !allowing.some.empty() || !denying.some.empty();
            result.outcome = open   ? MeshSlice::Outcome::notDecided
                             : some ? MeshSlice::Outcome::onlySome
                                    : MeshSlice::Outcome::allowed;
            result.by = open ? std::move(custom.by) : std::move(denying.by);
            for (MeshDecider& one : allowing.by)
                if (!open)
                    addOnce(result.by, std::move(one));
            if (waypoint)
                addOnce(result.notes, std::string(waypointNote));
            if (some)
                addOnce(result.notes, std::string(httpNote));
            result.allowing = std::move(allowing.some);
            result.denying = std::move(denying.some);
        }
        return result;
    }

private:
    MeshDecider decider(std::size_t policy, const MeshAccessRule* rule, const char* why) const
    {
        const MeshAccessPolicy& record = m_inventory.meshAccessPolicies[policy];
        const Identity& identity = m_inventory.object(record.object).identity;
        return {record.object, "AuthorizationPolicy " + identity.ns + "/" + identity.name, why,
                rule ? rule->evidence : record.evidence};
    }

    const Inventory& m_inventory;
    const std::vector<std::size_t>& m_policies;
    PortSet m_plain;
    std::vector<Held> m_held;
    std::vector<std::string> m_notes;
    bool m_allows = false;
};

} // namespace

std::vector<MeshSlice> MeshReach::judged(const MeshEnd& from, bool identified, std::size_t pod, const PortSet& ports) const
{
    const Access access = accessOf(pod);
    MeshCaller caller;
    caller.identified = identified;
    if (from.kind == End::Kind::pod) {
        caller.ns = spaceOf(from.pod).name;
        caller.account = m_world.pods[from.pod].account;
    } else if (from.kind == End::Kind::addresses) {
        caller.addresses = from.range;
    }
    Judge judge(m_inventory, access.policies, m_egress.plainPorts(pod));
    judge.ask(caller);
    if (!access.policies.empty() && identified && from.kind == End::Kind::pod && m_members[from.pod] == MeshMember::notKnown)
        judge.note(meshIdentityNote);
    std::vector<MeshSlice> slices;
    for (const PortSet& part : judge.parts())
        if (const PortSet some = part & ports; !some.empty())
            join(slices, judge.slice(some, access.waypoint));
    if (access.unsure)
        for (MeshSlice& slice : slices) {
            slice.outcome = MeshSlice::Outcome::notDecided;
            slice.allowing.clear();
            slice.denying.clear();
            addOnce(slice.notes, std::string(meshRootsNote));
        }
    return slices;
}

} // namespace bartizan::connectivity
