// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette.h"

#include "app/desktop/style.h"
#include "diagram/fonts.h"
#include "diagram/theme.h"

#include <QPalette>

#include <algorithm>
#include <cmath>
#include <utility>

namespace bartizan::desktop {

double contrastOf(const QColor& a, const QColor& b)
{
    const auto luminance = [](const QColor& colour) {
        const auto linear = [](double c) { return c <= 0.04045 ? c / 12.92 : std::pow((c + 0.055) / 1.055, 2.4); };
        return 0.2126 * linear(colour.redF()) + 0.7152 * linear(colour.greenF()) + 0.0722 * linear(colour.blueF());
    };
    const double x = luminance(a), y = luminance(b);
    return (std::max(x, y) + 0.05) / (std::min(x, y) + 0.05);
}

diagram::Theme themeFor(const QPalette& desktop)
{
    // Qt's own palette has 18.3 on a window's ground; black and white have 21.
    constexpr double highFrom = 19, text = 7;
    const auto colour = [&](QPalette::ColorRole role) { return desktop.color(QPalette::Active, role); };
    const QColor ground = colour(QPalette::Window), ink = colour(QPalette::WindowText);
    const bool dark = ground.lightness() < ink.lightness();
    for (const auto& [front, back] :
         {std::pair(QPalette::WindowText, QPalette::Window), std::pair(QPalette::Text, QPalette::Base),
          std::pair(QPalette::ButtonText, QPalette::Button)})
        if (contrastOf(colour(front), colour(back)) < highFrom)
            return dark ? diagram::darkTheme() : diagram::lightTheme();
    diagram::Theme theme = diagram::highContrastTheme(dark);
    theme.id = 4;
    theme.win = theme.bar = ground;
    theme.surf = theme.canvas = theme.code = colour(QPalette::Base);
    theme.ink = theme.ink2 = theme.ink3 = ink;
    const QColor highlight = colour(QPalette::Highlight), over = colour(QPalette::HighlightedText);
    if (contrastOf(highlight, theme.surf) >= text && contrastOf(highlight, over) >= text) {
        theme.accent = theme.focus = highlight;
        theme.onAccent = over;
    }
    return theme;
}

const diagram::Theme& themeNamed(const QString& name)
{
    static const diagram::Theme desktop = themeFor(QApplication::palette()); // asked before the first palette of ours
    if (name == QLatin1String("light") || name == QLatin1String("dark"))
        return name == QLatin1String("dark") ? diagram::darkTheme() : diagram::lightTheme();
    if (name.startsWith(QLatin1String("contrast-")))
        return diagram::highContrastTheme(name == QLatin1String("contrast-dark"));
    return desktop;
}

namespace {

const diagram::Theme* applied = &diagram::lightTheme();

} // namespace

const diagram::Theme& shownTheme()
{
    return *applied;
}

void applyPalette(QApplication& application, const diagram::Theme& theme)
{
    QApplication::setStyle(new WindowStyle);
    applied = &theme;
    QPalette palette;
    palette.setColor(QPalette::Window, theme.win);
    palette.setColor(QPalette::WindowText, theme.ink);
    palette.setColor(QPalette::Base, theme.surf);
    palette.setColor(QPalette::AlternateBase, theme.sunken);
    palette.setColor(QPalette::Button, theme.surf);
    palette.setColor(QPalette::ButtonText, theme.ink);
    palette.setColor(QPalette::Text, theme.ink);
    palette.setColor(QPalette::PlaceholderText, theme.ink3);
    palette.setColor(QPalette::Highlight, theme.accent);
    palette.setColor(QPalette::HighlightedText, theme.onAccent);
    palette.setColor(QPalette::Link, theme.accent);
    palette.setColor(QPalette::Mid, theme.line2);
    palette.setColor(QPalette::ToolTipBase, theme.surf);
    palette.setColor(QPalette::ToolTipText, theme.ink);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, theme.ink3);
    QApplication::setPalette(palette);
    QFont font = diagram::uiFont(12.5);
    font.setPointSizeF(12.5 * 72 / 96); // points scale with the desktop
    application.setFont(font);
}

