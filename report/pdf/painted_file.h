// SPDX-License-Identifier: GPL-3.0-or-later
// Reads the file that QPdfWriter left, object by object: a table of where objects stand (ISO 32000-1, 7.5.4), a flat list of
// pages, generation 0 throughout. What is kept in memory are numbers, some 100 bytes a page.
#pragma once

#include <QByteArray>
#include <QIODevice>

#include <string>
#include <utility>
#include <vector>

namespace bartizan::report {

// The entries of a dictionary, each value as its tokens with blanks between them: "[ 20 0 R ]".
class PdfDictionary {
public:
    // Throws std::runtime_error where `text` is no dictionary.
    static PdfDictionary of(const QByteArray& text);

    std::string value(const std::string& key) const; // key with its slash; "" where there is none
    int reference(const std::string& key) const;     // number of the object that the value, or its first element, refers to; 0
    void set(const std::string& key, const std::string& value);
    QByteArray text() const;

private:
    std::vector<std::pair<std::string, std::string>> m_entries;
};

class PaintedFile {
public:
    struct Object {
        int number = 0;
        qint64 from = 0, size = 0; // bytes, with what follows until the next one
    };
    struct Page {
        int object = 0, annotations = 0; // numbers
        double height = 0;               // points
    };

    // All of these throw std::runtime_error where the file is not what QPdfWriter writes, as one that was cut off.
    explicit PaintedFile(QIODevice& file);
    QByteArray body(const Object&); // between "7 0 obj" and "endobj"
    PdfDictionary dictionary(int number);
    bool isStream(const Object&);
    QByteArray bytes(qint64 from, qint64 size);

    const std::vector<Object>& objects() const { return m_objects; } // as they stand in the file
    const std::vector<Page>& pages() const { return m_pages; }
    int catalog() const { return m_catalog; }
    int information() const { return m_information; }
    int firstFreeNumber() const { return m_size; }

private:
    void readTable();
    void readPages();

    QIODevice& m_file;
    std::vector<Object> m_objects;
    std::vector<std::size_t> m_byNumber; // into m_objects
    std::vector<Page> m_pages;
    int m_catalog = 0, m_information = 0, m_size = 0;
};

} // namespace bartizan::report
