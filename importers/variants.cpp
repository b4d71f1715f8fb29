// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/variants.h"

#include "importers/deployables.h"
#include "importers/kubernetes/object.h"
#include "importers/kustomize/paths.h"
#include "importers/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>
#include <unordered_map>

namespace bartizan::importers {
namespace {

constexpr std::size_t mostProblems = 50;
constexpr std::size_t mostNames = 12;   // that may be chosen, where none was named
constexpr std::size_t mostHolders = 64; // deployables looked at for one workload when modifications are sought

struct Candidate {
    DeployableId id;
    std::vector<ObjectId> objects;      // that may be applied
    std::vector<std::size_t> workloads; // identities
    bool modification = false;
};

class Choosing {
public:
    explicit Choosing(Draft& draft) : m_draft(draft), m_inventory(draft.inventory) {}

    std::vector<std::size_t> run()
    {
        numberIdentities();
        lastDefinitions();
        gather();
        findModifications();
        const std::vector<std::size_t> order = preference();
        std::vector<std::size_t> rank(m_inventory.deployables.size());
        for (std::size_t i = 0; i < order.size(); ++i) {
            rank[order[i]] = i;
            take(m_candidates[order[i]]);
        }
        sayRest();
        if (!m_draft.options.variant.empty())
            sayWhatMayBeChosen();
        return rank;
    }

private:
    Object& object(ObjectId id) { return m_inventory.objects[id.pos()]; }
    bool isSnapshot(const Object& o) const
    {
        return m_inventory.deployables[o.deployable.pos()].kind == Deployable::Kind::snapshot;
    }
    bool isWorkload(ObjectId id) const { return m_isWorkload[id.pos()]; }

    void numberIdentities()
    {
        m_identity.resize(m_inventory.objects.size());
        m_isWorkload.resize(m_inventory.objects.size());
        m_groups = byIdentity(m_inventory);
        for (std::size_t number = 0; number < m_groups.size(); ++number)
            for (const ObjectId id : m_groups[number])
                m_identity[id.pos()] = number;
        for (const WorkloadRecord& workload : m_inventory.workloads)
            m_isWorkload[workload.object.pos()] = true;
    }

    bool candidate(ObjectId id) const { return m_inventory.object(id).applied() && m_inventory.object(id).deployable.valid(); }

    // One definition of an identity within one deployable.
    void lastDefinitions()
    {
        for (const std::vector<ObjectId>& group : m_groups) {
            std::map<DeployableId, ObjectId> last;
            for (const ObjectId id : group) {
                if (!candidate(id))
                    continue;
                const auto [found, isNew] = last.try_emplace(object(id).deployable, id);
                const Object& before = object(found->second);
                const bool older = object(id).running && object(id).resourceVersion < before.resourceVersion;
                if (!isNew && !older && object(id).contentHash != before.contentHash)
                    found->second = id;
            }
            for (const ObjectId id : group)
                if (candidate(id))
                    setAside(object(id), object(last.at(object(id).deployable)));
        }
    }

    void setAside(Object& loser, const Object& winner)
    {
        if (loser.contentHash == winner.contentHash)
            return;
        if (loser.running && loser.uid == winner.uid)
            return; // one object at two moments: merging keeps the newest
        loser.notApplied = NotApplied::variant;
        loser.notAppliedReason = loser.running
                                     ? "an older object of this name, which was made again since"
                                     : "the same file defines this object again further on, and the last definition counts";
        definedTwice(loser, winner);
    }

    void definedTwice(const Object& loser, const Object& winner)
    {
        if (!loser.running && ++m_problems <= mostProblems)
            m_inventory.problems.push_back(
                {ProblemSeverity::warning,
                 "defined-twice",
                 "expected one definition of each object, found two that differ: the last one counts, as for kubectl apply",
                 loser.evidence,
                 {winner.evidence}});
    }

