// SPDX-License-Identifier: GPL-3.0-or-later
// Review -> text. Prose is always in double quotes, so that changing a word never changes the form of a line.
#include "app/review_file.h"

#include "app/review_pen.h"
#include "app/review_tree.h"

#include <charconv>
#include <cmath>

namespace bartizan::app {
namespace {

class Pen final : public ReviewPen {
public:
    using ReviewPen::ReviewPen;

    void member(const char* name, const std::string& word_) // absent when ""
    {
        if (!word_.empty()) {
            key(name);
            word(word_);
        }
    }
    void proseMember(const char* name, const std::string& text)
    {
        if (!text.empty()) {
            key(name);
            prose(text);
        }
    }
    void words(const char* name, const std::vector<std::string>& list)
    {
        if (list.empty())
            return;
        key(name);
        openList();
        for (const std::string& one : list) {
            item();
            word(one);
        }
        close();
    }
    void extra(const KeptKeys& kept)
    {
        for (std::size_t i = 0; i < kept.keys.size(); ++i) {
            key(kept.keys[i]);
            value(kept.items[i]);
        }
    }

private:
    void value(const KeptValue& kept) // as deep as a file may be (review_tree.cpp)
    {
        switch (kept.kind) {
        case KeptValue::Kind::scalar:
            if (kept.quoted)
                prose(kept.text);
            else if (kept.text.empty())
                null();
            else
                word(kept.text);
            break;
        case KeptValue::Kind::list:
            openList();
            for (const KeptValue& one : kept.items) {
                item();
                value(one);
            }
            close();
            break;
        case KeptValue::Kind::mapping:
            open();
            extra(kept);
            close();
            break;
        }
    }
};

std::string numberText(double value) // in hundredths, as review_read.cpp reads them
{
    char text[64];
    const double rounded = std::round(value * 100) / 100;
    const auto [end, error] = std::to_chars(text, text + sizeof text, rounded == 0 ? 0.0 : rounded, std::chars_format::fixed);
    return error == std::errc() ? std::string(text, end) : std::string("0");
}

template <class Value, class Write>
void section(Pen& pen, const char* name, const std::map<std::string, Value>& map, Write write)
{
    if (map.empty())
        return;
    pen.key(name);
    pen.open();
    for (const auto& [id, value] : map) {
        pen.comment(value.extra.comment);
        pen.key(id);
        pen.open();
        write(value);
        pen.extra(value.extra);
        pen.close();
    }
    pen.close();
}

void confirmations(Pen& pen, const char* name, const char* what, const std::map<std::string, Confirmation>& map)
{
    section(pen, name, map, [&](const Confirmation& confirmed) {
        pen.member(what, confirmed.value);
        pen.member("by", confirmed.by);
        pen.member("on", confirmed.on);
    });
}

void writeDecision(Pen& pen, const Decision& decision)
{
    pen.member("decision", toWord(decision.kind));
    pen.proseMember("reason", decision.reason);
    pen.member("owner", decision.owner);
    pen.member("expires", decision.expires);
    pen.member("by", decision.by);
    pen.member("on", decision.on);
    const DecisionBasis& basis = *decision.basis;
    if (basis == DecisionBasis())
        return;
    pen.key("basis");
    pen.open();
    pen.member("rule", basis.rule);
    pen.proseMember("title", basis.title);
    pen.member("severity", basis.severity);
    pen.words("subjects", basis.subjects);
    pen.words("evidence", basis.evidence);
    pen.extra(basis.extra);
    pen.close();
}

void writeSources(Pen& pen, const std::vector<ReviewSource>& sources)
{
    if (sources.empty())
        return;
    pen.key("sources");
    pen.openList();
    for (const ReviewSource& source : sources) {
        pen.comment(source.extra.comment);
        pen.item();
        pen.open();
        pen.member("path", source.path);
        pen.extra(source.extra);
        pen.close();
    }
    pen.close();
}

void writeStatements(Pen& pen, const std::map<StatementKey, Statement>& statements)
{
    if (statements.empty())
        return;
    pen.key("statements");
    pen.openList();
    for (const auto& [key, statement] : statements) {
        pen.comment(statement.extra.comment);
        pen.item();
        pen.open();
        pen.member("subject", key.first);
        pen.member("layer", key.second);
        pen.proseMember("text", statement.text);
        pen.proseMember("proof", statement.proof);
        pen.member("by", statement.by);
        pen.member("on", statement.on);
        pen.member("expires", statement.expires);
        pen.extra(statement.extra);
        pen.close();
    }
    pen.close();
}

} // namespace

std::string writeReview(const Review& review)
{
    Pen pen(std::string(reviewHead) + review.extra.comment);
    pen.member("format", "bartizan-review");
    pen.member("version", std::to_string(review.version));
    writeSources(pen, review.sources);
    pen.member("variant", review.variant);
    pen.member("asOf", review.asOf);
    pen.member("redactionSalt", review.redactionSalt);
    confirmations(pen, "sensitivities", "level", review.sensitivities);
    confirmations(pen, "audiences", "audience", review.audiences);
    confirmations(pen, "owners", "owner", review.owners);
    section(pen, "decisions", review.decisions, [&](const Decision& decision) { writeDecision(pen, decision); });
    writeStatements(pen, review.statements);
    section(pen, "notes", review.notes, [&](const Note& note) {
        pen.proseMember("text", note.text);
        pen.member("by", note.by);
        pen.member("on", note.on);
    });
    section(pen, "reportMatches", review.reportMatches, [&](const ReportMatch& match) {
        pen.member("image", match.image);
        pen.member("by", match.by);
        pen.member("on", match.on);
        pen.proseMember("reason", match.reason);
    });
    section(pen, "positions", review.positions, [&](const Position& position) {
        pen.member("x", numberText(position.x));
        pen.member("y", numberText(position.y));
    });
    section(pen, "queries", review.queries, [&](const SavedQuery& query) { pen.member("query", query.query); });
    pen.extra(review.extra);
    return pen.finish();
}

std::string openablePath(const std::filesystem::path& review, const std::string& source)
{
    const std::filesystem::path path(source);
    return (path.is_absolute() ? path : review.parent_path() / path).lexically_normal().string();
}

std::string writtenPath(const std::filesystem::path& review, const std::string& source)
{
    std::error_code none;
    const std::filesystem::path target = std::filesystem::absolute(source, none).lexically_normal();
    const std::filesystem::path folder = std::filesystem::absolute(review, none).lexically_normal().parent_path();
    auto a = target.begin(), b = folder.begin();
    std::size_t shared = 0;
    for (; a != target.end() && b != folder.end() && *a == *b; ++a, ++b)
        ++shared;
    return shared < 2 ? target.string() : target.lexically_relative(folder).string();
}

} // namespace bartizan::app
