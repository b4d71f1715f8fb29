// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/clusters.h"

#include "importers/kustomize/paths.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace bartizan::importers {
namespace {

class Clusters {
public:
    explicit Clusters(Inventory& inventory) : m_inventory(inventory), m_parent(inventory.files.size())
    {
        for (std::size_t i = 0; i < m_parent.size(); ++i)
            m_parent[i] = i;
    }

    void run()
    {
        joinByUid();
        if (m_complete.size() < 2)
            return;
        name();
        std::vector<std::string> ofFile(m_inventory.files.size());
        for (std::size_t file = 0; file < ofFile.size(); ++file)
            ofFile[file] = clusterOf(file);
        for (Object& object : m_inventory.objects)
            if (object.evidence.valid())
                object.identity.cluster = ofFile[object.evidence.file.pos()];
        qualifyIds();
    }

private:
    std::size_t top(std::size_t file)
    {
        while (m_parent[file] != file)
            file = m_parent[file] = m_parent[m_parent[file]];
        return file;
    }

    // Files are joined when they hold the same running object. A joined set with a kube-system is a cluster.
    void joinByUid()
    {
        std::unordered_map<std::string_view, std::size_t> first;
        std::vector<std::size_t> systems; // files with a kube-system
        for (const Object& object : m_inventory.objects) {
            if (!object.running || !object.evidence.valid())
                continue;
            const std::size_t file = object.evidence.file.pos();
            const auto [found, isNew] = first.emplace(object.uid, file);
            if (!isNew)
                join(found->second, file);
            if (object.identity.kind == "Namespace" && object.identity.group.empty() && object.identity.name == "kube-system")
                systems.push_back(file);
        }
        for (const std::size_t file : systems)
            m_complete.try_emplace(top(file), file);
    }

    void join(std::size_t a, std::size_t b)
    {
        const std::size_t one = top(a), other = top(b);
        m_parent[std::max(one, other)] = std::min(one, other);
    }

    static std::string_view stem(std::string_view path)
    {
        const std::string_view name = baseName(path);
        const std::size_t dot = name.find('.', 1);
        return name.substr(0, dot);
    }

    void name()
    {
        std::map<SourceId, std::size_t> inSource;
        for (const auto& [top, file] : m_complete)
            ++inSource[m_inventory.files[file].source];
        std::set<std::string> used;
        for (const auto& [top, file] : m_complete) {
            const SourceFile& record = m_inventory.files[file];
            const std::string& source = m_inventory.sources[record.source.pos()].path;
            std::string wanted(inSource[record.source] == 1 ? stem(source) : withinArchive(record.path));
            if (wanted.empty())
                wanted = "cluster";
            std::string unique = wanted;
            for (int n = 2; !used.insert(unique).second; ++n)
                unique = wanted + "-" + std::to_string(n);
            m_names[top] = unique;
        }
    }

    // The cluster of a file's joined set; else the one in its source whose file is nearest; else one of its own.
    std::string clusterOf(std::size_t file)
    {
        if (const auto found = m_names.find(top(file)); found != m_names.end())
            return found->second;
        const SourceFile& record = m_inventory.files[file];
        const std::string* nearest = nullptr;
        std::size_t longest = 0;
        for (const auto& [complete, name] : m_names) {
            const SourceFile& other = m_inventory.files[m_complete[complete]];
            if (other.source != record.source)
                continue;
            const auto differ = std::mismatch(record.path.begin(), record.path.end(), other.path.begin(), other.path.end());
            const auto common = static_cast<std::size_t>(differ.first - record.path.begin());
            if (nearest == nullptr || common > longest) {
                nearest = &name;
                longest = common;
            }
        }
        return nearest != nullptr ? *nearest : std::string(stem(m_inventory.sources[record.source.pos()].path));
    }

    void qualifyIds() // idWithin()
    {
        for (GatewayRecord& gateway : m_inventory.gateways) {
            qualify(gateway.id, gateway.object);
            qualify(gateway.parent, gateway.object);
        }
        for (RouteRecord& route : m_inventory.routes) {
            qualify(route.id, route.object);
            qualify(route.delegatesTo, route.object);
            for (ParentRef& parent : route.parents)
                qualify(parent.gateway, route.object);
        }
        for (AttachedProtection& attached : m_inventory.attachedProtections) {
            qualify(attached.targetGateway, attached.object);
            qualify(attached.targetRoute, attached.object);
        }
        for (MeshTokenCheck& check : m_inventory.meshTokenChecks)
            for (std::string& gateway : check.targetGateways)
                qualify(gateway, check.object);
        for (MeshAccessPolicy& policy : m_inventory.meshAccessPolicies)
            for (std::string& gateway : policy.targetGateways)
                qualify(gateway, policy.object);
    }

    void qualify(std::string& id, ObjectId object) const
    {
        if (object.valid())
            id = idWithin(std::move(id), m_inventory.object(object).identity.cluster);
    }

    Inventory& m_inventory;
    std::vector<std::size_t> m_parent;             // union-find over files
    std::map<std::size_t, std::size_t> m_complete; // tops of joined sets that hold a kube-system -> the file with it
    std::map<std::size_t, std::string> m_names;
};

} // namespace

void assignClusters(Draft& draft)
{
    Clusters(draft.inventory).run();
}

} // namespace bartizan::importers