    void gather()
    {
        for (std::size_t i = 0; i < m_inventory.deployables.size(); ++i)
            m_candidates.push_back({DeployableId(i), {}, {}, false});
        for (std::size_t i = 0; i < m_inventory.objects.size(); ++i) {
            if (!candidate(ObjectId(i)))
                continue;
            Candidate& owner = m_candidates[m_inventory.objects[i].deployable.pos()];
            owner.objects.emplace_back(i);
            if (isWorkload(ObjectId(i)))
                owner.workloads.push_back(m_identity[i]);
        }
        for (Candidate& candidate : m_candidates) {
            std::sort(candidate.workloads.begin(), candidate.workloads.end());
            candidate.workloads.erase(std::unique(candidate.workloads.begin(), candidate.workloads.end()),
                                      candidate.workloads.end());
        }
    }

    void findModifications()
    {
        std::unordered_map<std::size_t, std::vector<std::size_t>> holders; // workload identity -> candidates
        for (std::size_t i = 0; i < m_candidates.size(); ++i)
            for (const std::size_t identity : m_candidates[i].workloads)
                if (std::vector<std::size_t>& list = holders[identity]; list.size() < mostHolders)
                    list.push_back(i);
        for (std::size_t i = 0; i < m_candidates.size(); ++i) {
            Candidate& one = m_candidates[i];
            std::map<std::size_t, std::size_t> shared;
            for (const std::size_t identity : one.workloads)
                for (const std::size_t other : holders[identity])
                    ++shared[other];
            for (const auto& [other, count] : shared)
                if (other != i && count == one.workloads.size() && 2 * count <= m_candidates[other].workloads.size() &&
                    kindOf(other) == kindOf(i))
                    one.modification = true;
        }
    }

    Deployable::Kind kindOf(std::size_t i) const { return m_inventory.deployables[i].kind; }

    static std::size_t kindRank(Deployable::Kind kind)
    {
        switch (kind) {
        case Deployable::Kind::snapshot:
            return 0;
        case Deployable::Kind::rendered:
            return 1;
        case Deployable::Kind::kustomization:
            return 2;
        case Deployable::Kind::folder:
            return 3;
        case Deployable::Kind::chart:
            break;
        }
        return 4;
    }

    std::vector<std::size_t> preference() const
    {
        const auto key = [this](std::size_t i) {
            const Deployable& d = m_inventory.deployables[i];
            const VariantMatch match = variantMatch(m_draft, d.source, d.path);
            const std::string_view inside = withinArchive(d.path);
            const std::size_t dot = inside.size() - baseName(inside).size() + baseName(inside).find('.', 1);
            const std::string_view stem =
                baseName(inside).find('.', 1) == std::string_view::npos ? inside : inside.substr(0, dot);
            const std::size_t depth = inside.empty() ? 0 : depthOf(inside) + 1;
            return std::tuple(match == VariantMatch::exact   ? 0
                              : match == VariantMatch::below ? 1
                                                             : 2,
                              kindRank(d.kind), m_candidates[i].modification, depth, stem, inside, i);
        };
        std::vector<std::size_t> order;
        for (std::size_t i = 0; i < m_inventory.deployables.size(); ++i)
            order.push_back(i);
        std::sort(order.begin(), order.end(), [&key](std::size_t a, std::size_t b) { return key(a) < key(b); });
        return order;
    }

    using Origin = std::tuple<FileId, std::uint32_t, std::string, std::string, std::string>;
    static Origin originOf(const Object& o)
    {
        return {o.evidence.file, o.evidence.document, std::string(o.evidence.pointer()), o.identity.ns, o.identity.name};
    }

    // What is reviewed already and stands against this object: another version of it, or another kind made of it.
    ObjectId conflictOf(ObjectId id)
    {
        if (const auto found = m_reviewed.find(m_identity[id.pos()]); found != m_reviewed.end())
            return object(found->second).contentHash == object(id).contentHash ? ObjectId() : found->second;
        if (isWorkload(id))
            if (const auto found = m_origins.find(originOf(object(id))); found != m_origins.end())
                return found->second;
        return {};
    }

