// SPDX-License-Identifier: GPL-3.0-or-later
// The tree of a review file -> Review: every known key is checked for its type and words, unknown ones are kept.
#include "app/review_file.h"
#include "app/review_tree.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace bartizan::app {
namespace {

using Node = ReviewNode;

struct ShapeError {
    std::string message;
    std::uint32_t line;
};

const char* kindOf(const Node& node)
{
    switch (node.kind) {
    case Node::Kind::null:
        return "nothing";
    case Node::Kind::scalar:
        return "a value";
    case Node::Kind::list:
        return "a list";
    case Node::Kind::mapping:
        return "a mapping";
    }
    return "nothing";
}

[[noreturn]] void refuse(const Node& node, const std::string& expected, const char* found = nullptr)
{
    throw ShapeError{"expected " + expected + ", found " + (found ? found : kindOf(node)), node.line};
}

KeptValue kept(const Node& node)
{
    KeptValue value;
    value.quoted = node.quoted;
    value.text = node.text;
    value.keys = node.keys;
    switch (node.kind) {
    case Node::Kind::null:
    case Node::Kind::scalar:
        value.kind = KeptValue::Kind::scalar;
        break;
    case Node::Kind::list:
        value.kind = KeptValue::Kind::list;
        break;
    case Node::Kind::mapping:
        value.kind = KeptValue::Kind::mapping;
        break;
    }
    for (const Node& item : node.items)
        value.items.push_back(kept(item));
    return value;
}

// One mapping: known keys are taken one by one, rest() gives the others. A null value is as good as an absent key.
class Fields {
public:
    Fields(const Node& node, const std::string& what) : m_node(node), m_taken(node.items.size(), false)
    {
        if (node.kind != Node::Kind::mapping)
            refuse(node, "a mapping for " + what);
    }

