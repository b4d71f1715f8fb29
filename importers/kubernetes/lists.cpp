// SPDX-License-Identifier: GPL-3.0-or-later
// Answers that hold several objects: `kubectl get -o json` (kind List), the API's typed lists (DeploymentList, whose
// items lack kind and apiVersion) and `cluster-info dump` (many typed lists). What a list from an API server covers
// becomes scope: a typed list its kind, a kubectl List the kinds it contains.
#include "importers/kubernetes/fields.h"
#include "importers/kubernetes/kinds.h"
#include "importers/kubernetes/lists.h"
#include "importers/kubernetes/object.h"
#include "model/discard.h"
#include "model/inventory/visit.h"

#include <future>
#include <map>
#include <set>

namespace bartizan::importers {

using document::Node;

namespace {

constexpr std::size_t worthThreads = 512; // items
constexpr int maxNesting = 4;             // a List that a person wrapped in a List, and no deeper than that makes sense

void note(Node at, ProblemSeverity severity, std::string id, std::string message, const Limits& limits, Inventory& out)
{
    Problem problem;
    problem.severity = severity;
    problem.id = std::move(id);
    problem.message = std::move(message);
    problem.evidence = at.maskedEvidence();
    addProblem(out, limits, std::move(problem));
}

// "DeploymentList" -> "Deployment"; "" for List itself.
std::string_view itemKind(std::string_view listKind)
{
    return listKind.substr(0, listKind.size() - 4);
}

bool sameKindAndNamespace(const Identity& a, const Identity& b)
{
    return a.kind == b.kind && a.ns == b.ns && a.group == b.group;
}

struct Covered {
    std::set<std::string> kinds;      // qualified
    std::set<std::string> namespaces; // of namespaced objects
    std::set<std::string> clusterKinds;
    bool fromServer = false;
};

class ListImport {
public:
    ListImport(const Limits& limits, Inventory& out, unsigned threads = 1) : m_limits(limits), m_threads(threads), m_out(out) {}

    void run(Node root)
    {
        const std::size_t firstObject = m_out.objects.size();
        unwrap(root, 0);
        if (!m_limits.stop.stop_requested())
            cover(root, firstObject);
    }

private:
    void unwrap(Node list, int depth)
    {
        const Node items = list["items"];
        if (items.isNull())
            return;
        if (!items.isSequence()) {
            note(items, ProblemSeverity::warning, "unexpected-type",
                 "expected a list at " + items.pointer() + ", found " + std::string(nameOf(items.kind())), m_limits, m_out);
            return;
        }
        const std::string_view apiVersion = list["apiVersion"].text();
        const std::string_view kind = itemKind(list["kind"].text());
        const Range all{0, items.size()};
        reserve(items, all, kind);
        if (m_threads < 2 || items.size() < worthThreads || !shared(items, apiVersion, kind, depth))
            each(items, all, apiVersion, kind, depth);
    }

    struct Range {
        std::size_t first = 0, last = 0;
    };

    // Each thread fills an inventory of its own with a part of the items; appended in order they are what one thread
    // would have made, unless the file's problems reach their limit. False: nothing was done.
    bool shared(Node items, std::string_view apiVersion, std::string_view kind, int depth)
    {
        std::vector<Inventory> parts(m_threads);
        const auto fill = [&](std::size_t i) {
            const Range range{items.size() * i / m_threads, items.size() * (i + 1) / m_threads};
            ListImport part(m_limits, parts[i]);
            part.reserve(items, i == 0 ? Range{0, items.size()} : range, kind); // the first one takes the others in
            part.each(items, range, apiVersion, kind, depth);
        };
        {
            std::vector<std::future<void>> others; // waited for at the end of this block, whatever is thrown
            for (std::size_t i = 1; i < parts.size(); ++i)
                others.push_back(std::async(std::launch::async | std::launch::deferred, fill, i));
            fill(0);
            for (std::future<void>& other : others)
                other.get();
        }
        if (m_limits.stop.stop_requested()) {
            discard(std::move(parts));
            return true;
        }
        std::size_t problems = m_out.problems.size();
        for (const Inventory& part : parts)
            problems += part.problems.size();
        if (problems >= m_limits.problemsPerFile)
            return false;
        for (Inventory& part : parts)
            append(m_out, std::move(part));
        return true;
    }

    void each(Node items, Range range, std::string_view apiVersion, std::string_view kind, int depth)
    {
        for (std::size_t i = range.first; i < range.last && !m_limits.stop.stop_requested(); ++i) {
            const Node item = items.at(i);
            if (!item.isMapping()) {
                note(item, ProblemSeverity::warning, "unexpected-type",
                     "expected an object at " + item.pointer() + ", found " + std::string(nameOf(item.kind())), m_limits, m_out);
            } else if (isKubernetesList(item)) {
                if (depth + 1 < maxNesting)
                    unwrap(item, depth + 1);
                else
                    note(item, ProblemSeverity::warning, "limit-nested-lists",
                         "lists are nested deeper than " + std::to_string(maxNesting) + " levels; the inner ones are not read",
                         m_limits, m_out);
            } else if (isPartialMetadata(item)) {
                importPartialMetadata(item, m_limits, m_out);
            } else if (isKubernetesObject(item)) {
                importObject(item, {}, m_limits, m_out);
            } else if (!kind.empty() && !apiVersion.empty()) {
                importItem(item, apiVersion, kind, {}, m_limits, m_out);
            } else {
                note(item, ProblemSeverity::warning, "not-an-object",
                     "expected apiVersion and kind in the item of a list, found none; write the list with kubectl get -o yaml",
                     m_limits, m_out);
            }
        }
    }

