// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/paths.h"

#include <algorithm>
#include <vector>

namespace bartizan::importers {

std::string folderOf(std::string_view path)
{
    const std::size_t at = path.find_last_of("/!");
    if (at == std::string_view::npos)
        return {};
    return std::string(path.substr(0, path[at] == '!' ? at + 1 : at));
}

std::string joinPath(std::string_view folder, std::string_view name)
{
    if (folder.empty() || folder.ends_with('!'))
        return std::string(folder).append(name);
    if (name.empty())
        return std::string(folder);
    return std::string(folder).append("/").append(name);
}

std::optional<std::string> resolvePath(std::string_view folder, std::string_view reference)
{
    if (reference.empty() || reference.front() == '/')
        return std::nullopt;
    const std::size_t bang = folder.rfind('!');
    const std::string_view top = bang == std::string_view::npos ? std::string_view{} : folder.substr(0, bang + 1);
    std::vector<std::string_view> parts;
    for (std::string_view rest : {folder.substr(top.size()), reference}) {
        while (!rest.empty()) {
            const std::string_view part = rest.substr(0, rest.find('/'));
            rest.remove_prefix(std::min(rest.size(), part.size() + 1));
            if (part.empty() || part == ".")
                continue;
            if (part != "..") {
                parts.push_back(part);
            } else {
                if (parts.empty())
                    return std::nullopt;
                parts.pop_back();
            }
        }
    }
    std::string result(top);
    for (std::size_t i = 0; i < parts.size(); ++i) {
        if (i != 0)
            result += '/';
        result += parts[i];
    }
    return result;
}

bool isRemote(std::string_view reference)
{
    return reference.find("://") != std::string_view::npos || reference.find("?ref=") != std::string_view::npos ||
           reference.find("?version=") != std::string_view::npos || reference.find(".git//") != std::string_view::npos ||
           reference.starts_with("git@") || reference.starts_with("git::") || reference.starts_with("github.com/") ||
           reference.starts_with("github.com:") || reference.starts_with("gh:") || reference.starts_with("gitlab.com/") ||
           reference.starts_with("bitbucket.org/");
}

std::string_view withinArchive(std::string_view path)
{
    return path.substr(path.rfind('!') + 1); // npos + 1 is 0
}

std::size_t depthOf(std::string_view path)
{
    const std::string_view inside = withinArchive(path);
    return static_cast<std::size_t>(std::count(inside.begin(), inside.end(), '/'));
}

} // namespace bartizan::importers
