// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/text_builder.h"

#include "tests/support/text_architecture.h"
#include "tests/support/text_words.h"

namespace bartizan::test {
namespace {

constexpr const char* defaultNamespace = "shop";

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
        {"gateway", 2, &TextBuilder::gatewayLine},     {"role", 4, &TextBuilder::roleLine},
        {"bind", 4, &TextBuilder::bindLine},           {"mtls", 3, &TextBuilder::mtlsLine},
        {"allow", 2, &TextBuilder::allowLine},         {"token", 2, &TextBuilder::tokenLine},
        {"report", 3, &TextBuilder::reportLine},
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
    evidence.quote({}, text.empty() ? m_text : text);
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
    } else if (option(word, "on", value)) {
        m_inventory.podStatuses.back().nodeName = value;
    } else if (option(word, "runs", value)) {
        PodStatus::ContainerStatus status;
        status.name = name.name;
        status.image = container.image.value;
        status.imageId = value;
        status.evidence = here(record.object);
        m_inventory.podStatuses.back().containers.push_back(std::move(status));
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

} // namespace bartizan::test
