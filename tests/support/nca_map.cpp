// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nca_map.h"

#include "tests/support/nca_texts.h"

#include <algorithm>

namespace bartizan::test {
namespace {

using connectivity::AddressRange;
using connectivity::AddressSet;
using connectivity::End;
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
    std::vector<bool> from, to; // pods, then ranges
    PortSet ports;
};

class Comparer {
public:
    Comparer(const NcaState& state, bool ipv6) : m_state(state), m_ipv6(ipv6) {}

    NcaComparison compare(const QJsonArray& rules, const QJsonObject& subset)
    {
        cut(rules);
        for (const auto& value : rules)
            addRow(value.toObject());
        if (m_result.beyondPorts || !m_result.notUnderstood.empty())
            return m_result;
        const std::size_t count = m_state.pods.size() + m_outside.size();
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
        std::vector<bool> in(m_state.pods.size() + m_outside.size(), false);
        if (end.contains(QLatin1String("ip_or_host"))) {
            const auto set = addressesOf(text(end, "ip_or_host"));
            if (!set)
                m_result.notUnderstood = text(end, "ip_or_host");
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
        const auto ports = ncaConnection(text(rule, "conn"));
        if (!ports)
            m_result.beyondPorts = true;
        else
            m_rows.push_back({std::move(from), std::move(to), *ports});
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

    End endOf(std::size_t i) const
    {
        if (i < m_state.pods.size())
            return {End::Kind::pod, i};
        return {End::Kind::addresses, m_outside[i - m_state.pods.size()].second};
    }
    std::string nameOf(std::size_t i) const
    {
        return i < m_state.pods.size() ? m_state.pods[i].key() : toText(m_outside[i - m_state.pods.size()].first);
    }

    void comparePair(std::size_t from, std::size_t to)
    {
        if (from >= m_state.pods.size() && to >= m_state.pods.size())
            return;
        PortSet wanted;
        for (const Row& row : m_rows)
            if (row.from[from] && row.to[to])
                wanted |= row.ports;
        const PortSet found = m_state.connectivity->allowed(endOf(from), endOf(to));
        m_result.both += !wanted.empty() && !found.empty();
        m_result.missing += !wanted.empty() && found.empty();
        m_result.surplus += wanted.empty() && !found.empty();
        if (sameConnection(wanted, found))
            return;
        if (m_result.different++ == 0)
            m_result.first = nameOf(from) + " -> " + nameOf(to) + ": " + toText(found) + ", expected " + toText(wanted);
    }

    const NcaState& m_state;
    bool m_ipv6 = false;
    std::vector<std::pair<AddressRange, std::size_t>> m_outside; // with the range of the state that holds it
    std::vector<Row> m_rows;
    NcaComparison m_result;
};

} // namespace

NcaComparison compareMap(const NcaState& state, const QJsonArray& rules, const QJsonObject& subset, bool ipv6)
{
    return Comparer(state, ipv6).compare(rules, subset);
}

} // namespace bartizan::test
