// SPDX-License-Identifier: GPL-3.0-or-later
// The part of the text form that is about ways: Services, calls, gateways and the chains from the internet.
#include "tests/support/text_builder.h"

#include "tests/support/text_architecture.h"
#include "tests/support/text_words.h"

namespace bartizan::test {
namespace {

constexpr const char* ingressImage = "registry.k8s.io/ingress-nginx/controller:v1.12.1";
constexpr const char* proxyImage = "docker.io/istio/proxyv2:1.27.0";
constexpr const char* publicAddress = "34.120.7.7";
constexpr std::uint32_t defaultPort = 8080;

std::string trimmed(const std::string& text)
{
    const std::size_t first = text.find_first_not_of(" \t");
    return first == std::string::npos ? "" : text.substr(first, text.find_last_not_of(" \t") - first + 1);
}

} // namespace

bool TextBuilder::Hop::has(std::string_view flag) const
{
    return std::find(flags.begin(), flags.end(), flag) != flags.end();
}

std::string TextBuilder::Hop::valueOf(std::string_view key) const
{
    std::string value;
    for (const std::string& flag : flags)
        if (option(flag, std::string(key), value))
            return value;
    return {};
}

void TextBuilder::makeWorkload(const Name& name, const std::string& image, const std::vector<std::uint32_t>& ports)
{
    Words words{"workload", name.ns + "/" + name.name};
    if (!image.empty())
        words.push_back("image=" + image);
    for (const std::uint32_t port : ports)
        words.push_back("port=" + std::to_string(port));
    workloadLine(words);
}

ServiceRecord& TextBuilder::makeService(const Name& name, const std::vector<std::uint32_t>& ports)
{
    Words words{"service", name.ns + "/" + name.name};
    for (const std::uint32_t port : ports)
        words.push_back(std::to_string(port));
    serviceLine(words);
    return *service(name);
}

void TextBuilder::serviceLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    ServiceRecord record;
    record.object = object("", "Service", name);
    record.selector = selector("app=" + name.name);
    m_services.emplace(name.ns + "/" + name.name, m_inventory.services.size());
    m_inventory.services.push_back(std::move(record));
    ServiceRecord& made = *service(name);
    for (std::size_t i = 2; i < words.size(); ++i) {
        if (words[i] != "->") {
            addServiceWord(made, words[i]);
            continue;
        }
        if (++i == words.size())
            refuse("expected labels after ->");
        made.selector = words[i] == "none" ? Selector() : selector(words[i]);
    }
}

void TextBuilder::addServiceWord(ServiceRecord& record, const std::string& word)
{
    std::string value;
    if (option(word, "type", value))
        record.type = fact(value, record.object);
    else if (option(word, "address", value))
        record.balancerAddresses.push_back(fact(value, record.object));
    else if (option(word, "externalName", value)) {
        record.externalName = fact(value, record.object);
        record.type = fact<std::string>("ExternalName", record.object);
        record.selector = Selector();
    } else if (option(word, "externalIp", value))
        record.externalIps.push_back(fact(value, record.object));
    else if (option(word, "sources", value))
        record.sourceRanges.push_back(fact(value, record.object));
    else if (option(word, "clusterIp", value))
        record.clusterIp = fact(value, record.object);
    else if (option(word, "nodePort", value) && !record.ports.empty())
        record.ports.back().nodePort = number(value);
    else if (word == "internal")
        record.internalBalancer = fact(true, record.object);
    else if (word == "headless")
        record.clusterIp = fact<std::string>("None", record.object);
    else {
        ServicePort port;
        std::string text = word;
        if (const std::size_t slash = text.find('/'); slash != std::string::npos) {
            port.protocol = text.substr(slash + 1);
            text.resize(slash);
        }
        const std::size_t colon = text.find(':');
        port.port = number(text.substr(0, colon));
        port.targetPort = colon == std::string::npos ? "" : text.substr(colon + 1);
        port.evidence = here(record.object);
        record.ports.push_back(std::move(port));
    }
}

