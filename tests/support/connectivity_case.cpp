// SPDX-License-Identifier: GPL-3.0-or-later
// What the options mean is that of the oracle's tool: a row is kept when one end is asked about and, where peers are named,
// the other end is one of them; a direction is seen from the workload that is asked about.
#include "tests/support/connectivity_case.h"

#include "importers/import.h"
#include "model/resolve/resolve.h"
#include "tests/support/text_architecture.h"

#include <QJsonArray>

#include <algorithm>
#include <charconv>

namespace bartizan::test {

using namespace connectivity;

namespace {

std::vector<std::string> namesIn(const QJsonValue& list)
{
    std::vector<std::string> names;
    for (const QJsonValue& value : list.toArray())
        names.push_back(value.toString().toStdString());
    return names;
}

bool isNamed(std::string_view end, const std::vector<std::string>& names)
{
    const std::string_view full = end.substr(0, end.find('['));
    const std::string_view name = full.substr(full.find('/') == std::string_view::npos ? 0 : full.find('/') + 1);
    return std::any_of(names.begin(), names.end(), [&](const std::string& one) { return one == full || one == name; });
}

std::optional<std::uint32_t> numberOf(std::string_view text)
{
    std::uint32_t number = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
    return error == std::errc() && end == text.data() + text.size() ? std::optional(number) : std::nullopt;
}

PortSet focusOf(const QString& written) // "tcp-80"
{
    const QStringList words = written.toUpper().split(QLatin1Char('-'));
    const auto protocol = protocolOf(words.value(0).toStdString());
    const auto first = numberOf(words.value(1).toStdString());
    if (!protocol)
        return {};
    return PortSet::of(*protocol,
                       first ? PortRange{*first, numberOf(words.value(2).toStdString()).value_or(*first)} : PortRange());
}

std::string_view withoutOrdinal(std::string_view name) // of a StatefulSet's member
{
    const std::size_t dash = name.rfind('-');
    return dash != std::string_view::npos && numberOf(name.substr(dash + 1)) ? name.substr(0, dash) : std::string_view();
}

} // namespace

std::shared_ptr<const ConnectivityCase> ConnectivityCase::of(const std::vector<std::string>& sources)
{
    Result<Inventory> inventory = importers::importSources(sources, {}, {});
    if (!inventory)
        return nullptr;
    auto made = std::make_shared<ConnectivityCase>();
    made->m_model.inventory = std::move(*inventory);
    made->m_model.architecture = resolve(made->m_model.inventory, shippedCatalogue());
    made->m_entrances = entrancesOf(made->m_model);
    return made;
}

ConnectivityAnswer ConnectivityCase::answer(bool severalNetworks) const
{
    WorldOptions options;
    options.severalNetworks = severalNetworks;
    ConnectivityAnswer out;
    out.connectivity = Connectivity::of(worldOf(m_model, options));
    out.answers = answersOf(*out.connectivity, m_entrances);
    return out;
}

std::optional<std::size_t> podNamed(const Model& model, std::string_view ns, std::string_view name)
{
    const std::vector<Workload>& workloads = model.architecture.workloads;
    const auto isPod = [&](std::size_t record) {
        const Identity& identity = model.inventory.object(model.inventory.workloads[record].object).identity;
        return identity.ns == ns && identity.name == name;
    };
    const std::string_view set = withoutOrdinal(name);
    std::optional<std::size_t> byWorkload, byOrdinal;
    for (std::size_t i = 0; i < workloads.size(); ++i) {
        const Workload& one = workloads[i];
        if (std::any_of(one.pods.begin(), one.pods.end(), isPod))
            return i;
        if (one.ns == ns && one.name == name)
            byWorkload = i;
        if (one.ns == ns && one.name == set && one.kind == "StatefulSet")
            byOrdinal = i;
    }
    return byWorkload ? byWorkload : byOrdinal;
}

std::string plainName(const std::string& network)
{
    const std::size_t slash = network.find('/'), space = network.rfind(' ', slash);
    return slash == std::string::npos || space == std::string::npos ? network
                                                                    : network.substr(0, space + 1) + network.substr(slash + 1);
}

QuestionOptions questionOptions(const QJsonObject& options)
{
    QuestionOptions out;
    out.workloads = namesIn(options[QLatin1String("focus_workloads")]);
    out.peers = namesIn(options[QLatin1String("focus_workload_peers")]);
    out.direction = options[QLatin1String("direction")].toString().toStdString();
    if (options.contains(QLatin1String("focus_conn")))
        out.only = focusOf(options[QLatin1String("focus_conn")].toString());
    out.verdict = options[QLatin1String("explain_only")].toString().toStdString();
    out.severalNetworks = options[QLatin1String("multiple_networks")].toBool();
    return out;
}

bool QuestionOptions::about(std::string_view end) const
{
    return workloads.empty() || isNamed(end, workloads);
}

bool QuestionOptions::keeps(std::string_view from, std::string_view to) const
{
    const auto isPeer = [&](std::string_view end) { return peers.empty() || isNamed(end, peers); };
    return (direction != "ingress" && about(from) && isPeer(to)) || (direction != "egress" && about(to) && isPeer(from));
}

PortSet QuestionOptions::narrowed(const PortSet& ports) const
{
    const PortSet plain = withoutOthers(ports);
    return only ? plain & *only : plain;
}

NetworkRows expectedRows(const QJsonArray& networks)
{
    NetworkRows out;
    for (const QJsonValue& value : networks) {
        const QJsonObject network = value.toObject();
        auto& rows = out[network[QLatin1String("network")].toString().toStdString()];
        for (const QJsonValue& item : network[QLatin1String("connections")].toArray()) {
            const QJsonObject row = item.toObject();
            rows.push_back({withoutMark(row[QLatin1String("src")].toString().toStdString()),
                            withoutMark(row[QLatin1String("dst")].toString().toStdString()),
                            portsOf(row[QLatin1String("conn")].toObject()).ports});
        }
    }
    return out;
}

NetworkRows actualRows(const ConnectivityAnswer& answer, const QuestionOptions& options)
{
    NetworkRows out;
    for (const NetworkConnections& network : answer.answers.networks) {
        auto& rows = out[plainName(network.network)];
        for (const Connection& one : network.connections) {
            ConnectionRow row{idOf(answer.world(), one.from), idOf(answer.world(), one.to), options.narrowed(one.ports)};
            if (!row.ports.empty() && comparable(row.from) && comparable(row.to) && options.keeps(row.from, row.to))
                rows.push_back(std::move(row));
        }
    }
    return out;
}

Comparison compareNetworks(const NetworkRows& expected, const NetworkRows& actual)
{
    std::map<std::string, std::pair<std::vector<ConnectionRow>, std::vector<ConnectionRow>>> networks;
    for (const auto& [name, rows] : expected)
        networks[name].first = rows;
    for (const auto& [name, rows] : actual)
        networks[name].second = rows;
    Comparison out;
    for (const auto& [name, rows] : networks) {
        Comparison one = compareConnections(rows.first, rows.second);
        for (std::string& difference : one.differences)
            difference.insert(0, name + ": ");
        out += one;
    }
    return out;
}

} // namespace bartizan::test
