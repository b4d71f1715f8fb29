// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/json_patch.h"

#include "importers/document/content_hash.h"

namespace bartizan::importers {
namespace {

using document::Document;
using document::Editor;
using document::Node;

struct Place { // the parent of what a pointer names, and the last token
    Node parent;
    std::string token;
};

Place placeOf(Node root, std::string_view pointer)
{
    const std::size_t slash = pointer.rfind('/');
    if (slash == std::string_view::npos)
        return {};
    return {nodeAt(root, pointer.substr(0, slash)), pointerTokens(pointer.substr(slash)).front()};
}

bool add(Resource& resource, std::string_view pointer, Node value)
{
    Editor editor = resource.editor();
    if (pointer.empty())
        return bool(editor.replace(resource.root(), value));
    const Place place = placeOf(resource.root(), pointer);
    if (place.parent.isMapping())
        return bool(editor.set(place.parent, place.token, value));
    if (!place.parent.isSequence())
        return false;
    if (place.token == "-")
        return bool(editor.append(place.parent, value));
    std::size_t index = 0;
    return sequenceIndex(place.token, index) && index <= place.parent.size() && editor.insert(place.parent, index, value);
}

bool remove(Resource& resource, std::string_view pointer)
{
    const Place place = placeOf(resource.root(), pointer);
    Editor editor = resource.editor();
    if (place.parent.isMapping())
        return editor.remove(place.parent, place.token);
    std::size_t index = 0;
    return place.parent.isSequence() && sequenceIndex(place.token, index) && editor.remove(place.parent, index);
}

bool apply(Resource& resource, Node operation, Work& work)
{
    const std::string_view op = operation["op"].text();
    const std::string_view path = operation["path"].text();
    if (!path.empty() && path.front() != '/')
        return false;
    const Node value = operation["value"];
    if (op == "add")
        return bool(value) && add(resource, path, value);
    if (op == "remove")
        return remove(resource, path);
    const Node target = nodeAt(resource.root(), path);
    if (op == "replace" && !target) // kustomize's JSON patch library adds a key of a mapping that is not there
        return bool(value) && placeOf(resource.root(), path).parent.isMapping() && add(resource, path, value);
    if (op == "replace")
        return bool(value) && resource.editor().replace(target, value);
    const auto affordable = [&work](Node whole) { return work.spend(Work::nodes(whole) / 16 + 1); };
    if (op == "test")
        return bool(target) && affordable(target) && document::contentHash(target) == document::contentHash(value);
    const std::string_view from = operation["from"].text();
    const Node source = nodeAt(resource.root(), from);
    if ((op != "move" && op != "copy") || !source || path.starts_with(std::string(from) + "/") || !affordable(source))
        return false;
    const Document moved = document::cloneOf(source);
    return (op == "copy" || remove(resource, from)) && add(resource, path, moved.root());
}

} // namespace

bool isJsonPatch(Node node)
{
    if (!node.isSequence() || node.size() == 0)
        return false;
    for (const Node operation : node)
        if (!operation["op"].isString() || !operation["path"].isScalar())
            return false;
    return true;
}

bool applyJsonPatch(Resource& resource, Node operations, Work& work)
{
    // Each may move all that is there, and what the others added.
    if (!work.spendMerging(resource.root(), operations) || !work.spendMerging(operations, operations)) {
        resource.touched("", tooMuchWork);
        return false;
    }
    for (const Node operation : operations) {
        if (apply(resource, operation, work))
            continue;
        const std::string_view path = operation["path"].text();
        resource.touched(path.starts_with('/') ? path : std::string_view{},
                         "a JSON patch operation that does not fit this object");
        return false;
    }
    return true;
}

} // namespace bartizan::importers
