// SPDX-License-Identifier: GPL-3.0-or-later
// Answers about connectivity as oracles write them (JSON) and as ours are, made comparable: on the common refinement of
// all ranges of IPv4 addresses, protocol by protocol, port by port. Ends are ids: "shop/cart[Deployment]",
// "ip:10.0.0.0-10.0.0.255", "ingress-controller".
#pragma once

#include "analysis/connectivity/answers.h"

#include <QJsonObject>

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace bartizan::test {

struct WrittenPorts {                // an oracle's "conn"
    connectivity::PortSet ports;     // TCP, UDP and SCTP only
    std::set<std::string> portNames; // "TCP http"
    friend bool operator==(const WrittenPorts&, const WrittenPorts&) = default;
};
WrittenPorts portsOf(const QJsonObject& conn);
connectivity::PortSet withoutOthers(const connectivity::PortSet&); // TCP, UDP and SCTP only: no oracle says more

struct ConnectionRow {
    std::string from, to;
    connectivity::PortSet ports;
};
struct ChangeRow {
    std::string from, to;
    connectivity::PortSet before, after;
};

// Is it an end that oracles know: a workload, a range of IPv4 addresses, the ingress controller?
bool comparable(std::string_view end);
std::string withoutMark(const std::string& end); // without "@udn", which says that the namespace has a network of its own

struct Comparison {
    int truePositives = 0, falsePositives = 0, falseNegatives = 0; // (from, to, protocol), on the common refinement
    std::vector<std::string> differences;                          // sentences; empty: exactly equal
    void operator+=(const Comparison&);
};
Comparison compareConnections(const std::vector<ConnectionRow>& expected, const std::vector<ConnectionRow>& actual);
// Rows of one pair are joined, whatever their network; what is the same before and after is no change.
Comparison compareChanges(const std::vector<ChangeRow>& expected, const std::vector<ChangeRow>& actual);

} // namespace bartizan::test
