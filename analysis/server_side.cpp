// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/edges.h"
#include "analysis/verdicts.h"

namespace bartizan::analysis {
namespace {

Basis basisOf(const Proxy& proxy)
{
    return proxy.state == ProxyState::promised ? Basis::assumed : proxy.running ? Basis::runningState : Basis::configuration;
}

ServerSide meshed(const Context& context, WorkloadId id, std::uint32_t port)
{
    const Proxy& proxy = context.mesh.proxy(id);
    ServerSide side;
    side.by = ServerSide::By::mesh;
    if (proxy.linkerd) {
        side.verdict = decided(Verdict::partial, "encryption-permissive",
                               "Linkerd's proxies encrypt calls between meshed pods; plain text is also accepted by default.",
                               proxy.evidence, basisOf(proxy));
        side.peer = Verdict::partial;
        return side;
    }
    const AcceptMode mode = context.mesh.acceptMode(context, id, port);
    const std::string by = mode.byDefault ? "no PeerAuthentication sets a mode, and the default is PERMISSIVE"
                                          : mode.policy + (mode.ofPort ? " sets port " + std::to_string(port) : " sets it");
    if (!mode.unsure.empty()) {
        side.verdict =
            decided(Verdict::unknown, "encryption-unknown",
                    (mode.mayDemandTls() ? "Whether its proxy accepts only mutual TLS cannot be told. "
                                         : "Its proxy accepts plain text; whether mutual TLS as well cannot be told. ") +
                        mode.unsure,
                    mode.evidence, basisOf(proxy));
        side.verdict.evidence.push_back(proxy.evidence);
        side.verdict.settledBy.push_back({"the objects as the cluster has them", "kubectl get peerauthentications -A -o yaml"});
        side.peer = Verdict::unknown;
        return side;
    }
    switch (mode.mode) {
    case MtlsMode::strict:
        side.verdict = decided(Verdict::present, "encryption-mutual",
                               "Its proxy accepts only mutual TLS (STRICT): " + by + "; " + proxy.reason + ".", mode.evidence,
                               basisOf(proxy));
        side.mutual = true;
        side.peer = Verdict::present;
        break;
    case MtlsMode::disable:
        side.verdict = decided(Verdict::missing, "encryption-mesh-disabled", "Mutual TLS is switched off: " + by + ".",
                               mode.evidence, basisOf(proxy));
        side.peer = Verdict::missing;
        break;
    case MtlsMode::permissive:
    case MtlsMode::unset:
        side.verdict =
            decided(Verdict::partial, "encryption-permissive",
                    "Its proxy uses mutual TLS with other proxies and also accepts plain text (PERMISSIVE): " + by + ".",
                    mode.evidence, basisOf(proxy));
        side.peer = Verdict::partial;
        if (mode.byDefault) {
            side.verdict.assumptions.emplace_back("meshconfig-default");
            side.verdict.within = context.searched("PeerAuthentication.security.istio.io", "*");
        }
        break;
    }
    side.verdict.evidence.push_back(proxy.evidence);
    if (proxy.state == ProxyState::promised)
        side.verdict.assumptions.emplace_back("injection-happens");
    if (proxy.state == ProxyState::some && side.verdict.verdict == Verdict::present) {
        side.verdict.verdict = Verdict::partial;
        side.verdict.reason = "Only " + proxy.reason + "; the others have no proxy.";
        side.peer = Verdict::partial;
        side.mutual = false;
    }
    return side;
}

// An argument or variable that speaks of TLS: the product's default no longer decides.
bool speaksOfTls(const PodSpec& pod)
{
    const auto says = [](std::string_view text) {
        for (std::string_view word : {"tls", "ssl", "TLS", "SSL", "cert", "CERT"})
            if (text.find(word) != std::string_view::npos)
                return true;
        return false;
    };
    for (const Container& c : pod.containers) {
        for (const Argument& a : c.arguments)
            if (says(a.flag))
                return true;
        for (const EnvVar& e : c.env)
            if (says(e.name))
                return true;
    }
    return false;
}

} // namespace

std::optional<NearMiss> unboundDemand(const Context& context, WorkloadId id, std::uint32_t port)
{
    if (context.mesh.proxy(id).any() || context.mesh.proxy(id).notKnown)
        return std::nullopt;
    const AcceptMode mode = context.mesh.acceptMode(context, id, port);
    if (mode.byDefault || !mode.demandsTls())
        return std::nullopt;
    return NearMiss{mode.policy + " demands mutual TLS (STRICT) and binds nobody here: the workload's pods have no proxy",
                    mode.evidence};
}

ServerSide serverSide(const Context& context, WorkloadId id, std::uint32_t port)
{
    const Proxy& proxy = context.mesh.proxy(id);
    const Attribute* excluded = proxy.any() ? context.mesh.excludedFromProxy(context, id, port) : nullptr;
    if (proxy.any() && !excluded)
        return meshed(context, id, port);

    ServerSide side;
    const AcceptMode mode = context.mesh.acceptMode(context, id, port);
    if (proxy.notKnown && !mode.byDefault && mode.mode != MtlsMode::disable) {
        side.verdict = decided(Verdict::unknown, "encryption-unknown",
                               mode.policy + (mode.demandsTls() ? " demands mutual TLS" : " allows mutual TLS") +
                                   " of the workload; whether its pods have a proxy cannot be told: " + proxy.reason + ".",
                               mode.evidence);
        side.verdict.settledBy.push_back({"the namespaces' labels", "kubectl get namespaces -o yaml"});
        return side;
    }
    const Workload& workload = context.workload(id);
    const PodSpec& pod = context.facts(id).record->pod;
    const std::optional<NearMiss> demand = unboundDemand(context, id, port);
    const auto withDemand = [&](LayerVerdict verdict) {
        if (demand)
            verdict.nearMisses.push_back(*demand);
        return verdict;
    };
    for (const Container& c : pod.containers)
        for (const Probe& probe : c.probes) {
            std::uint32_t probed = 0;
            const bool plain = (probe.action == "httpGet" && probe.scheme != "HTTPS") || probe.action == "grpc";
            if (!plain || !context.portOf(id, probe.port, probed) || probed != port)
                continue;
            side.by = ServerSide::By::probe;
            side.verdict = withDemand(
                decided(Verdict::missing, excluded ? RuleId("encryption-port-excluded") : RuleId("encryption-probe-plain"),
                        "Port " + std::to_string(port) + " of " + workload.name + " answers plain text: its " + probe.probe +
                            " probe speaks " + (probe.action == "grpc" ? "gRPC" : "HTTP") + " without TLS" +
                            (excluded ? ", and an annotation keeps the port away from the proxy" : "") + ".",
                        probe.evidence));
            if (excluded)
                side.verdict.evidence.push_back(excluded->evidence);
            return side;
        }
    const ProductRow* product = context.product(workload.product);
    if (product && product->plainByDefault &&
        (product->ports.empty() ||
         std::find(product->ports.begin(), product->ports.end(), static_cast<int>(port)) != product->ports.end()) &&
        !speaksOfTls(pod)) {
        side.by = ServerSide::By::product;
        side.verdict = withDemand(
            decided(Verdict::missing, "encryption-product-plain",
                    workload.product + " speaks plain text unless told otherwise, and nothing here tells it to use TLS.",
                    workload.productEvidence));
        return side;
    }
    side.verdict =
        withDemand(decided(Verdict::unknown, "encryption-unknown",
                           "No sign shows whether port " + std::to_string(port) + " of " + workload.name + " uses TLS."));
    if (excluded) {
        side.verdict.reason += " An annotation keeps the port away from the proxy.";
        side.verdict.nearMisses.push_back({"the proxy would handle this port but for an annotation", excluded->evidence});
    }
    side.verdict.settledBy.push_back({"the server's TLS setting, or a mesh in front of it", ""});
    return side;
}

} // namespace bartizan::analysis
