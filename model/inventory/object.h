// SPDX-License-Identifier: GPL-3.0-or-later
// One Kubernetes object as it was read, whatever its kind. Identity is (cluster, API group, kind, namespace, name);
// equal content in several places is one Object with `alsoAt`; different content makes variants, of which one is
// applied (product.md rule 8). Typed records (pod.h, network.h, ...) point back here with an ObjectId.
#pragma once

#include "model/evidence.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace bartizan {

struct Identity {
    std::string cluster; // "" when the input holds one cluster
    std::string group;   // "" = core, "apps", "networking.k8s.io"
    std::string kind;
    std::string ns; // "" for cluster-scoped kinds; "default" when a namespaced kind has none written
    std::string name;
    friend auto operator<=>(const Identity&, const Identity&) = default;
};

// Why an object that was read is not part of the reviewed system. It may still serve as a nearest miss.
enum class NotApplied {
    no,        // it IS applied
    variant,   // another deployable's version of this identity is reviewed
    component, // only a kustomize component/patch/base that no reviewed root reaches
    patch,     // a patch ($patch, or a workload without container images)
    templated, // an unrendered template
    crd,       // a CustomResourceDefinition describes, it does not deploy
    example,   // a folder of tests or examples
    transient, // Event, Lease, ControllerRevision: history, never the system
};

struct OwnerReference {
    std::string apiVersion, kind, name, uid;
    bool controller = false;
};

struct Object {
    Identity identity;
    std::string version;          // "v1", "v1beta1"
    bool namespaceWritten = true; // false: `default` was assumed (namespaced kinds only)
    std::string uid;
    std::uint64_t resourceVersion = 0; // of the API server; 0 = none written. Says which of two copies is newer
    std::string created;               // RFC 3339 as written, "" if absent
    std::string generateName;
    std::optional<std::int64_t> generation;
    Attributes labels;
    Attributes annotations; // credential-like values are not kept (value "", text masked)
    std::vector<OwnerReference> owners;
    Evidence evidence;                          // the whole object
    std::vector<Evidence> alsoAt;               // equal content elsewhere
    std::array<std::uint64_t, 2> contentHash{}; // without status, managedFields and other server-set metadata
    DeployableId deployable;
    bool running = false;     // read from an API server (has uid and resourceVersion)
    bool lastApplied = false; // carries a last-applied-configuration annotation (its content is never kept)
    std::string helmSource;   // text of Helm's "# Source:" comment
    NotApplied notApplied = NotApplied::no;
    std::string notAppliedReason;             // a sentence, when not applied
    std::vector<Fact<std::string>> unknownAt; // pointers touched by something that could not be applied; value says what
    bool applied() const { return notApplied == NotApplied::no; }
};

std::string apiVersionOf(const Object& object);    // "apps/v1", "v1"
std::string displayName(const Identity& identity); // "Deployment shop/cart", "ClusterRole admin"

// "dialect:namespace/name" as it is called where the input holds several clusters: "dialect:cluster//namespace/name", so that
// ids meet within a cluster only. Unchanged where `cluster` is "" and where it is no such id.
std::string idWithin(std::string id, const std::string& cluster);

// Kubernetes LabelSelector (meta/v1): all requirements must hold; an empty selector matches everything, a null
// selector (present=false) matches nothing unless the field's documentation says otherwise.
struct SelectorRequirement {
    enum class Op { in, notIn, exists, doesNotExist };
    std::string key;
    Op op = Op::in;
    std::vector<std::string> values; // sorted
};
struct Selector {
    bool present = false;
    std::vector<SelectorRequirement> requirements; // matchLabels become `in` with one value
    Evidence evidence;
    bool empty() const { return present && requirements.empty(); }
};
bool matches(const Selector& selector, const Attributes& labels);
std::string toText(const Selector& selector); // "app=web, tier in (a, b)"; "everything" when empty

} // namespace bartizan
