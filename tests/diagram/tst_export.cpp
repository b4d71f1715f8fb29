// SPDX-License-Identifier: GPL-3.0-or-later
// Drawings as files: well-formed, the same bytes every time, hostile names as plain text.
#include "diagram/export.h"
#include "diagram/fonts.h"
#include "diagram/layout/layout.h"
#include "diagram/svg_device.h"
#include "tests/diagram/samples.h"

#include <QTest>
#include <QXmlStreamReader>

using namespace bartizan::diagram;

class TestExport : public QObject {
    Q_OBJECT

    static Drawing hostile()
    {
        Drawing d = samples::boutique();
        d.nodes[2].label = QStringLiteral("</text><script>alert(1)</script>");
        d.nodes[3].label = QString::fromUtf8("a\"; node [label=x]; \\\"b");
        d.nodes[4].label = QString(QChar(0xD800)) + QStringLiteral("&amp;") + QChar(0x202E) + QChar(1);
        d.groups[1].label = QStringLiteral("<!ENTITY x \"y\">]]>");
        d.nodes[5].label = QString(4000, QLatin1Char('w'));
        layOut(d);
        return d;
    }

    static QString textOf(const QByteArray& svg, QString* error = nullptr)
    {
        QXmlStreamReader xml(svg);
        QString text;
        while (!xml.atEnd()) {
            xml.readNext();
            if (xml.isStartElement() && xml.name() != QStringLiteral("svg") && xml.name() != QStringLiteral("path") &&
                xml.name() != QStringLiteral("text") && xml.name() != QStringLiteral("title"))
                text += QStringLiteral("ELEMENT ") + xml.name().toString();
            if (xml.isCharacters())
                text += xml.text().toString();
        }
        if (error)
            *error = xml.hasError() ? xml.errorString() : QString();
        return text;
    }

private slots:
    void initTestCase() { useBundledFonts(); }

    void svg()
    {
        const Drawing d = hostile();
        SheetOptions options;
        options.title = QStringLiteral("Title & <b>");
        options.footer = {QStringLiteral("confidential"), QStringLiteral("read: 41 kinds")};
        const QByteArray bytes = svgOf(d, options);
        QString error;
        const QString text = textOf(bytes, &error);
        QCOMPARE(error, QString());
        QVERIFY(!text.contains(QStringLiteral("ELEMENT")));
        QVERIFY(text.contains(QStringLiteral("paymentservice")));
        QVERIFY(text.contains(QStringLiteral("Title & <b>")));
        QVERIFY(!bytes.contains("<script"));
        QCOMPARE(svgOf(d, options), bytes);
        QVERIFY(bytes.size() < 2000000);
    }

    void forbiddenCharacters()
    {
        QCOMPARE(xmlEscaped(QString(QChar(1)) + QChar(0xD800) + QStringLiteral("<\"&>") + QChar(0xFFFE)),
                 QString::fromUtf8("\xEF\xBF\xBD\xEF\xBF\xBD&lt;&quot;&amp;&gt;\xEF\xBF\xBD"));
    }

    void png()
    {
        const Drawing d = hostile();
        const QByteArray bytes = pngOf(d);
        const QImage image = QImage::fromData(bytes);
        QCOMPARE(image.size(), (sheetSize(d, {}) * 2).toSize());
        QCOMPARE(pngOf(d), bytes);
        const QImage small = QImage::fromData(pngOf(d, {}, 2, 100000));
        QVERIFY(small.width() * small.height() <= 101000);
    }

    void pdf()
    {
        const QByteArray bytes = pdfOf(hostile());
        QVERIFY(bytes.startsWith("%PDF-1."));
        QVERIFY(!bytes.contains("/Subtype /Image")); // vectors only
        QVERIFY(bytes.contains("Inter"));
    }

    void dot()
    {
        const QByteArray bytes = dotOf(hostile());
        QVERIFY(bytes.contains("label=\"a\\\"; node [label=x]; \\\\\\\"b\""));
        // Outside of quoted strings there is nothing but our own words.
        QByteArray outside;
        bool quoted = false;
        for (qsizetype i = 0; i < bytes.size(); ++i) {
            if (quoted && bytes[i] == '\\')
                ++i;
            else if (bytes[i] == '"')
                quoted = !quoted;
            else if (!quoted)
                outside += bytes[i];
        }
        QVERIFY(!quoted);
        QVERIFY(!outside.contains("script") && !outside.contains("ENTITY"));
        QCOMPARE(outside.count('{'), outside.count('}'));
    }

    void emptyDrawing()
    {
        const Drawing d;
        QString error;
        textOf(svgOf(d), &error);
        QCOMPARE(error, QString());
        QVERIFY(!QImage::fromData(pngOf(d)).isNull());
    }
};

QTEST_MAIN(TestExport)
#include "tst_export.moc"
