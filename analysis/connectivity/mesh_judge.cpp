// SPDX-License-Identifier: GPL-3.0-or-later
// AuthorizationPolicies that select a pod, asked for one caller: CUSTOM, then DENY, then ALLOW, on each part of the ports.
#include "analysis/connectivity/mesh_reach.h"
#include "analysis/connectivity/mesh_text.h"

#include <algorithm>
#include <utility>

namespace bartizan::connectivity {
namespace {

using Action = MeshAccessPolicy::Action;
using Outcome = MeshSlice::Outcome;

constexpr const char* httpNote = "A port whose protocol no Service tells is taken as HTTP.";
constexpr const char* waypointNote = "A policy is for a waypoint that stands in front of the workload.";
constexpr const char* frontedNote = "A waypoint stands in front of the workload: what comes through it shows the waypoint's "
                                    "identity, and what comes past it the caller's own.";

struct Held { // a clause of a rule that means the caller
    std::size_t policy = 0;
    const MeshRule* rule = nullptr;
    MeshClause clause;
};

struct Side { // what the rules of one action come to
    bool all = false;
    std::vector<MeshRequests> some;
    std::vector<const Held*> by; // of the rules that mean everything, where there are any

    void add(const Held& held)
    {
        const bool every = held.clause.requests.every();
        if (!every && all)
            return;
        if (every && !all) {
            by.clear();
            some.clear();
        }
        all = all || every;
        if (!every)
            addOnce(some, held.clause.requests);
        if (by.empty() || by.back()->rule != held.rule)
            by.push_back(&held);
    }
};

bool nothingLeft(const std::vector<MeshRequests>& allowing, const std::vector<MeshRequests>& denying)
{
    return !allowing.empty() && std::all_of(allowing.begin(), allowing.end(), [&](const MeshRequests& wanted) {
        return std::any_of(denying.begin(), denying.end(), [&](const MeshRequests& out) { return within(wanted, out); });
    });
}

void open(MeshSlice& slice, const char* note)
{
    slice.outcome = Outcome::notDecided;
    slice.allowing.clear();
    slice.denying.clear();
    addOnce(slice.notes, std::string(note));
}

class Judge {
public:
    Judge(const Inventory& inventory, const std::vector<std::vector<MeshRule>>& rules, const std::vector<std::size_t>& policies,
          const MeshCaller& caller, MeshSight sight, bool told)
        : m_inventory(inventory), m_policies(policies), m_sight(sight), m_told(told)
    {
        for (const std::size_t i : policies) {
            const Action action = m_inventory.meshAccessPolicies[i].action;
            m_allows = m_allows || action == Action::allow;
            if (action == Action::custom && sight == MeshSight::ztunnel)
                continue; // it has no providers, and lets such a policy be
            for (const MeshRule& rule : rules[i])
                for (MeshClause& clause : rule.clauses(caller, sight))
                    m_held.push_back({i, &rule, std::move(clause)});
        }
    }

    std::vector<PortSet> parts() const
    {
        std::vector<PortSet> sets;
        for (const Held& one : m_held)
            sets.push_back(one.clause.ports);
        std::sort(sets.begin(), sets.end());
        sets.erase(std::unique(sets.begin(), sets.end()), sets.end());
        return cutAt(sets);
    }

    // `ports` is a part, or some of one.
    MeshSlice slice(const PortSet& ports, bool waypoint) const
    {
        MeshSlice strict = decided(ports, true, waypoint);
        std::vector<std::string> doubts;
        for (const Held& one : m_held)
            if (one.clause.doubt && one.clause.ports.contains(ports))
                addOnce(doubts, std::string(one.clause.doubt));
        if (doubts.empty())
            return strict;
        // What is in doubt either holds or not: the answer is between that of the fewest who pass and that of the most.
        const MeshSlice lenient = decided(ports, false, waypoint);
        MeshSlice slice = eitherHolds({strict}, {lenient}, MeshDiffer::notDecided, doubts.front().c_str()).front();
        if (slice.outcome == Outcome::notDecided && strict.outcome != Outcome::notDecided)
            for (std::string& doubt : doubts)
                addOnce(slice.notes, std::move(doubt));
        return slice;
    }

private:
    MeshSlice decided(const PortSet& ports, bool strict, bool waypoint) const
    {
        Side custom, denying, allowing;
        for (const Held& one : m_held) {
            const Action action = m_inventory.meshAccessPolicies[one.policy].action;
            if (!one.clause.ports.contains(ports) || (one.clause.doubt && strict == (action == Action::allow)))
                continue;
            (action == Action::custom ? custom : action == Action::deny ? denying : allowing).add(one);
        }
        MeshSlice result;
        result.ports = ports;
        if (denying.all || nothingLeft(allowing.some, denying.some)) {
            result.outcome = Outcome::denied;
            name(result, denying, "a rule denies");
        } else if (m_allows && !allowing.all && allowing.some.empty()) {
            result.outcome = Outcome::denied;
            for (const std::size_t i : m_policies)
                if (m_inventory.meshAccessPolicies[i].action == Action::allow)
                    name(result, i, nullptr, "selects the workload, and no rule allows this");
        } else {
            const bool asks = waypoint || !custom.by.empty();
            const bool some = !allowing.some.empty() || !denying.some.empty();
            result.outcome = asks ? Outcome::notDecided : some ? Outcome::onlySome : Outcome::allowed;
            if (asks) {
                name(result, custom, "its provider decides");
            } else {
                name(result, denying, "a rule denies");
                name(result, allowing, "a rule allows");
            }
            if (waypoint)
                addOnce(result.notes, std::string(waypointNote));
            if (some && m_sight == MeshSight::http && !m_told)
                addOnce(result.notes, std::string(httpNote));
            result.allowing = std::move(allowing.some);
            result.denying = std::move(denying.some);
        }
        return result;
    }

