// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/fonts.h"

#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>

#include <mutex>

static void initFontResource()
{
    Q_INIT_RESOURCE(fonts);
}

namespace bartizan::diagram {

namespace {

QString textFamily()
{
    return QStringLiteral("Inter");
}
QString codeFamily()
{
    return QStringLiteral("JetBrains Mono");
}

QFont prepared(const QString& family, double pixels, QFont::Weight weight)
{
    QFont font(family);
    font.setPointSizeF(pixels * 0.75); // 96 dpi; setPixelSize would round 12.5 to 12
    font.setWeight(weight);
    font.setHintingPreference(QFont::PreferNoHinting); // widths must not depend on the zoom
    font.setStyleStrategy(QFont::StyleStrategy(QFont::PreferAntialias | QFont::NoFontMerging));
    font.setLetterSpacing(QFont::PercentageSpacing, 100.01); // turns ligatures off
    return font;
}

void requireFamily(const QString& family)
{
    if (QFontInfo(prepared(family, 12, QFont::Normal)).family() != family)
        qFatal("The bundled font family \"%s\" did not load; every page would be without text.", qPrintable(family));
}

} // namespace

void useBundledFonts()
{
    static std::once_flag once;
    std::call_once(once, [] {
        initFontResource();
        static const char* const files[] = {"Inter-Regular.otf", "Inter-Medium.otf",          "Inter-SemiBold.otf",
                                            "Inter-Bold.otf",    "JetBrainsMono-Regular.ttf", "JetBrainsMono-Bold.ttf"};
        for (const char* file : files) {
            if (QFontDatabase::addApplicationFont(QStringLiteral(":/fonts/") + QLatin1String(file)) < 0)
                qFatal("The bundled font file %s could not be read.", file);
        }
        requireFamily(textFamily());
        requireFamily(codeFamily());
        QGuiApplication::setFont(prepared(textFamily(), 12.5, QFont::Normal));
    });
}

QFont uiFont(double pixels, QFont::Weight weight)
{
    return prepared(textFamily(), pixels, weight);
}

QFont codeFont(double pixels, bool bold)
{
    return prepared(codeFamily(), pixels, bold ? QFont::Bold : QFont::Normal);
}

} // namespace bartizan::diagram
