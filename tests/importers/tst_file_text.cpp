// SPDX-License-Identifier: GPL-3.0-or-later
// Lines and columns of a file, also of one that is a single line of megabytes.
#include "importers/document/file_text.h"
#include "importers/document/json_reader.h"

#include <QtTest>

using namespace bartizan;
using document::FileText;

namespace {

std::uint32_t columnByHand(const std::string& bytes, std::size_t offset)
{
    std::uint32_t column = 1;
    for (std::size_t i = std::min(offset, bytes.size()); i > 0 && bytes[i - 1] != '\n'; --i)
        column += (static_cast<unsigned char>(bytes[i - 1]) & 0xC0U) == 0x80U ? 0 : 1;
    return column;
}

} // namespace

class FileTextTest : public QObject {
    Q_OBJECT

private slots:
    void columns_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        const QByteArray wide = QByteArray("\xC3\xA4\xE2\x82\xAC x\xF0\x9F\x98\x80").repeated(700);
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("short lines") << QByteArray("a: b\n\n  c: d\n");
        QTest::newRow("one long line") << wide;
        QTest::newRow("long lines") << wide + "\n" + wide.left(2048) + "\nshort\n" + wide + "\n";
        QTest::newRow("break at a checkpoint") << QByteArray(2047, 'x') + "\n" + wide;
        QTest::newRow("break after a checkpoint") << QByteArray(2048, 'x') + "\n" + wide + "\n" + QByteArray(130, 'y');
    }
    void columns()
    {
        QFETCH(QByteArray, bytes);
        const std::string text = bytes.toStdString();
        const FileText file("f", text);
        for (std::size_t offset = 0; offset <= text.size() + 1; ++offset)
            if (file.columnAt(offset) != columnByHand(text, offset))
                QFAIL(qPrintable(QString("offset %1: column %2").arg(offset).arg(file.columnAt(offset))));
    }

    // Each of 300,000 columns counted from the start of the line would be 10^12 steps.
    void oneLineOfMegabytes()
    {
        std::string text = "[";
        for (int i = 0; i < 300'000; ++i)
            text += (i == 0 ? "" : ",") + std::string(R"({"name":"x"})");
        text += "]";
        const auto result = document::readJson(FileText::make("list.json", text));
        QCOMPARE(result.documents.size(), std::size_t(1));
        std::uint64_t sum = 0;
        for (const document::Node item : result.documents[0].root())
            sum += item["name"].column();
        QCOMPARE(sum, std::uint64_t(300'000) * 3 + std::uint64_t(13) * 299'999 * 300'000 / 2);
    }
};

QTEST_GUILESS_MAIN(FileTextTest)
#include "tst_file_text.moc"
