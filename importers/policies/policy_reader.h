// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of a policy's fields for the importers of Calico and Cilium. A field that an API server would refuse
// must not widen or narrow a policy in silence: it becomes a Problem at its line and the policy `malformed`. null is the
// same as not written. A reader lives on the stack of one import function.
#pragma once

#include "importers/kubernetes/fields.h"

#include <cstdint>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

class PolicyReader {
public:
    explicit PolicyReader(const ObjectContext& context) : m_fields(context) {}

    // Absent nodes where nothing is written; another type is refused.
    document::Node mapping(document::Node parent, std::string_view key);
    document::Node list(document::Node parent, std::string_view key);
    std::vector<document::Node> mappings(document::Node parent, std::string_view key); // a list of mappings
    std::string text(document::Node parent, std::string_view key);
    std::vector<std::string> texts(document::Node parent, std::string_view key);
    std::optional<bool> boolean(document::Node parent, std::string_view key);
    std::optional<std::int64_t> integer(document::Node parent, std::string_view key);
    // Addresses and blocks of a list ("10.0.0.0/8", "10.1.2.3"); what is neither is refused and left out.
    std::vector<std::string> blocks(document::Node parent, std::string_view key);
    // {matchLabels, matchExpressions}; an unknown operator or values that do not fit it are refused. Keys as written.
    Selector selector(document::Node node);

    // True, with a note, where a mapping has another field than these: what it asks for is not known.
    bool hasOthers(document::Node mapping, std::initializer_list<std::string_view> known) const;

    // `clause`: "expected X, found Y", without a full stop. The first one says why the policy is malformed.
    void refuse(document::Node at, std::string clause);
    void note(document::Node at, std::string id, std::string message) const;

    Evidence evidence(document::Node node) const { return m_fields.evidence(node); }
    const ObjectContext& context() const { return m_fields.context(); }
    const std::string& malformed() const { return m_malformed; }

private:
    document::Node ofKind(document::Node parent, std::string_view key, document::NodeKind kind, std::string_view expected);
    void wrongType(document::Node node, std::string_view expected);

    const Fields m_fields;
    std::string m_malformed;
};

void sortRequirements(Selector&);                          // as the order of a selector means nothing
std::string joined(const std::vector<std::string>& parts); // "a, b and c"

} // namespace bartizan::importers