    void take(Candidate& candidate)
    {
        Deployable& deployable = m_inventory.deployables[candidate.id.pos()];
        if (candidate.objects.empty() || deployable.kind == Deployable::Kind::chart)
            return;
        if (deployable.kind != Deployable::Kind::snapshot)
            besideSnapshot(candidate);
        std::vector<std::pair<ObjectId, ObjectId>> conflicts;
        for (const ObjectId id : candidate.objects)
            if (const ObjectId against = conflictOf(id); object(id).applied() && against.valid())
                conflicts.emplace_back(id, against);
        if (!conflicts.empty()) {
            const bool lost = sharesMost(candidate);
            for (const auto& [id, against] : conflicts) {
                object(id).notApplied = NotApplied::variant;
                object(id).notAppliedReason = nameOf(object(against)) + " holds another version of this object and is reviewed";
            }
            if (lost)
                notLoaded(candidate, conflicts);
            say(candidate, conflicts, lost);
        }
        deployable.reviewed = false;
        for (const ObjectId id : candidate.objects)
            if (object(id).applied()) {
                deployable.reviewed = true;
                if (deployable.kind == Deployable::Kind::snapshot)
                    m_snapshots.insert(object(id).identity.cluster);
                m_reviewed.try_emplace(m_identity[id.pos()], id);
                if (isWorkload(id))
                    m_origins.try_emplace(originOf(object(id)), id);
            }
    }

    std::string nameOf(const Object& o) const { return importers::nameOf(m_inventory.deployables[o.deployable.pos()]); }

    bool sharesMost(const Candidate& candidate)
    {
        std::size_t all = 0, shared = 0;
        for (const ObjectId id : candidate.objects) {
            if (!candidate.workloads.empty() && !isWorkload(id))
                continue;
            ++all;
            const auto found = m_reviewed.find(m_identity[id.pos()]);
            const ObjectId with = found != m_reviewed.end() ? found->second : conflictOf(id);
            if (with.valid() && !isSnapshot(object(with))) // beside running state each object is looked at for itself
                ++shared;
        }
        return shared != 0 && 2 * shared >= all;
    }

    void notLoaded(const Candidate& candidate, const std::vector<std::pair<ObjectId, ObjectId>>& conflicts)
    {
        const std::string winner = nameOf(object(conflicts.front().second));
        for (const ObjectId id : candidate.objects)
            if (Object& o = object(id); o.applied()) {
                o.notApplied = NotApplied::variant;
                o.notAppliedReason =
                    nameOf(o) + " is not reviewed as a whole: most of its objects are in " + winner + " in another version";
            }
    }

    void say(const Candidate& candidate, const std::vector<std::pair<ObjectId, ObjectId>>& conflicts, bool lost)
    {
        if (++m_problems > mostProblems)
            return;
        const Object& first = object(conflicts.front().first);
        const Object& against = object(conflicts.front().second);
        const std::string name = nameOf(first), winner = nameOf(against);
        const std::string count = std::to_string(conflicts.size());
        std::string message = "expected one version of each object, found that " + count + " of the " +
                              std::to_string(candidate.objects.size()) + " objects of " + name + " differ from " + winner +
                              ", which is reviewed: ";
        message += lost ? name + " is not loaded" : "these are not loaded from " + name;
        message += isSnapshot(against) ? "; running state counts before manifests" : "; choose it with --variant " + name;
        m_inventory.problems.push_back(
            {ProblemSeverity::warning, "variant-not-loaded", std::move(message), first.evidence, {against.evidence}});
    }

