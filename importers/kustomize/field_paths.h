// SPDX-License-Identifier: GPL-3.0-or-later
// Walking the "field specs" by which kustomize's transformers find what they change: "spec/template/spec/containers[]".
#pragma once

#include "importers/kustomize/resource.h"

#include <functional>

namespace bartizan::importers {

// A path in kinds of objects. `group` "*" and `kind` "" are any.
struct FieldSpec {
    std::string_view group, kind, path;
    bool create = false; // mappings on the way, and the field itself, are made when they are not there
};

// Where a path leads: the mapping that holds (or will hold) the last key. Names with "[]" are lists, each element of
// which is followed.
struct FieldPlace {
    document::Node parent;
    std::string_view key;
    document::Node value() const { return parent[key]; }
};

// Calls visit for every place that `spec` names in the resource, if the resource is of its kind. Created mappings cite
// `origin`. The visitor may change what it is given through resource.editor().
void forEachField(Resource& resource, const FieldSpec& spec, document::Node origin,
                  const std::function<void(const FieldPlace&)>& visit);

bool fits(const Resource& resource, const FieldSpec& spec);

} // namespace bartizan::importers
