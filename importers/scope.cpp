// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/scope.h"

#include "importers/kubernetes/object.h"
#include "importers/kustomize/paths.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace bartizan::importers {
namespace {

// The category "all" of kubectl, without what operators add to it.
constexpr std::array<std::string_view, 10> getAllKinds = {"CronJob.batch",   "DaemonSet.apps",
                                                          "Deployment.apps", "HorizontalPodAutoscaler.autoscaling",
                                                          "Job.batch",       "Pod",
                                                          "ReplicaSet.apps", "ReplicationController",
                                                          "Service",         "StatefulSet.apps"};

// Lists that were written by one command: those of one folder, or of one file that holds several.
struct Together {
    SourceId source;
    std::string folder;
    std::vector<const ListRead*> lists;
    std::set<std::string> namespaces; // of items of typed lists
    bool everywhere = false;          // one typed list spans namespaces
    bool oneFile = false;
};

class Collecting {
public:
    explicit Collecting(Draft& draft) : m_draft(draft), m_inventory(draft.inventory) {}

    void run()
    {
        for (const Object& object : m_inventory.objects)
            if (object.running)
                m_namespaces.insert(object.identity.ns);
        std::map<std::pair<SourceId, std::string>, Together> groups;
        for (std::size_t i = 0; i < m_draft.files.size(); ++i) {
            m_from = nameOf(m_inventory.files[i].source);
            for (const ScopeEntry& entry : m_draft.files[i].scope)
                if (entry.state == ScopeState::refused || entry.source == manifestSource)
                    add(entry.kind, entry.ns, entry.state, entry.source);
            const std::vector<ListRead>& lists = m_draft.files[i].lists;
            const std::size_t typed = static_cast<std::size_t>(std::count_if(
                lists.begin(), lists.end(), [](const ListRead& list) { return list.fromServer && !list.kind.empty(); }));
            const SourceFile& file = m_inventory.files[i];
            for (const ListRead& list : lists) {
                if (!list.fromServer)
                    continue;
                if (list.kind.empty()) {
                    kubectlList(list);
                    continue;
                }
                const std::string folder = typed > 1 ? file.path : folderOf(file.path);
                Together& group = groups[{file.source, folder}];
                group.source = file.source;
                group.folder = folder;
                group.oneFile = typed > 1;
                group.lists.push_back(&list);
            }
        }
        for (auto& [key, group] : groups) {
            m_from = nameOf(group.source);
            typedLists(group);
        }
    }

    void write()
    {
        std::vector<ScopeEntry>& entries = m_draft.inventory.scope.entries;
        entries.clear();
        const auto coveredEverywhere = [this](const std::pair<std::string, std::string>& key) {
            const auto everywhere = m_entries.find({key.first, "*"});
            return key.second != "*" && everywhere != m_entries.end() && everywhere->second.state == ScopeState::read
                       ? &everywhere->second
                       : nullptr;
        };
        for (const auto& [key, standing] : m_entries)
            if (Standing* everywhere = coveredEverywhere(key))
                everywhere->refusedIn.insert(standing.refusedIn.begin(), standing.refusedIn.end());
        for (const auto& [key, standing] : m_entries)
            if (!coveredEverywhere(key))
                entries.push_back({key.first, key.second, standing.state, standing.words()});
    }

private:
    // How a kind stands in a namespace, and in which source where there are several.
    struct Standing {
        ScopeState state = ScopeState::read;
        std::string why;
        std::set<std::string> from, refusedIn; // names of sources; empty where there is only one

        std::string words() const
        {
            std::string text = why;
            for (const std::string& name : from)
                text += (&name == &*from.begin() ? " in " : ", ") + name;
            if (state == ScopeState::refused)
                return text;
            for (const std::string& name : refusedIn)
                text += (&name == &*refusedIn.begin() ? "; refused in " : ", ") + name;
            return text;
        }
    };

    std::string nameOf(SourceId source) const // "" where there is only one
    {
        const std::vector<Source>& sources = m_inventory.sources;
        return sources.size() > 1 && source.valid() ? std::string(baseName(sources[source.pos()].path)) : std::string();
    }

    void add(const std::string& kind, const std::string& ns, ScopeState state, const std::string& source)
    {
        const auto [found, isNew] = m_entries.try_emplace({kind, ns}, Standing{state, source, {}, {}});
        Standing& standing = found->second;
        if (!isNew && state == ScopeState::read && standing.state != ScopeState::read) { // somebody else was let in
            standing.state = state;
            standing.why = source;
            standing.from.clear();
        }
        if (m_from.empty())
            return;
        if (state == standing.state)
            standing.from.insert(m_from);
        if (state == ScopeState::refused)
            standing.refusedIn.insert(m_from);
    }
    void read(const std::string& kind, const std::string& ns, const std::string& source)
    {
        add(kind, ns, ScopeState::read, source);
    }

