// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text/summary.h"

#include "analysis/service_counts.h"
#include "report/facts.h"
#include "report/text/sections.h"
#include "report/text/ways_in.h"

#include <algorithm>
#include <map>
#include <numeric>

namespace bartizan::report {
namespace {

constexpr std::size_t mostWays = 5, mostCauses = 7, mostUnknown = 2;

// At most so many code points, the last of them "…" where it was cut. The text is safe and not painted.
std::string fitted(const std::string& text, int columns)
{
    columns = std::max(columns, 8);
    if (columnsOf(text) <= columns)
        return text;
    std::size_t at = 0;
    for (int n = 0; at < text.size() && n < columns - 1; ++n) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            ++at;
    }
    return text.substr(0, at) + "…";
}

// The end stays, as it tells most of a place or an id: "…api.yaml:12".
std::string fittedAtFront(const std::string& text, int columns)
{
    columns = std::max(columns, 8);
    if (columnsOf(text) <= columns)
        return text;
    std::size_t at = 0;
    for (int more = columnsOf(text) - columns + 1; more > 0; --more) {
        ++at;
        while (at < text.size() && (static_cast<unsigned char>(text[at]) & 0xC0) == 0x80)
            ++at;
    }
    return "…" + text.substr(at);
}

std::string padded(const std::string& text, int columns)
{
    return text + std::string(static_cast<std::size_t>(std::max(0, columns - columnsOf(text))), ' ');
}

class Summary {
public:
    explicit Summary(const ReportInput& input) : m_input(input), m_pen(input) {}

    std::string write()
    {
        const std::vector<std::string> sentence = sentenceLines();
        const std::vector<std::string> unknown = unknownLines();
        const std::string review = reviewLine();
        std::size_t left =
            summaryLines - sentence.size() - unknown.size() - (review.empty() ? 0 : 1) - (m_input.since ? 1 : 0) - 4;
        const std::size_t causes = std::min({mostCauses, m_input.posture->findings.size(), left - std::min(left, mostWays - 1)});
        left -= causes;
        for (const std::string& text : sentence)
            line(text, Ink::bold);
        line(scopeLine());
        waysIn(std::min(left, mostWays));
        this->causes(causes);
        for (const std::string& text : unknown)
            line(text);
        if (!review.empty())
            line(review);
        if (m_input.since)
            line("Baseline: " + baselineSentence(*m_input.since) + " (" + visible(m_input.since->path) + ")");
        line("More: leave out --summary; `bartizan-cli report -o report.pdf` writes a PDF");
        return m_pen.finish();
    }

private:
    void line(const std::string& text, Ink ink = Ink::plain) { m_pen.line(m_pen.paint(fitted(text, m_input.width), ink)); }

    std::vector<std::string> sentenceLines() const // two at most
    {
        const std::string& said = m_input.posture->sentence;
        ReportInput plain = m_input;
        plain.colour = false;
        TextPen pen(plain);
        pen.paragraph(said.empty() ? noFindings(m_input.model) : visible(said));
        const std::string text = pen.finish();
        std::vector<std::string> lines;
        for (std::size_t at = 0; at < text.size(); at = text.find('\n', at) + 1)
            lines.push_back(text.substr(at, text.find('\n', at) - at));
        if (lines.size() > 2) {
            lines[1] = fitted(lines[1] + " " + lines[2], m_input.width - 1);
            if (!lines[1].ends_with("…"))
                lines[1] += "…";
            lines.resize(2);
        }
        return lines;
    }

    std::string scopeLine() const
    {
        const std::size_t problems = problemsOf(m_input).size();
        return "Scope (" + m_input.posture->asOf.substr(0, 10) + (problems == 0 ? "" : ", " + counted(problems, "problem")) +
               "): " + scopeSentence(m_input.model);
    }

    void waysIn(std::size_t most)
    {
        const Architecture& architecture = m_input.model.architecture;
        if (architecture.entries.empty()) {
            line("Ways in: none from outside the cluster is in the input", Ink::bold);
            return;
        }
        const std::vector<WayIn> ways = report::waysIn(m_input);
        std::vector<std::size_t> order = weakestFirst(m_input, ways);
        const bool all = order.size() <= most;
        line("Ways in (" + std::to_string(order.size()) + ")" +
                 (order.size() == 1 ? ":"
                  : all             ? ", weakest first:"
                                    : ", the " + std::to_string(most) + " weakest:"),
             Ink::bold);
        order.resize(std::min(order.size(), most));
        std::vector<std::string> checks;
        int widest = 0;
        for (const std::size_t i : order) {
            checks.push_back(fitted(firstCheck(m_input, architecture.entries[i], ways[i]), m_input.width / 2));
            widest = std::max(widest, columnsOf(checks.back()));
        }
        for (std::size_t k = 0; k < order.size(); ++k) {
            const Entry& entry = architecture.entries[order[k]];
            const std::string head = "  " + padded(toWord(entry.reach), 12) + "  " + padded(checks[k], widest) + "  ";
            line(head + fittedAtFront(visible(entry.id), m_input.width - columnsOf(head)));
        }
    }

