// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/query.h"

#include "analysis/posture.h"

#include <algorithm>
#include <array>
#include <optional>

namespace bartizan::diagram {

namespace {

using Holds = std::function<bool(const Drawing&, const Node&)>;

template <class Value>
struct Word {
    const char* word;
    Value value;
};

constexpr std::array<Word<NodeKind>, 7> kinds{{{"workload", NodeKind::workload},
                                               {"store", NodeKind::store},
                                               {"gateway", NodeKind::gateway},
                                               {"entry", NodeKind::entry},
                                               {"internet", NodeKind::internet},
                                               {"outside", NodeKind::outside},
                                               {"idp", NodeKind::identityProvider}}};
constexpr std::array<Word<Sensitivity>, 4> levels{{{"open", Sensitivity::openData},
                                                   {"internal", Sensitivity::internal},
                                                   {"confidential", Sensitivity::confidential},
                                                   {"restricted", Sensitivity::restricted}}};
constexpr std::array<Word<ImageReport>, 3> reports{
    {{"reported", ImageReport::reported}, {"stale", ImageReport::stale}, {"missing", ImageReport::missing}}};
constexpr std::array<Word<Mark>, 4> marks{
    {{"missing", Mark::missing}, {"partial", Mark::partial}, {"unknown", Mark::unknown}, {"present", Mark::present}}};
constexpr std::array<Word<int>, 3> reaches{{{"direct", 2}, {"relayed", 1}, {"any", 0}}};

template <class Value, std::size_t N>
QStringList wordsOf(const std::array<Word<Value>, N>& table)
{
    QStringList words;
    for (const Word<Value>& row : table)
        words << QLatin1String(row.word);
    return words;
}

template <class Value, std::size_t N>
std::optional<Value> valueOf(const std::array<Word<Value>, N>& table, const QString& word)
{
    for (const Word<Value>& row : table)
        if (word.compare(QLatin1String(row.word), Qt::CaseInsensitive) == 0)
            return row.value;
    return std::nullopt;
}

QStringList layerWords()
{
    QStringList words{QStringLiteral("any")};
    for (int layer = 0; layer < layerCount; ++layer)
        words << QLatin1String(layerId(static_cast<Layer>(layer)));
    return words;
}

QStringList namespacesOf(const Drawing& drawing)
{
    QStringList names;
    for (const Group& group : drawing.groups)
        names << group.label;
    return names;
}

// What may stand after "key:"; none for a free text.
struct Key {
    const char* word;
    QStringList (*values)(const Drawing&);
};
const std::array<Key, 12>& keys()
{
    static const std::array<Key, 12> table{{
        {"name", [](const Drawing&) { return QStringList(); }},
        {"ns", namespacesOf},
        {"kind", [](const Drawing&) { return wordsOf(kinds); }},
        {"missing", [](const Drawing&) { return layerWords(); }},
        {"partial", [](const Drawing&) { return layerWords(); }},
        {"unknown", [](const Drawing&) { return layerWords(); }},
        {"present", [](const Drawing&) { return layerWords(); }},
        {"sensitivity", [](const Drawing&) { return wordsOf(levels); }},
        {"open", [](const Drawing&) { return wordsOf(reaches); }},
        {"image", [](const Drawing&) { return wordsOf(reports); }},
        {"lit", [](const Drawing&) { return wordsOf(reaches); }},
        {"says", [](const Drawing&) { return QStringList{QStringLiteral("differ")}; }},
    }};
    return table;
}

// "*" is any text. Linear in the text for each star.
bool like(QStringView text, QStringView pattern)
{
    qsizetype t = 0, p = 0, star = -1, mark = 0;
    while (t < text.size()) {
        if (p < pattern.size() && pattern[p] == QLatin1Char('*')) {
            star = p++;
            mark = t;
        } else if (p < pattern.size() && text[t].toCaseFolded() == pattern[p].toCaseFolded()) {
            ++t;
            ++p;
        } else if (star >= 0) {
            p = star + 1;
            t = ++mark;
        } else {
            return false;
        }
    }
    while (p < pattern.size() && pattern[p] == QLatin1Char('*'))
        ++p;
    return p == pattern.size();
}

Holds ofMark(Mark mark, int layer) // layer -1: any that is required
{
    return [mark, layer](const Drawing&, const Node& node) {
        if (!node.hasWall())
            return false;
        if (layer >= 0)
            return node.stones[static_cast<std::size_t>(layer)].mark == mark;
        return std::any_of(node.stones.begin(), node.stones.end(),
                           [mark](const Stone& stone) { return stone.required && stone.mark == mark; });
    };
}

Holds ofName(const QString& text)
{
    const QString pattern = text.contains(QLatin1Char('*')) ? text : QLatin1Char('*') + text + QLatin1Char('*');
    return [pattern](const Drawing&, const Node& node) { return like(node.label, pattern); };
}

Holds ofNamespace(const QString& pattern)
{
    return [pattern](const Drawing& drawing, const Node& node) {
        return node.group >= 0 && like(drawing.groups[static_cast<std::size_t>(node.group)].label, pattern);
    };
}

// Empty when the value is none of the key's words.
Holds meaning(const QString& key, const QString& value)
{
    if (key == QLatin1String("name"))
        return ofName(value);
    if (key == QLatin1String("ns"))
        return ofNamespace(value);
    if (const auto mark = valueOf(marks, key)) {
        const qsizetype at = layerWords().indexOf(value.toLower());
        return at < 0 ? Holds() : ofMark(*mark, static_cast<int>(at) - 1);
    }
    if (key == QLatin1String("kind")) {
        if (const auto kind = valueOf(kinds, value))
            return [kind](const Drawing&, const Node& node) { return node.kind == *kind; };
    } else if (key == QLatin1String("sensitivity")) {
        if (const auto level = valueOf(levels, value))
            return [level](const Drawing&, const Node& node) { return node.hasWall() && node.sensitivity == *level; };
    } else if (key == QLatin1String("image")) {
        if (const auto report = valueOf(reports, value))
            return [report](const Drawing&, const Node& node) { return node.image == *report; };
    } else if (key == QLatin1String("open")) {
        if (const auto reach = valueOf(reaches, value))
            return [reach](const Drawing&, const Node& node) {
                return node.firstCheck != FirstCheck::none &&
                       (*reach == 0 || (node.firstCheck == FirstCheck::direct) == (*reach == 2));
            };
    } else if (key == QLatin1String("lit")) {
        if (const auto reach = valueOf(reaches, value))
            return [reach](const Drawing&, const Node& node) {
                return node.lit != Lit::none && (*reach == 0 || (node.lit == Lit::direct) == (*reach == 2));
            };
    } else if (key == QLatin1String("says")) {
        if (value.compare(QLatin1String("differ"), Qt::CaseInsensitive) == 0)
            return [](const Drawing&, const Node& node) { return node.saysIs != SaysIs::agree; };
    }
    return {};
}

QStringList keyWords()
{
    QStringList words;
    for (const Key& key : keys())
        words << QLatin1String(key.word);
    return words;
}

QStringList valuesOf(const QString& key, const Drawing& drawing)
{
    for (const Key& row : keys())
        if (key == QLatin1String(row.word))
            return row.values(drawing);
    return {};
}

} // namespace

Query::Query(const QString& text)
{
    for (QString word : text.split(QLatin1Char(' '), Qt::SkipEmptyParts)) {
        Term term;
        term.negated = word.size() > 1 && word.startsWith(QLatin1Char('-'));
        if (term.negated)
            word.remove(0, 1);
        const qsizetype colon = word.indexOf(QLatin1Char(':'));
        if (colon < 0) {
            term.holds = ofName(word);
            m_terms.push_back(std::move(term));
            continue;
        }
        const QString key = word.left(colon).toLower(), value = word.mid(colon + 1);
        if (value.isEmpty() && keyWords().contains(key))
            continue; // is being typed
        term.holds = meaning(key, value);
        if (term.holds) {
            m_terms.push_back(std::move(term));
        } else if (m_problem.isEmpty()) {
            const QStringList expected = keyWords().contains(key) ? valuesOf(key, {}) : keyWords();
            m_problem = QStringLiteral("%1: expected one of %2").arg(word, expected.join(QStringLiteral(", ")));
        }
    }
}

bool Query::matches(const Drawing& drawing, const Node& node) const
{
    return std::all_of(m_terms.begin(), m_terms.end(),
                       [&](const Term& term) { return term.holds(drawing, node) != term.negated; });
}

std::vector<char> filteredOut(const Drawing& drawing, const Query& query)
{
    std::vector<char> out;
    if (query.isEmpty())
        return out;
    out.reserve(drawing.nodes.size());
    for (const Node& node : drawing.nodes)
        out.push_back(query.matches(drawing, node) ? 0 : 1);
    return out;
}

QStringList completions(const QString& text, const Drawing& drawing)
{
    const qsizetype start = text.lastIndexOf(QLatin1Char(' ')) + 1;
    QString before = text.left(start), word = text.mid(start);
    if (word.startsWith(QLatin1Char('-'))) {
        before += QLatin1Char('-');
        word.remove(0, 1);
    }
    QStringList result;
    const qsizetype colon = word.indexOf(QLatin1Char(':'));
    if (colon < 0) {
        for (const QString& key : keyWords())
            if (key.startsWith(word, Qt::CaseInsensitive))
                result << before + key + QLatin1Char(':');
        return result;
    }
    const QString key = word.left(colon).toLower(), value = word.mid(colon + 1);
    for (const QString& known : valuesOf(key, drawing))
        if (known.startsWith(value, Qt::CaseInsensitive) && !known.contains(QLatin1Char(' ')))
            result << before + key + QLatin1Char(':') + known;
    return result;
}

} // namespace bartizan::diagram
