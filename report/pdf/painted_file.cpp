// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/painted_file.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

#include <algorithm>
#include <memory>
#include <stdexcept>

namespace bartizan::report {

namespace {

constexpr qint64 rowLength = 20; // of the table: "0000000015 00000 n \n"

[[noreturn]] void refuse(const std::string& what)
{
    throw std::runtime_error("its pages are not as they were written (" + what + "); is the disk full?");
}

// Tokens without blanks and remarks, with how deep in arrays and dictionaries they stand.
class Tokens {
public:
    using Type = QPDFTokenizer::token_type_e;

    explicit Tokens(const QByteArray& text) : m_input(std::make_shared<BufferInputSource>("object", text.toStdString()))
    {
        m_tokenizer.allowEOF();
    }

    bool next()
    {
        m_token = m_tokenizer.readToken(m_input, "object", true);
        if (m_token.getType() == QPDFTokenizer::tt_bad)
            refuse("syntax");
        if (is(QPDFTokenizer::tt_dict_close) || is(QPDFTokenizer::tt_array_close))
            --m_depth;
        m_before = m_depth;
        if (is(QPDFTokenizer::tt_dict_open) || is(QPDFTokenizer::tt_array_open))
            ++m_depth;
        return !is(QPDFTokenizer::tt_eof);
    }
    bool is(Type type) const { return m_token.getType() == type; }
    int depth() const { return m_before; } // of the token; brackets count as outside
    const std::string& raw() const { return m_token.getRawValue(); }

private:
    std::shared_ptr<BufferInputSource> m_input;
    QPDFTokenizer m_tokenizer;
    QPDFTokenizer::Token m_token;
    int m_depth = 0, m_before = 0;
};

int number(const std::string& text)
{
    return QByteArray::fromStdString(text).toInt();
}

} // namespace

PdfDictionary PdfDictionary::of(const QByteArray& text)
{
    PdfDictionary made;
    Tokens tokens(text);
    if (!tokens.next() || !tokens.is(QPDFTokenizer::tt_dict_open))
        refuse("no dictionary");
    while (tokens.next()) {
        if (tokens.is(QPDFTokenizer::tt_dict_close) && tokens.depth() == 0)
            return made;
        if (tokens.is(QPDFTokenizer::tt_name) && tokens.depth() == 1 &&
            (made.m_entries.empty() || !made.m_entries.back().second.empty())) {
            made.m_entries.emplace_back(tokens.raw(), std::string());
        } else if (made.m_entries.empty()) {
            refuse("a value without a key");
        } else {
            std::string& value = made.m_entries.back().second;
            value += (value.empty() ? "" : " ") + tokens.raw();
        }
    }
    refuse("an open dictionary");
}

std::string PdfDictionary::value(const std::string& key) const
{
    for (const auto& [name, value] : m_entries)
        if (name == key)
            return value;
    return {};
}

int PdfDictionary::reference(const std::string& key) const
{
    const std::string found = value(key);
    const std::size_t from = found.find_first_not_of("[ ");
    const std::size_t to = found.find(" 0 R", from);
    return from == std::string::npos || to == std::string::npos ? 0 : number(found.substr(from, to - from));
}

void PdfDictionary::set(const std::string& key, const std::string& value)
{
    for (auto& [name, old] : m_entries)
        if (name == key) {
            old = value;
            return;
        }
    m_entries.emplace_back(key, value);
}

QByteArray PdfDictionary::text() const
{
    QByteArray made("<<");
    for (const auto& [name, value] : m_entries)
        made.append(name.c_str()).append(' ').append(QByteArray::fromStdString(value));
    return made.append(">>");
}

PaintedFile::PaintedFile(QIODevice& file) : m_file(file)
{
    readTable();
    readPages();
}

QByteArray PaintedFile::bytes(qint64 from, qint64 size)
{
    QByteArray read = from >= 0 && size >= 0 && m_file.seek(from) ? m_file.read(size) : QByteArray();
    if (read.size() != size)
        refuse("it ends early");
    return read;
}

void PaintedFile::readTable()
{
    const qint64 tail = std::min<qint64>(m_file.size(), 1024);
    const QByteArray end = bytes(m_file.size() - tail, tail);
    const qsizetype at = end.lastIndexOf("startxref"), trailer = end.lastIndexOf("trailer");
    if (at < 0 || trailer < 0 || trailer > at || !end.trimmed().endsWith("%%EOF"))
        refuse("it has no end");
    const PdfDictionary last = PdfDictionary::of(end.mid(trailer + 7, at - trailer - 7));
    m_catalog = last.reference("/Root");
    m_information = last.reference("/Info");
    m_size = number(last.value("/Size"));
    const qint64 table = end.mid(at + 9).trimmed().split('\n').front().trimmed().toLongLong();
    const QByteArray head = "xref\n0 " + QByteArray::number(m_size) + '\n';
    const qint64 rows = table + head.size();
    if (m_size <= 1 || rows + m_size * rowLength > m_file.size() || bytes(table, head.size()) != head)
        refuse("its table");
    m_objects.reserve(static_cast<std::size_t>(m_size));
    constexpr int together = 1024;
    for (int first = 0; first < m_size; first += together) {
        const int count = std::min(together, m_size - first);
        const QByteArray read = bytes(rows + first * rowLength, count * rowLength);
        for (int i = 0; i < count; ++i)
            if (const QByteArray row = read.mid(i * rowLength, rowLength); row.at(17) == 'n')
                m_objects.push_back({first + i, row.first(10).toLongLong(), 0});
    }
    std::sort(m_objects.begin(), m_objects.end(), [](const Object& a, const Object& b) { return a.from < b.from; });
    m_byNumber.assign(static_cast<std::size_t>(m_size), m_objects.size());
    for (std::size_t i = 0; i < m_objects.size(); ++i) {
        Object& object = m_objects[i];
        object.size = (i + 1 < m_objects.size() ? m_objects[i + 1].from : table) - object.from;
        m_byNumber[static_cast<std::size_t>(object.number)] = i;
    }
}

bool PaintedFile::isStream(const Object& object)
{
    const qint64 tail = std::min<qint64>(object.size, 32);
    return bytes(object.from + object.size - tail, tail).trimmed().endsWith("endstream\nendobj");
}

QByteArray PaintedFile::body(const Object& object)
{
    const QByteArray whole = bytes(object.from, object.size).trimmed();
    const QByteArray head = QByteArray::number(object.number) + " 0 obj";
    if (!whole.startsWith(head) || !whole.endsWith("endobj"))
        refuse("object " + std::to_string(object.number));
    return whole.mid(head.size(), whole.size() - head.size() - 6).trimmed();
}

PdfDictionary PaintedFile::dictionary(int number)
{
    const std::size_t at = number > 0 && number < m_size ? m_byNumber[static_cast<std::size_t>(number)] : m_objects.size();
    if (at == m_objects.size())
        refuse("object " + std::to_string(number));
    return PdfDictionary::of(body(m_objects[at]));
}

void PaintedFile::readPages()
{
    const PdfDictionary list = dictionary(dictionary(m_catalog).reference("/Pages"));
    const QByteArray kids = QByteArray::fromStdString(list.value("/Kids"));
    for (const QByteArray& kid : kids.mid(1).split('R'))
        if (const int page = kid.trimmed().split(' ').front().toInt()) {
            const PdfDictionary entries = dictionary(page);
            const QList<QByteArray> box = QByteArray::fromStdString(entries.value("/MediaBox")).split(' ');
            if (entries.value("/Type") != "/Page" || box.size() != 6)
                refuse("page " + std::to_string(m_pages.size() + 1));
            m_pages.push_back({page, entries.reference("/Annots"), box.at(4).toDouble()});
        }
}

} // namespace bartizan::report