    void causes(std::size_t most)
    {
        const std::vector<Finding>& findings = m_input.posture->findings;
        if (findings.empty()) {
            line("Causes: " + noFindings(m_input.model), Ink::bold);
            return;
        }
        std::map<FindingSeverity, std::size_t> counts;
        for (const Finding& finding : findings)
            ++counts[finding.severity];
        const SinceBaseline* since = m_input.since;
        std::vector<std::size_t> order(findings.size()); // by severity, platform components last, new or worse first
        std::iota(order.begin(), order.end(), std::size_t{0});
        const ServiceCounts services = countServices(m_input.model.architecture);
        std::stable_partition(order.begin(), order.end(), [&](std::size_t i) { return isLeadingCause(findings[i], services); });
        const auto rest =
            std::stable_partition(order.begin(), order.end(), [since](std::size_t i) { return since && since->newOrWorse(i); });
        std::string head =
            "Causes (" + std::to_string(findings.size()) + ")" + (rest != order.begin() ? ", new or worse first:" : ":");
        for (const auto& [severity, count] : counts)
            head += (head.back() == ':' ? " " : ", ") + std::to_string(count) + " " + severityWord(severity);
        line(head, Ink::bold);
        order.resize(most);
        for (const std::size_t i : order) {
            const Finding& finding = findings[i];
            std::string text = visible(titleOf(finding));
            if (finding.state != FindingState::open)
                text += " (" + visible(finding.status) + ")";
            std::string place = where(m_input.model.inventory, finding.cause);
            place = place.substr(place.find_last_of("/!") + 1);
            if (!place.empty())
                place = "  " + fittedAtFront(place, m_input.width * 3 / 10);
            const std::string state =
                since && since->newOrWorse(i) ? std::string(baselineWord(since->rows[i].state)) + ": " : std::string();
            m_pen.line("  " + m_pen.paint(padded(severityWord(finding.severity), 8), inkOf(finding.severity)) + "  " +
                       fitted(state + text, m_input.width - 12 - columnsOf(place)) + m_pen.paint(place, Ink::dim));
        }
    }

    std::vector<std::string> unknownLines() const
    {
        std::vector<std::string> lines;
        const auto& inputs = m_input.posture->unknownInputs;
        for (std::size_t i = 0; i < inputs.size() && i < mostUnknown; ++i)
            lines.push_back((i == 0 ? "Cannot tell: " : "             ") + counted(inputs[i].settles, "verdict") +
                            " for want of " + visible(inputs[i].input) +
                            (inputs[i].command.empty() ? "" : ": " + visible(inputs[i].command)));
        return lines;
    }

    // What of the review needs somebody's eye; "" when nothing does.
    std::string reviewLine() const
    {
        const ReviewStanding& review = m_input.posture->review;
        const auto& findings = m_input.posture->findings;
        const auto reopened = static_cast<std::size_t>(std::count_if(
            findings.begin(), findings.end(), [](const Finding& finding) { return finding.state == FindingState::reopened; }));
        std::string text;
        const auto add = [&text](std::size_t number, const char* words) {
            if (number > 0)
                text += (text.empty() ? "Review: " : ", ") + std::to_string(number) + " " + words;
        };
        add(reopened, "reopened");
        add(review.expired.size(), "expired");
        add(review.expiringSoon.size(), "expiring soon");
        add(review.orphaned.size(), "about findings that are gone");
        add(review.unused.size(), "unused");
        return text;
    }

    const ReportInput& m_input;
    TextPen m_pen;
};

} // namespace

std::string baselineSentence(const SinceBaseline& since)
{
    const std::size_t worse = since.count(BaselineState::added) + since.count(BaselineState::worse);
    const std::size_t untold = since.count(BaselineState::incomparable) + since.goneUntold.size();
    std::string text = (worse == 0 ? std::string("nothing") : std::to_string(worse)) + " new or worse since baseline, " +
                       std::to_string(since.gone.size()) + " gone";
    if (untold > 0)
        text += ", " + std::to_string(untold) + " cannot be compared";
    return text;
}

std::string summaryText(const ReportInput& input)
{
    return Summary(input).write();
}

} // namespace bartizan::report
