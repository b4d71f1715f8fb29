// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of what Istio's security kinds share (istio/api security/v1, type/v1beta1/selector.proto): the workloads
// that a policy is for, and the fields that its schema has. What the CRD's schema or istiod's validating webhook refuses
// makes the object invalid, with a Problem at its line. One reader belongs to one object and lives on the stack of its
// import function.
#pragma once

#include "importers/kubernetes/strict_reader.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan::importers {

// What a policy is for instead of pods (type/v1beta1/selector.proto, PolicyTargetReference); empty: for pods.
struct IstioTargets {
    std::vector<std::string> gateways; // "gateway-api:namespace/name", as the gateways' own id
    std::vector<std::string> services; // "namespace/name"; of a ServiceEntry "ServiceEntry:namespace/name"
    std::vector<std::string> classes;  // names of a GatewayClass
};

template <class Record> // MeshAccessPolicy, MeshTokenCheck
void takeTargets(Record& record, IstioTargets targets)
{
    record.targetGateways = std::move(targets.gateways);
    record.targetServices = std::move(targets.services);
    record.targetClasses = std::move(targets.classes);
}

class IstioReader : public StrictReader {
public:
    explicit IstioReader(const ObjectContext& context) : StrictReader(context, "policy") {}

    // An API server drops fields that a schema does not have: a Problem for each, and the object counts without it.
    void onlyFields(document::Node node, std::initializer_list<std::string_view> known);
    // The node where it is a mapping; absent for null.
    document::Node mappingOf(document::Node node);
    // selector.matchLabels; present=false without labels: the whole namespace.
    Selector selector(document::Node spec);
    // targetRef and targetRefs, of which each has a name, is of the own namespace and of a kind that istiod takes.
    IstioTargets targets(document::Node spec);

    void refuse(std::string_view expected, std::string_view found, std::string_view remedy, document::Node at);
};

} // namespace bartizan::importers
