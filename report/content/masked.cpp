// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/content/masked.h"

namespace bartizan::report {

Cell Masked::masked(Cell cell) const
{
    const bool ours = cell.kind == Cell::Kind::mark || cell.kind == Cell::Kind::severity || cell.kind == Cell::Kind::counts ||
                      cell.kind == Cell::Kind::number;
    if (!ours)
        cell.text = m_mask(cell.text);
    return cell;
}

std::vector<Label> Masked::masked(std::vector<Label> labels) const
{
    for (Label& label : labels)
        label.value = masked(std::move(label.value));
    return labels;
}

void Masked::cover(const CoverPage& page)
{
    CoverPage copy = page;
    if (!m_title)
        copy.system = m_mask(copy.system);
    copy.subtitle = m_mask(copy.subtitle);
    copy.sentence = m_mask(copy.sentence);
    copy.facts = masked(std::move(copy.facts));
    for (auto& [name, digest] : copy.inputs)
        name = m_mask(name);
    m_behind.cover(copy);
}

void Masked::section(const SectionHead& head)
{
    SectionHead copy = head;
    copy.title = m_mask(copy.title);
    copy.lead = m_mask(copy.lead);
    m_behind.section(copy);
}

void Masked::labels(const std::vector<Label>& labels)
{
    m_behind.labels(masked(labels));
}

void Masked::finding(const FindingHead& head)
{
    FindingHead copy = head;
    copy.title = m_mask(copy.title);
    copy.status = m_mask(copy.status);
    m_behind.finding(copy);
}

void Masked::quote(const QuotedLines& quote)
{
    QuotedLines copy{m_mask(quote.where), {}};
    if (m_quotes)
        for (const ExcerptLine& line : quote.lines)
            copy.lines.push_back({line.number, m_mask(line.text), line.cited});
    m_behind.quote(copy);
}

void Masked::row(const std::vector<Cell>& cells)
{
    std::vector<Cell> copy;
    for (const Cell& cell : cells)
        copy.push_back(masked(cell));
    m_behind.row(copy);
}

void Masked::figure(const Figure& figure)
{
    Figure copy = figure;
    copy.words = m_mask(copy.words);
    m_behind.figure(copy);
}

void maskDrawing(diagram::Drawing& drawing, const NameMask& mask)
{
    const auto hide = [&](QString& text) { text = QString::fromStdString(mask(text.toStdString())); };
    for (diagram::Node& node : drawing.nodes) {
        hide(node.label);
        hide(node.subtitle);
        hide(node.imageText);
    }
    for (diagram::Group& group : drawing.groups)
        hide(group.label);
    for (diagram::Edge& edge : drawing.edges)
        hide(edge.label);
}

void hideOthers(diagram::Drawing& drawing, const Architecture& architecture, const std::string& owner)
{
    const QString instead = QString::fromUtf8(anotherOwners.data(), static_cast<qsizetype>(anotherOwners.size()));
    for (diagram::Node& node : drawing.nodes) {
        if (node.tag >= architecture.workloads.size() || architecture.workloads[node.tag].owner == owner)
            continue;
        node.label = instead;
        if (!node.imageText.isEmpty())
            node.imageText = instead;
    }
}

} // namespace bartizan::report
