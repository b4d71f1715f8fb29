// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/report_excerpts.h"

#include <algorithm>

namespace bartizan::app {

namespace {

constexpr std::uint32_t around = 2;   // lines before and after
constexpr std::size_t mostLines = 12; // of one excerpt
constexpr std::size_t mostPlaces = 3; // of one finding, as the report quotes

report::Excerpt shortened(const std::vector<ExcerptLine>& lines)
{
    std::size_t first = 0;
    while (first < lines.size() && !lines[first].cited)
        ++first;
    first = first > around ? first - around : 0;
    std::size_t last = lines.size();
    while (last > 0 && !lines[last - 1].cited)
        --last;
    last = std::min<std::size_t>(lines.size(), last + around);
    report::Excerpt made;
    for (std::size_t i = first; i < last && made.lines.size() < mostLines; ++i) {
        if (!lines[i].cited && lines[i].text.starts_with("---")) { // what lies beyond is another document
            if (std::any_of(made.lines.begin(), made.lines.end(), [](const report::ExcerptLine& line) { return line.cited; }))
                break;
            made.lines.clear();
            continue;
        }
        made.lines.push_back({lines[i].number, lines[i].text, lines[i].cited});
    }
    const bool cut = std::any_of(lines.begin() + static_cast<std::ptrdiff_t>(std::min(lines.size(), first + mostLines)),
                                 lines.end(), [](const ExcerptLine& line) { return line.cited; });
    if (cut)
        made.lines.back().text += " …";
    return made;
}

} // namespace

std::function<report::Excerpt(const Evidence&)> reportExcerpts(const Loaded& loaded, const JobControl& control)
{
    const auto book = std::make_shared<ExcerptBook>(loaded.model.inventory, around, loaded.standsAt);
    for (const Finding& finding : loaded.posture.findings) {
        std::size_t places = 0;
        if (finding.cause.valid()) {
            book->want(finding.cause);
            ++places;
        }
        for (const Evidence& evidence : finding.evidence) {
            if (places == mostPlaces)
                break;
            if (!evidence.valid() || evidence == finding.cause)
                continue;
            book->want(evidence);
            ++places;
        }
    }
    book->read(control);
    return [book](const Evidence& evidence) {
        const std::vector<ExcerptLine>* lines = book->lines(evidence);
        return lines ? shortened(*lines) : report::Excerpt();
    };
}

} // namespace bartizan::app
