// SPDX-License-Identifier: GPL-3.0-or-later
// Calls inferred from configuration: every address that a workload's settings name, followed to the workloads behind it.
// One Call for each pair of ends; ports and evidence are gathered. Where settings disagree the plainer one is kept,
// because it is what can be seen on the wire.
#include "model/resolve/passes.h"

#include "model/resolve/hosts.h"
#include "model/resolve/limits.h"
#include "model/resolve/outsides.h"
#include "model/resolve/sightings.h"

#include <algorithm>
#include <map>
#include <set>

namespace bartizan::resolving {
namespace {

constexpr std::size_t mostEvidence = 8;  // a call named in more places is no better known
constexpr std::size_t mostAddresses = 8; // of one Service with endpoints beyond the cluster

// Plainer first: what is known to be plain, what is not verified, what is not said, what is verified.
int strength(std::string_view wish)
{
    static constexpr std::string_view order[] = {"disable", "skip-verify", "", "require", "verify-full"};
    return static_cast<int>(std::find(std::begin(order), std::end(order), wish) - std::begin(order));
}

bool encrypts(std::string_view scheme)
{
    static constexpr std::string_view schemes[] = {"amqps",  "grpcs", "https", "ldaps",   "mongodb+srv", "mqtts",
                                                   "rediss", "smtps", "tls",   "valkeys", "wss"};
    static_assert(std::is_sorted(std::begin(schemes), std::end(schemes)));
    return std::binary_search(std::begin(schemes), std::end(schemes), scheme);
}

struct Draft {
    Call call;
    std::set<std::pair<std::string, std::string>> ports; // protocol, port
};

class Calls {
public:
    explicit Calls(Context& context) : m_context(context), m_hosts(context), m_sightings(context), m_outsides(context) {}

    void run()
    {
        m_outsides.addMeshServices();
        std::size_t seen = 0;
        for (std::size_t i = 0; i < m_context.out.workloads.size() && seen < mostSightings && !m_full; ++i) {
            if (m_context.stopped())
                return;
            for (const Sighting& sighting : m_sightings.of(m_context.out.workloads[i])) {
                follow(WorkloadId(i), sighting);
                ++seen;
            }
        }
        if (m_full || seen >= mostSightings)
            sayLimit(m_context.out, "calls", mostCalls, "what else the settings of the input name is left out");
        for (auto& [key, draft] : m_drafts) {
            for (const auto& [protocol, port] : draft.ports)
                draft.call.ports.push_back({protocol, port});
            m_context.out.calls.push_back(std::move(draft.call));
        }
        for (auto& [key, call] : m_dangling)
            m_context.out.danglingCalls.push_back(std::move(call));
    }

private:
    using PeerKey = std::tuple<std::uint32_t, int, std::uint32_t>;

    void follow(WorkloadId from, const Sighting& sighting)
    {
        const AddressToken& token = *sighting.token;
        const Workload& workload = m_context.out.workload(from);
        const HostMeaning meaning = m_hosts.meaning(workload, token, sighting.setting);
        switch (meaning.kind) {
        case HostMeaning::Kind::nothing:
            break;
        case HostMeaning::Kind::service:
            followService(from, meaning.service, sighting);
            break;
        case HostMeaning::Kind::workload: {
            Draft* draft = toWorkload(from, meaning.workload, meaning.service, sighting);
            const std::uint32_t port = token.port != 0 ? token.port : usualPort(token.scheme);
            if (draft && port != 0)
                draft->ports.emplace("TCP", std::to_string(port));
            break;
        }
        case HostMeaning::Kind::outside:
            if (!sighting.prose)
                toOutside(from, meaning.host, token.port, ServiceId(), sighting);
            break;
        case HostMeaning::Kind::absent:
            if (!sighting.prose)
                dangling(from, meaning.host, sighting, m_hosts.nearest(workload.cluster, meaning.ns, meaning.host));
            break;
        }
    }

    void followService(WorkloadId from, ServiceId id, const Sighting& sighting)
    {
        const Service& service = m_context.out.service(id);
        const ServiceRecord& record = m_context.in.services[service.record];
        const std::uint32_t port = sighting.token->port;
        if (service.type == "ExternalName") {
            followName(from, id, *record.externalName, sighting);
            return;
        }
        if (service.workloads.empty()) {
            toAddresses(from, id, sighting);
            return;
        }
        const std::vector<const ServicePortUse*> ports = portsOf(service, port);
        const bool direct = service.type == "Headless" && port != 0;
        if (ports.empty() && port != 0 && !direct) {
            dangling(from, sighting.token->host, sighting, portsText(service));
            return;
        }
        for (const WorkloadId to : service.workloads) {
            m_full = m_full || ++m_steps > mostCallSteps;
            if (m_full)
                return;
            Draft* draft = toWorkload(from, to, id, sighting);
            if (!draft)
                continue;
            for (const ServicePortUse* use : ports)
                addTargets(*draft, *use);
            if (ports.empty() && direct)
                draft->ports.emplace("TCP", std::to_string(port));
        }
    }

    // A Service that is only another name: of a Service of the cluster, or of a system beyond it.
    void followName(WorkloadId from, ServiceId id, const std::string& name, const Sighting& sighting)
    {
        AddressToken token = *sighting.token;
        token.host = name;
        const HostMeaning meaning = m_hosts.meaning(m_context.out.workload(from), token, "externalName-host");
        if (meaning.kind != HostMeaning::Kind::service) {
            toOutside(from, name, token.port, id, sighting);
            return;
        }
        if (m_context.out.service(meaning.service).type != "ExternalName") // no chains: they could be a circle
            followService(from, meaning.service, sighting);
    }

