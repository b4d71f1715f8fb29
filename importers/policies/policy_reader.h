// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of what the policies of Calico and Cilium share beside types: blocks of addresses, selectors, fields that
// are not known. A reader lives on the stack of one import function.
#pragma once

#include "importers/kubernetes/strict_reader.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

class PolicyReader : public StrictReader {
public:
    explicit PolicyReader(const ObjectContext& context, std::string_view what = "policy") : StrictReader(context, what) {}

    // Addresses and blocks of a list ("10.0.0.0/8", "10.1.2.3"); what is neither is refused and left out.
    std::vector<std::string> blocks(document::Node parent, std::string_view key);
    // {matchLabels, matchExpressions}; an unknown operator or values that do not fit it are refused. Keys as written.
    Selector selector(document::Node node);

    // True, with a note, where a mapping has another field than these: what it asks for is not known.
    bool hasOthers(document::Node mapping, std::initializer_list<std::string_view> known) const;

    // `clause`: "expected X, found Y", without a full stop; `remedy`: what to write instead. Neither quotes the file. The
    // first clause says why the policy is malformed.
    void refuse(document::Node at, std::string clause, std::string_view remedy);
    void note(document::Node at, std::string id, std::string message) const;
};

void sortRequirements(Selector&);                          // as the order of a selector means nothing
std::string joined(const std::vector<std::string>& parts); // "a, b and c"

} // namespace bartizan::importers
