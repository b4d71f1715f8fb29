// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nca_state.h"

#include "model/inventory/visit.h"
#include "model/resolve/resolve.h"
#include "tests/support/import_file.h"
#include "tests/support/nca_mesh.h"
#include "tests/support/paths.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <map>

namespace bartizan::test {
namespace {

using connectivity::AddressRange;
using connectivity::AddressSet;
using connectivity::PortSet;

QJsonObject objectAt(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toObject();
}

QString textAt(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString();
}

// docs.tigera.io, "Workload endpoint": the same pod, its labels and named ports.
QJsonObject podOf(const QJsonObject& endpoint)
{
    const QJsonObject from = objectAt(endpoint, "metadata"), spec = objectAt(endpoint, "spec");
    QJsonArray ports;
    for (const auto& value : spec[QLatin1String("ports")].toArray()) {
        const QJsonObject port = value.toObject();
        ports.append(QJsonObject{{QStringLiteral("name"), textAt(port, "name")},
                                 {QStringLiteral("protocol"), textAt(port, "protocol")},
                                 {QStringLiteral("containerPort"), port[QLatin1String("port")]}});
    }
    const QString pod = textAt(spec, "pod"), name = pod.isEmpty() ? textAt(from, "name") : pod;
    const QJsonObject container{{QStringLiteral("name"), QStringLiteral("main")},
                                {QStringLiteral("image"), QStringLiteral("main:1")},
                                {QStringLiteral("ports"), ports}};
    return {{QStringLiteral("apiVersion"), QStringLiteral("v1")},
            {QStringLiteral("kind"), QStringLiteral("Pod")},
            {QStringLiteral("metadata"), QJsonObject{{QStringLiteral("name"), name},
                                                     {QStringLiteral("namespace"), textAt(from, "namespace")},
                                                     {QStringLiteral("labels"), from[QLatin1String("labels")]}}},
            {QStringLiteral("spec"), QJsonObject{{QStringLiteral("containers"), QJsonArray{container}}}}};
}

class Reader {
public:
    explicit Reader(NcaState& state) : m_state(state) {}

    void read(const std::filesystem::path& file)
    {
        std::string text = readFile(file).value_or("");
        const QJsonDocument json = QJsonDocument::fromJson(QByteArray::fromStdString(text));
        if (json.isArray()) {
            for (const auto& value : json.array())
                readObject(value.toObject());
        } else if (json.isObject()) {
            readObject(json.object());
        } else {
            // Kubernetes has no such version of Pod; the oracle's tool goes by the kind alone.
            const std::string wrong = "apiVersion: apps/v1\nkind: Pod\n";
            for (std::size_t at = text.find(wrong); at != std::string::npos; at = text.find(wrong, at))
                text.replace(at, wrong.size(), "apiVersion: v1\nkind: Pod\n");
            append(m_inventory, importFile(std::move(text), {}, file.filename().string()));
        }
    }

    Inventory take() { return std::move(m_inventory); }

private:
    void readObject(const QJsonObject& object)
    {
        const QString kind = textAt(object, "kind");
        if (kind == QLatin1String("HostEndpoint")) {
            ++m_state.hostEndpoints;
        } else if (kind == QLatin1String("WorkloadEndpoint")) {
            importObject(podOf(object));
        } else if (kind == QLatin1String("HostEndpointList") || kind == QLatin1String("WorkloadEndpointList") ||
                   hasEndpoints(object)) {
            for (const auto& value : object[QLatin1String("items")].toArray())
                readObject(value.toObject());
        } else {
            importObject(object);
        }
    }

    static bool hasEndpoints(const QJsonObject& list)
    {
        const QJsonArray items = list[QLatin1String("items")].toArray();
        return std::any_of(items.begin(), items.end(), [](const QJsonValue& item) {
            return textAt(item.toObject(), "kind").endsWith(QLatin1String("Endpoint"));
        });
    }

    void importObject(const QJsonObject& object)
    {
        append(m_inventory, importFile(QJsonDocument(object).toJson(QJsonDocument::Indented).toStdString(), {}, "topology.json"));
    }