void TextBuilder::callLine(const Words& words)
{
    if (words[2] != "->")
        refuse("expected: call A -> B[:PORT] [SCHEME]");
    Hop from, to = hop(words[3]);
    from.name = nameOf(words[1]);
    if (words.size() > 4)
        to.flags.push_back("scheme=" + words[4]);
    callHop(from, to);
}

void TextBuilder::gatewayLine(const Words& words)
{
    const Name name = nameOf(words[1]);
    makeWorkload(name, ingressImage, {80, 443});
    m_gateways[name.ns + "/" + name.name] = true;
    if (m_inventory.gatewayClasses.empty()) {
        GatewayClassRecord ingressClass;
        ingressClass.object = object("networking.k8s.io", "IngressClass", {"", "nginx"});
        ingressClass.dialect = "ingress";
        ingressClass.controller = "k8s.io/ingress-nginx";
        ingressClass.product = "ingress-nginx";
        ingressClass.evidence = here(ingressClass.object);
        m_inventory.gatewayClasses.push_back(std::move(ingressClass));
    }
    ServiceRecord& record = makeService(name, {80, 443});
    record.type = fact<std::string>("LoadBalancer", record.object);
    record.balancerAddresses.push_back(fact<std::string>(publicAddress, record.object));
}

TextBuilder::Hop TextBuilder::hop(std::string text) const
{
    Hop result;
    if (const std::size_t bracket = text.find('['); bracket != std::string::npos) {
        std::string flags = text.substr(bracket + 1);
        if (flags.empty() || flags.back() != ']')
            refuse("expected ] at the end of the flags");
        flags.pop_back();
        std::replace(flags.begin(), flags.end(), ',', ' ');
        std::istringstream in(flags);
        for (std::string flag; in >> flag;)
            result.flags.push_back(flag);
        text = trimmed(text.substr(0, bracket));
    }
    if (const std::size_t colon = text.find(':'); colon != std::string::npos) {
        result.port = number(text.substr(colon + 1));
        text.resize(colon);
    }
    result.name = nameOf(text);
    if (result.name.name.empty())
        refuse("expected a name after ->");
    return result;
}

void TextBuilder::internetLine(const std::string& text)
{
    std::vector<Hop> hops;
    std::size_t start = text.find("->");
    while (start != std::string::npos) {
        const std::size_t end = text.find("->", start + 2);
        hops.push_back(hop(trimmed(text.substr(start + 2, end == std::string::npos ? end : end - start - 2))));
        start = end;
    }
    if (hops.empty())
        refuse("expected: internet -> NAME");
    firstHop(hops.front(), hops.size() > 1);
    for (std::size_t i = 1; i < hops.size(); ++i) {
        if (m_gateways.count(hops[i - 1].name.ns + "/" + hops[i - 1].name.name) != 0)
            routeHop(hops[i - 1], hops[i]);
        else
            callHop(hops[i - 1], hops[i]);
    }
}

void TextBuilder::firstHop(Hop& first, bool routesFollow)
{
    if (!declared(first.name)) {
        if (routesFollow)
            return gatewayLine({"gateway", first.name.ns + "/" + first.name.name});
        makeWorkload(first.name, "", {first.port == 0 ? defaultPort : first.port});
    }
    ServiceRecord* record = service(first.name);
    if (!record)
        record = &makeService(first.name, {first.port == 0 ? defaultPort : first.port});
    if (record->balancerAddresses.empty()) {
        record->type = fact<std::string>("LoadBalancer", record->object);
        record->balancerAddresses.push_back(fact<std::string>(publicAddress, record->object));
    }
}

