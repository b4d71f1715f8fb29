// SPDX-License-Identifier: GPL-3.0-or-later
// Kubernetes core/v1 Container: env and arguments become ValueFacts, their values are dropped here.
#include "importers/kubernetes/pod.h"
#include "importers/kubernetes/value.h"
#include "importers/kubernetes/words.h"

#include <algorithm>

namespace bartizan::importers {

using document::Node;

namespace {

void readEnv(const Fields& fields, Node node, EnvVar& env)
{
    env.name = fields.text(node, "name");
    const Node from = fields.mapping(node, "valueFrom");
    if (!from) {
        const std::string value = fields.text(node, "value");
        env.value = classify(env.name, value);
        env.evidence = valueEvidence(fields, node, env.name, value, env.value);
        return;
    }
    env.evidence = fields.elementEvidence(node);
    if (const Node secret = fields.mapping(from, "secretKeyRef")) {
        env.from = EnvVar::From::secretKey;
        env.refName = fields.text(secret, "name");
        env.refKey = fields.text(secret, "key");
        env.optional = fields.flag(secret, "optional");
    } else if (const Node config = fields.mapping(from, "configMapKeyRef")) {
        env.from = EnvVar::From::configMapKey;
        env.refName = fields.text(config, "name");
        env.refKey = fields.text(config, "key");
        env.optional = fields.flag(config, "optional");
    } else if (const Node field = fields.mapping(from, "fieldRef")) {
        env.from = EnvVar::From::field;
        env.refName = fields.text(field, "fieldPath");
    } else if (const Node resource = fields.mapping(from, "resourceFieldRef")) {
        env.from = EnvVar::From::resource;
        env.refName = fields.text(resource, "resource");
    }
}

void readEnvFrom(const Fields& fields, Node container, Container& result)
{
    for (const Node node : fields.list(container, "envFrom")) {
        EnvFrom from;
        from.prefix = fields.text(node, "prefix");
        Node ref = fields.mapping(node, "secretRef");
        from.secret = bool(ref);
        if (!ref)
            ref = fields.mapping(node, "configMapRef");
        if (!ref) {
            fields.unexpected(node, "secretRef or configMapRef");
            continue;
        }
        from.name = fields.text(ref, "name");
        from.optional = fields.flag(ref, "optional");
        from.evidence = fields.elementEvidence(ref);
        result.envFrom.push_back(std::move(from));
    }
}

// "--upstream" of "--upstream=x", "KEY" of "KEY=x"; "" for a bare word. `-psecret` is a database client's way to say a
// password.
std::string flagOf(std::string_view text, bool databaseTool)
{
    const std::size_t equals = text.find('=');
    const std::string_view head = text.substr(0, equals);
    if (head.empty() || head.size() > 80 || (equals == std::string_view::npos && head.front() != '-'))
        return {};
    if (!std::all_of(head.begin(), head.end(), [](char c) { return isAlnum(c) || c == '-' || c == '_' || c == '.' || c == '/'; }))
        return {};
    // Where the tool is not known a digit is taken as a sign of a password: the rest is then not kept.
    if (equals == std::string_view::npos && head.substr(0, 2) == "-p" && head.size() > 2 &&
        (databaseTool || std::any_of(head.begin(), head.end(), isDigit)))
        return "-p";
    return std::string(head);
}

class ArgumentReader {
public:
    ArgumentReader(const Fields& fields, Container& result) : m_fields(fields), m_result(result) {}

    void read(Node container, std::string_view key)
    {
        for (const Node node : m_fields.list(container, key)) {
            if (!node.isScalar() || node.isNull()) {
                m_fields.unexpected(node, "a string");
                continue;
            }
            add(node, node.text(), key == "command");
        }
    }

private:
    void add(Node node, std::string_view text, bool inCommand)
    {
        Argument argument;
        argument.inCommand = inCommand;
        argument.flag = flagOf(text, m_databaseTool);
        const bool password = argument.flag == "-p" && text.size() > 2 && text[2] != '=';
        if (!argument.flag.empty() && text.size() > argument.flag.size() && !password) {
            argument.value = classify(argument.flag, text.substr(argument.flag.size() + 1));
        } else if (argument.flag.empty()) {
            argument.value = classify(m_before, text);
            if (m_databaseTool && m_before == "-p" && !placeholderValue(text))
                setPassword(argument.value);
            else if (m_before == "-p" && text.find_first_of(":/.") == std::string_view::npos &&
                     argument.value.cls == ValueClass::address) {
                argument.value = {}; // a lone word may as well be a password: it is not kept as a name of a Service
                argument.value.cls = ValueClass::plain;
            }
            if ((m_before == "-u" || m_before == "--user") && m_httpTool &&
                !credentialWithin(std::string("-u ") + std::string(text)).empty())
                setPassword(argument.value);
        } else if (password) {
            argument.value.cls = ValueClass::plain;
            if (m_databaseTool)
                setPassword(argument.value);
        }
        if (argument.flag.empty() || text.size() > argument.flag.size()) {
            const std::string name = password ? "-p" : argument.flag;
            const std::string_view value =
                argument.flag.empty() ? text : text.substr(std::min(argument.flag.size() + 1, text.size()));
            argument.evidence = node.evidenceSaying(valueText(name, value, argument.value), m_fields.context().object);
        } else {
            argument.evidence = m_fields.evidence(node);
        }
        noteTool(text);
        m_before = argument.flag == std::string_view(text) ? argument.flag : std::string();
        m_result.arguments.push_back(std::move(argument));
    }