    const Node* take(std::string_view key)
    {
        for (std::size_t i = 0; i < m_node.keys.size(); ++i)
            if (m_node.keys[i] == key) {
                m_taken[i] = true;
                return m_node.items[i].kind == Node::Kind::null ? nullptr : &m_node.items[i];
            }
        return nullptr;
    }
    std::string text(std::string_view key)
    {
        const Node* node = take(key);
        if (!node)
            return {};
        if (node->kind != Node::Kind::scalar)
            refuse(*node, "a text at " + std::string(key));
        return node->text;
    }
    std::string needed(std::string_view key)
    {
        std::string value = text(key);
        if (value.empty())
            throw ShapeError{"expected " + std::string(key) + ", found nothing", lineOf(key)};
        return value;
    }
    std::string word(std::string_view key, const std::vector<std::string_view>& allowed, bool must = true)
    {
        std::string value = text(key);
        if ((value.empty() && !must) || std::find(allowed.begin(), allowed.end(), value) != allowed.end())
            return value;
        std::string list;
        for (const std::string_view one : allowed)
            list += (list.empty() ? "" : ", ") + std::string(one);
        throw ShapeError{"expected one of " + list + " at " + std::string(key) + ", found " +
                             (value.empty() ? "nothing" : "another word"),
                         lineOf(key)};
    }
    std::string date(std::string_view key)
    {
        std::string value = text(key);
        if (!value.empty() && !isDate(value))
            throw ShapeError{"expected a date such as 2026-11-21 at " + std::string(key) + ", found something else", lineOf(key)};
        return value;
    }
    std::vector<std::string> texts(std::string_view key)
    {
        std::vector<std::string> values;
        const Node* list = take(key);
        if (!list)
            return values;
        if (list->kind != Node::Kind::list)
            refuse(*list, "a list at " + std::string(key));
        for (const Node& item : list->items) {
            if (item.kind != Node::Kind::scalar)
                refuse(item, "a text in " + std::string(key));
            values.push_back(item.text);
        }
        return values;
    }
    double number(std::string_view key)
    {
        const std::string value = text(key);
        double result = 0;
        const auto [end, error] = std::from_chars(value.data(), value.data() + value.size(), result);
        if (error != std::errc() || end != value.data() + value.size() || !std::isfinite(result) || std::abs(result) > 1e7)
            throw ShapeError{"expected a number from -10000000 to 10000000 at " + std::string(key) + ", found something else",
                             lineOf(key)};
        return std::round(result * 100) / 100;
    }
    std::uint32_t lineOf(std::string_view key) const
    {
        for (std::size_t i = 0; i < m_node.keys.size(); ++i)
            if (m_node.keys[i] == key)
                return m_node.keyLines[i];
        return m_node.line;
    }
    KeptKeys rest() const
    {
        KeptKeys others;
        others.comment = m_node.comment;
        for (std::size_t i = 0; i < m_node.keys.size(); ++i)
            if (!m_taken[i]) {
                others.kind = KeptValue::Kind::mapping;
                others.keys.push_back(m_node.keys[i]);
                others.items.push_back(kept(m_node.items[i]));
            }
        return others;
    }

private:
    const Node& m_node;
    std::vector<bool> m_taken;
};

template <class Value, class Read>
void readMap(Fields& top, std::string_view key, std::map<std::string, Value>& into, Read read)
{
    const Node* node = top.take(key);
    if (!node)
        return;
    if (node->kind != Node::Kind::mapping)
        refuse(*node, "a mapping at " + std::string(key));
    for (std::size_t i = 0; i < node->keys.size(); ++i) {
        Fields fields(node->items[i], "an item of " + std::string(key));
        Value value = read(fields);
        value.extra = fields.rest();
        into.emplace_hint(into.end(), node->keys[i], std::move(value));
    }
}

std::vector<const Node*> listAt(Fields& top, std::string_view key)
{
    std::vector<const Node*> items;
    if (const Node* node = top.take(key)) {
        if (node->kind != Node::Kind::list)
            refuse(*node, "a list at " + std::string(key));
        for (const Node& item : node->items)
            items.push_back(&item);
    }
    return items;
}

Confirmation confirmation(Fields& fields, std::string value)
{
    Confirmation result;
    result.value = std::move(value);
    result.by = fields.text("by");
    result.on = fields.date("on");
    return result;
}

DecisionBasis decisionBasis(Fields& decision)
{
    DecisionBasis basis;
    const Node* node = decision.take("basis");
    if (!node)
        return basis;
    Fields fields(*node, "basis");
    basis.rule = fields.text("rule");
    basis.title = fields.text("title");
    basis.severity = fields.word("severity", {"critical", "high", "medium", "low", "info"}, false);
    basis.subjects = fields.texts("subjects");
    basis.evidence = fields.texts("evidence");
    basis.extra = fields.rest();
    for (auto* list : {&basis.subjects, &basis.evidence}) {
        std::sort(list->begin(), list->end());
        list->erase(std::unique(list->begin(), list->end()), list->end());
    }
    return basis;
}

Decision decision(Fields& fields)
{
    Decision result;
    std::vector<std::string_view> words;
    for (const DecisionKind kind : decisionKinds)
        words.emplace_back(toWord(kind));
    const std::string word = fields.word("decision", words);
    for (const DecisionKind kind : decisionKinds)
        if (word == toWord(kind))
            result.kind = kind;
    result.reason = fields.text("reason");
    result.owner = fields.text("owner");
    result.expires = fields.date("expires");
    result.by = fields.text("by");
    result.on = fields.date("on");
    if (result.kind == DecisionKind::accept && (result.reason.empty() || result.owner.empty() || result.expires.empty()))
        throw ShapeError{"expected reason, owner and expires for an acceptance, found less", fields.lineOf("decision")};
    result.basis = decisionBasis(fields);
    return result;
}

void readLists(Fields& top, Review& review)
{
    for (const Node* item : listAt(top, "sources")) {
        Fields fields(*item, "a source");
        ReviewSource source{fields.needed("path"), {}};
        source.extra = fields.rest();
        const auto same = [&](const ReviewSource& other) { return other.path == source.path; };
        if (std::any_of(review.sources.begin(), review.sources.end(), same))
            throw ShapeError{"expected each source once, found one again", item->line};
        if (review.sources.size() >= 1000)
            throw ShapeError{"expected at most 1,000 sources, found more; name their folder", item->line};
        review.sources.push_back(std::move(source));
    }
    std::sort(review.sources.begin(), review.sources.end(),
              [](const ReviewSource& a, const ReviewSource& b) { return a.path < b.path; });
    for (const Node* item : listAt(top, "statements")) {
        Fields fields(*item, "a statement");
        StatementKey key{fields.needed("subject"), ""};
        key.second = fields.needed("layer");
        Statement statement;
        statement.text = fields.text("text");
        statement.proof = fields.text("proof");
        statement.by = fields.text("by");
        statement.on = fields.date("on");
        statement.expires = fields.date("expires");
        statement.extra = fields.rest();
        if (!review.statements.emplace(std::move(key), std::move(statement)).second)
            throw ShapeError{"expected one statement for a subject and layer, found another", item->line};
    }
}

Review reviewOf(const Node& root)
{
    Review review;
    Fields top(root, "the review; is this a review file?");
    if (top.text("format") != "bartizan-review")
        throw ShapeError{"expected `format: bartizan-review`, found something else; is this a review file?",
                         top.lineOf("format")};
    const std::string version = top.text("version");
    const auto [end, error] = std::from_chars(version.data(), version.data() + version.size(), review.version);
    if (error != std::errc() || end != version.data() + version.size() || review.version < 1)
        throw ShapeError{"expected a number from 1 at version, found something else", top.lineOf("version")};
    review.variant = top.text("variant");
    review.asOf = top.text("asOf");
    const std::string& asOf = review.asOf;
    if (!asOf.empty() && (asOf.size() != 20 || !isDate(asOf.substr(0, 10)) || asOf[10] != 'T' || asOf.back() != 'Z'))
        throw ShapeError{"expected a UTC time such as 2026-11-21T00:00:00Z at asOf, found something else", top.lineOf("asOf")};
    review.redactionSalt = top.text("redactionSalt");
    readLists(top, review);
    readMap(top, "sensitivities", review.sensitivities,
            [](Fields& fields) { return confirmation(fields, fields.word("level", sensitivityWords)); });
    readMap(top, "audiences", review.audiences,
            [](Fields& fields) { return confirmation(fields, fields.word("audience", audienceWords)); });
    readMap(top, "owners", review.owners, [](Fields& fields) { return confirmation(fields, fields.needed("owner")); });
    readMap(top, "decisions", review.decisions, decision);
    readMap(top, "notes", review.notes, [](Fields& fields) {
        Note note;
        note.text = fields.text("text");
        note.by = fields.text("by");
        note.on = fields.date("on");
        return note;
    });
    readMap(top, "reportMatches", review.reportMatches, [](Fields& fields) {
        ReportMatch match;
        match.image = fields.needed("image");
        match.by = fields.text("by");
        match.on = fields.date("on");
        match.reason = fields.text("reason");
        return match;
    });
    readMap(top, "positions", review.positions, [](Fields& fields) {
        Position position;
        position.x = fields.number("x");
        position.y = fields.number("y");
        return position;
    });
    readMap(top, "queries", review.queries, [](Fields& fields) { return SavedQuery{fields.text("query"), {}}; });
    review.extra = top.rest();
    return review;
}

} // namespace

Result<Review> readReview(std::string_view text, const std::string& name, const JobControl& job)
{
    const auto tree = readReviewTree(text, name, job);
    if (!tree)
        return tl::unexpected(tree.error());
    try {
        return reviewOf(*tree);
    } catch (const ShapeError& error) {
        return tl::unexpected(Error{"review-shape", error.message + " (" + name + ":" + std::to_string(error.line) + ")"});
    }
}

} // namespace bartizan::app
