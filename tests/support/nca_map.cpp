// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nca_map.h"

#include "tests/support/nca_mesh.h"
#include "tests/support/nca_texts.h"

#include <algorithm>

namespace bartizan::test {
namespace {

using connectivity::AddressRange;
using connectivity::AddressSet;
using connectivity::PortSet;

std::string text(const QJsonObject& object, const char* key)
{
    return object[QLatin1String(key)].toString().toStdString();
}

std::optional<AddressSet> addressesOf(std::string_view text) // "10.0.0.0/8,1.2.3.4-1.2.3.9"
{
    AddressSet set;
    for (const std::string_view part : ncaParts(text)) {
        const std::size_t dash = part.find('-');
        const auto first = connectivity::blockOf(part.substr(0, dash));
        const auto last = dash == std::string_view::npos ? first : connectivity::blockOf(part.substr(dash + 1));
        if (!first || !last)
            return std::nullopt;
        set |= AddressSet(AddressRange{first->first, last->last});
    }
    return set;
}

struct Row {
    std::vector<bool> from, to; // pods, then ranges, then hosts
    PortSet ports;
    NcaTcp tcp; // in a map of TCP alone
};

class Comparer {
public:
    Comparer(const NcaState& state, NcaSection section, bool ipv6) : m_state(state), m_section(section), m_ipv6(ipv6)
    {
        if (section == NcaSection::tcp)
            m_hosts = state.mesh->externalHosts();
    }

    NcaComparison compare(const QJsonArray& rules, const QJsonObject& subset)
    {
        cut(rules);
        for (const auto& value : rules)
            addRow(value.toObject());
        if (m_result.beyondPorts || !m_result.notUnderstood.empty())
            return m_result;
        const std::size_t count = m_state.pods.size() + m_outside.size() + m_hosts.size();
        std::vector<bool> inSubset;
        for (std::size_t i = 0; i < m_state.pods.size(); ++i)
            inSubset.push_back(subset.isEmpty() || isIn(subset, i));
        inSubset.resize(count, false);
        for (std::size_t from = 0; from < count; ++from)
            for (std::size_t to = 0; to < count; ++to)
                if (inSubset[from] || inSubset[to])
                    comparePair(from, to);
        return m_result;
    }

private:
    void cut(const QJsonArray& rules)
    {
        std::vector<AddressSet> sets;
        for (const AddressRange& range : m_state.connectivity->ranges())
            sets.emplace_back(range);
        for (const AddressSet& set : m_state.mesh->blocks())
            sets.push_back(set);
        for (const auto& value : rules)
            for (const char* end : {"src", "dst"})
                if (const auto set = addressesOf(text(value.toObject()[QLatin1String(end)].toObject(), "ip_or_host")))
                    sets.push_back(*set);
        for (const AddressRange& range : connectivity::cutAt(sets))
            if (const auto index = rangeOf(m_state, range); index && (m_ipv6 || !range.first.v6))
                m_outside.emplace_back(range, *index);
    }

    const Attributes& labelsOf(std::size_t pod) const { return m_state.connectivity->world().pods[pod].labels; }

    // Empty: the row is about host endpoints.
    std::vector<bool> ends(const QJsonObject& end)
    {
        std::vector<bool> in(m_state.pods.size() + m_outside.size() + m_hosts.size(), false);
        if (end.contains(QLatin1String("ip_or_host"))) {
            const std::string asked = text(end, "ip_or_host");
            const auto host = std::find(m_hosts.begin(), m_hosts.end(), asked);
            if (host != m_hosts.end()) {
                in[m_state.pods.size() + m_outside.size() + static_cast<std::size_t>(host - m_hosts.begin())] = true;
                return in;
            }
            const auto set = addressesOf(asked);
            if (!set)
                m_result.notUnderstood = asked;
            for (std::size_t i = 0; set && i < m_outside.size(); ++i)
                in[m_state.pods.size() + i] = set->contains(AddressSet(m_outside[i].first));
            return in;
        }
        const std::string spaces = text(end, "namespaces"), expression = text(end, "pods");
        if (spaces.empty() || spaces == "None") {
            ++m_result.endpointRows;
            return {};
        }
        const std::vector<std::string_view> names = ncaParts(spaces);
        for (std::size_t i = 0; i < m_state.pods.size(); ++i) {
            if (std::find(names.begin(), names.end(), m_state.pods[i].ns) == names.end())
                continue;
            const std::optional<bool> holds = ncaMatches(expression, labelsOf(i), m_state.pods[i]);
            if (!holds)
                m_result.notUnderstood = expression;
            in[i] = holds.value_or(false);
        }
        return in;
    }

