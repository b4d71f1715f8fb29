// SPDX-License-Identifier: GPL-3.0-or-later
// What does a host name or address mean to a pod? Follows the cluster's DNS (Kubernetes DNS specification 1.1): a short
// name is a Service of the same namespace, then svc.ns, svc.ns.svc and svc.ns.svc.<cluster domain>; pod.svc for pods
// of a StatefulSet. The cluster domain is whatever follows ".svc".
#pragma once

#include "model/resolve/context.h"

#include <set>

namespace bartizan::resolving {

struct HostMeaning {
    enum class Kind {
        nothing,  // not an address after all, or the workload itself
        service,  // `service` is in the input
        workload, // one pod of a StatefulSet, or a pod by its address
        outside,  // a name or address beyond the cluster
        absent,   // a cluster name whose Service is not in the input
    };
    Kind kind = Kind::nothing;
    ServiceId service;
    WorkloadId workload;
    std::string host; // for outside and absent: without a trailing dot
    std::string ns;   // for absent: where the Service would be
};

class Hosts {
public:
    explicit Hosts(const Context& context);

    // `setting` is the name of the variable, flag or key that holds the address.
    HostMeaning meaning(const Workload& from, const AddressToken& token, const std::string& setting) const;
    // The nearest Service name for one that is absent: in its namespace, else in any. "" when none is near.
    std::string nearest(const std::string& cluster, const std::string& ns, const std::string& host) const;

private:
    HostMeaning ofName(const Workload& from, const AddressToken& token, const std::string& host,
                       const std::string& setting) const;
    HostMeaning ofAddress(const Workload& from, const AddressToken& token) const;
    const ServiceId* findService(const std::string& cluster, std::string_view ns, std::string_view name) const;
    // `unlikely`: the setting's name says that this is no address; then only a Service that exists counts.
    HostMeaning clusterName(const std::string& cluster, std::string_view ns, std::string_view service, std::string_view pod,
                            const std::string& host, bool unlikely) const;

    const Context& m_context;
    std::set<std::string> m_namespaces; // scopeKey
    std::unordered_map<std::string, std::vector<ServiceId>> m_servicesByCluster;
    mutable std::size_t m_comparisons = 0;
    mutable std::unordered_map<std::string, std::string> m_nearest;
};

} // namespace bartizan::resolving
