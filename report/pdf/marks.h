// SPDX-License-Identifier: GPL-3.0-or-later
// What pages have besides what is painted on them, noted while they are painted: links and the outline. Kept in two files
// beside the pages, because both grow with them.
#pragma once

#include <QDataStream>
#include <QFile>
#include <QRectF>
#include <QString>

#include <optional>

namespace bartizan::report {

struct Place {
    int page = 0; // from 0
    double y = 0; // points from the top
    friend bool operator==(const Place&, const Place&) = default;
};
struct OutlineItem {
    QString title;
    Place at;
    int level = 0; // 0 section, 1 finding or service
};
struct LinkArea {
    int page = 0;
    QRectF area; // points, y down
    Place to;
};

class Marks {
public:
    explicit Marks(const QString& folder);

    void add(const LinkArea&); // pages in order; one below the other to the same place are one
    void add(const OutlineItem&);

    // Ends adding. False where the files could not be written.
    bool readFromStart();
    std::optional<LinkArea> nextLink();
    std::optional<OutlineItem> nextOutlineItem();
    int outlineItems() const { return m_outlineItems; }

private:
    void writeLink();

    QFile m_linkFile, m_outlineFile;
    QDataStream m_links, m_outline;
    std::optional<LinkArea> m_last; // not yet written
    int m_outlineItems = 0;
};

} // namespace bartizan::report
