// SPDX-License-Identifier: GPL-3.0-or-later
// Typed reading of an object's fields, used by every importer of a kind. A field of the wrong type is a Problem
// ("expected a list at /spec/rules, found a string") and counts as not written; the rest of the object goes on.
// null is the same as absent, as for the API server. Evidence is made only for fields that are written.
// A Fields is cheap to make and lives on the stack of one import function.
#pragma once

#include "importers/document/shortened.h"
#include "importers/registry.h"

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::importers {

// Adds unless the file has used up Limits::problemsPerFile; the last one then says that more were left out.
void addProblem(Inventory& out, const Limits& limits, Problem problem);

std::string_view versionOf(const ObjectContext& context); // "v1beta1" of apiVersion

class Fields {
public:
    explicit Fields(const ObjectContext& context) : m_context(context) {}

    // Absent nodes when the key is not written, null or of another kind.
    document::Node mapping(document::Node parent, std::string_view key) const;
    document::Node list(document::Node parent, std::string_view key) const;
    document::Node scalar(document::Node parent, std::string_view key) const;

    Fact<std::string> string(document::Node parent, std::string_view key) const;
    Fact<std::string> intOrString(document::Node parent, std::string_view key) const; // also quantities
    Fact<bool> boolean(document::Node parent, std::string_view key) const;
    Fact<std::int64_t> integer(document::Node parent, std::string_view key) const;

    // The same without evidence, for what no verdict cites.
    std::string text(document::Node parent, std::string_view key) const;
    bool flag(document::Node parent, std::string_view key) const;          // false when not written
    std::uint32_t port(document::Node parent, std::string_view key) const; // 0 when not written or outside 1-65535
    std::vector<std::string> strings(document::Node parent, std::string_view key) const;
    std::vector<Fact<std::string>> stringFacts(document::Node parent, std::string_view key) const;
    Attributes attributes(document::Node parent, std::string_view key) const; // a map of strings, sorted by key

    Evidence evidence(document::Node node) const { return node.evidence(m_context.object); }
    // For an element of a list: its lines, with "name: x" as the text.
    Evidence elementEvidence(document::Node element, std::string_view key = "name") const;

    void unexpected(document::Node node, std::string_view expected) const;
    void problem(std::string id, std::string message, document::Node at) const;
    const ObjectContext& context() const { return m_context; }

private:
    document::Node child(document::Node parent, std::string_view key) const;
    std::string pathOf(document::Node node) const;

    const ObjectContext& m_context;
};

void sortByKey(Attributes& attributes); // the first of equal keys is kept

// "a string", "a list", ... for messages.
std::string_view nameOf(document::NodeKind kind);

} // namespace bartizan::importers
