// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/writer.h"

#include "report/html/markup.h"
#include "report/html/picture.h"
#include "report/html/sheet.h"
#include "report/input.h"

namespace bartizan::report {

namespace {

constexpr std::size_t unbrokenLines = 12; // so many lines stay on one sheet of paper

std::string element(const char* tag, const char* name, const std::string& text)
{
    std::string all = std::string("<") + tag;
    if (*name)
        all += std::string(" class=\"") + name + "\"";
    return all + ">" + htmlText(text) + "</" + tag + ">\n";
}

std::string labelList(const std::vector<Label>& labels, const char* name)
{
    std::string all = std::string("<dl class=\"") + name + "\">\n";
    bool open = false;
    for (const Label& label : labels) {
        if (!open || !label.term.empty()) // without a term it says more of the one before
            all += std::string(open ? "</div>\n" : "") + "<div><dt>" + htmlText(label.term) + "</dt>";
        open = true;
        all += "<dd>" + htmlCell(label.value, CellPlace::beside) + "</dd>";
    }
    return all + (open ? "</div>\n</dl>\n" : "</dl>\n");
}

std::string signatureBoxes(const std::vector<std::string>& labels)
{
    std::string all = "<ul class=\"signatures\">\n";
    for (const std::string& label : labels)
        all += element("li", "", label);
    return all + "</ul>\n";
}

bool isShown(const Figure& figure)
{
    return figure.paint && figure.height > 0;
}

} // namespace

HtmlWriter::HtmlWriter(HtmlPage page, HtmlSink sink, std::function<bool()> stopped)
    : m_page(std::move(page)), m_out(std::move(sink)), m_stopped(std::move(stopped)), m_table(m_out)
{
}

void HtmlWriter::begin()
{
    if (m_begun)
        return;
    m_begun = true;
    const std::string style = htmlStyle(m_page.classification, m_page.scope, m_page.product);
    const std::string_view script = htmlScript();
    m_out("<!DOCTYPE");
    m_out(" html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-");
    m_out(sha256Base64(style));
    m_out("'; script-src 'sha256-");
    m_out(sha256Base64(script));
    m_out("'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'\">\n"
          "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
          "<meta name=\"color-scheme\" content=\"light dark\">\n<meta name=\"referrer\" content=\"no-referrer\">\n"
          "<meta name=\"generator\" content=\"" +
          htmlText(m_page.product) + "\">\n<title>" + htmlText(m_page.title) + "</title>\n<style>");
    m_out(style);
    m_out("</style>\n</head>\n<body>\n<a class=\"skip\" href=\"#report\">Skip to the report</a>\n");
    m_out(htmlSymbols());
}

void HtmlWriter::beginMain()
{
    begin();
    if (m_main)
        return;
    m_main = true;
    if (!m_heading)
        m_out("<header class=\"cover\"><h1>" + htmlText(m_page.title) + "</h1></header>\n");
    m_heading = true;
    m_out("<main id=\"report\" tabindex=\"-1\">\n");
}

void HtmlWriter::closeFinding()
{
    if (m_finding)
        m_out("</article>\n");
    m_finding = false;
}

void HtmlWriter::closeSection()
{
    closeFinding();
    if (m_section)
        m_out("</section>\n");
    m_section = false;
}

void HtmlWriter::cover(const CoverPage& page)
{
    begin();
    m_heading = true;
    m_out("<header class=\"cover\">\n<div class=\"band\"><span>" + htmlText(m_page.product) + "</span><span>" +
          htmlText(page.classification) + "</span></div>\n<div class=\"title\">\n");
    m_out(element("h1", "", page.system) + element("p", "subtitle", page.subtitle) + element("p", "sentence", page.sentence));
    m_out("</div>\n");
    if (isShown(page.figure))
        m_out(htmlFigure(page.figure));
    m_out(labelList(page.facts, "facts"));
    if (!page.inputs.empty()) {
        m_out("<dl class=\"inputs\">\n");
        for (const auto& [name, digest] : page.inputs)
            m_out("<div><dt>" + htmlText(name) + "</dt><dd><code>" + htmlText(digest) + "</code></dd></div>\n");
        m_out("</dl>\n");
    }
    if (!page.inputsNote.empty())
        m_out(element("p", "small", page.inputsNote));
    if (!page.signatures.empty())
        m_out(signatureBoxes(page.signatures));
    for (const std::string& limit : page.limits)
        m_out(element("p", "small limit", limit));
    m_out("</header>\n");
}

void HtmlWriter::contents(const std::vector<SectionName>& sections)
{
    begin();
    m_out("<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">Contents</h2>\n<ol>\n");
    for (const SectionName& section : sections)
        m_out("<li><a href=\"#" + htmlText(section.anchor) + "\">" + htmlText(section.name) + "</a></li>\n");
    m_out("</ol>\n</nav>\n");
}

void HtmlWriter::section(const SectionHead& head)
{
    beginMain();
    closeSection();
    m_section = true;
    m_under = head.name.anchor + "-title";
    const std::string anchor = htmlText(head.name.anchor);
    m_out("<section id=\"" + anchor + "\" aria-labelledby=\"" + anchor + "-title\"" +
          (head.landscape ? " class=\"landscape\"" : "") + ">\n");
    if (head.name.name != head.title)
        m_out(element("p", "eyebrow", head.name.name));
    m_out("<h2 id=\"" + anchor + "-title\">" + htmlText(head.title) + "</h2>\n");
    if (!head.lead.empty())
        m_out(element("p", "lead", head.lead));
}

void HtmlWriter::heading(const std::string& title, const std::string& anchor)
{
    beginMain();
    closeFinding();
    if (!anchor.empty())
        m_under = anchor;
    m_out("<h3" + (anchor.empty() ? std::string() : " id=\"" + htmlText(anchor) + "\"") + ">" + htmlText(title) + "</h3>\n");
}

void HtmlWriter::paragraph(const std::string& text, Tone tone)
{
    beginMain();
    m_out(element("p", tone == Tone::sentence ? "sentence" : tone == Tone::small ? "small" : "", text));
}

void HtmlWriter::labels(const std::vector<Label>& labels)
{
    beginMain();
    if (!labels.empty())
        m_out(labelList(labels, "labels"));
}

void HtmlWriter::finding(const FindingHead& head)
{
    beginMain();
    closeFinding();
    m_finding = true;
    m_under = head.anchor + "-title";
    const std::string anchor = htmlText(head.anchor);
    m_out("<article class=\"finding " + htmlText(severityWord(head.severity)) + "\" id=\"" + anchor + "\" aria-labelledby=\"" +
          anchor + "-title\" data-severity=\"" + htmlText(severityWord(head.severity)) + "\" data-status=\"" +
          htmlText(head.status) + "\">\n<p class=\"meta\">" + htmlSeverity(head.severity) + " <span class=\"status\">" +
          htmlText(head.status) + "</span> <a class=\"id\" href=\"#" + anchor + "\">" + htmlText(head.id) + "</a></p>\n");
    m_out("<h3 id=\"" + anchor + "-title\">" + htmlText(head.title) + "</h3>\n");
}

void HtmlWriter::quote(const QuotedLines& lines)
{
    beginMain();
    m_out("<figure class=\"quote" + std::string(lines.lines.size() <= unbrokenLines ? " short" : "") + "\"><figcaption><code>" +
          htmlText(lines.where) + "</code></figcaption>\n<pre>");
    // One element a line: a large report quotes ten thousands of them. The style sheet writes the numbers.
    for (const ExcerptLine& line : lines.lines) {
        const std::string tag = line.cited ? "mark" : "span";
        const std::string number = line.number > 0 ? " data-n=\"" + std::to_string(line.number) + "\"" : "";
        m_out("<" + tag + number + ">" + htmlCode(line.text) + "\n</" + tag + ">");
    }
    m_out("</pre></figure>\n");
}

void HtmlWriter::beginTable(const std::vector<Column>& columns, const std::string& caption)
{
    beginMain();
    m_table.begin(columns, caption, m_under);
}

void HtmlWriter::tableGroup(const std::string& title)
{
    m_table.group(title);
}

void HtmlWriter::row(const std::vector<Cell>& cells)
{
    m_table.row(cells);
}

void HtmlWriter::endTable()
{
    m_table.end();
}

void HtmlWriter::figure(const Figure& figure)
{
    beginMain();
    if (isShown(figure))
        m_out(htmlFigure(figure));
}

void HtmlWriter::drawing(const diagram::Drawing& drawing)
{
    beginMain();
    htmlDrawing(drawing, ++m_drawings, m_under, m_out);
}

void HtmlWriter::signatures(const std::vector<std::string>& labels)
{
    beginMain();
    m_out(signatureBoxes(labels));
}

void HtmlWriter::finish()
{
    beginMain();
    closeSection();
    m_out("</main>\n<footer>\n");
    for (const std::string& line : {m_page.classification, m_page.scope, m_page.product})
        if (!line.empty())
            m_out(element("p", "", line));
    m_out("</footer>\n<script>");
    m_out(htmlScript());
    m_out("</script>\n</body>\n</html>\n");
}

} // namespace bartizan::report
