// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/kubernetes/object.h"

#include "importers/document/content_hash.h"
#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/value.h"
#include "importers/kubernetes/words.h"

#include <algorithm>
#include <charconv>

namespace bartizan::importers {

using document::Node;
using document::NodeKind;

namespace {

constexpr std::string_view lastAppliedKey = "kubectl.kubernetes.io/last-applied-configuration";

bool isWrittenString(Node node)
{
    return node.isString() && !node.text().empty();
}

// Annotations in which tools keep a copy of the whole object, Secret values and all.
bool holdsCopy(std::string_view key, std::string_view value)
{
    if (key == lastAppliedKey || key == "kapp.k14s.io/original" || key == "objectset.rio.cattle.io/applied" ||
        key == "banzaicloud.com/last-applied")
        return true;
    return value.size() > 2 && value.front() == '{' && value.find("\"kind\":") != std::string_view::npos &&
           value.find("\"metadata\":") != std::string_view::npos;
}

bool keepAnnotation(std::string_view key, std::string_view value, bool ofSecret)
{
    if (holdsCopy(key, value) || (ofSecret && value.size() > 512))
        return false;
    // A configuration snippet: each line is judged.
    if (value.find('\n') != std::string_view::npos) {
        if (!credentialShape(value).empty() || !credentialWithin(value).empty())
            return false;
        const std::vector<FileLine> lines = linesIn(value);
        return std::none_of(lines.begin(), lines.end(),
                            [](const FileLine& line) { return line.facts.cls == ValueClass::credentialLike; });
    }
    if (key.substr(0, 9) == "checksum/")
        return true;
    return classifyReference(key, value).cls != ValueClass::credentialLike;
}

void readOwners(const Fields& fields, Node metadata, Object& object)
{
    for (const Node owner : fields.list(metadata, "ownerReferences")) {
        object.owners.push_back({fields.text(owner, "apiVersion"), fields.text(owner, "kind"), fields.text(owner, "name"),
                                 fields.text(owner, "uid"), fields.flag(owner, "controller")});
    }
}

bool namespacedKind(const KindRow* row, std::string_view kind, bool namespaceWritten)
{
    if (row)
        return row->namespaced;
    return namespaceWritten || kind.substr(0, 7) != "Cluster"; // nobody tells: most kinds are namespaced
}

bool emptyMap(Node object, std::string_view key)
{
    const Node map = object["metadata"][key];
    return map.isMapping() && map.size() == 0;
}

// Of a Secret only the names of the keys: nothing that is kept may derive from a value.
std::array<std::uint64_t, 2> hashOf(Node node, bool secret)
{
    document::ContentHash hash = document::contentHash(
        node, {"/apiVersion", "/kind", "/status", "/metadata/uid", "/metadata/resourceVersion", "/metadata/creationTimestamp",
               "/metadata/generation", "/metadata/managedFields", "/metadata/selfLink",
               "/metadata/annotations/kubectl.kubernetes.io~1last-applied-configuration", secret ? "/data" : "/status",
               secret ? "/stringData" : "/status", emptyMap(node, "annotations") ? "/metadata/annotations" : "/status",
               emptyMap(node, "labels") ? "/metadata/labels" : "/status"});
    if (secret) {
        std::vector<std::string_view> keys;
        for (const std::string_view part : {"data", "stringData"}) {
            for (const Node entry : node[part])
                keys.push_back(entry.key());
        }
        std::sort(keys.begin(), keys.end());
        std::uint64_t mix = 14695981039346656037ULL; // FNV-1a
        for (const std::string_view key : keys) {
            for (const char c : key)
                mix = (mix ^ static_cast<unsigned char>(c)) * 1099511628211ULL;
            mix = (mix ^ 0xffU) * 1099511628211ULL;
        }
        hash.low ^= mix;
    }
    return {hash.high, hash.low};
}

void markNotApplied(Node node, Object& object)
{
    const Identity& id = object.identity;
    const auto mark = [&](NotApplied why, std::string reason) {
        object.notApplied = why;
        object.notAppliedReason = std::move(reason);
    };
    if (id.kind == "CustomResourceDefinition" && id.group == "apiextensions.k8s.io")
        mark(NotApplied::crd, "a CustomResourceDefinition describes a kind and deploys nothing");
    else if ((id.kind == "Event" && (id.group.empty() || id.group == "events.k8s.io")) ||
             (id.kind == "Lease" && id.group == "coordination.k8s.io") || (id.kind == "ControllerRevision" && id.group == "apps"))
        mark(NotApplied::transient, "the cluster's own bookkeeping");
    else if (id.name.find("{{") != std::string::npos || id.ns.find("{{") != std::string::npos)
        mark(NotApplied::templated, "a template that was not rendered");
    else if (node["$patch"] || node["spec"]["$patch"])
        mark(NotApplied::patch, "a patch for an object that is written elsewhere");
}

void readMetadata(const Fields& fields, const KindRow* row, Object& object)
{
    const Node node = fields.context().node;
    const Node metadata = fields.mapping(node, "metadata");
    const std::string ns = fields.text(metadata, "namespace");
    if (namespacedKind(row, object.identity.kind, !ns.empty())) {
        object.identity.ns = ns.empty() ? "default" : ns;
        object.namespaceWritten = !ns.empty();
    }
    object.identity.name = fields.text(metadata, "name");
    object.generateName = fields.text(metadata, "generateName");
    object.uid = fields.text(metadata, "uid");
    object.created = fields.text(metadata, "creationTimestamp");
    object.generation = metadata["generation"].asInt();
    const std::string_view version = metadata["resourceVersion"].text();
    std::from_chars(version.data(), version.data() + version.size(), object.resourceVersion);
    object.running = !object.uid.empty() && !version.empty();
    object.labels = fields.attributes(metadata, "labels");
    object.annotations = readAnnotations(fields, metadata, object.identity.kind == "Secret" && object.identity.group.empty());
    object.lastApplied = find(object.annotations, lastAppliedKey) != nullptr;
    readOwners(fields, metadata, object);
    if (const Node name = metadata["name"]; name && object.evidence.text().empty())
        object.evidence.quote(object.evidence.pointer(), "name: " + shortened(name.text()));
    if (object.identity.name.empty() && object.generateName.empty() && (!row || row->import))
        fields.problem("missing-name", "expected a name at /metadata/name, found none", metadata ? metadata : node);
}

ObjectId importAs(Node node, std::string_view apiVersion, std::string_view kind, const Limits& limits, Inventory& out)
{
    const ObjectId id(out.objects.size());
    Object object;
    const std::size_t slash = apiVersion.rfind('/');
    object.identity.group = groupOf(apiVersion);
    object.version = slash == std::string_view::npos ? apiVersion : apiVersion.substr(slash + 1);
    object.identity.kind = kind;
    ++out.documentsByKind[std::string(apiVersion) + "/" + object.identity.kind];
    const KindRow* row = findKind(object.identity.group, kind);
    object.evidence = node.evidence(id);
    object.helmSource = node.document()->helmSource();
    const ObjectContext context{node, id, limits, out};
    readMetadata(Fields(context), row, object);
    object.contentHash = hashOf(node, object.identity.kind == "Secret" && object.identity.group.empty());
    markNotApplied(node, object);
    out.objects.push_back(std::move(object));
    if (row && row->import)
        row->import(context);
    return id;
}

} // namespace

Attributes readAnnotations(const Fields& fields, Node metadata, bool ofSecret)
{
    Attributes result;
    const Node annotations = fields.mapping(metadata, "annotations");
    const ObjectId id = fields.context().object;
    result.reserve(annotations.size());
    for (const Node entry : annotations) {
        const std::string_view key = entry.key();
        if (entry.kind() != NodeKind::skipped && !entry.isScalar()) {
            fields.unexpected(entry, "a string");
            continue;
        }
        if (entry.isScalar() && !entry.isString() && !entry.isNull())
            fields.unexpected(entry, "a string");
        if (entry.kind() == NodeKind::skipped || !keepAnnotation(key, entry.text(), ofSecret))
            result.push_back({std::string(key), {}, entry.maskedEvidence(id)});
        else
            result.push_back({std::string(key), entry.string(), entry.evidence(id)});
    }
    sortByKey(result);
    return result;
}

std::string_view groupOf(std::string_view apiVersion)
{
    const std::size_t slash = apiVersion.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : apiVersion.substr(0, slash);
}

std::string qualifiedKind(std::string_view group, std::string_view kind)
{
    return group.empty() ? std::string(kind) : std::string(kind) + "." + std::string(group);
}

bool isKubernetesObject(const Node& root)
{
    return root.isMapping() && isWrittenString(root["apiVersion"]) && isWrittenString(root["kind"]);
}

ObjectId importObject(Node node, FileId, const Limits& limits, Inventory& out)
{
    if (!isKubernetesObject(node))
        return {};
    return importAs(node, node["apiVersion"].text(), node["kind"].text(), limits, out);
}

ObjectId importItem(Node node, std::string_view apiVersion, std::string_view kind, FileId, const Limits& limits, Inventory& out)
{
    if (!node.isMapping())
        return {};
    const Node ownVersion = node["apiVersion"], ownKind = node["kind"];
    return importAs(node, isWrittenString(ownVersion) ? ownVersion.text() : apiVersion,
                    isWrittenString(ownKind) ? ownKind.text() : kind, limits, out);
}

} // namespace bartizan::importers
