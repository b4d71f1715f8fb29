// SPDX-License-Identifier: GPL-3.0-or-later
// Secret and ConfigMap objects by themselves: values in a manifest, copies in annotations, tokens, placeholders.
#include "analysis/says_is.h"
#include "analysis/verdicts.h"

#include <set>

namespace bartizan::analysis {
namespace {

using Name = std::array<std::string, 3>; // cluster, namespace, name

struct Uses {
    std::map<Name, std::set<WorkloadId>> secrets, configMaps;
};

Uses usesOf(const Context& context)
{
    Uses uses;
    for (std::size_t i = 0; i < context.architecture.workloads.size() && !context.stopped(); ++i) {
        const Workload& w = context.architecture.workloads[i];
        const auto add = [&](std::map<Name, std::set<WorkloadId>>& map, const std::string& name) {
            map[{w.cluster, w.ns, name}].insert(WorkloadId{i});
        };
        const PodSpec& pod = context.facts(WorkloadId{i}).record->pod;
        for (const Container& c : pod.containers) {
            for (const EnvVar& env : c.env) {
                if (env.from == EnvVar::From::secretKey)
                    add(uses.secrets, env.refName);
                if (env.from == EnvVar::From::configMapKey)
                    add(uses.configMaps, env.refName);
            }
            for (const EnvFrom& from : c.envFrom)
                add(from.secret ? uses.secrets : uses.configMaps, from.name);
        }
        for (const Volume& volume : pod.volumes)
            for (const VolumeSource& source : volume.sources) {
                if (source.type == "secret")
                    add(uses.secrets, source.name);
                if (source.type == "configMap")
                    add(uses.configMaps, source.name);
            }
        for (const std::string& name : pod.imagePullSecrets)
            add(uses.secrets, name);
    }
    return uses;
}

void raiseFor(FindingSink& sink, RuleId rule, const Cause& cause, const Identity& id, const std::set<WorkloadId>* users,
              const std::string& reason, const Evidence& line)
{
    Raise raise{rule, cause, reason, reason, {}, "", {line}, {}, ""};
    if (users && !users->empty()) {
        for (WorkloadId w : *users) {
            raise.workload = w;
            sink.raise(raise);
        }
        return;
    }
    raise.subject = id.kind + " " + id.ns + "/" + id.name;
    sink.raise(std::move(raise));
}

bool credential(const ValueFacts& value)
{
    return value.cls == ValueClass::credentialLike ||
           std::any_of(value.addresses.begin(), value.addresses.end(), [](const AddressToken& a) { return a.credentials; });
}

} // namespace

void raiseSecretObjects(const Context& context, FindingSink& sink)
{
    const Uses uses = usesOf(context);
    const auto usersOf = [](const std::map<Name, std::set<WorkloadId>>& map, const Identity& id) {
        const auto found = map.find({id.cluster, id.ns, id.name});
        return found == map.end() ? nullptr : &found->second;
    };
    for (const SecretRecord& secret : context.inventory.secrets) {
        const Object& o = context.object(secret.object);
        if (!o.applied())
            continue;
        const Identity& id = o.identity;
        const std::string name = "Secret " + id.ns + "/" + id.name;
        std::vector<std::string> values, placeholders;
        Evidence line = o.evidence;
        for (const SecretRecord::Key& key : secret.keys) {
            if (key.empty)
                continue;
            if (!key.placeholder && values.empty() && key.evidence.valid())
                line = key.evidence;
            (key.placeholder ? placeholders : values).push_back(key.name);
        }
        if (o.lastApplied)
            raiseFor(sink, "secrets-last-applied", causeObject(context, secret.object), id, usersOf(uses.secrets, id),
                     "A copy of the values of " + name + " stands in its last-applied-configuration annotation.", o.evidence);
        if (o.running) {
            if (secret.type == "kubernetes.io/service-account-token")
                raiseFor(sink, "privilege-legacy-token", causeObject(context, secret.object), id, nullptr,
                         name + " holds an account token that never expires.", o.evidence);
            continue;
        }
        if (!values.empty())
            raiseFor(sink, "secrets-in-manifest", causeObject(context, secret.object, line), id, usersOf(uses.secrets, id),
                     "The values of " + name + " are written in a manifest (" + listing(values) +
                         "): whoever reads the file reads them.",
                     line);
        else if (!placeholders.empty())
            raiseFor(sink, "secrets-placeholder", causeObject(context, secret.object), id, usersOf(uses.secrets, id),
                     name + " holds placeholders (" + listing(placeholders) + ").", o.evidence);
        if (secret.type == "kubernetes.io/service-account-token")
            raiseFor(sink, "privilege-legacy-token", causeObject(context, secret.object), id, nullptr,
                     name + " asks for an account token that never expires.", o.evidence);
    }
    for (const ConfigMapRecord& map : context.inventory.configMaps) {
        const Object& o = context.object(map.object);
        if (!o.applied() || usersOf(uses.configMaps, o.identity))
            continue;
        for (const ConfigMapRecord::Entry& entry : map.entries) {
            const Evidence* line = credential(entry.value) ? &entry.evidence : nullptr;
            for (const EnvVar& pair : entry.pairs)
                if (!line && credential(pair.value))
                    line = &pair.evidence;
            if (line) {
                raiseFor(sink, "secrets-config-map-unused", causeObject(context, map.object, *line), o.identity, nullptr,
                         "A credential-like value stands in ConfigMap " + o.identity.ns + "/" + o.identity.name + ", key " +
                             entry.key + ", which no workload in the input uses.",
                         *line);
                break;
            }
        }
    }
}

} // namespace bartizan::analysis
