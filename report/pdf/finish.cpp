// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/finish.h"

#include "report/pdf/object_file.h"
#include "report/pdf/painted_file.h"

#include <QBuffer>

#include <algorithm>
#include <exception>
#include <stdexcept>
#include <utility>
#include <vector>

namespace bartizan::report {

namespace {

// ISO 32000-1, 7.9.2.2: as it is where every character is ASCII, else UTF-16BE with its mark; in hexadecimal either way, so
// that nothing needs escaping.
QByteArray textString(const QString& text)
{
    if (std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() >= 0x20 && c.unicode() < 0x7F; }))
        return '<' + text.toLatin1().toHex() + '>';
    QByteArray bytes("\xFE\xFF");
    for (const QChar c : text)
        bytes.append(static_cast<char>(c.unicode() >> 8)).append(static_cast<char>(c.unicode() & 0xFF));
    return '<' + bytes.toHex() + '>';
}

QByteArray reference(int number)
{
    return QByteArray::number(number) + " 0 R";
}

QByteArray points(double value) // two decimals, none where they are zeros
{
    QByteArray text = QByteArray::number(value, 'f', 2);
    while (text.endsWith('0'))
        text.chop(1);
    if (text.endsWith('.'))
        text.chop(1);
    return text == "-0" ? QByteArray("0") : text;
}

class Finisher {
public:
    Finisher(PaintedFile& painted, QIODevice& to, const PdfExtras& extras)
        : m_painted(painted), m_extras(extras), m_marks(extras.marks),
          m_outline(m_marks && m_marks->outlineItems() > 0 ? painted.firstFreeNumber() : 0),
          m_out(to, painted.firstFreeNumber() + (m_outline > 0 ? 1 + m_marks->outlineItems() : 0))
    {
        m_pageOfLinks.assign(static_cast<std::size_t>(painted.firstFreeNumber()), -1);
        for (std::size_t i = 0; i < painted.pages().size(); ++i)
            if (const int number = painted.pages()[i].annotations; number > 0)
                m_pageOfLinks.at(static_cast<std::size_t>(number)) = static_cast<int>(i);
        if (m_marks)
            m_next = m_marks->nextLink();
    }

    void finish()
    {
        for (const PaintedFile::Object& object : m_painted.objects())
            copy(object);
        if (m_next)
            throw std::runtime_error("a link stands on a page that is not there");
        if (m_outline > 0)
            writeOutline();
        if (!m_out.end(m_painted.catalog(), m_painted.information()))
            throw std::runtime_error("it cannot be written; is the disk full?");
    }

private:
    void copy(const PaintedFile::Object& object)
    {
        const int page = m_pageOfLinks[static_cast<std::size_t>(object.number)];
        if (page >= 0)
            m_out.add(object.number, linksOf(page));
        else if (object.number == m_painted.information())
            m_out.add(object.number, information().text());
        else if (object.number == m_painted.catalog())
            m_out.add(object.number, catalog().text());
        else if (m_painted.isStream(object))
            copyWhole(object);
        else if (const QByteArray body = m_painted.body(object); body.startsWith("<<"))
            m_out.add(object.number, named(PdfDictionary::of(body)).text());
        else if (body.startsWith('['))
            m_out.add(object.number, body);
        else
            copyWhole(object); // a number: the length of a stream
    }

    void copyWhole(const PaintedFile::Object& object)
    {
        constexpr qint64 together = 1 << 16;
        m_out.begin(object.number);
        for (qint64 done = 0; done < object.size; done += together)
            m_out.write(m_painted.bytes(object.from + done, std::min(together, object.size - done)));
    }

    // Qt embeds the glyphs that are used and says so in the descriptor only; ISO 32000-1, 9.6.4 wants the subset's name in
    // the font as well.
    PdfDictionary named(PdfDictionary font)
    {
        if (font.value("/Type") != "/Font")
            return font;
        const int inner = font.reference("/DescendantFonts");
        const int descriptor = (inner > 0 ? m_painted.dictionary(inner) : font).reference("/FontDescriptor");
        if (descriptor > 0)
            font.set("/BaseFont", m_painted.dictionary(descriptor).value("/FontName"));
        return font;
    }

    PdfDictionary catalog()
    {
        PdfDictionary catalog = m_painted.dictionary(m_painted.catalog());
        catalog.set("/Lang", "(en)");
        catalog.set("/ViewerPreferences", "<</DisplayDocTitle true>>");
        if (m_outline > 0) {
            catalog.set("/Outlines", reference(m_outline).toStdString());
            catalog.set("/PageMode", "/UseOutlines");
        }
        return catalog;
    }

    PdfDictionary information() const
    {
        std::string date;
        std::copy_if(m_extras.asOf.begin(), m_extras.asOf.end(), std::back_inserter(date),
                     [&date](char c) { return c >= '0' && c <= '9' && date.size() < 14; });
        PdfDictionary made;
        made.set("/Title", textString(m_extras.title).toStdString());
        made.set("/Creator", "(Bartizan)");
        made.set("/CreationDate", "(D:" + date + "Z)");
        return made;
    }

    const PaintedFile::Page& page(int number) const { return m_painted.pages().at(static_cast<std::size_t>(number)); }

