// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kustomize/field_paths.h"

#include "importers/kubernetes/object.h"

namespace bartizan::importers {
namespace {

using document::Node;
using document::NodeKind;

void walk(Resource& resource, Node node, std::string_view path, bool create, Node origin,
          const std::function<void(const FieldPlace&)>& visit)
{
    if (!node.isMapping())
        return;
    const std::string_view name = path.substr(0, path.find('/'));
    if (name.size() == path.size()) {
        visit({node, name});
        return;
    }
    const std::string_view rest = path.substr(name.size() + 1);
    if (name.ends_with("[]")) {
        for (const Node element : node[name.substr(0, name.size() - 2)])
            walk(resource, element, rest, create, origin, visit);
        return;
    }
    Node next = node[name];
    if (next.isNull() && create)
        next = resource.editor().set(node, name, {NodeKind::mapping, {}, origin});
    walk(resource, next, rest, create, origin, visit);
}

} // namespace

bool fits(const Resource& resource, const FieldSpec& spec)
{
    return (spec.kind.empty() || resource.root()["kind"].text() == spec.kind) &&
           (spec.group == "*" || groupOf(resource.root()["apiVersion"].text()) == spec.group);
}

void forEachField(Resource& resource, const FieldSpec& spec, Node origin, const std::function<void(const FieldPlace&)>& visit)
{
    if (fits(resource, spec))
        walk(resource, resource.root(), spec.path, spec.create, origin, visit);
}

} // namespace bartizan::importers
