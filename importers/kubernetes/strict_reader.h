// SPDX-License-Identifier: GPL-3.0-or-later
// Strict reading of an object's fields, for kinds of which a field that an API server refuses must not widen or narrow the
// object in silence: another type makes the object invalid, with a Problem at its line. null is the same as not written. One
// reader belongs to one object and lives on the stack of its import function.
#pragma once

#include "importers/kubernetes/invalid.h"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

class StrictReader {
public:
    // `what` is left out of connectivity when something is refused: "policy", "Server".
    StrictReader(const ObjectContext& context, std::string_view what) : m_fields(context), m_invalid(m_fields, what) {}
    StrictReader(const StrictReader&) = delete;
    StrictReader& operator=(const StrictReader&) = delete;

    // Absent nodes where nothing is written, and where another type is refused.
    document::Node mapping(document::Node parent, std::string_view key);
    document::Node list(document::Node parent, std::string_view key);
    std::vector<document::Node> mappings(document::Node parent, std::string_view key); // a list of mappings
    std::vector<document::Node> strings(document::Node parent, std::string_view key);  // a list of strings
    std::string text(document::Node parent, std::string_view key);
    std::vector<std::string> texts(document::Node parent, std::string_view key);
    std::optional<bool> boolean(document::Node parent, std::string_view key);
    std::optional<std::int64_t> integer(document::Node parent, std::string_view key);

    Evidence evidence(document::Node node) const { return m_fields.evidence(node); }
    const Fields& fields() const { return m_fields; }
    Invalid& invalid() { return m_invalid; }
    const std::string& malformed() const { return m_invalid.reason(); } // "" while nothing was refused
    bool valid() const { return malformed().empty(); }
    const ObjectContext& context() const { return m_fields.context(); }

protected:
    void wrongType(document::Node node, std::string_view expected);

private:
    document::Node ofKind(document::Node parent, std::string_view key, document::NodeKind kind, std::string_view expected);
    std::vector<document::Node> elements(document::Node list, document::NodeKind kind, std::string_view expected);

    const Fields m_fields;
    Invalid m_invalid;
};

} // namespace bartizan::importers
