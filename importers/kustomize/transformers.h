// SPDX-License-Identifier: GPL-3.0-or-later
// kustomize's built-in transformers: namespace, namePrefix, nameSuffix, labels, commonLabels, commonAnnotations, replicas
// and images, each on all resources that a kustomization has gathered. What they write cites the kustomization's lines.
// After kustomize's default transformer configuration (api/internal/konfig/builtinpluginconsts).
#pragma once

#include "importers/kustomize/resource.h"

namespace bartizan::importers {

void applyNamespace(Resources& resources, document::Node ns);
void applyNameAffixes(Resources& resources, document::Node prefix, document::Node suffix);
void applyLabels(Resources& resources, document::Node kustomization);      // labels and commonLabels
void applyAnnotations(Resources& resources, document::Node kustomization); // commonAnnotations
void applyReplicas(Resources& resources, document::Node kustomization);
void applyImages(Resources& resources, document::Node kustomization);

// A document that `transformers` names: true when it is a built-in LabelTransformer or AnnotationsTransformer, which
// then was applied to the fields that it lists.
bool applyBuiltInTransformer(Resources& resources, document::Node transformer);

} // namespace bartizan::importers
