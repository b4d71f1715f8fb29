// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/writer.h"

#include "report/text/sections.h"

namespace bartizan::report::cell {

namespace {

Cell of(Cell::Kind kind, std::string words, std::string to = {})
{
    Cell made;
    made.kind = kind;
    made.text = std::move(words);
    made.to = std::move(to);
    return made;
}

} // namespace

Cell text(std::string words, std::string to)
{
    return of(Cell::Kind::text, std::move(words), std::move(to));
}
Cell strong(std::string words, std::string to)
{
    return of(Cell::Kind::strong, std::move(words), std::move(to));
}
Cell dim(std::string words)
{
    return of(Cell::Kind::dim, std::move(words));
}
Cell code(std::string words, std::string to)
{
    return of(Cell::Kind::code, std::move(words), std::move(to));
}
Cell number(std::size_t value)
{
    return of(Cell::Kind::number, withThousands(value));
}

Cell mark(Verdict verdict, bool required, bool accepted)
{
    std::string words = verdictText(verdict);
    if (verdict != Verdict::notApplicable && !required)
        words += ", not required";
    if (accepted)
        words += ", accepted";
    Cell made = of(Cell::Kind::mark, std::move(words));
    made.verdict = verdict;
    made.required = required;
    made.accepted = accepted;
    return made;
}

Cell severity(FindingSeverity value)
{
    Cell made = of(Cell::Kind::severity, severityWord(value));
    made.severity = value;
    return made;
}

Cell counts(const RequiredCounts& value)
{
    Cell made = of(Cell::Kind::counts, countsText(value));
    made.counts = value;
    return made;
}

} // namespace bartizan::report::cell
