// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of answers that are one line of text: when it is another one, the test fails with it. Any expression and a literal.
#pragma once

#include <QtTest>

#include <string>

#define SAYS(actual, expected)                                                                                                   \
    do {                                                                                                                         \
        const std::string found = (actual);                                                                                      \
        QVERIFY2(found == (expected), found.c_str());                                                                            \
    } while (false)