    QByteArray destination(const Place& place) const
    {
        const PaintedFile::Page& to = page(place.page);
        return '[' + reference(to.object) + "/XYZ 0 " + points(to.height - place.y + 8) + " null]";
    }

    QByteArray linksOf(int number)
    {
        QByteArray links("[");
        const double height = page(number).height;
        for (; m_next && m_next->page == number; m_next = m_marks->nextLink()) {
            const QRectF& area = m_next->area;
            links += "<</Subtype/Link/Border[0 0 0]/Rect[" + points(area.left()) + ' ' + points(height - area.bottom()) + ' ' +
                     points(area.right()) + ' ' + points(height - area.top()) + "]/Dest" + destination(m_next->to) + ">>";
        }
        return links + ']';
    }

    // One node of the outline, linked as ISO 32000-1, 12.3.3 asks. Nodes are numbered as they come, so that a node is written
    // when the next one of its level, or that there is none, is known.
    struct Node {
        int number = 0, parent = 0, previous = 0, next = 0;
        int first = 0, last = 0, children = 0;
        QByteArray entries; // title and destination
    };

    void write(const Node& node)
    {
        QByteArray text = "<<" + node.entries;
        for (const auto& [key, number] :
             {std::pair("/Parent ", node.parent), std::pair("/Prev ", node.previous), std::pair("/Next ", node.next),
              std::pair("/First ", node.first), std::pair("/Last ", node.last)})
            if (number > 0)
                text += key + reference(number);
        if (node.children > 0) // negative: closed
            text += "/Count " + QByteArray::number(node.parent > 0 ? -node.children : node.children);
        m_out.add(node.number, text + ">>");
    }

    static Node appended(Node& parent, const Node& before, int number, QByteArray entries)
    {
        if (parent.children++ == 0)
            parent.first = number;
        parent.last = number;
        return {number, parent.number, before.number, 0, 0, 0, 0, std::move(entries)};
    }

    void writeOutline()
    {
        Node root{m_outline, 0, 0, 0, 0, 0, 0, "/Type/Outlines"}, section, inner;
        const auto endInner = [&](int next) {
            inner.next = next;
            if (inner.number > 0)
                write(inner);
        };
        const auto endSection = [&](int next) {
            section.next = next;
            if (section.number > 0)
                write(section);
        };
        int number = m_outline;
        while (const std::optional<OutlineItem> item = m_marks->nextOutlineItem()) {
            const QByteArray entries = "/Title" + textString(item->title) + "/Dest" + destination(item->at);
            ++number;
            if (item->level == 0 || section.number == 0) {
                endInner(0);
                inner = {};
                endSection(number);
                section = appended(root, section, number, entries);
            } else {
                endInner(number);
                inner = appended(section, inner, number, entries);
            }
        }
        endInner(0);
        endSection(0);
        write(root);
        if (number != m_outline + m_marks->outlineItems())
            throw std::runtime_error("its outline could not be read back");
    }

    PaintedFile& m_painted;
    const PdfExtras& m_extras;
    Marks* m_marks;
    int m_outline; // number of its root; its nodes have the next ones; 0 = none
    ObjectFile m_out;
    std::vector<int> m_pageOfLinks; // by number of object: the page whose links it holds, or -1
    std::optional<LinkArea> m_next;
};

// What is thrown becomes an error. `open` makes the place to write to once the painted file was found whole.
template <typename Open>
std::optional<Error> finish(QIODevice& from, const PdfExtras& extras, Open open)
{
    try {
        if (!from.open(QIODevice::ReadOnly))
            throw std::runtime_error(from.errorString().toStdString());
        PaintedFile painted(from);
        if (extras.pages > 0 && painted.pages().size() != static_cast<std::size_t>(extras.pages))
            throw std::runtime_error("some of its pages are missing; is the disk full?");
        if (extras.marks && !extras.marks->readFromStart())
            throw std::runtime_error("its links could not be kept; is the disk full?");
        QIODevice& to = open();
        if (!to.open(QIODevice::WriteOnly))
            throw std::runtime_error(to.errorString().toStdString());
        Finisher(painted, to, extras).finish();
        to.close();
        return std::nullopt;
    } catch (const std::exception& error) {
        return Error{"pdf", std::string("the PDF could not be finished: ") + error.what()};
    }
}

} // namespace

Result<bool> finishPdfFile(const std::string& from, const std::string& to, const PdfExtras& extras)
{
    QFile painted(QString::fromStdString(from)), finished(QString::fromStdString(to));
    bool begun = false;
    auto failed = finish(painted, extras, [&]() -> QIODevice& {
        begun = true;
        return finished;
    });
    if (!failed && finished.error() != QFileDevice::NoError) // when the last bytes were written
        failed = Error{"pdf", "the PDF could not be finished: " + finished.errorString().toStdString()};
    if (!failed)
        return true;
    if (begun)
        finished.remove();
    return tl::unexpected(*failed);
}

Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras)
{
    const QByteArray held = QByteArray::fromRawData(bytes.data(), static_cast<qsizetype>(bytes.size()));
    QBuffer painted, finished;
    painted.setData(held);
    if (const auto failed = finish(painted, extras, [&]() -> QIODevice& { return finished; }))
        return tl::unexpected(*failed);
    return finished.data().toStdString();
}

} // namespace bartizan::report
