// SPDX-License-Identifier: GPL-3.0-or-later
// Istio's AuthorizationPolicy (istio/api security/v1/authorization_policy.proto): rules that require. One that the CRD's
// schema or istiod's validating webhook refuses gives no record, since it is in no cluster: read as something near it, a
// policy that denies would turn into one that allows.
#include "importers/gateways/facts.h"
#include "importers/meshes/istio.h"
#include "importers/meshes/istio_reader.h"
#include "importers/meshes/istio_texts.h"

#include <array>
#include <optional>

namespace bartizan::importers {
namespace {

using Action = MeshAccessPolicy::Action;

enum class Form { text, port, block, account, path };

struct Fault {
    std::string_view expected, found, remedy;
};

struct Field {
    std::string_view key;
    std::vector<std::string>* values;
    Form form = Form::text;
};

bool isPort(std::string_view text)
{
    return portNumber(text) != 0;
}

std::optional<Fault> faultOf(std::string_view text, Form form)
{
    if (form == Form::port && !isPort(text))
        return Fault{"port numbers from 1 to 65535", "another text", "write each number in quotes; names are not taken"};
    if (form == Form::block && !isAddressRange(text))
        return Fault{"addresses or blocks of addresses in CIDR notation", "another text",
                     "write an IPv4 or IPv6 address, and a slash and the prefix length for more than one"};
    if (form == Form::account && !isIstioAccount(text))
        return Fault{"service accounts", "another text",
                     "write the name of each, with its namespace and a slash before it if need be; wildcards are not taken"};
    if (form == Form::path && !isIstioPath(text))
        return Fault{"paths with braces only as the segments {*} and {**}", "another text",
                     "write each template as a segment of its own, {**} as the last of them, and no other wildcard beside them"};
    if (text.empty())
        return Fault{"texts in a list of a rule", "an empty one", "write what is to match, or remove it"};
    return std::nullopt;
}

std::vector<std::string> list(IstioReader& reader, Node parent, std::string_view key, Form form)
{
    std::vector<std::string> result;
    for (const Node value : reader.strings(parent, key)) {
        if (const std::optional<Fault> fault = faultOf(value.text(), form))
            reader.refuse(fault->expected, fault->found, fault->remedy, value);
        result.push_back(value.string());
    }
    if (form == Form::account && result.size() > maxIstioAccounts)
        reader.refuse("at most 16 service accounts in a list", "more", "write the others in another entry of the rule",
                      parent[key]);
    return result;
}

// An API server keeps an empty list, istiod reads it as none.
bool noneIn(Node list)
{
    return list.isNull() || (list.isSequence() && list.size() == 0);
}

// Without a value in any of them an entry would match everything, and istiod refuses it.
template <std::size_t N>
void readFields(IstioReader& reader, Node node, const std::array<Field, N>& fields)
{
    bool any = false;
    for (const Field& field : fields) {
        *field.values = list(reader, node, field.key, field.form);
        any = any || !field.values->empty();
    }
    if (!any && reader.valid())
        reader.refuse("a field with a value in a source or operation", "none",
                      "write what is to match, or remove the list for no restriction", node);
}

// The one field of an entry of `from` and `to`, which istiod asks for.
Node content(IstioReader& reader, Node entry, std::string_view key)
{
    reader.onlyFields(entry, {key});
    if (entry[key].isNull())
        reader.refuse("the field " + std::string(key) + " in an entry of a rule", "none",
                      "write it, or remove the list for no restriction", entry);
    return reader.mapping(entry, key);
}

MeshAccessRule::Source sourceOf(IstioReader& reader, Node node)
{
    reader.onlyFields(node, {"principals", "notPrincipals", "namespaces", "notNamespaces", "serviceAccounts",
                             "notServiceAccounts", "ipBlocks", "notIpBlocks", "remoteIpBlocks", "notRemoteIpBlocks",
                             "requestPrincipals", "notRequestPrincipals", "trustDomains", "notTrustDomains"});
    MeshAccessRule::Source source;
    readFields(reader, node,
               std::array{Field{"principals", &source.principals}, Field{"notPrincipals", &source.notPrincipals},
                          Field{"namespaces", &source.namespaces}, Field{"notNamespaces", &source.notNamespaces},
                          Field{"serviceAccounts", &source.serviceAccounts, Form::account},
                          Field{"notServiceAccounts", &source.notServiceAccounts, Form::account},
                          Field{"ipBlocks", &source.ipBlocks, Form::block},
                          Field{"notIpBlocks", &source.notIpBlocks, Form::block},
                          Field{"remoteIpBlocks", &source.remoteIpBlocks, Form::block},
                          Field{"notRemoteIpBlocks", &source.notRemoteIpBlocks, Form::block},
                          Field{"requestPrincipals", &source.requestPrincipals},
                          Field{"notRequestPrincipals", &source.notRequestPrincipals},
                          Field{"trustDomains", &source.trustDomains}, Field{"notTrustDomains", &source.notTrustDomains}});
    if (!(source.serviceAccounts.empty() && source.notServiceAccounts.empty()) &&
        !(source.principals.empty() && source.notPrincipals.empty() && source.namespaces.empty() && source.notNamespaces.empty()))
        reader.refuse("service accounts apart from principals and namespaces in a source", "both in one",
                      "write them in two entries of from, or the namespace before the account with a slash between", node);
    return source;
}

MeshAccessRule::Operation operationOf(IstioReader& reader, Node node)
{
    reader.onlyFields(node, {"hosts", "notHosts", "ports", "notPorts", "methods", "notMethods", "paths", "notPaths"});
    MeshAccessRule::Operation operation;
    readFields(reader, node,
               std::array{Field{"hosts", &operation.hosts}, Field{"notHosts", &operation.notHosts},
                          Field{"ports", &operation.ports, Form::port}, Field{"notPorts", &operation.notPorts, Form::port},
                          Field{"methods", &operation.methods}, Field{"notMethods", &operation.notMethods},
                          Field{"paths", &operation.paths, Form::path}, Field{"notPaths", &operation.notPaths, Form::path}});
    return operation;
}

Form formOf(std::string_view attribute)
{
    if (attribute == "source.ip" || attribute == "remote.ip" || attribute == "destination.ip")
        return Form::block;
    if (attribute == "destination.port")
        return Form::port;
    return attribute == "source.serviceAccount" ? Form::account : Form::text;
}

MeshAccessRule::Condition conditionOf(IstioReader& reader, Node node)
{
    reader.onlyFields(node, {"key", "values", "notValues"});
    MeshAccessRule::Condition condition;
    condition.key = reader.text(node, "key");
    if (node["key"].isNull() || (node["key"].isString() && condition.key.empty()))
        reader.refuse("the field key in a condition of a rule", "none", "write which attribute is compared", node);
    else if (node["key"].isString() && !isIstioAttribute(condition.key))
        reader.refuse("an attribute of Istio's conditions as key", "another one",
                      "write one of them, such as source.namespace or request.headers[name]", node["key"]);
    const Form form = formOf(condition.key);
    condition.values = list(reader, node, "values", form);
    condition.notValues = list(reader, node, "notValues", form);
    if (noneIn(node["values"]) && noneIn(node["notValues"]))
        reader.refuse("values or notValues in a condition of a rule", "neither", "write what the attribute is compared with",
                      node);
    return condition;
}

// istiod takes nothing from a certificate or a token beside action CUSTOM.
void refuseIdentity(IstioReader& reader, const MeshAccessRule::Source& source, Node node)
{
    if (source.principals.empty() && source.notPrincipals.empty() && source.namespaces.empty() && source.notNamespaces.empty() &&
        source.serviceAccounts.empty() && source.notServiceAccounts.empty() && source.requestPrincipals.empty() &&
        source.notRequestPrincipals.empty())
        return;
    reader.refuse("sources without principals, namespaces or service accounts beside action CUSTOM", "one with them",
                  "write addresses, or let the provider judge the caller", node);
}

void refuseIdentity(IstioReader& reader, std::string_view attribute, Node node)
{
    if (attribute == "source.namespace" || attribute == "source.serviceAccount" || attribute == "source.principal" ||
        attribute.starts_with("request.auth."))
        reader.refuse("conditions without principals, namespaces, service accounts or tokens beside action CUSTOM",
                      "one with them", "write another attribute, or let the provider judge the caller", node);
}

MeshAccessRule accessRule(IstioReader& reader, Node node, Action action)
{
    reader.onlyFields(node, {"from", "to", "when"});
    MeshAccessRule rule;
    rule.evidence = reader.evidence(node);
    for (const Node from : reader.mappings(node, "from")) {
        rule.from.push_back(sourceOf(reader, content(reader, from, "source")));
        if (action == Action::custom)
            refuseIdentity(reader, rule.from.back(), from);
    }
    for (const Node to : reader.mappings(node, "to"))
        rule.to.push_back(operationOf(reader, content(reader, to, "operation")));
    for (const Node when : reader.mappings(node, "when")) {
        rule.when.push_back(conditionOf(reader, when));
        if (action == Action::custom)
            refuseIdentity(reader, rule.when.back().key, when);
    }
    return rule;
}

// ALLOW is the first value of the enum, and so what is meant where none is written.
Action actionOf(IstioReader& reader, Node spec)
{
    const std::string word = reader.text(spec, "action");
    if (word == "DENY")
        return Action::deny;
    if (word == "AUDIT")
        return Action::audit;
    if (word == "CUSTOM")
        return Action::custom;
    if (word != "ALLOW" && spec["action"].isString())
        reader.refuse("action ALLOW, DENY, AUDIT or CUSTOM", "another word", "write one of the four, in capital letters",
                      spec["action"]);
    return Action::allow;
}

} // namespace

void importAuthorizationPolicy(const ObjectContext& context)
{
    IstioReader reader(context);
    const Node spec = reader.mapping(context.node, "spec"), provider = reader.mapping(spec, "provider");
    reader.onlyFields(spec, {"action", "provider", "rules", "selector", "targetRef", "targetRefs"});
    reader.onlyFields(provider, {"name"});
    MeshAccessPolicy record;
    record.object = context.object;
    record.ns = namespaceOf(context);
    record.action = actionOf(reader, spec);
    record.provider = reader.text(provider, "name");
    if ((record.action == Action::deny || record.action == Action::custom) && noneIn(spec["rules"]))
        reader.refuse("a rule beside action DENY or CUSTOM", "none",
                      "write which requests are meant, or an empty rule for every request", spec["action"]);
    if (record.action == Action::custom && !noneIn(spec["rules"]) && record.provider.empty() && reader.valid())
        reader.refuse("a provider with a name beside action CUSTOM", "none",
                      "write the name of an extension provider of the mesh", spec["action"]);
    if (record.action != Action::custom && provider && reader.valid())
        reader.refuse("a provider beside action CUSTOM alone", "one beside another action", "remove it, or write action CUSTOM",
                      provider);
    record.pods = reader.selector(spec);
    takeTargets(record, reader.targets(spec));
    record.dryRun = lowered(annotation(context, "istio.io/dry-run").text()) == "true";
    record.rulesWritten = spec["rules"].isSequence();
    for (const Node rule : reader.mappings(spec, "rules"))
        record.rules.push_back(accessRule(reader, rule, record.action));
    record.evidence = spec ? reader.evidence(spec) : context.meta().evidence;
    if (reader.valid())
        context.out.meshAccessPolicies.push_back(std::move(record));
}

} // namespace bartizan::importers
