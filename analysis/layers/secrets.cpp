// SPDX-License-Identifier: GPL-3.0-or-later
// Where credentials stand: only in Secrets or external stores, or in plain configuration. Values are never read here:
// importers kept only what kind of value it was.
#include "analysis/layers/layers.h"

#include <set>

namespace bartizan::analysis {
namespace {

struct Findings {
    std::vector<Evidence> env, arguments, configMaps;
    std::vector<std::string> names; // what holds a literal: variable, flag, key
    std::set<std::string> configMapNames, secretNames, unreadConfigMaps;
    std::size_t looked = 0;
    bool wholeSecret = false;
    Evidence wholeLine;
};

bool credential(const ValueFacts& value)
{
    if (value.cls == ValueClass::credentialLike)
        return true;
    return std::any_of(value.addresses.begin(), value.addresses.end(), [](const AddressToken& a) { return a.credentials; });
}

void readPod(const PodSpec& pod, Findings& out)
{
    for (const Container& c : pod.containers) {
        if (c.name == "istio-proxy" || c.name == "linkerd-proxy")
            continue;
        for (const EnvVar& env : c.env) {
            ++out.looked;
            if (env.from == EnvVar::From::literal && credential(env.value)) {
                out.env.push_back(env.evidence);
                addUnique(out.names, env.name);
            }
            if (env.from == EnvVar::From::secretKey)
                out.secretNames.insert(env.refName);
            if (env.from == EnvVar::From::configMapKey)
                out.configMapNames.insert(env.refName);
        }
        for (const EnvFrom& from : c.envFrom) {
            (from.secret ? out.secretNames : out.configMapNames).insert(from.name);
            if (from.secret) {
                out.wholeSecret = true;
                out.wholeLine = from.evidence;
            }
        }
        for (const Argument& argument : c.arguments) {
            ++out.looked;
            if (credential(argument.value)) {
                out.arguments.push_back(argument.evidence);
                addUnique(out.names, argument.flag.empty() ? "an argument of " + c.name : argument.flag);
            }
        }
    }
    for (const Volume& volume : pod.volumes)
        for (const VolumeSource& source : volume.sources) {
            if (source.type == "secret")
                out.secretNames.insert(source.name);
            if (source.type == "configMap")
                out.configMapNames.insert(source.name);
        }
}

} // namespace

LayerVerdict decideSecrets(const Context& context, WorkloadId id, FindingSink& sink)
{
    const Workload& w = context.workload(id);
    const WorkloadFacts& facts = context.facts(id);
    Findings f;
    readPod(facts.record->pod, f);
    const auto raise = [&](RuleId rule, ObjectId cause, const Evidence& line, std::string reason) {
        sink.raise(rule, causeObject(context, cause, line), id, decided(Verdict::missing, rule, std::move(reason), line));
    };
    if (!f.env.empty())
        raise("secrets-literal-env", w.object, f.env.front(),
              "A credential-like literal stands in the environment: " + listing(f.names) + ".");
    if (!f.arguments.empty())
        raise("secrets-literal-argument", w.object, f.arguments.front(),
              "A credential-like literal stands in the arguments: " + listing(f.names) + ".");
    for (const std::string& name : f.configMapNames) {
        const ConfigMapRecord* map = context.configMap(w.cluster, w.ns, name);
        if (!map) {
            if (name != "kube-root-ca.crt" && name != "istio-ca-root-cert")
                f.unreadConfigMaps.insert(name);
            continue;
        }
        for (const ConfigMapRecord::Entry& entry : map->entries) {
            ++f.looked;
            const Evidence* line = credential(entry.value) ? &entry.evidence : nullptr;
            for (const EnvVar& pair : entry.pairs)
                if (!line && credential(pair.value))
                    line = &pair.evidence;
            if (!line)
                continue;
            f.configMaps.push_back(*line);
            addUnique(f.names, "ConfigMap " + name + ", key " + entry.key);
            raise("secrets-config-map", map->object, *line,
                  "A credential-like value stands in ConfigMap " + w.ns + "/" + name + ", key " + entry.key + ".");
        }
    }
    std::vector<std::string> inManifest, copied;
    std::vector<Evidence> manifestLines, copyLines;
    for (const std::string& name : f.secretNames) {
        const SecretRecord* secret = context.secret(w.cluster, w.ns, name);
        if (!secret)
            continue;
        const Object& object = context.object(secret->object);
        const bool values = std::any_of(secret->keys.begin(), secret->keys.end(),
                                        [](const SecretRecord::Key& k) { return !k.empty && !k.placeholder; });
        if (!object.running && values) {
            inManifest.push_back(name);
            manifestLines.push_back(object.evidence);
        }
        if (object.lastApplied) {
            copied.push_back(name);
            copyLines.push_back(object.evidence);
        }
    }
    const bool exposed = !facts.entries.empty() || !facts.routes.empty();
    if (f.wholeSecret && exposed)
        raise("secrets-whole-env", w.object, f.wholeLine,
              "Every key of a Secret is put into the environment of a service that the outside reaches.");

    LayerVerdict verdict;
    if (!f.env.empty() || !f.arguments.empty() || !f.configMaps.empty()) {
        verdict = decided(Verdict::missing,
                          !f.env.empty()         ? RuleId("secrets-literal-env")
                          : !f.arguments.empty() ? RuleId("secrets-literal-argument")
                                                 : RuleId("secrets-config-map"),
                          "Credential-like literals stand in plain configuration: " + listing(f.names) + ".");
        for (const auto* list : {&f.env, &f.arguments, &f.configMaps})
            verdict.evidence.insert(verdict.evidence.end(), list->begin(), list->end());
    } else if (!inManifest.empty()) {
        verdict = decided(Verdict::partial, "secrets-in-manifest",
                          "Credentials come from Secret references, but the values of " + listing(inManifest) +
                              " are written in a manifest.");
        verdict.evidence = manifestLines;
    } else if (!copied.empty()) {
        verdict = decided(Verdict::partial, "secrets-last-applied",
                          "Credentials come from Secret references, but a copy of the values of " + listing(copied) +
                              " stands in an annotation of the Secret.");
        verdict.evidence = copyLines;
    } else if (!f.unreadConfigMaps.empty()) {
        const std::vector<std::string> names(f.unreadConfigMaps.begin(), f.unreadConfigMaps.end());
        verdict =
            decided(Verdict::unknown, "secrets-unknown", "ConfigMaps that it uses are not in the input: " + listing(names) + ".");
        verdict.settledBy.push_back({"ConfigMaps of namespace " + w.ns, "kubectl get configmaps -n " + w.ns + " -o yaml"});
    } else {
        const std::string none = f.looked == 0
                                     ? "no environment variable, argument or ConfigMap is set that could hold a credential"
                                     : "no credential-like literal was seen in " + counted(f.looked, "setting", "settings");
        verdict = decided(Verdict::present, "secrets-referenced",
                          capitalised((f.secretNames.empty() ? "" : "Credentials come from Secret references; ") + none + "."),
                          facts.record->pod.evidence);
    }
    if (verdict.verdict != Verdict::unknown && f.looked > 0)
        verdict.within =
            counted(f.looked, "environment, argument and ConfigMap setting", "environment, argument and ConfigMap settings");
    return verdict;
}

} // namespace bartizan::analysis