    void addRow(const QJsonObject& rule)
    {
        std::vector<bool> from = ends(rule[QLatin1String("src")].toObject());
        std::vector<bool> to = from.empty() ? from : ends(rule[QLatin1String("dst")].toObject());
        if (from.empty() || to.empty())
            return;
        const auto tcp = m_section == NcaSection::tcp ? ncaTcp(text(rule, "conn")) : std::nullopt;
        const auto ports = tcp ? std::optional(PortSet()) : ncaConnection(text(rule, "conn"));
        if (!ports)
            m_result.beyondPorts = true;
        else
            m_rows.push_back({std::move(from), std::move(to), *ports, tcp.value_or(NcaTcp())});
    }

    bool isIn(const QJsonObject& subset, std::size_t pod) const
    {
        const NcaPod& one = m_state.pods[pod];
        const std::string owner = one.owner.empty() ? one.name : one.owner;
        const std::string byName = text(subset, "deployment_subset"), bySpace = text(subset, "namespace_subset");
        for (const std::string_view name : ncaParts(byName))
            if (name == owner || name == one.ns + "/" + owner)
                return true;
        for (const std::string_view name : ncaParts(bySpace))
            if (name == one.ns)
                return true;
        for (const auto& value : subset[QLatin1String("label_subset")].toArray()) {
            const QJsonObject wanted = value.toObject();
            bool all = true;
            for (auto it = wanted.begin(); it != wanted.end(); ++it)
                all = all && valueOf(labelsOf(pod), it.key().toStdString()) == it.value().toString().toStdString();
            if (all)
                return true;
        }
        return false;
    }

    bool isPod(std::size_t i) const { return i < m_state.pods.size(); }
    NcaEnd endOf(std::size_t i) const
    {
        if (isPod(i))
            return ncaPod(i);
        i -= m_state.pods.size();
        return i < m_outside.size() ? ncaAddresses(m_outside[i].second, m_outside[i].first)
                                    : ncaHost(m_hosts[i - m_outside.size()]);
    }
    std::string nameOf(std::size_t i) const
    {
        if (isPod(i))
            return m_state.pods[i].key();
        i -= m_state.pods.size();
        return i < m_outside.size() ? toText(m_outside[i].first) : m_hosts[i - m_outside.size()];
    }

    void count(std::size_t from, std::size_t to, bool wanted, bool found, bool same, const std::string& words)
    {
        m_result.both += wanted && found;
        m_result.missing += wanted && !found;
        m_result.surplus += !wanted && found;
        if (!same && m_result.different++ == 0)
            m_result.first = nameOf(from) + " -> " + nameOf(to) + ": " + words;
    }

    void comparePair(std::size_t from, std::size_t to)
    {
        if (!isPod(from) && !isPod(to))
            return;
        if (m_section == NcaSection::tcp) {
            compareTcp(from, to);
            return;
        }
        PortSet wanted;
        for (const Row& row : m_rows)
            if (row.from[from] && row.to[to])
                wanted |= row.ports;
        PortSet found = networkOf(m_state, endOf(from), endOf(to));
        if (m_section == NcaSection::notTcp) {
            wanted -= connectivity::tcpPorts();
            found -= connectivity::tcpPorts();
        }
        const PortSet beside = m_section == NcaSection::notTcp ? connectivity::tcpPorts() : PortSet();
        count(from, to, !wanted.empty(), !found.empty(), sameConnection(wanted | beside, found | beside),
              toText(found) + ", expected " + toText(wanted));
    }

    void compareTcp(std::size_t from, std::size_t to)
    {
        if (from == to || (!isPod(from) && from >= m_state.pods.size() + m_outside.size()))
            return; // nothing comes from a host by name
        NcaTcp wanted;
        for (const Row& row : m_rows)
            if (row.from[from] && row.to[to])
                wanted.insert(wanted.end(), row.tcp.begin(), row.tcp.end());
        const NcaTcp found = meshOf(m_state, endOf(from), endOf(to));
        count(from, to, !nothingPasses(wanted), !nothingPasses(found), sameTcp(wanted, found),
              tcpText(found) + ", expected " + tcpText(wanted));
    }

    const NcaState& m_state;
    NcaSection m_section = NcaSection::all;
    bool m_ipv6 = false;
    std::vector<std::string> m_hosts;                            // of ServiceEntries, in a map of TCP
    std::vector<std::pair<AddressRange, std::size_t>> m_outside; // with the range of the state that holds it
    std::vector<Row> m_rows;
    NcaComparison m_result;
};

} // namespace

NcaComparison compareMap(const NcaState& state, NcaSection section, const QJsonArray& rules, const QJsonObject& subset, bool ipv6)
{
    return Comparer(state, section, ipv6).compare(rules, subset);
}

} // namespace bartizan::test
