// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/palette.h"

#include "diagram/fonts.h"
#include "diagram/theme.h"

#include <QPalette>
#include <QStyleFactory>

namespace bartizan::desktop {

bool wantsDark(const QString& theme)
{
    if (theme == QLatin1String("light") || theme == QLatin1String("dark"))
        return theme == QLatin1String("dark");
    static const bool desktop = [] { // asked before the first palette of ours
        const QPalette palette = QApplication::palette();
        return palette.color(QPalette::Window).lightness() < palette.color(QPalette::WindowText).lightness();
    }();
    return desktop;
}

void applyPalette(QApplication& application, bool dark)
{
    QApplication::setStyle(QStyleFactory::create(QStringLiteral("Fusion")));
    const diagram::Theme& theme = dark ? diagram::darkTheme() : diagram::lightTheme();
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

} // namespace bartizan::desktop
