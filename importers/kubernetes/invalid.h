// SPDX-License-Identifier: GPL-3.0-or-later
// What an API server refuses in one policy or network: an error at its line for each, of which the first is kept as the
// reason to work connectivity out without that object (`malformed` of its record). One Invalid belongs to one object and
// lives on the stack of its import function.
#pragma once

#include "importers/kubernetes/fields.h"

#include <string>
#include <string_view>

namespace bartizan::importers {

class Invalid {
public:
    // `what`: "policy", "network".
    Invalid(const Fields& fields, std::string_view what) : m_fields(fields), m_what(what) {}

    // "expected EXPECTED, found FOUND; REMEDY: ...". None of the three quotes the file. An absent `at` is the object itself.
    void refuse(std::string id, std::string_view expected, std::string_view found, std::string_view remedy, document::Node at);
    // The same of "expected EXPECTED, found FOUND" as one clause.
    void refuse(std::string id, std::string clause, std::string_view remedy, document::Node at);
    // The same where a Problem says it already, such as that of a field of another type.
    void leaveOut(std::string reason);
    // An error that does not make the object malformed: an API server takes it, and its meaning is plain.
    void report(std::string id, std::string message, document::Node at) const;

    const std::string& reason() const { return m_reason; } // "" while nothing was refused

private:
    const Fields& m_fields;
    std::string_view m_what;
    std::string m_reason;
};

// A mapping or list that must be there or be left out: one of another type is refused, beside the Problem of Fields.
document::Node mappingOrInvalid(const Fields& fields, document::Node parent, std::string_view key, Invalid& invalid);
document::Node listOrInvalid(const Fields& fields, document::Node parent, std::string_view key, Invalid& invalid);

} // namespace bartizan::importers
