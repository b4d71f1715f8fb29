// SPDX-License-Identifier: GPL-3.0-or-later
// One input of a connectivity oracle as the program reads it, what the engine answers for it, and the options of a
// question: which workloads, direction and ports it is about.
#pragma once

#include "tests/support/connectivity_rows.h"

#include <memory>
#include <optional>

namespace bartizan::test {

struct ConnectivityAnswer { // with or without networks beside the pod network
    std::shared_ptr<const connectivity::Connectivity> connectivity;
    connectivity::Answers answers;

    const connectivity::World& world() const { return connectivity->world(); }
};

class ConnectivityCase {
public:
    // Files and folders, imported and resolved together. None where nothing could be opened.
    static std::shared_ptr<const ConnectivityCase> of(const std::vector<std::string>& sources);

    const Model& model() const { return m_model; }
    const std::vector<connectivity::Entrance>& entrances() const { return m_entrances; }
    ConnectivityAnswer answer(bool severalNetworks) const;

private:
    Model m_model;
    std::vector<connectivity::Entrance> m_entrances;
};

// The workload of a pod, in World::pods: by the pod's own name, its workload's, or that of a StatefulSet's member ("db-0").
std::optional<std::size_t> podNamed(const Model&, std::string_view ns, std::string_view name);

// Which of the networks' names is meant, whatever namespace an attachment definition is in: oracles write only its name.
std::string plainName(const std::string& network);

struct QuestionOptions {
    std::vector<std::string> workloads, peers; // "shop/cart" or "cart"; empty: every one
    std::string direction;                     // "ingress", "egress": seen from `workloads`; "" = both
    std::optional<connectivity::PortSet> only; // only these ports
    std::string verdict;                       // "allow", "deny": only these of an explanation
    bool severalNetworks = false;

    bool about(std::string_view end) const; // is it one of `workloads`?
    bool keeps(std::string_view from, std::string_view to) const;
    connectivity::PortSet narrowed(const connectivity::PortSet&) const;
};
QuestionOptions questionOptions(const QJsonObject& options);

// By network name; networks without connections may be left out.
using NetworkRows = std::map<std::string, std::vector<ConnectionRow>>;
NetworkRows expectedRows(const QJsonArray& networks);
NetworkRows actualRows(const ConnectivityAnswer&, const QuestionOptions&);
Comparison compareNetworks(const NetworkRows& expected, const NetworkRows& actual);

} // namespace bartizan::test
