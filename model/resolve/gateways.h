// SPDX-License-Identifier: GPL-3.0-or-later
// What answers for routes: Gateway objects and the controllers of ingress classes, with the workloads that do it. Made
// once by resolveRoutes(); adds to Context::out.gateways. Which product serves a class follows from the class's
// controller; which workload is that product, from labels that implementations set and from images.
#pragma once

#include "model/resolve/context.h"

#include <map>
#include <string>
#include <utility>

namespace bartizan::resolving {

class Grants;

class Gateways {
public:
    explicit Gateways(Context& context);

    // Inventory::gateways index of a GatewayRecord::id in that cluster, applied ones only.
    std::optional<std::size_t> record(const std::string& cluster, const std::string& id) const;
    GatewayId ofRecord(std::size_t record) const; // none for ListenerSets

    // The gateway for an Ingress's class; made on first use. `written` is unwritten for an Ingress without a class.
    GatewayId ofClass(const std::string& cluster, const Fact<std::string>& written);
    GatewayId ofRouter(const std::string& cluster, const std::string& id); // OpenShift's router

    // The word of Protection::controller for what serves it; "" when that is not known.
    const std::string& product(GatewayId id) const { return m_products[id.pos()]; }

private:
    using Key = std::pair<std::string, std::string>; // cluster, id or name

    GatewayId add(Gateway gateway, std::string product);
    void addRecord(std::size_t index);
    void checkListeners(const GatewayRecord& record, const Grants& grants); // problems of what they refer to
    void findByController(Gateway& gateway, const std::string& cluster, const GatewayClassRecord* ofClass);
    std::vector<WorkloadId> byLabels(const std::string& cluster, const std::string& ns, const Selector& selector) const;
    std::vector<WorkloadId> inAnyNamespace(const std::string& cluster, const Selector& selector) const;
    std::vector<WorkloadId> byController(const std::string& cluster, const GatewayClassRecord& ofClass) const;
    const GatewayClassRecord* classRecord(const std::string& cluster, const char* dialect, const std::string& name) const;
    bool anyIngressClass(const std::string& cluster) const;
    const GatewayClassRecord* defaultClass(const std::string& cluster) const;

    Context& m_context;
    std::map<Key, std::size_t> m_records;
    std::vector<GatewayId> m_ofRecord;
    std::map<Key, GatewayId> m_byId;
    std::vector<std::string> m_products; // by GatewayId
};

} // namespace bartizan::resolving
