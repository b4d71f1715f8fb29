// SPDX-License-Identifier: GPL-3.0-or-later
// Reads back the HTML that a report is written as: strict about what our writer may do (quoted attributes, every element
// closed in its place), so that a text that was not escaped is an error. Elements in document order, with their texts.
#pragma once

#include <QHash>
#include <QList>
#include <QSet>
#include <QString>
#include <QStringList>

namespace bartizan::test {

struct HtmlElement {
    QString name;
    QHash<QString, QString> attributes;
    QStringList ancestors; // names, outermost first
    QString text;          // of it and all below it; entities resolved
    QString attribute(const char* key) const { return attributes.value(QLatin1String(key)); }
    bool has(const char* key) const { return attributes.contains(QLatin1String(key)); }
};

struct HtmlDocument {
    QList<HtmlElement> elements;
    QString error; // what is not as it should be; empty = nothing

    QList<const HtmlElement*> all(const char* name) const
    {
        QList<const HtmlElement*> found;
        for (const HtmlElement& element : elements)
            if (element.name == QLatin1String(name))
                found << &element;
        return found;
    }
};

inline QString resolved(QString text, QString* error)
{
    static const QStringList known = {"&lt;", "<", "&gt;", ">", "&quot;", "\"", "&#39;", "'", "&amp;", "&"};
    QString out;
    for (qsizetype i = 0; i < text.size(); ++i) {
        if (text[i] != QLatin1Char('&')) {
            out += text[i];
            continue;
        }
        bool found = false;
        for (qsizetype k = 0; k < known.size() && !found; k += 2)
            if (QStringView(text).mid(i).startsWith(known[k])) {
                out += known[k + 1];
                i += known[k].size() - 1;
                found = true;
            }
        if (!found)
            *error = QStringLiteral("an ampersand of its own near ") + text.mid(i, 20);
    }
    return out;
}

inline HtmlDocument readHtml(const QString& html)
{
    static const QSet<QString> empty = {"meta", "input", "col", "br", "use", "path", "rect", "circle"};
    HtmlDocument document;
    QList<qsizetype> open;
    const auto addText = [&](const QString& text) {
        for (const qsizetype index : open)
            document.elements[index].text += text;
    };
    const auto fail = [&](const QString& what, qsizetype at) {
        if (document.error.isEmpty())
            document.error = what + QStringLiteral(" near ") + html.mid(std::max<qsizetype>(0, at - 20), 80);
    };
    qsizetype at = html.startsWith(QLatin1String("<!DOCTYPE html>\n")) ? 16 : (fail(QStringLiteral("no doctype"), 0), 0);
    while (at < html.size() && document.error.isEmpty()) {
        if (html[at] != QLatin1Char('<')) {
            const qsizetype next = html.indexOf(QLatin1Char('<'), at);
            const QString text = html.mid(at, next < 0 ? -1 : next - at);
            if (text.contains(QLatin1Char('>')))
                fail(QStringLiteral("a > in text"), at);
            addText(resolved(text, &document.error));
            at = next < 0 ? html.size() : next;
            continue;
        }
        const bool closing = html.mid(at + 1, 1) == QLatin1String("/");
        qsizetype end = at + (closing ? 2 : 1);
        while (end < html.size() && html[end].isLetterOrNumber())
            ++end;
        const QString name = html.mid(at + (closing ? 2 : 1), end - at - (closing ? 2 : 1));
        if (name.isEmpty()) {
            fail(QStringLiteral("a < of its own"), at);
            break;
        }
        if (closing) {
            if (open.isEmpty() || document.elements[open.last()].name != name)
                fail(QStringLiteral("the wrong element ends"), at);
            else
                open.removeLast();
            at = end + 1;
            continue;
        }
        HtmlElement element;
        element.name = name;
        for (const qsizetype index : open)
            element.ancestors << document.elements[index].name;
        while (end < html.size() && html[end] == QLatin1Char(' ')) {
            const qsizetype from = ++end;
            while (end < html.size() &&
                   (html[end].isLetterOrNumber() || html[end] == QLatin1Char('-') || html[end] == QLatin1Char(':')))
                ++end;
            const QString key = html.mid(from, end - from);
            QString value;
            if (html.mid(end, 2) == QLatin1String("=\"")) {
                const qsizetype stop = html.indexOf(QLatin1Char('"'), end + 2);
                value = html.mid(end + 2, stop - end - 2);
                if (stop < 0 || value.contains(QLatin1Char('<')))
                    fail(QStringLiteral("an attribute that is not escaped"), from);
                end = stop + 1;
            }
            if (key.isEmpty() || element.attributes.contains(key))
                fail(QStringLiteral("a strange attribute"), from);
            element.attributes.insert(key, resolved(value, &document.error));
        }
        const bool closed = html.mid(end, 2) == QLatin1String("/>");
        if (!closed && html.mid(end, 1) != QLatin1String(">"))
            fail(QStringLiteral("a tag that does not end"), at);
        at = end + (closed ? 2 : 1);
        document.elements << element;
        if (name == QLatin1String("style") || name == QLatin1String("script")) {
            const qsizetype stop = html.indexOf(QStringLiteral("</") + name, at);
            document.elements.last().text = html.mid(at, stop - at);
            at = html.indexOf(QLatin1Char('>'), stop) + 1;
        } else if (!closed && !empty.contains(name)) {
            open << document.elements.size() - 1;
        }
    }
    if (!open.isEmpty())
        fail(QStringLiteral("not closed: ") + document.elements[open.last()].name, html.size());
    return document;
}

} // namespace bartizan::test
