// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/object_file.h"

#include <QtEndian>

#include <algorithm>

namespace bartizan::report {

namespace {

constexpr int mostHeld = 100; // objects in one stream

} // namespace

ObjectFile::ObjectFile(QIODevice& to, int free) : m_to(to), m_free(free)
{
    write("%PDF-1.6\n%\xE2\xE3\xCF\xD3\n");
}

ObjectFile::Standing& ObjectFile::standing(int number)
{
    const auto at = static_cast<std::size_t>(number);
    if (at >= m_standing.size())
        m_standing.resize(std::max(at + 1, static_cast<std::size_t>(m_free)));
    return m_standing[at];
}

void ObjectFile::begin(int number)
{
    standing(number) = {m_written, 0, false};
}

void ObjectFile::write(const QByteArray& bytes)
{
    m_digest.addData(bytes);
    m_failed = m_failed || m_to.write(bytes) != bytes.size();
    m_written += bytes.size();
}

void ObjectFile::add(int number, const QByteArray& body)
{
    standing(number) = {m_free, m_heldCount, true};
    m_heldNumbers += QByteArray::number(number) + ' ' + QByteArray::number(m_held.size()) + ' ';
    m_held += body + '\n';
    if (++m_heldCount == mostHeld)
        writeHeld();
}

void ObjectFile::writeHeld()
{
    if (m_heldCount == 0)
        return;
    begin(m_free);
    writeStream(m_free++,
                "/Type /ObjStm /N " + QByteArray::number(m_heldCount) + " /First " + QByteArray::number(m_heldNumbers.size()),
                m_heldNumbers + m_held);
    m_heldNumbers.clear();
    m_held.clear();
    m_heldCount = 0;
}

void ObjectFile::writeStream(int number, const QByteArray& entries, const QByteArray& content)
{
    const QByteArray compressed = qCompress(content, 9).mid(4); // without the length that Qt puts before
    write(QByteArray::number(number) + " 0 obj\n<<" + entries + " /Filter /FlateDecode /Length " +
          QByteArray::number(compressed.size()) + ">>\nstream\n");
    write(compressed);
    write("\nendstream\nendobj\n");
}

bool ObjectFile::end(int catalog, int information)
{
    writeHeld();
    const int number = m_free++;
    const qint64 table = m_written;
    begin(number);
    QByteArray rows;
    rows.reserve(static_cast<qsizetype>(m_standing.size()) * 7);
    const auto row = [&rows](int type, qint64 where, int what) {
        char made[7] = {static_cast<char>(type)};
        qToBigEndian(static_cast<quint32>(where), made + 1);
        qToBigEndian(static_cast<quint16>(what), made + 5);
        rows.append(made, sizeof made);
    };
    for (std::size_t i = 0; i < m_standing.size(); ++i) {
        const Standing& object = m_standing[i];
        if (object.at < 0)
            row(0, 0, i == 0 ? 65535 : 0);
        else
            row(object.held ? 2 : 1, object.at, object.index);
    }
    const QByteArray id = m_digest.result().toHex();
    writeStream(number,
                "/Type /XRef /W [1 4 2] /Size " + QByteArray::number(m_standing.size()) + " /Root " +
                    QByteArray::number(catalog) + " 0 R /Info " + QByteArray::number(information) + " 0 R /ID [<" + id + "><" +
                    id + ">]",
                rows);
    write("startxref\n" + QByteArray::number(table) + "\n%%EOF\n");
    return !m_failed && m_standing.size() == static_cast<std::size_t>(m_free) && table <= 0xFFFFFFFF;
}

} // namespace bartizan::report
