// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/text_builder.h"

#include "tests/support/text_architecture.h"

#include <algorithm>
#include <sstream>
#include <stdexcept>

namespace bartizan::test {
namespace {

constexpr const char* defaultNamespace = "shop";

[[noreturn]] void refuse(const std::string& message)
{
    throw std::invalid_argument(message);
}

std::vector<std::string> split(const std::string& text, char separator)
{
    std::vector<std::string> parts;
    std::istringstream in(text);
    for (std::string part; std::getline(in, part, separator);)
        parts.push_back(part);
    return parts;
}

std::vector<std::string> wordsOf(const std::string& text)
{
    std::istringstream in(text);
    std::vector<std::string> words;
    for (std::string word; in >> word;)
        words.push_back(word);
    return words;
}

std::uint32_t number(const std::string& text)
{
    if (text.empty() || text.find_first_not_of("0123456789") != std::string::npos)
        refuse("expected a number, found " + text);
    return static_cast<std::uint32_t>(std::stoul(text));
}

// "key=value" -> value when the key fits.
bool option(const std::string& word, const std::string& key, std::string& value)
{
    if (word.compare(0, key.size() + 1, key + "=") != 0)
        return false;
    value = word.substr(key.size() + 1);
    return true;
}

std::string takeProtocol(std::string& text)
{
    const std::size_t slash = text.find('/');
    std::string protocol = slash == std::string::npos ? "TCP" : text.substr(slash + 1);
    text = text.substr(0, slash);
    return protocol;
}

std::string groupOf(const std::string& kind)
{
    if (kind == "Pod" || kind == "ReplicationController")
        return "";
    return kind == "Job" || kind == "CronJob" ? "batch" : "apps";
}

} // namespace

TextBuilder::TextBuilder()
{
    Source source;
    source.path = "architecture.txt";
    source.format = "file";
    m_inventory.sources.push_back(source);
    SourceFile file;
    file.source = SourceId(std::size_t(0));
    file.path = source.path;
    file.format = "kubernetes";
    m_inventory.files.push_back(file);
    m_inventory.scope.mode = "complete";
    m_inventory.scope.entries.push_back({"*", "*", ScopeState::read, "the text"});
}

Inventory TextBuilder::take()
{
    return std::move(m_inventory);
}

void TextBuilder::line(std::uint32_t lineNumber, const std::string& text)
{
    m_line = lineNumber;
    m_text = text;
    const Words words = wordsOf(text);
    if (words.empty())
        return;
    struct Statement {
        const char* word;
        std::size_t least;
        void (TextBuilder::*read)(const Words&);
    };
    static constexpr Statement statements[] = {
        {"namespace", 2, &TextBuilder::namespaceLine}, {"workload", 2, &TextBuilder::workloadLine},
        {"env", 3, &TextBuilder::settingLine},         {"arg", 3, &TextBuilder::settingLine},
        {"secret", 3, &TextBuilder::settingLine},      {"config", 3, &TextBuilder::configLine},
        {"uses", 3, &TextBuilder::usesLine},           {"service", 2, &TextBuilder::serviceLine},
        {"node", 2, &TextBuilder::nodeLine},           {"call", 4, &TextBuilder::callLine},
        {"gateway", 2, &TextBuilder::gatewayLine},
    };
    if (words[0] == "policy")
        return policyLine(text);
    if (words[0] == "internet")
        return internetLine(text);
    for (const Statement& statement : statements) {
        if (words[0] != statement.word)
            continue;
        if (words.size() < statement.least)
            refuse("too few words after " + words[0]);
        return (this->*statement.read)(words);
    }
    refuse("unknown statement " + words[0]);
}

Evidence TextBuilder::here(ObjectId id, const std::string& text) const
{
    Evidence evidence;
    evidence.file = FileId(std::size_t(0));
    evidence.document = 1;
    evidence.line = evidence.lastLine = m_line;
    evidence.column = 1;
    evidence.object = id;
    evidence.text = text.empty() ? m_text : text;
    return evidence;
}

TextBuilder::Name TextBuilder::nameOf(std::string_view text) const
{
    const std::size_t slash = text.find('/');
    if (slash == std::string_view::npos)
        return {defaultNamespace, std::string(text)};
    return {std::string(text.substr(0, slash)), std::string(text.substr(slash + 1))};
}

Attributes TextBuilder::attributes(const std::string& labels) const
{
    Attributes result;
    for (const std::string& label : split(labels, ',')) {
        const std::size_t equals = label.find('=');
        if (equals == std::string::npos)
            refuse("expected key=value, found " + label);
        result.push_back({label.substr(0, equals), label.substr(equals + 1), here(ObjectId())});
    }
    std::sort(result.begin(), result.end(), [](const Attribute& a, const Attribute& b) { return a.key < b.key; });
    return result;
}

Selector TextBuilder::selector(const std::string& labels) const
{
    Selector result;
    result.present = true;
    result.evidence = here(ObjectId());
    if (labels == "all")
        return result;
    for (const Attribute& label : attributes(labels))
        result.requirements.push_back({label.key, SelectorRequirement::Op::in, {label.value}});
    return result;
}

ObjectId TextBuilder::object(const std::string& group, const std::string& kind, const Name& name)
{
    const ObjectId id(m_inventory.objects.size());
    Object object;
    object.identity = {"", group, kind, name.ns, name.name};
    object.version = "v1";
    object.evidence = here(id);
    m_inventory.objects.push_back(std::move(object));
    return id;
}

bool TextBuilder::declared(const Name& name) const
{
    return m_workloads.count(name.ns + "/" + name.name) != 0;
}

WorkloadRecord& TextBuilder::workload(const Name& name)
{
    const auto found = m_workloads.find(name.ns + "/" + name.name);
    if (found == m_workloads.end())
        refuse("workload " + name.ns + "/" + name.name + " is not declared");
    return m_inventory.workloads[found->second];
}

ServiceRecord* TextBuilder::service(const Name& name)
{
    const auto found = m_services.find(name.ns + "/" + name.name);
    return found == m_services.end() ? nullptr : &m_inventory.services[found->second];
}

void TextBuilder::namespaceLine(const Words& words)
{
    const ObjectId id = object("", "Namespace", {"", words[1]});
    const std::string name = "kubernetes.io/metadata.name=" + words[1];
    m_inventory.objects[id.pos()].labels = attributes(words.size() > 2 ? name + "," + words[2] : name);
}

void TextBuilder::workloadLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    std::size_t next = 2;
    std::string kind = "Deployment";
    if (words.size() > 2 && words[2].find('=') == std::string::npos && words[2][0] >= 'A' && words[2][0] <= 'Z')
        kind = words[next++];
    WorkloadRecord record;
    record.object = object(groupOf(kind), kind, name);
    record.podLabels = attributes("app=" + name.name);
    Container container;
    container.name = name.name;
    container.image = fact("registry.example/" + name.name + ":1", record.object);
    container.evidence = here(record.object);
    record.pod.containers.push_back(std::move(container));
    record.pod.evidence = here(record.object);
    m_workloads[name.ns + "/" + name.name] = m_inventory.workloads.size(); // the last one of a name is meant from here on
    m_inventory.workloads.push_back(std::move(record));
    for (; next < words.size(); ++next)
        addWorkloadWord(workload(name), words[next], name);
    WorkloadRecord& made = workload(name);
    if (kind != "Pod" && kind != "Job" && kind != "CronJob") {
        made.selector.present = true;
        for (const Attribute& label : made.podLabels)
            made.selector.requirements.push_back({label.key, SelectorRequirement::Op::in, {label.value}});
    }
}

