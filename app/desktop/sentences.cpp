// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/sentences.h"

#include <QFile>
#include <QHash>
#include <QList>
#include <QMutex>
#include <QStringList>
#include <QXmlStreamReader>

#include <algorithm>
#include <optional>

namespace bartizan::desktop {

namespace {

constexpr qsizetype cacheLimit = 20'000;
constexpr int depthLimit = 6;       // of parts within parts
constexpr qsizetype fewWords = 12;  // a form with fewer letters of its own fits only when all its parts are found
constexpr qsizetype listLimit = 12; // items
// What one text may ask for: where a sentence ends, and an item of a list, is found by trying, and names may hold commas
// and full stops. What takes more stays English, or a part of it does.
constexpr int triesLimit = 4'000;
constexpr qsizetype longest = 4'000; // letters

enum class Hole { name, part, number };

struct Form {
    QStringList words; // around the holes: one more than there are holes
    QList<Hole> kinds;
    QStringList holes; // as they are written in `translation`
    QString translation;
    qsizetype weight = 0; // letters of the words
};

struct Told {
    QString text;
    bool whole = true; // nothing of it stayed English
};

class Language {
public:
    explicit Language(const QString& path);
    Told tell(const QString& text);

private:
    void add(const QString& context, const QString& source, const QString& translation);
    std::optional<Told> variants(const QString& text, bool strict, int depth) const;
    std::optional<Told> one(const QString& text, bool strict, int depth) const;
    std::optional<Told> fit(const Form& form, const QString& text, bool strict, int depth) const;
    std::optional<Told> sentences(const QString& text, int depth) const;
    std::optional<QString> list(const QString& text, qsizetype left, int depth) const;
    Told part(const QString& text, int depth) const;

