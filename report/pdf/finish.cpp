// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/finish.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <cmath>
#include <exception>
#include <map>
#include <optional>
#include <stdexcept>
#include <unordered_map>
#include <utility>

namespace bartizan::report {

namespace {

using Handle = QPDFObjectHandle;

Handle unicode(const QString& text)
{
    return Handle::newUnicodeString(text.toStdString());
}

// Children of one outline node, linked as ISO 32000-1 12.3.3 asks: First, Last, Prev, Next, Parent, Count.
void link(Handle parent, std::vector<Handle>& children, bool open)
{
    if (children.empty())
        return;
    for (std::size_t i = 0; i < children.size(); ++i) {
        children[i].replaceKey("/Parent", parent);
        if (i > 0)
            children[i].replaceKey("/Prev", children[i - 1]);
        if (i + 1 < children.size())
            children[i].replaceKey("/Next", children[i + 1]);
    }
    parent.replaceKey("/First", children.front());
    parent.replaceKey("/Last", children.back());
    const auto count = static_cast<long long>(children.size());
    parent.replaceKey("/Count", Handle::newInteger(open ? count : -count));
}

class Finisher {
public:
    Finisher(QPDF& pdf, const PdfExtras& extras) : m_pdf(pdf), m_extras(extras)
    {
        for (const QPDFPageObjectHelper& page : QPDFPageDocumentHelper(pdf).getAllPages())
            m_pages.push_back(page.getObjectHandle());
    }

    void finish()
    {
        if (m_extras.pages > 0 && m_pages.size() != static_cast<std::size_t>(m_extras.pages))
            throw std::runtime_error("some of its pages are missing; is the disk full?");
        addOutline();
        addLinks();
        nameFonts();
        Handle catalog = m_pdf.getRoot();
        catalog.replaceKey("/Lang", Handle::newString("en"));
        Handle preferences = Handle::newDictionary();
        preferences.replaceKey("/DisplayDocTitle", Handle::newBool(true));
        catalog.replaceKey("/ViewerPreferences", preferences);
        Handle info = m_pdf.makeIndirectObject(Handle::newDictionary());
        info.replaceKey("/Title", unicode(m_extras.title));
        info.replaceKey("/Creator", Handle::newString("Bartizan"));
        std::string date;
        for (const char c : m_extras.asOf)
            if (c >= '0' && c <= '9' && date.size() < 14)
                date += c;
        info.replaceKey("/CreationDate", Handle::newString("D:" + date + "Z"));
        m_pdf.getTrailer().replaceKey("/Info", info);
    }

private:
    double heightOf(int page)
    {
        return m_pages[static_cast<std::size_t>(page)].getKey("/MediaBox").getArrayItem(3).getNumericValue();
    }
    bool isPage(int page) const { return page >= 0 && static_cast<std::size_t>(page) < m_pages.size(); }

    // A number with two decimals. Equal ones are one object, in memory: coordinates of columns and lines come again and again.
    Handle number(double value)
    {
        const auto hundredths = static_cast<long long>(std::llround(value * 100));
        const auto known = m_numbers.find(hundredths);
        return known != m_numbers.end()
                   ? known->second
                   : m_numbers.emplace(hundredths, Handle::newReal(static_cast<double>(hundredths) / 100, 2)).first->second;
    }

    // Thousands of links lead to hundreds of places: each place is one object.
    Handle destination(const Place& place)
    {
        const double top = heightOf(place.page) - place.y + 8;
        const std::pair<int, long long> key(place.page, std::llround(top * 100));
        if (const auto known = m_places.find(key); known != m_places.end())
            return known->second;
        Handle target = Handle::newArray();
        target.appendItem(m_pages[static_cast<std::size_t>(place.page)]);
        target.appendItem(m_xyz);
        target.appendItem(m_zero);
        target.appendItem(number(top));
        target.appendItem(m_null);
        return m_places.emplace(key, m_pdf.makeIndirectObject(target)).first->second;
    }

    void addOutline()
    {
        if (m_extras.outline.empty())
            return;
        Handle root = m_pdf.makeIndirectObject(Handle::newDictionary());
        root.replaceKey("/Type", Handle::newName("/Outlines"));
        std::vector<Handle> sections, inner;
        for (const OutlineItem& item : m_extras.outline) {
            if (!isPage(item.at.page))
                continue;
            Handle node = m_pdf.makeIndirectObject(Handle::newDictionary());
            node.replaceKey("/Title", unicode(item.title));
            node.replaceKey("/Dest", destination(item.at));
            if (item.level == 0 || sections.empty()) {
                if (!sections.empty())
                    link(sections.back(), inner, false);
                inner.clear();
                sections.push_back(node);
            } else {
                inner.push_back(node);
            }
        }
        if (!sections.empty())
            link(sections.back(), inner, false);
        link(root, sections, true);
        m_pdf.getRoot().replaceKey("/Outlines", root);
        m_pdf.getRoot().replaceKey("/PageMode", Handle::newName("/UseOutlines"));
    }

