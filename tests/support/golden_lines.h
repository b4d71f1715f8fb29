// SPDX-License-Identifier: GPL-3.0-or-later
// Compares texts line by line and shows the first lines that differ, which QCOMPARE on long strings does not.
#pragma once

#include <QtTest>

#include <string>

#define COMPARE_TEXT(actual, expected)                                                                                           \
    do {                                                                                                                         \
        const QStringList found_ = QString::fromStdString(actual).split(QLatin1Char('\n'));                                      \
        const QStringList wanted_ = QString::fromUtf8(expected).split(QLatin1Char('\n'));                                        \
        for (qsizetype i_ = 0; i_ < qMax(found_.size(), wanted_.size()); ++i_)                                                   \
            QCOMPARE(found_.value(i_, QStringLiteral("(no line)")), wanted_.value(i_, QStringLiteral("(no line)")));             \
    } while (false)
