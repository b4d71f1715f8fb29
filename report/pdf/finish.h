// SPDX-License-Identifier: GPL-3.0-or-later
// Finishes QPdfWriter's bytes: outline, links, language, title, date and an id that follows from the content (libqpdf).
// Same input, same bytes. Pages stay in their file: what is kept in memory are objects, not what is painted.
#pragma once

#include "model/result.h"
#include "report/pdf/sheet.h"

#include <string>
#include <vector>

namespace bartizan::report {

struct PdfExtras {
    QString title;
    std::string asOf;                 // RFC 3339: the date of the document
    std::vector<OutlineItem> outline; // empty: none
    std::vector<LinkArea> links;
    Anchors anchors;
    int pages = 0; // that were painted: fewer means that the file was cut off; 0 = not known
};

// Error "pdf": what libqpdf says of a file that it cannot read or write.
Result<bool> finishPdfFile(const std::string& from, const std::string& to, const PdfExtras& extras);
Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras);

} // namespace bartizan::report
