// SPDX-License-Identifier: GPL-3.0-or-later
// Selectors: a label in matchLabels is an In with one value, a namespace by name is one by the label
// kubernetes.io/metadata.name, the order of requirements and values says nothing. The tool lists no unprotected
// workloads where it is asked about some ports only, and leaves out a peer whose ports the entire cluster has too.
#include "tests/support/connectivity_exposure.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

namespace bartizan::test {

using namespace connectivity;

namespace {

const std::string entireCluster = "entire-cluster";

using Requirements = std::set<std::string>; // "app In a,b"

std::string requirement(const std::string& key, const char* op, std::vector<std::string> values)
{
    std::sort(values.begin(), values.end());
    std::string text = key + " " + op;
    for (std::size_t i = 0; i < values.size(); ++i)
        text += (i == 0 ? " " : ",") + values[i];
    return text;
}

std::string peerText(const Requirements& namespaces, const Requirements& pods)
{
    const auto text = [](const Requirements& all) {
        std::string joined;
        for (const std::string& one : all)
            joined += (joined.empty() ? "" : "; ") + one;
        return joined.empty() ? std::string("all") : joined;
    };
    return "pods [" + text(pods) + "] in namespaces [" + text(namespaces) + "]";
}

Requirements requirementsOf(const QJsonValue& selector)
{
    Requirements out;
    const QJsonObject object = selector.toObject(); // of "all": empty
    if (object.contains(QLatin1String("name")))
        out.insert(requirement("kubernetes.io/metadata.name", "In", {object[QLatin1String("name")].toString().toStdString()}));
    const QJsonObject labels = object[QLatin1String("matchLabels")].toObject();
    for (auto it = labels.begin(); it != labels.end(); ++it)
        out.insert(requirement(it.key().toStdString(), "In", {it.value().toString().toStdString()}));
    for (const QJsonValue& value : object[QLatin1String("matchExpressions")].toArray()) {
        const QJsonObject one = value.toObject();
        std::vector<std::string> values;
        for (const QJsonValue& item : one[QLatin1String("values")].toArray())
            values.push_back(item.toString().toStdString());
        out.insert(requirement(one[QLatin1String("key")].toString().toStdString(),
                               qPrintable(one[QLatin1String("operator")].toString()), std::move(values)));
    }
    return out;
}

Requirements requirementsOf(const Selector& selector)
{
    Requirements out;
    for (const SelectorRequirement& one : selector.requirements) {
        const char* op = one.op == SelectorRequirement::Op::in       ? "In"
                         : one.op == SelectorRequirement::Op::notIn  ? "NotIn"
                         : one.op == SelectorRequirement::Op::exists ? "Exists"
                                                                     : "DoesNotExist";
        out.insert(requirement(one.key, op, one.values));
    }
    return out;
}

std::string peerText(const PodSet& pods)
{
    Requirements namespaces = requirementsOf(pods.namespaces);
    if (!pods.ns.empty())
        namespaces.insert(requirement("kubernetes.io/metadata.name", "In", {pods.ns}));
    std::string text = peerText(namespaces, requirementsOf(pods.pods));
    if (!pods.conditions.empty()) // no oracle writes any
        text += " with " + std::to_string(pods.conditions.size()) + " conditions";
    return text;
}

struct Table {
    std::vector<ConnectionRow> outside;
    std::map<std::tuple<std::string, std::string, std::string>, WrittenPorts> inside; // by workload, direction, peer
    std::set<std::string> unprotected;                                                // "shop/cart[Deployment] egress"