    void addLinks()
    {
        Handle border = Handle::newArray();
        for (int i = 0; i < 3; ++i)
            border.appendItem(m_zero);
        border = m_pdf.makeIndirectObject(border);
        std::map<int, Handle> onPage;
        for (const LinkArea& area : m_extras.links) {
            const auto target = m_extras.anchors.find(area.to);
            if (target == m_extras.anchors.end() || !isPage(area.page) || !isPage(target->second.page))
                continue;
            const double height = heightOf(area.page);
            Handle rect = Handle::newArray();
            for (const double value :
                 {area.area.left(), height - area.area.bottom(), area.area.right(), height - area.area.top()})
                rect.appendItem(number(value));
            Handle annotation = Handle::newDictionary();
            annotation.replaceKey("/Subtype", m_link);
            annotation.replaceKey("/Rect", rect);
            annotation.replaceKey("/Border", border);
            annotation.replaceKey("/Dest", destination(target->second));
            onPage.try_emplace(area.page, Handle::newArray()).first->second.appendItem(annotation);
        }
        for (auto& [page, annotations] : onPage)
            m_pages[static_cast<std::size_t>(page)].replaceKey("/Annots", annotations);
    }

    // Qt embeds the glyphs that are used and says so in the descriptor only; ISO 32000-1, 9.6.4 wants the subset's name in
    // the font as well.
    void nameFonts()
    {
        for (Handle page : m_pages) {
            Handle fonts = page.getKey("/Resources").getKey("/Font");
            if (!fonts.isDictionary())
                continue;
            for (const std::string& key : fonts.getKeys()) {
                Handle font = fonts.getKey(key), inner = font.getKey("/DescendantFonts");
                if (!inner.isArray() || inner.getArrayNItems() != 1)
                    continue;
                inner = inner.getArrayItem(0);
                const Handle name = inner.getKey("/FontDescriptor").getKey("/FontName");
                font.replaceKey("/BaseFont", name);
                inner.replaceKey("/BaseFont", name);
            }
        }
    }

    QPDF& m_pdf;
    const PdfExtras& m_extras;
    std::vector<Handle> m_pages;
    const Handle m_link = Handle::newName("/Link"), m_xyz = Handle::newName("/XYZ"), m_zero = Handle::newInteger(0),
                 m_null = Handle::newNull();
    std::unordered_map<long long, Handle> m_numbers;      // by hundredths
    std::map<std::pair<int, long long>, Handle> m_places; // by page and hundredths from below
};

// What libqpdf throws becomes an error. `read` opens the painted file, `write` says where the finished one goes and writes it.
template <typename Read, typename Write>
std::optional<Error> finish(const PdfExtras& extras, Read read, Write write)
{
    try {
        QPDF pdf;
        pdf.setAttemptRecovery(false);
        read(pdf);
        Finisher(pdf, extras).finish();
        QPDFWriter writer(pdf);
        writer.setDeterministicID(true);
        writer.setObjectStreamMode(qpdf_o_generate);
        write(writer);
        return std::nullopt;
    } catch (const std::exception& error) {
        return Error{"pdf", std::string("the PDF could not be finished: ") + error.what()};
    }
}

} // namespace

Result<bool> finishPdfFile(const std::string& from, const std::string& to, const PdfExtras& extras)
{
    const auto failed = finish(
        extras, [&](QPDF& pdf) { pdf.processFile(from.c_str()); },
        [&](QPDFWriter& writer) {
            writer.setOutputFilename(to.c_str());
            writer.write();
        });
    if (failed)
        return tl::unexpected(*failed);
    return true;
}

Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras)
{
    std::string finished;
    const auto failed = finish(
        extras, [&](QPDF& pdf) { pdf.processMemoryFile("pdf", bytes.data(), bytes.size()); },
        [&](QPDFWriter& writer) {
            writer.setOutputMemory();
            writer.write();
            const auto buffer = writer.getBufferSharedPointer();
            finished.assign(reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize());
        });
    if (failed)
        return tl::unexpected(*failed);
    return finished;
}

} // namespace bartizan::report