void TextBuilder::addWorkloadWord(WorkloadRecord& record, const std::string& word, const Name& name)
{
    Object& owner = m_inventory.objects[record.object.pos()];
    Container& container = record.pod.containers.front();
    std::string value;
    if (word == "hostNetwork") {
        record.pod.hostNetwork = fact(true, record.object);
    } else if (word == "nonroot") {
        container.security.runAsNonRoot = fact(true, record.object);
        container.security.allowPrivilegeEscalation = fact(false, record.object);
        container.security.readOnlyRootFilesystem = fact(true, record.object);
        container.security.capabilitiesDrop = {fact<std::string>("ALL", record.object)};
        container.security.capabilities = container.security.evidence = here(record.object);
        container.security.seccompType = fact<std::string>("RuntimeDefault", record.object);
    } else if (option(word, "image", value)) {
        container.image = fact(value, record.object);
    } else if (option(word, "port", value)) {
        ContainerPort port;
        port.protocol = takeProtocol(value);
        const std::vector<std::string> parts = split(value, ':');
        port.name = parts.size() > 1 ? parts[0] : "";
        port.port = number(parts.back());
        port.evidence = here(record.object);
        container.ports.push_back(port);
    } else if (option(word, "hostPort", value)) {
        const std::vector<std::string> parts = split(value, ':');
        ContainerPort port;
        port.hostPort = number(parts.front());
        port.port = number(parts.back());
        port.evidence = here(record.object);
        container.ports.push_back(port);
    } else if (option(word, "replicas", value)) {
        record.replicas = fact<std::int64_t>(number(value), record.object);
    } else if (option(word, "sa", value)) {
        record.pod.serviceAccount = fact(value, record.object);
    } else if (option(word, "sidecar", value)) {
        addSidecar(name, value);
    } else if (option(word, "probe", value)) {
        const std::vector<std::string> parts = split(value, ':');
        Probe probe;
        probe.probe = "readiness";
        probe.action = "httpGet";
        probe.path = parts.front();
        probe.port = parts.back();
        probe.scheme = "HTTP";
        probe.evidence = here(record.object);
        container.probes.push_back(probe);
    } else if (option(word, "labels", value)) {
        record.podLabels = attributes(value);
        owner.labels = record.podLabels;
    } else if (option(word, "annotations", value)) {
        owner.annotations = attributes(value);
        record.podAnnotations = owner.annotations;
    } else if (option(word, "owner", value)) {
        const std::vector<std::string> parts = split(value, '/');
        owner.owners.push_back({"apps/v1", parts.front(), parts.back(), "", true});
    } else if (option(word, "pod", value)) {
        WorkloadRecord pod = record;
        pod.selector = {};
        pod.replicas = {};
        const std::string kind = owner.identity.kind;
        pod.object = object("", "Pod", {name.ns, value});
        Object& made = m_inventory.objects[pod.object.pos()];
        made.owners.push_back({"apps/v1", kind, name.name, "", true});
        made.running = true;
        PodStatus status;
        status.object = pod.object;
        status.phase = "Running";
        m_inventory.podStatuses.push_back(status);
        m_inventory.workloads.push_back(std::move(pod));
    } else {
        refuse("unknown word " + word);
    }
}