    // Intention beside running state: an object whose kind was read from the cluster and that is not there is not running.
    void besideSnapshot(const Candidate& candidate)
    {
        std::size_t count = 0;
        ObjectId first;
        for (const ObjectId id : candidate.objects) {
            Object& o = object(id);
            const Identity& identity = o.identity;
            if (!m_snapshots.count(identity.cluster) || m_reviewed.count(m_identity[id.pos()]) != 0)
                continue;
            const std::string ns = identity.ns.empty() ? "*" : identity.ns;
            if (m_inventory.scope.state(qualifiedKind(comparedGroup(identity.group, identity.kind), identity.kind), ns) !=
                ScopeState::read)
                continue;
            o.notApplied = NotApplied::variant;
            o.notAppliedReason = "not among the running objects, though its kind was read from the cluster";
            if (count++ == 0)
                first = id;
        }
        if (count != 0 && ++m_problems <= mostProblems)
            m_inventory.problems.push_back(
                {ProblemSeverity::note,
                 "not-running",
                 "expected every object of " + importers::nameOf(m_inventory.deployables[candidate.id.pos()]) +
                     " to be among the running ones, found " + std::to_string(count) + " that are not: they are not loaded",
                 object(first).evidence,
                 {}});
    }

    void sayRest()
    {
        if (m_problems > mostProblems)
            m_inventory.problems.push_back({ProblemSeverity::warning,
                                            "variant-not-loaded",
                                            "expected one version of each object, found " +
                                                std::to_string(m_problems - mostProblems) +
                                                " more deployables and definitions that differ and are not loaded: the list of "
                                                "what is not applied names them",
                                            {},
                                            {}});
    }

    // As --variant takes it.
    std::string choiceOf(const Deployable& deployable) const
    {
        const bool source = deployable.kind == Deployable::Kind::snapshot ||
                            (withinArchive(deployable.path).empty() && m_inventory.sources.size() > 1);
        return source ? m_inventory.sources[deployable.source.pos()].path : importers::nameOf(deployable);
    }

    // A name that is none of these would otherwise be taken for no choice at all.
    void sayWhatMayBeChosen()
    {
        std::set<std::string> names;
        for (const Candidate& candidate : m_candidates) {
            const Deployable& deployable = m_inventory.deployables[candidate.id.pos()];
            const bool empty = candidate.objects.empty(); // an example's are built when it is named
            if (deployable.kind == Deployable::Kind::chart)
                continue;
            const VariantMatch match = variantMatch(m_draft, deployable.source, deployable.path);
            if (match == VariantMatch::exact || (match == VariantMatch::below && !empty))
                return;
            if (!empty || deployable.example)
                names.insert(choiceOf(deployable));
        }
        std::string list;
        std::size_t listed = 0;
        for (auto name = names.begin(); name != names.end() && listed < mostNames; ++name, ++listed)
            list += (list.empty() ? "" : ", ") + *name;
        std::string message =
            "expected the sources to hold the variant that --variant or the review names, found none of that name: ";
        if (names.empty())
            message += "they hold no variants to choose from; name none";
        else if (names.size() == 1)
            message += "they hold no variants to choose from, only " + list + "; name none";
        else if (names.size() == listed)
            message += "choose one of " + list;
        else
            message += "choose one of " + std::to_string(names.size()) + ", of which the first are " + list;
        m_inventory.problems.insert(m_inventory.problems.begin(),
                                    {ProblemSeverity::error, "variant-not-found", std::move(message), {}, {}});
    }

    Draft& m_draft;
    Inventory& m_inventory;
    std::vector<std::vector<ObjectId>> m_groups;
    std::vector<std::size_t> m_identity; // by object
    std::vector<bool> m_isWorkload;
    std::vector<Candidate> m_candidates;
    std::unordered_map<std::size_t, ObjectId> m_reviewed; // by identity
    std::map<Origin, ObjectId> m_origins;
    std::set<std::string> m_snapshots; // clusters
    std::size_t m_problems = 0;
};

} // namespace

std::vector<std::size_t> chooseVariants(Draft& draft)
{
    return Choosing(draft).run();
}

} // namespace bartizan::importers