    QHash<QString, QString> m_fixed, m_titles, m_numbers;
    QHash<QString, QString> m_words;     // only as the whole text: within a sentence the same word may be a name
    QHash<QString, QList<int>> m_byWord; // forms by their first word
    QList<int> m_byHole;                 // forms that begin with a hole
    QList<Form> m_forms;
    QHash<QString, Told> m_cache;
    mutable int m_tries = 0; // left for the text that is told
};

QString firstWord(const QString& text)
{
    return text.section(QLatin1Char(' '), 0, 0);
}

// "ConfigMap shop/flags" may be one, a sentence that no form fits is none.
bool isName(const QString& text)
{
    return text.count(QLatin1Char(' ')) <= 2;
}

Language::Language(const QString& path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return;
    QXmlStreamReader xml(&file);
    QString context, source;
    while (!xml.atEnd()) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        if (xml.name() == QLatin1String("name"))
            context = xml.readElementText();
        else if (xml.name() == QLatin1String("source"))
            source = xml.readElementText();
        else if (xml.name() == QLatin1String("translation"))
            add(context, source, xml.readElementText());
    }
    const auto heavier = [this](int a, int b) { return m_forms[a].weight > m_forms[b].weight; };
    for (QList<int>& forms : m_byWord)
        std::stable_sort(forms.begin(), forms.end(), heavier);
    std::stable_sort(m_byHole.begin(), m_byHole.end(), heavier);
}

void Language::add(const QString& context, const QString& source, const QString& translation)
{
    if (context == QLatin1String("Rules"))
        m_titles.insert(source, translation);
    if (context == QLatin1String("Numbers"))
        m_numbers.insert(source, translation);
    const bool word = context == QLatin1String("Words") && !source.contains(QLatin1Char('%'));
    if (word)
        m_words.insert(source, translation);
    if (word || context == QLatin1String("Numbers"))
        return;
    Form form;
    QString words;
    for (qsizetype i = 0; i < source.size(); ++i) {
        const bool part = QStringView(source).mid(i).startsWith(QLatin1String("%L"));
        const bool number = QStringView(source).mid(i).startsWith(QLatin1String("%W"));
        const qsizetype digit = i + (part || number ? 2 : 1);
        if (source[i] != QLatin1Char('%') || digit >= source.size() || !source[digit].isDigit()) {
            words += source[i];
            continue;
        }
        form.words << words;
        form.weight += words.size();
        words.clear();
        form.kinds << (part ? Hole::part : number ? Hole::number : Hole::name);
        form.holes << source.mid(i, digit + 1 - i);
        i = digit;
    }
    if (form.holes.isEmpty()) {
        m_fixed.insert(source, translation);
        return;
    }
    form.words << words;
    form.weight += words.size();
    form.translation = translation;
    // A hole right behind the first word's start ("`%1`") may reach into the word: such forms are tried for every text.
    const QString& first = form.words.front();
    if (first.contains(QLatin1Char(' ')))
        m_byWord[firstWord(first)] << static_cast<int>(m_forms.size());
    else
        m_byHole << static_cast<int>(m_forms.size());
    m_forms << form;
}

Told Language::tell(const QString& text)
{
    const auto found = m_cache.constFind(text);
    if (found != m_cache.constEnd())
        return *found;
    if (m_cache.size() >= cacheLimit)
        m_cache.clear();
    Told result{{}, true};
    QStringList lines = text.split(QLatin1Char('\n'));
    for (QString& line : lines) {
        if (line.isEmpty())
            continue;
        if (const auto word = m_words.constFind(line); word != m_words.constEnd()) {
            line = *word;
            continue;
        }
        m_tries = line.size() > longest ? 0 : triesLimit;
        const std::optional<Told> told = sentences(line, 0);
        result.whole = result.whole && (told ? told->whole : isName(line));
        if (told)
            line = told->text;
    }
    result.text = lines.join(QLatin1Char('\n'));
    m_cache.insert(text, result);
    return result;
}

// The shortest beginnings that are sentences, one after the other.
std::optional<Told> Language::sentences(const QString& text, int depth) const
{
    if (const std::optional<Told> told = variants(text, true, depth); told && told->whole)
        return told;
    std::optional<Told> partly;
    for (qsizetype end = text.indexOf(QLatin1String(". ")); end >= 0; end = text.indexOf(QLatin1String(". "), end + 1)) {
        const std::optional<Told> head = variants(text.left(end + 1), true, depth);
        if (!head)
            continue;
        const QString rest = text.mid(end + 2);
        const std::optional<Told> tail = depth < depthLimit ? sentences(rest, depth + 1) : std::nullopt;
        Told both{head->text + QLatin1Char(' ') + (tail ? tail->text : rest), head->whole && tail && tail->whole};
        if (both.whole)
            return both;
        if (!partly)
            partly = std::move(both);
    }
    if (const std::optional<Told> told = variants(text, false, depth); told && (told->whole || !partly))
        return told;
    return partly;
}

// As it stands, with or without the full stop, and as it would stand within a sentence.
std::optional<Told> Language::variants(const QString& text, bool strict, int depth) const
{
    if (depth > depthLimit || text.isEmpty() || m_tries <= 0)
        return std::nullopt;
    --m_tries;
    std::optional<Told> best;
    for (const bool lowered : {false, true}) {
        if (lowered && !text.front().isUpper())
            break;
        const QString start = lowered ? text.front().toLower() + text.mid(1) : text;
        for (const bool stopped : {false, true}) {
            const bool stop = start.endsWith(QLatin1Char('.'));
            std::optional<Told> told = one(!stopped ? start : stop ? start.chopped(1) : start + QLatin1Char('.'), strict, depth);
            if (!told)
                continue;
            if (stopped && stop)
                told->text += QLatin1Char('.');
            else if (stopped && told->text.endsWith(QLatin1Char('.')))
                told->text.chop(1);
            if (lowered)
                told->text.front() = told->text.front().toUpper();
            if (told->whole)
                return told;
            if (!best)
                best = std::move(told);
        }
    }
    return best;
}

std::optional<Told> Language::one(const QString& text, bool strict, int depth) const
{
    if (const auto fixed = m_fixed.constFind(text); fixed != m_fixed.constEnd())
        return Told{*fixed, true};
    if (const qsizetype colon = text.indexOf(QLatin1String(": ")); colon > 0)
        if (const auto title = m_titles.constFind(text.left(colon)); title != m_titles.constEnd())
            return Told{*title + QLatin1String(": ") + part(text.mid(colon + 2), depth + 1).text, true};
    std::optional<Told> best;
    for (const QList<int>& forms : {m_byWord.value(firstWord(text)), m_byHole})
        for (const int form : forms) {
            std::optional<Told> told = fit(m_forms[form], text, strict, depth);
            if (told && told->whole)
                return told;
            if (told && !best)
                best = std::move(told);
        }
    return best;
}

std::optional<Told> Language::fit(const Form& form, const QString& text, bool strict, int depth) const
{
    const QString& last = form.words.back();
    if (!text.startsWith(form.words.front()) || !text.endsWith(last))
        return std::nullopt;
    // Each hole ends at the next words; the last one at the end.
    QStringList names;
    qsizetype at = form.words.front().size();
    for (qsizetype hole = 0; hole < form.holes.size(); ++hole) {
        const bool final = hole + 1 == form.holes.size();
        const qsizetype end = final ? text.size() - last.size() : text.indexOf(form.words[hole + 1], at + 1);
        if (end <= at)
            return std::nullopt;
        names << text.mid(at, end - at);
        if (form.kinds[hole] == Hole::number && names.back().contains(QLatin1Char(' ')))
            return std::nullopt;
        if (form.words[hole].endsWith(QLatin1Char('`')) && names.back().contains(QLatin1Char('`')))
            return std::nullopt; // of two things that are quoted
        if (strict && names.back().contains(QLatin1String(". ")))
            return std::nullopt;
        at = end + form.words[hole + 1].size();
    }
    Told told{form.translation, true};
    QStringList parts;
    for (qsizetype hole = 0; hole < form.holes.size(); ++hole) {
        Told inner = form.kinds[hole] == Hole::part     ? part(names[hole], depth + 1)
                     : form.kinds[hole] == Hole::number ? Told{m_numbers.value(names[hole], names[hole]), true}
                                                        : Told{names[hole], true};
        told.whole = told.whole && inner.whole;
        parts << inner.text;
    }
    if (form.weight < fewWords && !told.whole)
        return std::nullopt;
    QString filled;
    for (qsizetype i = 0; i < form.translation.size(); ++i) {
        qsizetype hole = -1;
        for (qsizetype k = 0; k < form.holes.size() && hole < 0; ++k)
            if (QStringView(form.translation).mid(i).startsWith(form.holes[k]))
                hole = k;
        if (hole < 0) {
            filled += form.translation[i];
            continue;
        }
        filled += parts[hole];
        i += form.holes[hole].size() - 1;
    }
    told.text = filled;
    return told;
}

Told Language::part(const QString& text, int depth) const
{
    if (std::optional<Told> told = depth <= depthLimit ? sentences(text, depth) : std::nullopt; told && told->whole)
        return *told;
    if (const std::optional<QString> items = list(text, listLimit, depth))
        return {*items, true};
    return {text, isName(text)};
}

// "a, b and c": the first item ends at the first place where it and all the rest are items.
std::optional<QString> Language::list(const QString& text, qsizetype left, int depth) const
{
    const auto item = [&](const QString& word) -> std::optional<QString> {
        if (!word.contains(QLatin1Char(' ')))
            return word;
        if (const std::optional<Told> told = depth < depthLimit ? variants(word, true, depth + 1) : std::nullopt;
            told && told->whole)
            return told->text;
        return isName(word) ? std::optional<QString>(word) : std::nullopt;
    };
    if (left == 0 || m_tries <= 0)
        return std::nullopt;
    --m_tries;
    for (qsizetype at = 1; at < text.size(); ++at) {
        const bool comma = QStringView(text).mid(at).startsWith(QLatin1String(", "));
        const bool ends = QStringView(text).mid(at).startsWith(QLatin1String(" and "));
        if (!comma && !ends)
            continue;
        const std::optional<QString> head = item(text.left(at));
        if (!head)
            continue;
        const std::optional<QString> rest = comma ? list(text.mid(at + 2), left - 1, depth) : item(text.mid(at + 5));
        if (rest)
            return *head + (comma ? QStringLiteral(", ") : m_words.value(QStringLiteral(" and "))) + *rest;
    }
    return left < listLimit ? item(text) : std::nullopt;
}

struct State {
    QMutex guard;
    QString language = QStringLiteral("en");
    std::optional<Language> sentences; // of the language, once a text was asked for
};
State& state()
{
    static State the;
    return the;
}

Told tell(const QString& english)
{
    State& s = state();
    const QMutexLocker lock(&s.guard);
    if (english.isEmpty() || s.language == QLatin1String("en"))
        return {english, true};
    if (!s.sentences)
        s.sentences.emplace(QStringLiteral(":/translations/analysis_%1.ts").arg(s.language));
    return s.sentences->tell(english);
}

} // namespace

void useSentencesOf(const QString& language)
{
    State& s = state();
    const QMutexLocker lock(&s.guard);
    s.language = language;
    s.sentences.reset();
}

QString inLanguageOf(const QString& english)
{
    return tell(english).text;
}

bool isTold(const QString& english)
{
    return tell(english).whole;
}

} // namespace bartizan::desktop