void TextBuilder::addSidecar(const Name& name, const std::string& image)
{
    WorkloadRecord& record = workload(name);
    Container sidecar;
    sidecar.name = "istio-proxy";
    sidecar.image = fact(image, record.object);
    sidecar.evidence = here(record.object);
    for (const Container& container : record.pod.containers)
        if (container.image.value == image)
            return;
    record.pod.containers.push_back(std::move(sidecar));
}

void TextBuilder::settingLine(const Words& words)
{
    WorkloadRecord& record = workload(nameOf(words[1]));
    Container& container = record.pod.containers.front();
    if (words[0] == "arg") {
        for (std::size_t i = 2; i < words.size(); ++i) {
            Argument argument;
            const bool flag = words[i][0] == '-';
            const std::size_t equals = words[i].find('=');
            if (flag)
                argument.flag = words[i].substr(0, equals);
            if (!flag || equals != std::string::npos)
                argument.value = valueFacts(flag ? words[i].substr(equals + 1) : words[i]);
            argument.evidence = here(record.object);
            container.arguments.push_back(std::move(argument));
        }
        return;
    }
    for (std::size_t i = 2; i < words.size(); ++i) {
        const std::size_t equals = words[i].find('=');
        if (equals == std::string::npos)
            refuse("expected VARIABLE=VALUE, found " + words[i]);
        EnvVar variable;
        variable.name = words[i].substr(0, equals);
        const std::string value = words[i].substr(equals + 1);
        if (words[0] == "secret") {
            const std::vector<std::string> parts = split(value, '/');
            variable.from = EnvVar::From::secretKey;
            variable.refName = parts.front();
            variable.refKey = parts.back();
        } else {
            variable.value = valueFacts(value);
        }
        variable.evidence = here(record.object);
        container.env.push_back(std::move(variable));
    }
}