    NcaState& m_state;
    Inventory m_inventory;
};

void keepOnly(Inventory& inventory, const std::string& only)
{
    const auto other = [&](const auto& record) {
        const Identity& identity = inventory.object(record.object).identity;
        const bool isNameAlone = only.find('/') == std::string::npos;
        return only != (isNameAlone ? identity.name : identity.ns + "/" + identity.name);
    };
    auto& kubernetes = inventory.networkPolicies;
    kubernetes.erase(std::remove_if(kubernetes.begin(), kubernetes.end(), other), kubernetes.end());
    auto& others = inventory.trafficPolicies;
    others.erase(std::remove_if(others.begin(), others.end(), other), others.end());
    auto& access = inventory.meshAccessPolicies;
    access.erase(std::remove_if(access.begin(), access.end(), other), access.end());
    auto& egress = inventory.meshEgress;
    egress.erase(std::remove_if(egress.begin(), egress.end(), other), egress.end());
}

} // namespace

NcaState ncaState(const std::vector<std::filesystem::path>& files, const std::string& only)
{
    NcaState state;
    Reader reader(state);
    std::set<std::filesystem::path> all; // a file may be named for its namespaces and for its pods
    for (std::filesystem::path file : files) {
        if (file.filename() == "**")
            file = file.parent_path();
        if (std::filesystem::is_directory(file))
            for (const std::filesystem::path& below : filesBelow(file))
                all.insert(below);
        else
            all.insert(file);
    }
    for (const std::filesystem::path& file : all)
        reader.read(file);
    const auto kept = std::make_shared<Model>(Model{reader.take(), {}});
    Model& model = *kept;
    if (!only.empty())
        keepOnly(model.inventory, only);
    std::map<std::string, std::string> owners;
    for (Object& object : model.inventory.objects) {
        const Identity& identity = object.identity;
        state.aboveNetwork |= identity.kind == "Ingress";
        if (identity.kind == "Pod" && !object.owners.empty()) {
            owners[identity.ns + "/" + identity.name] = object.owners.front().name;
            object.owners.clear();
        }
    }
    model.architecture = resolve(model.inventory, shippedCatalogue());
    for (const Workload& workload : model.architecture.workloads) {
        NcaPod pod{workload.ns, workload.name, {}};
        if (const auto owner = owners.find(pod.key()); workload.kind == "Pod" && owner != owners.end())
            pod.owner = owner->second;
        state.pods.push_back(std::move(pod));
    }
    state.connectivity = connectivity::Connectivity::of(connectivity::worldOf(model));
    state.model = kept;
    state.mesh = connectivity::MeshReach::of(model, state.connectivity->world(), "istio-config"); // as the tool has it
    return state;
}

bool sameConnection(const PortSet& a, const PortSet& b)
{
    return a.isEverything() ? b.isEverything() : a == b;
}

std::optional<std::size_t> rangeOf(const NcaState& state, const AddressRange& range)
{
    const std::vector<AddressRange>& ranges = state.connectivity->ranges();
    for (std::size_t i = 0; i < ranges.size(); ++i)
        if (ranges[i].first.v6 == range.first.v6 && ranges[i].first <= range.first && range.last <= ranges[i].last)
            return i;
    return std::nullopt;
}

bool sameConnectivity(const NcaState& a, const NcaState& b)
{
    using Ends = std::pair<std::optional<NcaEnd>, std::optional<NcaEnd>>; // the same in either; a pod may be in one alone
    std::vector<Ends> pods, outside;
    std::map<std::string, Ends> byKey;
    for (std::size_t i = 0; i < a.pods.size(); ++i)
        byKey[a.pods[i].key()].first = ncaPod(i);
    for (std::size_t i = 0; i < b.pods.size(); ++i)
        byKey[b.pods[i].key()].second = ncaPod(i);
    for (const auto& [key, ends] : byKey)
        pods.push_back(ends);
    std::vector<AddressSet> sets;
    for (const NcaState* state : {&a, &b}) {
        for (const AddressRange& range : state->connectivity->ranges())
            sets.emplace_back(range);
        for (const AddressSet& set : state->mesh->blocks())
            sets.push_back(set);
    }
    for (const AddressRange& range : connectivity::cutAt(sets)) {
        const auto inA = rangeOf(a, range), inB = rangeOf(b, range);
        if (inA && inB)
            outside.emplace_back(ncaAddresses(*inA, range), ncaAddresses(*inB, range));
    }
    std::set<std::string> names; // of both: what the other has no ServiceEntry for is a host like any other
    for (const NcaState* state : {&a, &b})
        names.insert(state->mesh->externalHosts().begin(), state->mesh->externalHosts().end());
    for (const std::string& name : names)
        outside.emplace_back(ncaHost(name), ncaHost(name));
    const bool mesh = a.mesh->any() || b.mesh->any();
    const auto same = [&](const Ends& from, const Ends& to) {
        const PortSet inA = networkOf(a, from.first, to.first), inB = networkOf(b, from.second, to.second);
        if (!mesh)
            return sameConnection(inA, inB);
        return sameConnection(inA | connectivity::tcpPorts(), inB | connectivity::tcpPorts()) &&
               sameTcp(meshOf(a, from.first, to.first), meshOf(b, from.second, to.second));
    };
    return std::all_of(pods.begin(), pods.end(), [&](const Ends& one) {
        return std::all_of(pods.begin(), pods.end(), [&](const Ends& other) { return same(one, other); }) &&
               std::all_of(outside.begin(), outside.end(),
                           [&](const Ends& other) { return same(one, other) && same(other, one); });
    });
}

} // namespace bartizan::test
