// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/sheet.h"

#include "diagram/theme.h"
#include "report/html/markup.h"
#include "resources/embedded.h"

#include <array>
#include <set>
#include <utility>
#include <vector>

namespace bartizan::report {

namespace {

// Custom properties are named as the tokens are; the style sheet names no colour of its own.
using Token = std::pair<const char*, QColor diagram::Theme::*>;
constexpr std::array<Token, 37> named = {{
    {"win", &diagram::Theme::win},           {"bar", &diagram::Theme::bar},           {"surf", &diagram::Theme::surf},
    {"canvas", &diagram::Theme::canvas},     {"sunken", &diagram::Theme::sunken},     {"line", &diagram::Theme::line},
    {"line2", &diagram::Theme::line2},       {"grid", &diagram::Theme::grid},         {"ink", &diagram::Theme::ink},
    {"ink2", &diagram::Theme::ink2},         {"ink3", &diagram::Theme::ink3},         {"accent", &diagram::Theme::accent},
    {"onAccent", &diagram::Theme::onAccent}, {"sel", &diagram::Theme::sel},           {"hover", &diagram::Theme::hover},
    {"present", &diagram::Theme::present},   {"presentT", &diagram::Theme::presentT}, {"partial", &diagram::Theme::partial},
    {"partialT", &diagram::Theme::partialT}, {"footH", &diagram::Theme::footH},       {"missing", &diagram::Theme::missing},
    {"missingT", &diagram::Theme::missingT}, {"footM", &diagram::Theme::footM},       {"unknown", &diagram::Theme::unknown},
    {"unknownT", &diagram::Theme::unknownT}, {"footU", &diagram::Theme::footU},       {"na", &diagram::Theme::na},
    {"naT", &diagram::Theme::naT},           {"critical", &diagram::Theme::critical}, {"onCritical", &diagram::Theme::onCritical},
    {"high", &diagram::Theme::high},         {"medium", &diagram::Theme::medium},     {"low", &diagram::Theme::low},
    {"info", &diagram::Theme::info},         {"code", &diagram::Theme::code},         {"codeHi", &diagram::Theme::codeHi},
    {"focus", &diagram::Theme::focus},
}};

std::string tokens(const diagram::Theme& theme)
{
    std::string list;
    for (const auto& [name, colour] : named)
        list += std::string("--") + name + ":" + (theme.*colour).name().toStdString() + ";";
    return list;
}

// Figures are painted in the colours of paper. In the dark each of those gives way to the same token's dark colour; where
// paper has one colour for two tokens, the first is taken, and the ground comes before all.
std::string figuresInTheDark()
{
    const diagram::Theme& paper = diagram::paperTheme();
    const diagram::Theme& dark = diagram::darkTheme();
    std::vector<std::pair<QColor, QColor>> pairs{{paper.canvas, dark.canvas}};
    for (const auto& [name, colour] : named)
        pairs.emplace_back(paper.*colour, dark.*colour);
    for (std::size_t i = 0; i < paper.core.size(); ++i)
        pairs.emplace_back(paper.core[i], dark.core[i]);
    for (std::size_t i = 0; i < paper.family.size(); ++i)
        pairs.emplace_back(paper.family[i], dark.family[i]);
    pairs.emplace_back(paper.coreLine, dark.coreLine);
    std::string rules = "@media screen and (prefers-color-scheme:dark){";
    std::set<std::string> seen;
    for (const auto& [from, to] : pairs) {
        const std::string was = from.name().toStdString(), is = to.name().toStdString();
        if (!seen.insert(was).second)
            continue;
        for (const char* part : {"fill", "stroke"})
            rules += std::string(".picture [") + part + "=\"" + was + "\"]{" + part + ":" + is + "}";
    }
    return rules + "}\n";
}

std::string themed(const char* media, const diagram::Theme& theme)
{
    return std::string("@media ") + media + "{:root{" + tokens(theme) + "}}\n";
}

} // namespace

std::string htmlStyle(std::string_view classification, std::string_view scope, std::string_view product)
{
    const std::string paper = diagram::paperTheme().canvas.name().toStdString();
    std::string style = "\n:root{--paper:" + paper + ";" + tokens(diagram::lightTheme()) + "}\n";
    style += themed("screen and (prefers-color-scheme:dark)", diagram::darkTheme());
    style += themed("screen and (prefers-contrast:more)", diagram::highContrastTheme(false));
    style += themed("screen and (prefers-contrast:more) and (prefers-color-scheme:dark)", diagram::highContrastTheme(true));
    style += themed("print", diagram::paperTheme());
    style += figuresInTheDark();
    for (int width = widthStep; width <= 100; width += widthStep)
        style += ".w" + std::to_string(width) + "{width:" + std::to_string(width) + "%}";
    style += "\n@page{@bottom-left{content:" + cssString(classification) + "}@bottom-center{content:" + cssString(scope) +
             "}@bottom-right{content:" + cssString(product) + "\"    \"counter(page)\" / \"counter(pages)}}\n";
    return style + std::string(embeddedFile("report/report.css"));
}

std::string_view htmlScript()
{
    return embeddedFile("report/filter.js");
}

} // namespace bartizan::report
