// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/folders.h"

#include "importers/file_import.h"
#include "importers/kustomize/paths.h"
#include "importers/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

namespace bartizan::importers {
namespace {

using Files = std::vector<FileId>;

class Grouping {
public:
    explicit Grouping(const Inventory& inventory) : m_inventory(inventory), m_identity(inventory.objects.size())
    {
        std::size_t number = 0;
        for (const std::vector<ObjectId>& group : byIdentity(inventory)) {
            for (const ObjectId id : group)
                m_identity[id.pos()] = number;
            ++number;
        }
    }

    std::vector<ObjectFolder> run()
    {
        std::map<std::pair<SourceId, std::string>, Files> tops;
        for (std::size_t i = 0; i < m_inventory.objects.size(); ++i) {
            const Object& object = m_inventory.objects[i];
            if (!object.applied() || object.deployable.valid() || !object.evidence.valid())
                continue;
            const FileId file = object.evidence.file;
            std::vector<ObjectId>& objects = m_objects[file];
            if (objects.empty())
                tops[{record(file).source, topFolder(record(file).path)}].push_back(file);
            objects.emplace_back(i);
        }
        for (auto& [top, files] : tops)
            group(top.first, top.second, std::move(files));
        return std::move(m_result);
    }

private:
    const SourceFile& record(FileId file) const { return m_inventory.files[file.pos()]; }

    static std::string topFolder(std::string_view path)
    {
        const std::size_t start = path.size() - withinArchive(path).size();
        const std::size_t slash = path.find('/', start);
        return std::string(path.substr(0, slash == std::string_view::npos ? start : slash));
    }

    // The subfolder of `folder` that a file is in; empty for a file directly in it.
    static std::string below(std::string_view folder, std::string_view path)
    {
        const std::size_t start = folder.empty() || folder.back() == '!' ? folder.size() : folder.size() + 1;
        const std::size_t slash = path.find('/', start);
        return slash == std::string_view::npos ? std::string() : std::string(path.substr(0, slash));
    }

    // Files of the list that define an object which another file of the list defines differently.
    std::set<FileId> disagreeing(const Files& files) const
    {
        struct First {
            FileId file;
            const Object* object;
        };
        std::unordered_map<std::size_t, First> first;
        std::set<FileId> result;
        for (const FileId file : files)
            for (const ObjectId id : m_objects.at(file)) {
                const Object& object = m_inventory.object(id);
                const auto [found, isNew] = first.try_emplace(m_identity[id.pos()], First{file, &object});
                if (!isNew && found->second.file != file && found->second.object->contentHash != object.contentHash) {
                    result.insert(file);
                    result.insert(found->second.file);
                }
            }
        return result;
    }

    void group(SourceId source, const std::string& folder, Files files)
    {
        if (disagreeing(files).empty())
            return take(source, folder, files);
        std::map<std::string, Files> subfolders;
        for (const FileId file : files)
            subfolders[below(folder, record(file).path)].push_back(file);
        const Files own = std::move(subfolders[""]);
        subfolders.erase("");
        const std::set<FileId> alone = disagreeing(own);
        Files together;
        for (const FileId file : own)
            if (alone.count(file) == 0)
                together.push_back(file);
        if (!together.empty())
            take(source, folder, together);
        for (const FileId file : alone)
            take(source, record(file).path, {file});
        for (auto& [subfolder, list] : subfolders) // as deep as folders are read
            group(source, subfolder, std::move(list));
    }

    void take(SourceId source, const std::string& path, const Files& files)
    {
        ObjectFolder folder;
        folder.source = source;
        folder.path = path;
        for (const FileId file : files)
            folder.objects.insert(folder.objects.end(), m_objects.at(file).begin(), m_objects.at(file).end());
        m_result.push_back(std::move(folder));
    }

    const Inventory& m_inventory;
    std::vector<std::size_t> m_identity; // by object: equal for equal identities
    std::map<FileId, std::vector<ObjectId>> m_objects;
    std::vector<ObjectFolder> m_result;
};

} // namespace

std::vector<ObjectFolder> objectFolders(const Inventory& inventory)
{
    return Grouping(inventory).run();
}

} // namespace bartizan::importers