    // Records are kilobytes: growing step by step would copy them and double the peak.
    void reserve(Node items, Range range, std::string_view listKind)
    {
        constexpr std::size_t worthIt = 64;
        const std::size_t count = range.last - range.first;
        if (count < worthIt)
            return;
        std::size_t pods = 0, templates = 0;
        for (std::size_t i = range.first; i < range.last && !m_limits.stop.stop_requested(); ++i) {
            const Node item = items.at(i);
            const Node own = item["kind"];
            const std::string_view kind = own ? own.text() : listKind;
            pods += kind == "Pod" ? 1U : 0U;
            templates +=
                kind == "Deployment" || kind == "ReplicaSet" || kind == "StatefulSet" || kind == "DaemonSet" || kind == "Job"
                    ? 1U
                    : 0U;
        }
        m_out.objects.reserve(m_out.objects.size() + count);
        m_out.workloads.reserve(m_out.workloads.size() + pods + templates);
        m_out.podStatuses.reserve(m_out.podStatuses.size() + pods);
    }

    // Only what an API server answered covers anything: a List that a person wrote is as complete as its folder.
    void cover(Node list, std::size_t firstObject)
    {
        const std::string_view listKind = list["kind"].text();
        const bool typed = listKind != "List";
        Covered covered;
        covered.fromServer = typed && !list["metadata"]["resourceVersion"].text().empty();
        for (std::size_t i = firstObject; i < m_out.objects.size(); ++i) {
            const Object& object = m_out.objects[i];
            covered.fromServer = covered.fromServer || object.running;
            if (i > firstObject && sameKindAndNamespace(object.identity, m_out.objects[i - 1].identity))
                continue; // most are: servers answer in this order
            const std::string kind = qualifiedKind(object.identity.group, object.identity.kind);
            if (object.identity.ns.empty()) {
                covered.clusterKinds.insert(kind);
            } else {
                covered.kinds.insert(kind);
                covered.namespaces.insert(object.identity.ns);
            }
        }
        if (!covered.fromServer)
            return;
        const Node next = list["metadata"]["continue"];
        const bool incomplete = next.isString() && !next.text().empty();
        if (incomplete) {
            note(next, ProblemSeverity::warning, "incomplete-list",
                 "this is one page of a longer list; the pages that are not in the input are unknown", m_limits, m_out);
            return;
        }
        const std::string source = typed ? std::string(listKind) : "List";
        for (const std::string& kind : covered.clusterKinds)
            m_out.scope.entries.push_back({kind, "*", ScopeState::read, source});
        // The same command asked for all kinds of the list: two namespaces in it show that it asked for all of them.
        const bool everywhere = covered.namespaces.size() > 1;
        for (const std::string& kind : covered.kinds)
            m_out.scope.entries.push_back({kind, everywhere ? "*" : *covered.namespaces.begin(), ScopeState::read, source});
    }

    const Limits& m_limits;
    const unsigned m_threads;
    Inventory& m_out;
};

} // namespace

bool isKubernetesList(const Node& root)
{
    if (!isKubernetesObject(root))
        return false;
    const std::string_view kind = root["kind"].text();
    return kind.size() >= 4 && kind.substr(kind.size() - 4) == "List" &&
           (root["items"].isSequence() || root["items"].kind() == document::NodeKind::null || kind == "List") && !root["spec"];
}

void importLists(const Node& root, const Limits& limits, Inventory& out)
{
    ListImport(limits, out).run(root);
}

void importLists(const Node& root, const Limits& limits, Inventory& out, unsigned threads)
{
    ListImport(limits, out, threads).run(root);
}

bool isKubernetesTable(const Node& root)
{
    return isKubernetesObject(root) && root["kind"].text() == "Table" && groupOf(root["apiVersion"].text()) == "meta.k8s.io";
}

void importTable(const Node& root, const Limits& limits, Inventory& out)
{
    note(root, ProblemSeverity::warning, "table-answer",
         "expected objects, found a Table made for printing, which leaves out their settings; export them with "
         "kubectl get -o yaml",
         limits, out);
}

bool isPartialMetadata(const Node& root)
{
    if (!isKubernetesObject(root) || groupOf(root["apiVersion"].text()) != "meta.k8s.io")
        return false;
    const std::string_view kind = root["kind"].text();
    return kind == "PartialObjectMetadata" || kind == "PartialObjectMetadataList";
}

void importPartialMetadata(const Node& root, const Limits& limits, Inventory& out)
{
    note(root, ProblemSeverity::note, "metadata-only",
         "expected objects, found their metadata only, which does not name their kind; export them with kubectl get -o yaml",
         limits, out);
}

bool isApiDiscovery(const Node& root)
{
    if (!root.isMapping() || !root["kind"].isString())
        return false;
    const std::string_view kind = root["kind"].text();
    return kind == "APIGroupDiscoveryList" || kind == "APIGroupList" || kind == "APIGroup" || kind == "APIResourceList" ||
           kind == "APIVersions";
}

// Which kinds a server has says nothing about what runs there.
void importApiDiscovery(const Node&, const Limits&, Inventory&) {}

bool isSingleObject(const Node& root)
{
    return isKubernetesObject(root);
}
void importSingleObject(const Node& root, const Limits& limits, Inventory& out)
{
    importObject(root, {}, limits, out);
}

} // namespace bartizan::importers
