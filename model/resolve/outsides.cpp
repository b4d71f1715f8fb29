// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/resolve/outsides.h"

#include <algorithm>

namespace bartizan::resolving {

std::uint32_t usualPort(std::string_view scheme)
{
    struct Row {
        std::string_view scheme;
        std::uint32_t port;
    };
    static constexpr Row rows[] = {
        {"http", 80},         {"ws", 80},      {"https", 443},     {"wss", 443},    {"grpcs", 443},      {"postgres", 5432},
        {"postgresql", 5432}, {"mysql", 3306}, {"mariadb", 3306},  {"redis", 6379}, {"rediss", 6379},    {"valkey", 6379},
        {"amqp", 5672},       {"amqps", 5671}, {"mongodb", 27017}, {"nats", 4222},  {"kafka", 9092},     {"memcached", 11211},
        {"ldap", 389},        {"ldaps", 636},  {"smtp", 25},       {"smtps", 465},  {"sqlserver", 1433}, {"clickhouse", 9000},
        {"mqtt", 1883},       {"mqtts", 8883}, {"bolt", 7687},     {"neo4j", 7687},
    };
    const auto found = std::find_if(std::begin(rows), std::end(rows), [&](const Row& row) { return row.scheme == scheme; });
    return found == std::end(rows) ? 0 : found->port;
}

OutsideId Outsides::add(const std::string& host, std::uint32_t port, const Evidence& evidence)
{
    std::string id = "external:" + host + (port == 0 ? "" : ":" + std::to_string(port));
    const auto known = m_context.outsides.find(id);
    if (known != m_context.outsides.end())
        return known->second;
    Outside outside;
    outside.id = id;
    outside.host = host;
    outside.port = port;
    outside.evidence = evidence;
    if (const ProductRow* row = m_products.byHost(host)) {
        outside.product = row->product;
        outside.managed = row->role == "managed";
    }
    const OutsideId result(m_context.out.outsides.size());
    m_context.outsides.emplace(std::move(id), result);
    m_context.out.outsides.push_back(std::move(outside));
    return result;
}

void Outsides::addMeshServices()
{
    for (const MeshExternalService& service : m_context.in.meshExternalServices) {
        if (!m_context.in.object(service.object).applied() || service.location == "MESH_INTERNAL")
            continue;
        for (const Fact<std::string>& host : service.hosts) {
            for (const std::uint32_t port : service.ports)
                add(*host, port, host.evidence);
            if (service.ports.empty())
                add(*host, 0, host.evidence);
        }
    }
}

} // namespace bartizan::resolving