QString windowStyleSheet()
{
    const diagram::Theme& theme = shownTheme();
    QString sheet = QStringLiteral(R"(
QMenuBar { background: @bar; }
QToolBar { background: @bar; border: 0; border-bottom: 1px solid @line; spacing: 0; padding: 5px 8px; }
QToolBar QToolButton { background: @surf; color: @ink; border: 1px solid @line2; border-left-width: 0; padding: 4px 11px; }
QToolBar QToolButton[first="true"] { border-left-width: 1px; border-top-left-radius: 5px; border-bottom-left-radius: 5px; }
QToolBar QToolButton[last="true"] { border-top-right-radius: 5px; border-bottom-right-radius: 5px; }
QToolBar QToolButton[command="true"] { border: 1px solid @line2; border-radius: 5px; margin-right: 6px; padding: 3px 6px; }
QToolBar QToolButton:hover { background: @hover; }
QToolBar QToolButton:checked { background: @accent; color: @onAccent; border-color: @accent; }
QToolBar QToolButton:disabled { background: @sunken; color: @ink3; font-weight: 400; }
QToolBar QToolButton:focus { border: 2px dotted @focus; padding: 3px 10px; }
QDockWidget::title { background: @bar; padding: 5px 10px; border-bottom: 1px solid @line; }
QDockWidget { font-weight: 600; color: @ink2; }
QTabBar { background: @bar; qproperty-drawBase: 0; }
QTabWidget::pane { border: 0; }
QTabBar::tab { background: @bar; color: @ink2; padding: 6px 14px; border: 0; border-top: 2px solid transparent; }
QTabWidget#results QTabBar::tab { padding: 6px 8px; }
QTabBar::tab:hover { color: @ink; background: @hover; }
QTabBar::tab:selected { background: @surf; color: @ink; border-top: 2px solid @accent; }
QTabBar::tab:focus { text-decoration: underline; }
QTabWidget::tab-bar { left: 0; }
QHeaderView::section { background: @sunken; color: @ink2; padding: 4px 8px; border: 0; border-bottom: 1px solid @line; }
QHeaderView { background: @sunken; }
QTreeView, QTableView, QListView { selection-background-color: @sel; selection-color: @ink; }
QLineEdit { background: @surf; color: @ink; border: 1px solid @line2; border-radius: 6px; padding: 3px 8px; }
QLineEdit:focus { border: 1px solid @accent; }
QPlainTextEdit { background: @code; color: @ink; }
QDialog QPlainTextEdit { background: @surf; border: 1px solid @line2; border-radius: 6px; padding: 1px 4px; }
QDialog QPlainTextEdit:focus { border: 1px solid @accent; }
QWidget#page { background: @canvas; }
QPushButton { background: @surf; color: @ink; border: 1px solid @line2; border-radius: 5px; padding: 5px 14px; }
QPushButton:hover { background: @hover; }
QPushButton:focus { border: 2px dotted @focus; padding: 4px 13px; }
QPushButton:checked { background: @accent; color: @onAccent; border-color: @accent; }
QPushButton:disabled { color: @ink3; }
QPushButton[link="true"] { background: transparent; color: @accent; border: 2px solid transparent; padding: 1px 4px;
  text-decoration: underline; text-align: left; }
QPushButton[link="true"]:hover { background: @hover; }
QPushButton[link="true"]:focus { border: 2px dotted @focus; padding: 1px 4px; }
QStatusBar { background: @bar; color: @ink2; }
QStatusBar QLabel { color: @ink2; padding: 0 6px; }
QStatusBar::item { border: 0; }
QMainWindow::separator { background: @line; width: 1px; height: 1px; }
QToolTip { background: @surf; color: @ink; border: 1px solid @line2; padding: 3px; }
)");
    const std::pair<const char*, QColor> tokens[] = {
        {"@bar", theme.bar},           {"@surf", theme.surf},     {"@line2", theme.line2},  {"@line", theme.line},
        {"@ink3", theme.ink3},         {"@ink2", theme.ink2},     {"@ink", theme.ink},      {"@hover", theme.hover},
        {"@onAccent", theme.onAccent}, {"@accent", theme.accent}, {"@focus", theme.focus},  {"@sunken", theme.sunken},
        {"@sel", theme.sel},           {"@code", theme.code},     {"@canvas", theme.canvas}};
    for (const auto& [name, colour] : tokens) // longer names before those they begin with
        sheet.replace(QLatin1String(name), colour.name());
    return sheet;
}

} // namespace bartizan::desktop
