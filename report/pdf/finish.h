// SPDX-License-Identifier: GPL-3.0-or-later
// Finishes QPdfWriter's file: outline, links, language, title, date and an id that follows from the content. Same input,
// same bytes. Pages are copied through and links come from their file, so memory does not grow with either: libqpdf's
// writer, which keeps every object until the end, took 25 kB a page.
#pragma once

#include "model/result.h"
#include "report/pdf/marks.h"

#include <string>

namespace bartizan::report {

struct PdfExtras {
    QString title;
    std::string asOf;       // RFC 3339: the date of the document
    Marks* marks = nullptr; // read from the start; null: neither links nor outline
    int pages = 0;          // that were painted: fewer means that the file was cut off; 0 = not known
};

// Error "pdf": a file that cannot be read, is not whole, or cannot be written.
Result<bool> finishPdfFile(const std::string& from, const std::string& to, const PdfExtras& extras);
Result<std::string> finishPdf(const std::string& bytes, const PdfExtras& extras);

} // namespace bartizan::report
