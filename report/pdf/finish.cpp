// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/pdf/flow.h"

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFObjectHandle.hh>
#include <qpdf/QPDFPageDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace bartizan::report {

namespace {

QPDFObjectHandle unicode(const QString& text)
{
    return QPDFObjectHandle::newUnicodeString(text.toStdString());
}

// Children of one outline node, linked as ISO 32000-1 12.3.3 asks: First, Last, Prev, Next, Parent, Count.
void link(QPDFObjectHandle parent, std::vector<QPDFObjectHandle>& children)
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
    parent.replaceKey("/Count", QPDFObjectHandle::newInteger(static_cast<long long>(children.size())));
}

} // namespace

std::string finishPdf(const std::string& bytes, const std::vector<OutlineItem>& outline, const QString& title,
                      const QString& asOf)
{
    QPDF pdf;
    pdf.processMemoryFile("report", bytes.data(), bytes.size());
    const auto pages = QPDFPageDocumentHelper(pdf).getAllPages();
    QPDFObjectHandle root = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    root.replaceKey("/Type", QPDFObjectHandle::newName("/Outlines"));
    std::vector<QPDFObjectHandle> sections, inner;
    for (const OutlineItem& item : outline) {
        if (item.page < 0 || static_cast<std::size_t>(item.page) >= pages.size())
            continue;
        QPDFObjectHandle node = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
        node.replaceKey("/Title", unicode(item.title));
        QPDFObjectHandle target = QPDFObjectHandle::newArray();
        target.appendItem(pages[static_cast<std::size_t>(item.page)].getObjectHandle());
        target.appendItem(QPDFObjectHandle::newName("/Fit"));
        node.replaceKey("/Dest", target);
        if (item.level == 0 || sections.empty()) {
            if (!sections.empty())
                link(sections.back(), inner);
            inner.clear();
            sections.push_back(node);
        } else {
            inner.push_back(node);
        }
    }
    if (!sections.empty())
        link(sections.back(), inner);
    link(root, sections);
    QPDFObjectHandle catalog = pdf.getRoot();
    catalog.replaceKey("/Outlines", root);
    catalog.replaceKey("/PageMode", QPDFObjectHandle::newName("/UseOutlines"));
    catalog.replaceKey("/Lang", QPDFObjectHandle::newString("en"));
    QPDFObjectHandle info = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
    info.replaceKey("/Title", unicode(title));
    info.replaceKey("/Creator", QPDFObjectHandle::newString("Bartizan"));
    QString date = asOf;
    date.remove(QLatin1Char('-')).remove(QLatin1Char(':')).remove(QLatin1Char('T'));
    info.replaceKey("/CreationDate", QPDFObjectHandle::newString("D:" + date.left(14).toStdString() + "Z"));
    pdf.getTrailer().replaceKey("/Info", info);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    writer.setObjectStreamMode(qpdf_o_generate);
    writer.write();
    const auto buffer = writer.getBufferSharedPointer();
    return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

} // namespace bartizan::report
