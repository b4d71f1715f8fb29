// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/merge.h"

#include "model/inventory/visit.h"

#include <algorithm>
#include <tuple>

namespace bartizan::importers {
namespace {

// Kinds that API servers have served in more than one group (Kubernetes deprecation guide, v1.16 and v1.22).
struct MovedKind {
    std::string_view kind, from, to;
};
constexpr MovedKind movedKinds[] = {
    {"DaemonSet", "extensions", "apps"},
    {"Deployment", "extensions", "apps"},
    {"Event", "events.k8s.io", ""},
    {"Ingress", "extensions", "networking.k8s.io"},
    {"NetworkPolicy", "extensions", "networking.k8s.io"},
    {"PodSecurityPolicy", "extensions", "policy"},
    {"ReplicaSet", "extensions", "apps"},
};

class Merging {
public:
    Merging(Inventory& inventory, const std::vector<std::size_t>& rank) : m_inventory(inventory), m_rank(rank)
    {
        m_becomes.reserve(inventory.objects.size());
        for (std::size_t i = 0; i < inventory.objects.size(); ++i)
            m_becomes.emplace_back(i);
    }

    void run()
    {
        for (const std::vector<ObjectId>& group : byIdentity(m_inventory)) {
            if (group.size() < 2)
                continue;
            oneOfEach(group, [](const Object& o) { return std::string_view(o.uid); });
            oneOfEach(group, [](const Object& o) { return o.contentHash; });
        }
        if (m_olderCopies != 0)
            note();
        keepOnly(m_inventory, m_becomes);
    }

private:
    bool kept(ObjectId id) const { return m_becomes[id.pos()] == id; }
    Object& object(ObjectId id) { return m_inventory.objects[id.pos()]; }

    auto preference(ObjectId id) const
    {
        const Object& o = m_inventory.object(id);
        const std::size_t rank = o.deployable.valid() ? m_rank[o.deployable.pos()] : m_rank.size();
        return std::tuple(!o.applied(), !o.running, ~o.resourceVersion, rank, id);
    }

    // Unites the members of a group that have the same key (an empty one is no key).
    template <class KeyOf>
    void oneOfEach(const std::vector<ObjectId>& group, KeyOf keyOf)
    {
        using Key = decltype(keyOf(m_inventory.objects.front()));
        std::vector<std::pair<Key, ObjectId>> keyed;
        for (const ObjectId id : group)
            if (kept(id) && keyOf(object(id)) != Key{})
                keyed.emplace_back(keyOf(object(id)), id);
        std::sort(keyed.begin(), keyed.end());
        std::vector<ObjectId> copies;
        for (std::size_t i = 0; i < keyed.size(); ++i) {
            copies.push_back(keyed[i].second);
            if (i + 1 == keyed.size() || keyed[i + 1].first != keyed[i].first) {
                if (copies.size() > 1)
                    unite(copies);
                copies.clear();
            }
        }
    }

    void unite(const std::vector<ObjectId>& copies)
    {
        const ObjectId best = *std::min_element(copies.begin(), copies.end(),
                                                [this](ObjectId a, ObjectId b) { return preference(a) < preference(b); });
        std::vector<Evidence>& also = object(best).alsoAt;
        for (const ObjectId id : copies) {
            if (id == best)
                continue;
            if (object(id).contentHash != object(best).contentHash)
                olderCopy(best, id);
            also.push_back(object(id).evidence);
            also.insert(also.end(), object(id).alsoAt.begin(), object(id).alsoAt.end());
            m_becomes[id.pos()] = best;
        }
        const auto place = [](const Evidence& e) { return std::tuple(e.file, e.document, e.line, e.pointer()); };
        std::sort(also.begin(), also.end(), [&place](const Evidence& a, const Evidence& b) { return place(a) < place(b); });
    }

    void olderCopy(ObjectId best, ObjectId older)
    {
        if (m_olderCopies++ == 0) {
            m_newest = object(best).evidence;
            m_older = object(older).evidence;
        }
    }

    void note()
    {
        m_inventory.problems.push_back(
            {ProblemSeverity::note,
             "older-copies",
             "expected one copy of each running object, found " + std::to_string(m_olderCopies) +
                 " older or less complete copies with the same uid: the copy with the highest resourceVersion counts",
             m_newest,
             {m_older}});
    }

    Inventory& m_inventory;
    const std::vector<std::size_t>& m_rank;
    std::vector<ObjectId> m_becomes;
    std::size_t m_olderCopies = 0;
    Evidence m_newest, m_older;
};

} // namespace

std::string_view comparedGroup(std::string_view group, std::string_view kind)
{
    for (const MovedKind& moved : movedKinds)
        if (moved.kind == kind && moved.from == group)
            return moved.to;
    return group;
}

std::vector<std::vector<ObjectId>> byIdentity(const Inventory& inventory)
{
    using Key = std::tuple<std::string_view, std::string_view, std::string_view, std::string_view, std::string_view>;
    std::vector<std::pair<Key, ObjectId>> keyed;
    std::vector<std::vector<ObjectId>> groups;
    keyed.reserve(inventory.objects.size());
    for (std::size_t i = 0; i < inventory.objects.size(); ++i) {
        const Object& o = inventory.objects[i];
        const Identity& id = o.identity;
        if (id.name.empty()) // running pods have a generateName and a name
            groups.push_back({ObjectId(i)});
        else
            keyed.emplace_back(Key(id.cluster, comparedGroup(id.group, id.kind), id.kind, id.ns, id.name), ObjectId(i));
    }
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t i = 0; i < keyed.size(); ++i) {
        if (i == 0 || keyed[i].first != keyed[i - 1].first)
            groups.emplace_back();
        groups.back().push_back(keyed[i].second);
    }
    return groups;
}

void mergeEqual(Inventory& inventory, const std::vector<std::size_t>& rank)
{
    Merging(inventory, rank).run();
}

void keepOnly(Inventory& inventory, const std::vector<ObjectId>& becomes)
{
    std::vector<ObjectId> renumbered(becomes.size());
    std::size_t next = 0;
    for (std::size_t i = 0; i < becomes.size(); ++i)
        if (becomes[i] == ObjectId(i)) {
            renumbered[i] = ObjectId(next);
            if (next != i)
                inventory.objects[next] = std::move(inventory.objects[i]);
            ++next;
        }
    if (next == becomes.size())
        return;
    inventory.objects.resize(next);
    for (std::size_t i = 0; i < becomes.size(); ++i) // what an object became may itself have become another
        if (becomes[i].valid() && becomes[i] != ObjectId(i)) {
            ObjectId target = becomes[i];
            while (target.valid() && becomes[target.pos()] != target)
                target = becomes[target.pos()];
            renumbered[i] = target.valid() ? renumbered[target.pos()] : ObjectId();
        }
    forEachRecordList(
        [&becomes](auto& list) {
            std::erase_if(list, [&becomes](const auto& record) {
                return record.object.valid() && becomes[record.object.pos()] != record.object;
            });
        },
        inventory);
    visitObjectIds(inventory, [&renumbered](ObjectId& id) {
        if (id.valid())
            id = renumbered[id.pos()];
    });
}

} // namespace bartizan::importers