    // All ports when none is written.
    static std::vector<const ServicePortUse*> portsOf(const Service& service, std::uint32_t port)
    {
        std::vector<const ServicePortUse*> result;
        for (const ServicePortUse& use : service.ports)
            if (port == 0 || use.port == port)
                result.push_back(&use);
        return result;
    }

    static std::string portsText(const Service& service)
    {
        std::string text = service.name;
        const char* separator = ":";
        for (const ServicePortUse& use : service.ports) {
            text += separator + std::to_string(use.port);
            separator = ",";
        }
        return text;
    }

    static void addTargets(Draft& draft, const ServicePortUse& use)
    {
        for (const std::uint32_t target : use.targets)
            draft.ports.emplace(use.protocol, std::to_string(target));
        if (use.targets.empty())
            draft.ports.emplace(use.protocol, use.targetPort);
    }

    Draft* toWorkload(WorkloadId from, WorkloadId to, ServiceId service, const Sighting& sighting)
    {
        if (from == to || m_full)
            return nullptr;
        Peer peer;
        peer.workload = to;
        return &merge(from, peer, service, sighting);
    }

    void toOutside(WorkloadId from, const std::string& host, std::uint32_t port, ServiceId service, const Sighting& sighting)
    {
        const std::uint32_t used = port != 0 ? port : usualPort(sighting.token->scheme);
        Peer peer;
        peer.kind = Peer::Kind::outside;
        peer.outside = m_outsides.add(host, used, sighting.evidence.front());
        Draft& draft = merge(from, peer, service, sighting);
        if (used != 0)
            draft.ports.emplace("TCP", std::to_string(used));
    }

    // A Service without pods: its endpoints when they are written by hand, else nothing that a call could end at.
    void toAddresses(WorkloadId from, ServiceId id, const Sighting& sighting)
    {
        const Service& service = m_context.out.service(id);
        const ServiceRecord& record = m_context.in.services[service.record];
        if (record.selector.present && !record.selector.requirements.empty()) {
            m_context.out.problems.push_back({ProblemSeverity::note,
                                              "service-without-pods",
                                              "expected pods behind Service " + service.id +
                                                  ", which a setting names; found none in the input, so no call is drawn",
                                              sighting.evidence.front(),
                                              {service.evidence}});
            return;
        }
        const std::uint32_t port = sighting.token->port;
        const auto endpoints = m_context.endpoints.find(id.value);
        std::size_t known = 0;
        if (endpoints != m_context.endpoints.end() && !isApiServer(service)) {
            for (const std::size_t index : endpoints->second) {
                const EndpointsRecord& written = m_context.in.endpoints[index];
                for (std::size_t i = 0; i < written.addresses.size() && known < mostAddresses; ++i, ++known)
                    toOutside(from, written.addresses[i], written.ports.size() == 1 ? written.ports.front() : port, id, sighting);
            }
        }
        if (known == 0)
            toOutside(from, service.name + "." + service.ns + ".svc", port, id, sighting);
    }

    static bool isApiServer(const Service& service) { return service.ns == "default" && service.name == "kubernetes"; }

    void dangling(WorkloadId from, const std::string& host, const Sighting& sighting, const std::string& nearest)
    {
        DanglingCall call;
        call.from = from;
        call.host = host;
        call.port = sighting.token->port;
        call.evidence = sighting.evidence.front();
        call.nearest = nearest;
        m_dangling.emplace(std::make_tuple(from.value, host, call.port), std::move(call));
    }

    Draft& merge(WorkloadId from, const Peer& to, ServiceId service, const Sighting& sighting)
    {
        const bool outside = to.kind == Peer::Kind::outside;
        const PeerKey key{from.value, outside ? 1 : 0, outside ? to.outside.value : to.workload.value};
        const auto [at, added] = m_drafts.try_emplace(key);
        m_full = m_drafts.size() >= mostCalls;
        Call& call = at->second.call;
        if (added) {
            call.from.workload = from;
            call.to = to;
            call.scheme = sighting.token->scheme;
            call.clientTls = sighting.tlsWish;
            call.service = service;
        } else {
            if (strength(sighting.tlsWish) < strength(call.clientTls))
                call.clientTls = sighting.tlsWish;
            const std::string& scheme = sighting.token->scheme;
            if (call.scheme.empty() || (!scheme.empty() && encrypts(call.scheme) && !encrypts(scheme)))
                call.scheme = scheme;
        }
        for (const Evidence& evidence : sighting.evidence)
            if (call.evidence.size() < mostEvidence &&
                std::find(call.evidence.begin(), call.evidence.end(), evidence) == call.evidence.end())
                call.evidence.push_back(evidence);
        return at->second;
    }

    Context& m_context;
    Hosts m_hosts;
    Sightings m_sightings;
    Outsides m_outsides;
    std::map<PeerKey, Draft> m_drafts;
    std::size_t m_steps = 0;
    bool m_full = false;
    std::map<std::tuple<std::uint32_t, std::string, std::uint32_t>, DanglingCall> m_dangling;
};

} // namespace

void resolveCalls(Context& context)
{
    Calls(context).run();
}

} // namespace bartizan::resolving