    void kubectlList(const ListRead& list)
    {
        std::set<std::string> namespaces, kinds;
        for (const auto& [kind, ns] : list.kinds) {
            kinds.insert(kind);
            if (!ns.empty())
                namespaces.insert(ns);
        }
        const std::string where = namespaces.size() == 1 ? *namespaces.begin() : "*";
        for (const auto& [kind, ns] : list.kinds)
            read(kind, ns.empty() ? "*" : where, "List");
        const bool getAll = kinds.count("Pod") && kinds.count("Service") && kinds.count("ReplicaSet.apps") &&
                            kinds.count("Deployment.apps") &&
                            std::all_of(kinds.begin(), kinds.end(), [](const std::string& kind) {
                                return std::find(getAllKinds.begin(), getAllKinds.end(), kind) != getAllKinds.end();
                            });
        if (getAll)
            for (const std::string_view kind : getAllKinds)
                read(std::string(kind), where, "kubectl get all");
    }

    void typedLists(Together& group)
    {
        for (const ListRead* list : group.lists) {
            std::set<std::string> own;
            for (const auto& [kind, ns] : list->kinds)
                if (!ns.empty())
                    own.insert(ns);
            group.everywhere = group.everywhere || own.size() > 1;
            group.namespaces.insert(own.begin(), own.end());
        }
        for (const ListRead* list : group.lists)
            if (allPages(group, list->kind))
                for (const std::string& ns : placesOf(group, *list))
                    read(list->kind, ns, "list of " + list->kind);
    }

    static bool allPages(const Together& group, const std::string& kind)
    {
        std::uint64_t there = 0, counted = 0;
        bool more = false, last = false;
        for (const ListRead* list : group.lists) {
            if (list->kind != kind)
                continue;
            there += list->items;
            counted = std::max(counted, list->items + list->remaining);
            more = more || list->more;
            last = last || !list->more;
        }
        return last && (!more || there >= counted);
    }

    std::vector<std::string> placesOf(const Together& group, const ListRead& list) const
    {
        const bool clusterScoped = !list.kinds.empty() && list.kinds.front().second.empty();
        if (clusterScoped || group.everywhere)
            return {"*"};
        if (group.oneFile && !group.namespaces.empty()) // cluster-info dump as one file: a list of each kind for each
            return {group.namespaces.begin(), group.namespaces.end()};
        if (!list.kinds.empty())
            return {list.kinds.front().second};
        const std::string_view folder = baseName(group.folder);
        if (m_namespaces.count(std::string(folder)) != 0)
            return {std::string(folder)};
        if (group.namespaces.size() == 1)
            return {*group.namespaces.begin()};
        return {"*"};
    }

    Draft& m_draft;
    const Inventory& m_inventory;
    std::set<std::string> m_namespaces; // of running objects, "" too
    std::string m_from;                 // name of the source that is looked at
    std::map<std::pair<std::string, std::string>, Standing> m_entries;
};

bool readFromFiles(const Deployable& deployable)
{
    return deployable.reviewed && deployable.kind != Deployable::Kind::snapshot && deployable.kind != Deployable::Kind::chart;
}

} // namespace

void collectScope(Draft& draft)
{
    Collecting collecting(draft);
    collecting.run();
    collecting.write();
}

void finishScope(Draft& draft)
{
    Inventory& inventory = draft.inventory;
    Scope& scope = inventory.scope;
    const auto isSnapshot = [](const Deployable& d) { return d.reviewed && d.kind == Deployable::Kind::snapshot; };
    const bool running =
        std::any_of(inventory.deployables.begin(), inventory.deployables.end(), isSnapshot) || !scope.entries.empty();
    const bool files = std::any_of(inventory.deployables.begin(), inventory.deployables.end(), readFromFiles);
    scope.mode = !running ? "complete" : files ? "mixed" : "snapshot";
    std::set<std::pair<std::string, std::string>> add;
    if (draft.options.scope == ScopeMode::partial) {
        scope.mode = "partial";
        std::erase_if(scope.entries, [](const ScopeEntry& entry) { return entry.state != ScopeState::refused; });
    } else if (draft.options.scope == ScopeMode::complete) {
        scope.mode = "complete";
        scope.entries = {{"*", "*", ScopeState::read, "stated: --scope complete"}};
    } else if (!running) {
        scope.entries.push_back({"*", "*", ScopeState::read, "the deployables in the files are whole"});
    } else {
        for (const Object& object : inventory.objects)
            if (object.applied() && object.deployable.valid() && readFromFiles(inventory.deployables[object.deployable.pos()]))
                add.emplace(qualifiedKind(object.identity.group, object.identity.kind),
                            object.identity.ns.empty() ? "*" : object.identity.ns);
    }
    for (const auto& [kind, ns] : add)
        if (scope.state(kind, ns) != ScopeState::read)
            scope.entries.push_back({kind, ns, ScopeState::read, "the deployables in the files are whole"});
    std::sort(scope.entries.begin(), scope.entries.end(),
              [](const ScopeEntry& a, const ScopeEntry& b) { return std::tie(a.kind, a.ns) < std::tie(b.kind, b.ns); });
}

} // namespace bartizan::importers