    void name(MeshSlice& slice, const Side& side, const char* why) const
    {
        for (const Held* held : side.by)
            name(slice, held->policy, held->rule, why);
    }
    void name(MeshSlice& slice, std::size_t policy, const MeshRule* rule, const char* why) const
    {
        if (slice.by.size() >= mostDeciders) {
            ++slice.unnamed;
            return;
        }
        const MeshAccessPolicy& record = m_inventory.meshAccessPolicies[policy];
        const Identity& identity = m_inventory.object(record.object).identity;
        slice.by.push_back({record.object, "AuthorizationPolicy " + identity.ns + "/" + identity.name, why,
                            rule ? rule->evidence() : record.evidence});
    }

    const Inventory& m_inventory;
    const std::vector<std::size_t>& m_policies;
    MeshSight m_sight;
    bool m_told; // a Service tells that the ports are HTTP
    std::vector<Held> m_held;
    bool m_allows = false;
};

} // namespace

MeshCaller MeshReach::callerOf(const MeshEnd& from, bool identified) const
{
    MeshCaller caller;
    caller.identified = identified;
    if (from.kind == End::Kind::pod) {
        caller.ns = spaceOf(from.pod).name;
        caller.account = m_world.pods[from.pod].account;
        caller.trusts = &m_installations.trusts(spaceOf(from.pod).cluster);
    } else if (from.kind == End::Kind::addresses) {
        caller.addresses = from.range;
    }
    return caller;
}

std::vector<MeshSlice> MeshReach::judged(const MeshEnd& from, bool identified, const Destination& to, const PortSet& ports) const
{
    const MeshCaller caller = callerOf(from, identified);
    const auto by = [&](const std::vector<std::size_t>& policies) {
        std::vector<MeshSlice> slices;
        const auto see = [&](MeshSight sight, const PortSet& seen, bool told = false) {
            if (seen.empty())
                return;
            const Judge judge(m_inventory, m_rules, policies, caller, sight, told);
            for (const PortSet& part : judge.parts())
                if (const PortSet some = part & seen; !some.empty())
                    join(slices, judge.slice(some, to.waypoint));
        };
        if (m_members[to.pod] == MeshMember::ambient) {
            see(MeshSight::ztunnel, ports);
        } else {
            see(MeshSight::http, ports & to.protocols.http, true);
            see(MeshSight::http, ports - to.protocols.http - to.protocols.plain);
            see(MeshSight::plain, ports & to.protocols.plain);
        }
        if (to.fronted && identified && !policies.empty())
            for (MeshSlice& slice : slices)
                open(slice, frontedNote);
        return slices;
    };
    // Of several root namespaces one is the workload's.
    std::vector<MeshSlice> slices = by(to.policies.front());
    for (std::size_t i = 1; i < to.policies.size(); ++i)
        slices = eitherHolds(slices, by(to.policies[i]), MeshDiffer::notDecided, meshRootsNote);
    if (to.unsure)
        for (MeshSlice& slice : slices)
            open(slice, meshRootsNote);
    if (identified && from.kind == End::Kind::pod && m_members[from.pod] == MeshMember::notKnown)
        for (MeshSlice& slice : slices)
            if (!slice.by.empty())
                addOnce(slice.notes, std::string(meshIdentityNote));
    return slices;
}

} // namespace bartizan::connectivity
