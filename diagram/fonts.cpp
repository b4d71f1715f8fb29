// SPDX-License-Identifier: GPL-3.0-or-later
#include "diagram/fonts.h"

#include <QFile>
#include <QFontDatabase>
#include <QFontInfo>
#include <QGuiApplication>
#include <QtEndian>

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

quint32 numberAt(const QByteArray& font, quint32 at, quint32 bytes)
{
    if (static_cast<quint64>(at) + bytes > static_cast<quint64>(font.size()))
        qFatal("A bundled font file is cut off.");
    return bytes == 4 ? qFromBigEndian<quint32>(font.constData() + at) : qFromBigEndian<quint16>(font.constData() + at);
}

// Takes contextual alternates away: Inter has other hyphens, colons and brackets between digits, JetBrains Mono joins "://"
// and "->". They belong to no character, so that in a PDF "2026-11-21" could neither be found nor copied; and nobody should
// see one sign where the input has two. Qt 6.4 cannot turn the feature off, so its tag is overwritten (OpenType: table
// directory of 16-byte rows from byte 12; "GSUB" holds at 6 the offset of its features, rows of a tag and an offset).
QByteArray withoutAlternates(QByteArray font)
{
    for (quint32 row = 12, tables = numberAt(font, 4, 2); tables > 0; --tables, row += 16) {
        if (font.mid(row, 4) != "GSUB")
            continue;
        const quint32 table = numberAt(font, row + 8, 4);
        quint32 feature = table + numberAt(font, table + 6, 2);
        quint32 left = numberAt(font, feature, 2);
        for (feature += 2; left > 0; --left, feature += 6)
            if (font.mid(feature, 4) == "calt")
                font.replace(feature, 4, "cal0"); // no feature of that name is ever asked for
    }
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
            QFile bundled(QStringLiteral(":/fonts/") + QLatin1String(file));
            if (!bundled.open(QIODevice::ReadOnly) ||
                QFontDatabase::addApplicationFontFromData(withoutAlternates(bundled.readAll())) < 0)
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
