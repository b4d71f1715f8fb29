// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/marks.h"

#include <cmath>

namespace bartizan::report {

Marks::Marks(const QString& folder)
    : m_linkFile(folder + QStringLiteral("/links")), m_outlineFile(folder + QStringLiteral("/outline")), m_links(&m_linkFile),
      m_outline(&m_outlineFile)
{
    m_linkFile.open(QIODevice::ReadWrite | QIODevice::Truncate);
    m_outlineFile.open(QIODevice::ReadWrite | QIODevice::Truncate);
}

void Marks::add(const LinkArea& link)
{
    if (m_last && m_last->page == link.page && m_last->to == link.to && m_last->area.left() == link.area.left() &&
        m_last->area.width() == link.area.width() && std::abs(m_last->area.bottom() - link.area.top()) < 0.01) {
        m_last->area.setBottom(link.area.bottom()); // the next line of the same text
        return;
    }
    writeLink();
    m_last = link;
}

void Marks::writeLink()
{
    if (m_last)
        m_links << m_last->page << m_last->area << m_last->to.page << m_last->to.y;
    m_last.reset();
}

void Marks::add(const OutlineItem& item)
{
    m_outline << item.title << item.at.page << item.at.y << item.level;
    ++m_outlineItems;
}

bool Marks::readFromStart()
{
    writeLink();
    bool good = true;
    for (QDataStream* stream : {&m_links, &m_outline}) {
        auto* file = static_cast<QFile*>(stream->device());
        good = good && stream->status() == QDataStream::Ok && file->flush() && file->seek(0);
    }
    return good;
}

std::optional<LinkArea> Marks::nextLink()
{
    LinkArea link;
    m_links >> link.page >> link.area >> link.to.page >> link.to.y;
    return m_links.status() == QDataStream::Ok ? std::optional(link) : std::nullopt;
}

std::optional<OutlineItem> Marks::nextOutlineItem()
{
    OutlineItem item;
    m_outline >> item.title >> item.at.page >> item.at.y >> item.level;
    return m_outline.status() == QDataStream::Ok ? std::optional(item) : std::nullopt;
}

} // namespace bartizan::report
