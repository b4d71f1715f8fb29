// SPDX-License-Identifier: GPL-3.0-or-later
// The comparison is that of the oracles' own tool: a (from, to, protocol) counts as found when some of its ports are, and
// two answers are equal when every port of every part is.
#include "tests/support/connectivity_rows.h"

#include <QJsonArray>

#include <algorithm>
#include <cstdint>
#include <optional>

namespace bartizan::test {

using namespace connectivity;

namespace {

constexpr Protocol protocols[] = {Protocol::tcp, Protocol::udp, Protocol::sctp};
constexpr std::string_view ipMark = "ip:";

struct Ends { // of a range of IPv4 addresses, both included
    std::uint64_t first = 0, last = 0;
};

std::optional<Ends> addressesOf(std::string_view end)
{
    const std::size_t dash = end.find('-');
    if (end.substr(0, ipMark.size()) != ipMark || dash == std::string_view::npos)
        return std::nullopt;
    const auto first = blockOf(end.substr(ipMark.size(), dash - ipMark.size())), last = blockOf(end.substr(dash + 1));
    if (!first || !last || first->first.v6 || last->first.v6)
        return std::nullopt;
    return Ends{first->first.low, last->first.low};
}

std::string ipText(std::uint64_t first, std::uint64_t last)
{
    return std::string(ipMark) + toText(Address{false, 0, first}) + "-" + toText(Address{false, 0, last});
}

class Refinement { // of the ranges of all ends
public:
    void see(const std::string& end)
    {
        if (const auto range = addressesOf(end)) {
            m_cuts.insert(range->first);
            m_cuts.insert(range->last + 1);
        }
    }
    std::vector<std::string> partsOf(const std::string& end) const
    {
        const auto range = addressesOf(end);
        if (!range)
            return {end};
        std::vector<std::string> parts;
        for (auto at = m_cuts.find(range->first); at != m_cuts.end() && *at <= range->last; ++at)
            parts.push_back(ipText(*at, *std::next(at) - 1));
        return parts;
    }

private:
    std::set<std::uint64_t> m_cuts;
};

using Pair = std::pair<std::string, std::string>;

template <class Row>
void see(Refinement& refinement, const std::vector<Row>& rows)
{
    for (const Row& row : rows) {
        refinement.see(row.from);
        refinement.see(row.to);
    }
}

template <class Row, class Add>
void eachPart(const Refinement& refinement, const std::vector<Row>& rows, const Add& add)
{
    for (const Row& row : rows) {
        const std::vector<std::string> ends = refinement.partsOf(row.to);
        for (const std::string& from : refinement.partsOf(row.from)) {
            for (const std::string& to : ends)
                add(Pair(from, to), row);
        }
    }
}

void count(Comparison& out, const PortSet& expected, const PortSet& actual)
{
    const PortSet both = expected & actual;
    for (const Protocol protocol : protocols) {
        const bool found = !both.ports(protocol).empty();
        out.truePositives += found ? 1 : 0;
        out.falseNegatives += !found && !expected.ports(protocol).empty() ? 1 : 0;
        out.falsePositives += !found && !actual.ports(protocol).empty() ? 1 : 0;
    }
}

std::string pairText(const Pair& pair)
{
    return pair.first + " -> " + pair.second;
}

} // namespace

PortSet withoutOthers(const PortSet& ports)
{
    PortSet out;
    for (const Protocol protocol : protocols) {
        for (const PortRange& range : ports.ports(protocol))
            out |= PortSet::of(protocol, range);
    }
    return out;
}

WrittenPorts portsOf(const QJsonObject& conn)
{
    WrittenPorts out;
    if (conn[QLatin1String("all")].toBool())
        out.ports = withoutOthers(PortSet::everything());
    for (const QJsonValue& value : conn[QLatin1String("ANY")].toArray())
        out.portNames.insert("ANY " + value.toString().toStdString());
    for (const Protocol protocol : protocols) {
        for (const QJsonValue& value : conn[QLatin1String(toWord(protocol))].toArray()) {
            const QJsonArray range = value.toArray();
            if (value.isString())
                out.portNames.insert(std::string(toWord(protocol)) + " " + value.toString().toStdString());
            else if (range.size() == 2)
                out.ports |= PortSet::of(
                    protocol, {static_cast<std::uint32_t>(range.at(0).toInt()), static_cast<std::uint32_t>(range.at(1).toInt())});
        }
    }
    return out;
}

bool comparable(std::string_view end)
{
    if (end.substr(0, ipMark.size()) == ipMark)
        return addressesOf(end).has_value();
    const bool workload = end.find('/') != std::string_view::npos && end.find(' ') == std::string_view::npos;
    return end == "ingress-controller" || (workload && end.back() == ']');
}

std::string withoutMark(const std::string& end)
{
    constexpr std::string_view mark = "@udn";
    const bool marked = end.size() > mark.size() && end.compare(end.size() - mark.size(), mark.size(), mark) == 0;
    return marked ? end.substr(0, end.size() - mark.size()) : end;
}

void Comparison::operator+=(const Comparison& other)
{
    truePositives += other.truePositives;
    falsePositives += other.falsePositives;
    falseNegatives += other.falseNegatives;
    differences.insert(differences.end(), other.differences.begin(), other.differences.end());
}

Comparison compareConnections(const std::vector<ConnectionRow>& expected, const std::vector<ConnectionRow>& actual)
{
    Refinement refinement;
    see(refinement, expected);
    see(refinement, actual);
    std::map<Pair, std::pair<PortSet, PortSet>> parts; // expected, actual
    eachPart(refinement, expected, [&](Pair pair, const ConnectionRow& row) { parts[std::move(pair)].first |= row.ports; });
    eachPart(refinement, actual, [&](Pair pair, const ConnectionRow& row) { parts[std::move(pair)].second |= row.ports; });
    Comparison out;
    for (const auto& [pair, ports] : parts) {
        count(out, ports.first, ports.second);
        if (ports.first != ports.second)
            out.differences.push_back(pairText(pair) + ": expected " + toText(ports.first) + ", found " + toText(ports.second));
    }
    return out;
}

Comparison compareChanges(const std::vector<ChangeRow>& expected, const std::vector<ChangeRow>& actual)
{
    Refinement refinement;
    see(refinement, expected);
    see(refinement, actual);
    struct Change {
        PortSet before, after;
        std::string text() const { return before == after ? "no change" : toText(before) + " to " + toText(after); }
    };
    std::map<Pair, std::pair<Change, Change>> parts; // expected, actual
    const auto add = [](Change& change, const ChangeRow& row) {
        change.before |= row.before;
        change.after |= row.after;
    };
    eachPart(refinement, expected, [&](Pair pair, const ChangeRow& row) { add(parts[std::move(pair)].first, row); });
    eachPart(refinement, actual, [&](Pair pair, const ChangeRow& row) { add(parts[std::move(pair)].second, row); });
    Comparison out;
    for (const auto& [pair, changes] : parts) {
        const Change &wanted = changes.first, &found = changes.second;
        const auto changed = [](const Change& one) { return (one.before | one.after) - (one.before & one.after); };
        count(out, changed(wanted), changed(found));
        const bool same = wanted.before == wanted.after ? found.before == found.after
                                                        : wanted.before == found.before && wanted.after == found.after;
        if (!same)
            out.differences.push_back(pairText(pair) + ": expected " + wanted.text() + ", found " + found.text());
    }
    return out;
}

} // namespace bartizan::test
