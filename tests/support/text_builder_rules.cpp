// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the text form that is about rights, mesh policies and scan reports.
#include "tests/support/text_builder.h"

#include "model/image_reference.h"
#include "tests/support/text_architecture.h"
#include "tests/support/text_words.h"

namespace bartizan::test {
namespace {

constexpr const char* rbac = "rbac.authorization.k8s.io";
constexpr const char* security = "security.istio.io";

MtlsMode modeOf(const std::string& word)
{
    if (word == "STRICT")
        return MtlsMode::strict;
    if (word == "PERMISSIVE")
        return MtlsMode::permissive;
    if (word == "DISABLE")
        return MtlsMode::disable;
    return word == "UNSET" ? MtlsMode::unset : (refuse("unknown mode " + word), MtlsMode::unset);
}

} // namespace

void TextBuilder::roleLine(const Words& words)
{
    const bool cluster = std::find(words.begin(), words.end(), "cluster") != words.end();
    Name name = nameOf(words[1]);
    if (cluster)
        name.ns.clear();
    RoleRecord role;
    role.object = object(rbac, cluster ? "ClusterRole" : "Role", name);
    PolicyRule rule;
    rule.apiGroups = {""};
    rule.verbs = split(words[2], ',');
    rule.resources = split(words[3], ',');
    rule.evidence = here(role.object);
    std::string value;
    for (std::size_t i = 4; i < words.size(); ++i) {
        if (option(words[i], "names", value))
            rule.resourceNames = split(value, ',');
        else if (option(words[i], "groups", value))
            rule.apiGroups = split(value, ',');
        else if (words[i] != "cluster")
            refuse("unknown word " + words[i]);
    }
    role.rules.push_back(std::move(rule));
    m_inventory.roles.push_back(std::move(role));
}

void TextBuilder::bindLine(const Words& words)
{
    if (words[2] != "->")
        refuse("expected ->, found " + words[2]);
    const bool cluster = std::find(words.begin(), words.end(), "cluster") != words.end();
    Subject subject;
    subject.kind = "ServiceAccount";
    Name name;
    if (words[1].compare(0, 6, "group:") == 0) {
        subject.kind = "Group";
        subject.name = words[1].substr(6);
        name = nameOf("everybody");
    } else {
        name = nameOf(words[1]);
        subject.name = name.name;
        subject.ns = name.ns;
    }
    name.name += "-" + words[3];
    if (cluster)
        name.ns.clear();
    BindingRecord binding;
    binding.object = object(rbac, cluster ? "ClusterRoleBinding" : "RoleBinding", name);
    binding.roleKind = cluster ? "ClusterRole" : "Role";
    binding.roleName = words[3];
    binding.subjects.push_back(std::move(subject));
    binding.roleRef = here(binding.object);
    m_inventory.bindings.push_back(std::move(binding));
}

void TextBuilder::mtlsLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    MeshAuthentication policy;
    policy.object = object(security, "PeerAuthentication", name);
    policy.ns = name.ns;
    policy.mode = fact(modeOf(words[2]), policy.object);
    policy.evidence = here(policy.object);
    std::string value;
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (words[i] == "selects" && i + 1 < words.size()) {
            policy.pods = selector(words[++i]);
        } else if (option(words[i], "port", value)) {
            const std::vector<std::string> parts = split(value, ':');
            policy.ports.emplace_back(number(parts.front()), fact(modeOf(parts.back()), policy.object));
        } else {
            refuse("unknown word " + words[i]);
        }
    }
    m_inventory.meshAuthentications.push_back(std::move(policy));
}

void TextBuilder::allowLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    MeshAccessPolicy policy;
    policy.object = object(security, "AuthorizationPolicy", name);
    policy.ns = name.ns;
    policy.rulesWritten = true;
    policy.evidence = here(policy.object);
    MeshAccessRule rule;
    rule.evidence = policy.evidence;
    for (std::size_t i = 2; i + 1 < words.size(); i += 2) {
        if (words[i] == "selects") {
            policy.pods = selector(words[i + 1]);
        } else if (words[i] == "from") {
            MeshAccessRule::Source source;
            source.principals = split(words[i + 1], ',');
            rule.from.push_back(std::move(source));
        } else {
            refuse("unknown word " + words[i]);
        }
    }
    policy.rules.push_back(std::move(rule));
    m_inventory.meshAccessPolicies.push_back(std::move(policy));
}

void TextBuilder::tokenLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    MeshTokenCheck check;
    check.object = object(security, "RequestAuthentication", name);
    check.ns = name.ns;
    check.evidence = here(check.object);
    if (words.size() > 3 && words[2] == "selects")
        check.pods = selector(words[3]);
    m_inventory.meshTokenChecks.push_back(std::move(check));
}

void TextBuilder::reportLine(const Words& words)
{
    ScanReport report;
    report.tool = words[1];
    report.format = words[1] + "-json";
    report.file = FileId(std::size_t(0));
    report.evidence = here(ObjectId());
    ScanRecord record;
    record.kind = ScanRecord::Kind::image;
    record.target = words[2];
    record.vulnerabilityScan = true;
    record.evidence = report.evidence;
    const Result<ImageReference> image = parseNormalized(words[2]);
    if (!image)
        refuse("expected an image, found " + words[2]);
    const std::string repository = repositoryKey(*image);
    record.repositories = {repository};
    if (!image->tag.empty())
        record.references = {repository + ":" + image->tag};
    std::string value;
    for (std::size_t i = 3; i < words.size(); ++i) {
        if (option(words[i], "digest", value)) {
            record.repoDigests.push_back(value);
            record.repoDigestRepositories.push_back(repository);
        } else if (option(words[i], "config", value)) {
            record.configDigests.push_back(value);
        } else if (option(words[i], "time", value)) {
            report.time = value;
        } else if (option(words[i], "platform", value)) {
            record.platform = value;
        } else if (option(words[i], "critical", value)) {
            for (std::uint32_t n = number(value); n > 0; --n) {
                Vulnerability found;
                found.id = "CVE-2026-" + std::to_string(n);
                found.fixed = "2";
                found.level = FindingLevel::critical;
                record.vulnerabilities.push_back(std::move(found));
            }
        } else if (words[i] == "failed") {
            record.attempted = true;
            record.attemptedReason = "the report holds an error instead of results";
        } else if (words[i] == "endOfLife") {
            record.caveat = "its distribution is out of support, so the list may be incomplete";
        } else {
            refuse("unknown word " + words[i]);
        }
    }
    report.records.push_back(std::move(record));
    m_inventory.reports.push_back(std::move(report));
}

} // namespace bartizan::test