    static void setPassword(ValueFacts& facts)
    {
        facts = {};
        facts.cls = ValueClass::credentialLike;
        facts.credentialKind = "password-like literal";
    }

    static std::string valueText(const std::string& flag, std::string_view value, const ValueFacts& facts)
    {
        return (flag.empty() ? std::string() : flag + "=") + shownValue(value, facts);
    }

    void noteTool(std::string_view text)
    {
        if (text.size() > 64)
            return;
        m_databaseTool = m_databaseTool || text.find("mysql") != std::string_view::npos ||
                         text.find("mariadb") != std::string_view::npos || text.find("mongo") != std::string_view::npos ||
                         text == "-uroot" || text == "-uadmin"; // the image itself may be the client
        m_httpTool = m_httpTool || text.find("curl") != std::string_view::npos;
    }

    const Fields& m_fields;
    Container& m_result;
    std::string m_before; // a flag that stands alone: the next word is its value
    bool m_databaseTool = false, m_httpTool = false;
};

void readPorts(const Fields& fields, Node container, Container& result)
{
    for (const Node node : fields.list(container, "ports")) {
        if (!node.isMapping()) {
            fields.unexpected(node, "a container port");
            continue;
        }
        ContainerPort& port = result.ports.emplace_back();
        port.name = fields.text(node, "name");
        port.port = fields.port(node, "containerPort");
        port.hostPort = fields.port(node, "hostPort");
        port.hostIp = fields.text(node, "hostIP");
        if (const std::string protocol = fields.text(node, "protocol"); !protocol.empty())
            port.protocol = protocol;
        port.evidence = fields.elementEvidence(node, "containerPort");
    }
}

void readHandler(const Fields& fields, Node parent, std::string_view key, std::string_view name, Container& result)
{
    const Node node = fields.mapping(parent, key);
    if (!node)
        return;
    Probe& probe = result.probes.emplace_back();
    probe.probe = name;
    probe.evidence = fields.evidence(node);
    for (const std::string_view action : {"httpGet", "tcpSocket", "grpc", "exec"}) {
        const Node handler = fields.mapping(node, action);
        if (!handler)
            continue;
        probe.action = action;
        if (action != "exec")
            probe.port = fields.intOrString(handler, "port").value;
        if (action == "httpGet") {
            probe.path = fields.text(handler, "path");
            probe.scheme = fields.text(handler, "scheme");
            if (probe.scheme.empty())
                probe.scheme = "HTTP";
        }
        probe.hostField = fields.string(handler, "host");
        probe.host = probe.hostField.value;
        break;
    }
}

void readProbes(const Fields& fields, Node container, Container& result)
{
    readHandler(fields, container, "livenessProbe", "liveness", result);
    readHandler(fields, container, "readinessProbe", "readiness", result);
    readHandler(fields, container, "startupProbe", "startup", result);
    const Node lifecycle = fields.mapping(container, "lifecycle");
    readHandler(fields, lifecycle, "postStart", "postStart", result);
    readHandler(fields, lifecycle, "preStop", "preStop", result);
}

void readMounts(const Fields& fields, Node container, Container& result)
{
    const Node mounts = fields.list(container, "volumeMounts");
    result.mounts.reserve(mounts.size());
    for (const Node node : mounts) {
        VolumeMount& mount = result.mounts.emplace_back();
        mount.volume = fields.text(node, "name");
        mount.mountPath = fields.text(node, "mountPath");
        mount.subPath = fields.text(node, "subPath");
        mount.readOnly = fields.flag(node, "readOnly");
        mount.evidence = fields.elementEvidence(node);
    }
    for (const Node node : fields.list(container, "volumeDevices"))
        result.devices.push_back(fields.elementEvidence(node));
}

} // namespace

Evidence valueEvidence(const Fields& fields, Node node, std::string_view name, std::string_view value, const ValueFacts& facts)
{
    return node.evidenceSaying(std::string(name) + ": " + shownValue(value, facts), fields.context().object);
}

void readContainer(const Fields& fields, Node node, ContainerRole role, Container& result)
{
    result.role = role;
    result.name = fields.text(node, "name");
    result.evidence = fields.elementEvidence(node);
    result.image = fields.string(node, "image");
    result.imagePullPolicy = fields.text(node, "imagePullPolicy");
    ArgumentReader arguments(fields, result);
    arguments.read(node, "command");
    arguments.read(node, "args");
    const Node variables = fields.list(node, "env");
    result.env.reserve(variables.size());
    for (const Node env : variables) {
        if (env.isMapping())
            readEnv(fields, env, result.env.emplace_back());
        else
            fields.unexpected(env, "a mapping with name and value");
    }
    readEnvFrom(fields, node, result);
    readPorts(fields, node, result);
    readProbes(fields, node, result);
    readSecurityContext(fields, node, result.security);
    const Node resources = fields.mapping(node, "resources");
    const Node requests = fields.mapping(resources, "requests"), limits = fields.mapping(resources, "limits");
    result.resources = {fields.intOrString(requests, "cpu"), fields.intOrString(requests, "memory"),
                        fields.intOrString(limits, "cpu"), fields.intOrString(limits, "memory")};
    readMounts(fields, node, result);
}

} // namespace bartizan::importers