void TextBuilder::routeHop(const Hop& gateway, const Hop& to)
{
    const std::uint32_t port = to.port == 0 ? defaultPort : to.port;
    if (!declared(to.name))
        makeWorkload(to.name, "", {port});
    if (!service(to.name))
        makeService(to.name, {port});
    RouteRecord route;
    route.id = "ingress:" + to.name.ns + "/" + to.name.name + "#0.0";
    route.dialect = "ingress";
    route.object = object("networking.k8s.io", "Ingress", to.name);
    route.className = fact<std::string>("nginx", route.object);
    route.pathType = "prefix";
    route.path = "/";
    BackendRef backend;
    backend.ns = to.name.ns;
    backend.name = to.name.name;
    backend.port = std::to_string(service(to.name)->ports.empty() ? port : service(to.name)->ports.front().port);
    backend.evidence = here(route.object);
    route.backends.push_back(std::move(backend));
    const TlsMode tls = gateway.has("mutual") ? TlsMode::mutual : gateway.has("tls") ? TlsMode::terminate : TlsMode::none;
    route.edgeTls = fact(tls, route.object);
    if (tls != TlsMode::none)
        route.hosts = {"shop.example"};
    if (gateway.has("redirect") || tls != TlsMode::none)
        route.redirectsToHttps = fact(true, route.object);
    if (to.has("mtls"))
        strictMesh(to.name);
    else if (to.has("tls-verified"))
        route.upstreamTls = fact<std::string>("tlsVerified", route.object);
    else if (to.has("tls"))
        route.upstreamTls = fact<std::string>("tls", route.object);
    else if (to.has("plain"))
        route.upstreamTls = fact<std::string>("plain", route.object);
    if (to.has("mtls"))
        addSidecar(gateway.name, proxyImage);
    std::string audience = gateway.valueOf("audience");
    std::replace(audience.begin(), audience.end(), '-', ' ');
    if (audience == "signed in people")
        audience = "signed-in people";
    if (!audience.empty())
        route.audience = fact(audience, route.object);
    protect(route, gateway);
    route.evidence = here(route.object);
    m_inventory.routes.push_back(std::move(route));
}

void TextBuilder::protect(RouteRecord& route, const Hop& gateway) const
{
    const auto add = [&](ProtectionKind kind, const char* method, const std::string& detail) {
        Protection protection;
        protection.kind = kind;
        protection.method = method;
        protection.detail = detail;
        protection.evidence = here(route.object);
        route.protections.push_back(std::move(protection));
    };
    if (gateway.has("auth"))
        add(ProtectionKind::authentication, "external", "every request is sent to a checking service first");
    if (gateway.has("basic"))
        add(ProtectionKind::authentication, "basic", "a password is asked for");
    if (gateway.has("jwt"))
        add(ProtectionKind::authentication, "jwt", "a signed token is required");
    if (gateway.has("mutual"))
        add(ProtectionKind::authentication, "client-certificate", "a client certificate is required");
    if (gateway.has("rate"))
        add(ProtectionKind::abuse, "rate", "10 requests a second and client");
    if (gateway.has("waf"))
        add(ProtectionKind::abuse, "waf", "the web application firewall blocks");
    if (!gateway.valueOf("allow").empty())
        add(ProtectionKind::abuse, "ip-list", "only " + gateway.valueOf("allow"));
}

void TextBuilder::callHop(const Hop& from, const Hop& to)
{
    const std::uint32_t port = to.port == 0 ? defaultPort : to.port;
    if (!declared(to.name))
        makeWorkload(to.name, "", {port});
    if (!service(to.name))
        makeService(to.name, {port});
    std::string scheme = to.valueOf("scheme");
    if (scheme.empty())
        scheme = to.has("tls") || to.has("tls-verified") ? "https" : to.has("plain") ? "http" : "";
    if (to.has("mtls")) {
        strictMesh(to.name);
        addSidecar(from.name, proxyImage);
    }
    EnvVar variable;
    variable.name = to.name.name + "_ADDR";
    const std::uint32_t servicePort = to.port != 0 ? to.port : service(to.name)->ports.front().port;
    variable.value =
        valueFacts((scheme.empty() ? "" : scheme + "://") + to.name.name + "." + to.name.ns + ":" + std::to_string(servicePort));
    WorkloadRecord& record = workload(from.name);
    variable.evidence = here(record.object);
    record.pod.containers.front().env.push_back(std::move(variable));
}

void TextBuilder::strictMesh(const Name& name)
{
    addSidecar(name, proxyImage);
    MeshAuthentication policy;
    policy.object = object("security.istio.io", "PeerAuthentication", name);
    policy.ns = name.ns;
    policy.pods = selector("app=" + name.name);
    policy.mode = fact(MtlsMode::strict, policy.object);
    m_inventory.meshAuthentications.push_back(std::move(policy));
}

} // namespace bartizan::test