    void add(const std::string& workload, const std::string& direction, const std::string& peer, const WrittenPorts& ports)
    {
        if (peer.compare(0, 3, "ip:") == 0) {
            outside.push_back(direction == "egress" ? ConnectionRow{workload, peer, ports.ports}
                                                    : ConnectionRow{peer, workload, ports.ports});
            return;
        }
        WrittenPorts& there = inside[{workload, direction, peer}];
        there.ports |= ports.ports;
        there.portNames.insert(ports.portNames.begin(), ports.portNames.end());
    }
};

Table expectedTable(const QJsonArray& networks)
{
    Table table;
    for (const QJsonValue& value : networks) {
        const QJsonObject network = value.toObject();
        for (const char* direction : {"egress", "ingress"}) {
            for (const QJsonValue& item : network[QLatin1String(direction)].toArray()) {
                const QJsonObject row = item.toObject();
                const QJsonValue peer = row[QLatin1String("peer")];
                const QJsonObject selector = peer.toObject();
                table.add(withoutMark(row[QLatin1String("workload")].toString().toStdString()), direction,
                          peer.isString() ? withoutMark(peer.toString().toStdString())
                                          : peerText(requirementsOf(selector[QLatin1String("namespaces")]),
                                                     requirementsOf(selector[QLatin1String("pods")])),
                          portsOf(row[QLatin1String("conn")].toObject()));
            }
        }
        for (const QJsonValue& item : network[QLatin1String("unprotected")].toArray()) {
            const QJsonObject row = item.toObject();
            table.unprotected.insert(withoutMark(row[QLatin1String("workload")].toString().toStdString()) + " " +
                                     row[QLatin1String("direction")].toString().toStdString());
        }
    }
    return table;
}

WrittenPorts written(const Exposed& row, const QuestionOptions& options)
{
    WrittenPorts out{options.narrowed(row.ports), {}};
    if (options.only)
        return out; // the number of a named port is not known
    for (const auto& [protocol, name] : row.portNames)
        out.portNames.insert(std::string(toWord(protocol)) + " " + name);
    return out;
}

Table actualTable(const ConnectivityAnswer& actual, const QuestionOptions& options)
{
    Table table;
    const auto asked = [&](const std::string& workload, const std::string& direction) {
        return options.about(workload) && (options.direction.empty() || options.direction == direction);
    };
    for (const Exposed& row : actual.answers.exposure) {
        const std::string &workload = actual.world().pods[row.pod].id, direction = toWord(row.direction);
        const std::string peer = row.peer.kind == Party::Kind::pods ? peerText(*row.peer.pods) : idOf(actual.world(), row.peer);
        const bool outside = row.peer.kind == Party::Kind::addresses;
        const WrittenPorts ports = written(row, options);
        if (asked(workload, direction) && (!outside || comparable(peer)) && (!options.only || !ports.ports.empty()))
            table.add(workload, direction, peer, ports);
    }
    if (options.only) {
        for (auto it = table.inside.begin(); it != table.inside.end();) {
            const auto& [workload, direction, peer] = it->first;
            const auto whole = table.inside.find({workload, direction, entireCluster});
            const bool contained =
                peer != entireCluster && whole != table.inside.end() && whole->second.ports.contains(it->second.ports);
            it = contained ? table.inside.erase(it) : std::next(it);
        }
        return table;
    }
    for (const Unprotected& one : actual.answers.unprotected) {
        const std::string &workload = actual.world().pods[one.pod].id, direction = toWord(one.direction);
        if (asked(workload, direction))
            table.unprotected.insert(workload + " " + direction);
    }
    return table;
}

std::string text(const WrittenPorts* ports)
{
    if (!ports)
        return "no row";
    std::string out = toText(ports->ports);
    for (const std::string& name : ports->portNames)
        out += ", " + name;
    return out;
}

template <class Key, class Describe>
void compareKeys(Comparison& out, const std::set<Key>& expected, const std::set<Key>& actual, const Describe& describe)
{
    for (const Key& key : expected) {
        const bool found = actual.count(key) != 0;
        ++(found ? out.truePositives : out.falseNegatives);
        describe(key, true, found);
    }
    for (const Key& key : actual) {
        if (expected.count(key) == 0) {
            ++out.falsePositives;
            describe(key, false, true);
        }
    }
}

template <class Map>
auto keysOf(const Map& map)
{
    std::set<typename Map::key_type> keys;
    for (const auto& entry : map)
        keys.insert(entry.first);
    return keys;
}

} // namespace

Comparison compareExposure(const QJsonArray& expected, const ConnectivityAnswer& actual, const QuestionOptions& options)
{
    const Table wanted = expectedTable(expected), found = actualTable(actual, options);
    Comparison out = compareConnections(wanted.outside, found.outside);
    compareKeys(out, keysOf(wanted.inside), keysOf(found.inside), [&](const auto& key, bool isWanted, bool isFound) {
        const WrittenPorts* left = isWanted ? &wanted.inside.at(key) : nullptr;
        const WrittenPorts* right = isFound ? &found.inside.at(key) : nullptr;
        if (left && right && *left == *right)
            return;
        out.differences.push_back(std::get<0>(key) + " " + std::get<1>(key) + " " + std::get<2>(key) + ": expected " +
                                  text(left) + ", found " + text(right));
    });
    compareKeys(out, wanted.unprotected, found.unprotected, [&](const std::string& key, bool isWanted, bool isFound) {
        if (isWanted != isFound)
            out.differences.push_back(key + ": unprotected is " + (isWanted ? "expected, not found" : "found, not expected"));
    });
    return out;
}

} // namespace bartizan::test