void TextBuilder::configLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    const std::size_t equals = words[2].find('=');
    if (equals == std::string::npos)
        refuse("expected KEY=VALUE, found " + words[2]);
    auto found = std::find_if(m_inventory.configMaps.begin(), m_inventory.configMaps.end(), [&](const ConfigMapRecord& map) {
        const Identity& identity = m_inventory.object(map.object).identity;
        return identity.ns == name.ns && identity.name == name.name;
    });
    if (found == m_inventory.configMaps.end()) {
        ConfigMapRecord map;
        map.object = object("", "ConfigMap", name);
        found = m_inventory.configMaps.insert(m_inventory.configMaps.end(), map);
    }
    found->entries.push_back({words[2].substr(0, equals), valueFacts(words[2].substr(equals + 1)), {}, here(found->object)});
}

void TextBuilder::usesLine(const Words& words)
{
    WorkloadRecord& record = workload(nameOf(words[1]));
    EnvFrom from;
    from.name = words[2];
    from.evidence = here(record.object);
    record.pod.containers.front().envFrom.push_back(std::move(from));
}

void TextBuilder::nodeLine(const Words& words)
{
    NodeRecord node;
    node.object = object("", "Node", {"", words[1]});
    std::string value;
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (option(words[i], "internal", value))
            node.internalIps.push_back(value);
        else if (option(words[i], "external", value))
            node.externalIps.push_back(value);
        else
            refuse("unknown word " + words[i]);
    }
    m_inventory.nodes.push_back(std::move(node));
}

NetworkPeer TextBuilder::peer(const std::string& text) const
{
    NetworkPeer result;
    result.evidence = here(ObjectId());
    std::string value;
    if (text.compare(0, 5, "cidr:") == 0) {
        result.cidr = text.substr(5);
    } else if (text.compare(0, 3, "ns:") == 0) {
        const std::size_t slash = text.find('/');
        result.namespaces = selector("kubernetes.io/metadata.name=" + text.substr(3, slash - 3));
        if (slash != std::string::npos)
            result.pods = selector(text.substr(slash + 1));
    } else {
        result.pods = selector(text);
    }
    return result;
}

void TextBuilder::policyLine(const std::string& text)
{
    std::vector<std::string> parts = split(text, ';');
    const Words head = wordsOf(parts.front());
    if (head.size() != 4 || head[2] != "selects")
        refuse("expected: policy NAME selects LABELS|all");
    NetworkPolicyRecord policy;
    policy.object = object("networking.k8s.io", "NetworkPolicy", nameOf(head[1]));
    policy.pods = selector(head[3]);
    policy.policyTypes = here(policy.object);
    for (std::size_t i = 1; i < parts.size(); ++i) {
        const Words words = wordsOf(parts[i]);
        if (words.empty() || (words[0] != "ingress" && words[0] != "egress"))
            refuse("expected ingress or egress");
        const bool ingress = words[0] == "ingress";
        (ingress ? policy.ingress : policy.egress) = true;
        NetworkRule rule;
        rule.evidence = here(policy.object);
        rule.anyPort = std::find(words.begin(), words.end(), "port") == words.end();
        std::string mode;
        for (std::size_t w = 1; w < words.size(); ++w) {
            if (words[w] == "from" || words[w] == "to" || words[w] == "port") {
                mode = words[w] == "port" ? "port" : "peer";
            } else if (mode == "port") {
                std::string port = words[w];
                NetworkPort made;
                made.protocol = takeProtocol(port);
                made.port = port;
                made.evidence = here(policy.object);
                rule.ports.push_back(made);
            } else if (words[w] == "any") {
                rule.anyPeer = true;
            } else {
                rule.peers.push_back(peer(words[w]));
            }
        }
        if (words.size() > 1)
            (ingress ? policy.ingressRules : policy.egressRules).push_back(std::move(rule));
    }
    if (!policy.ingress && !policy.egress)
        policy.ingress = true;
    m_inventory.networkPolicies.push_back(std::move(policy));
}

} // namespace bartizan::test
