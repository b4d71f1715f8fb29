// SPDX-License-Identifier: GPL-3.0-or-later
// Which pods does a selector match? Answers from postings of (scope, key, value), so that thousands of selectors over
// thousands of pods stay linear in what they match. Built once by model/resolve/workloads; entries are label sets, of
// which a workload has as many as its template and its running pods differ in.
#pragma once

#include "model/inventory.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace bartizan::resolving {

struct LabelSet {
    WorkloadId workload;
    std::size_t record = 0;             // Inventory::workloads: whose labels these are
    const Attributes* labels = nullptr; // into the inventory
};

class LabelIndex {
public:
    // `scope` is a namespace of a cluster (scopeKey); the labels must outlive the index.
    void add(const std::string& scope, const LabelSet& set);
    // Entries of the scope that match, in the order they were added. A selector that is not present matches nothing.
    std::vector<std::size_t> find(const std::string& scope, const Selector& selector) const;
    // Entries of the scope, whatever their labels.
    const std::vector<std::size_t>& all(const std::string& scope) const;
    const LabelSet& operator[](std::size_t entry) const { return m_sets[entry]; }
    std::size_t size() const { return m_sets.size(); }

private:
    std::vector<LabelSet> m_sets;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byScope;
    std::unordered_map<std::string, std::vector<std::size_t>> m_byLabel;
};

std::string scopeKey(const std::string& cluster, const std::string& ns);

} // namespace bartizan::resolving
