// SPDX-License-Identifier: GPL-3.0-or-later
// Writes a PDF object by object: streams as they are, what has none together in compressed object streams (ISO 32000-1,
// 7.5.7), at the end a cross-reference stream (7.5.8) with an id that follows from the bytes. What is kept in memory is one
// object stream and where every object stands.
#pragma once

#include <QByteArray>
#include <QCryptographicHash>
#include <QIODevice>

#include <vector>

namespace bartizan::report {

class ObjectFile {
public:
    // Objects have numbers below `free`; those that are needed to hold them get the numbers from there on.
    ObjectFile(QIODevice& to, int free);

    void begin(int number);                       // what is written next is this object, as a whole: "7 0 obj … endobj"
    void write(const QByteArray&);                // as it is
    void add(int number, const QByteArray& body); // a dictionary, an array: no stream, and no length of one
    // False where not everything could be written.
    bool end(int catalog, int information);

private:
    struct Standing {
        qint64 at = -1; // offset of the object; number of its object stream where `held`; -1: free
        int index = 0;  // in the object stream
        bool held = false;
    };
    Standing& standing(int number);
    void writeHeld();
    void writeStream(int number, const QByteArray& entries, const QByteArray& content);

    QIODevice& m_to;
    QCryptographicHash m_digest{QCryptographicHash::Md5};
    qint64 m_written = 0;
    int m_free;
    bool m_failed = false;
    std::vector<Standing> m_standing; // by number
    QByteArray m_heldNumbers, m_held;
    int m_heldCount = 0;
};

} // namespace bartizan::report
