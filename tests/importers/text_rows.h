// SPDX-License-Identifier: GPL-3.0-or-later
// For tests of importers: tables of texts, each with what is expected of it, and what holds for every Problem about them.
// Where a value stands that no message may quote, the texts have HUNTER2.
#pragma once

#include "tests/importers/record_text.h"

#include <QtTest>

#include <algorithm>
#include <string>

namespace bartizan::test {

inline void textColumn() // of rows of which the same is expected
{
    QTest::addColumn<QString>("text");
}
inline void textColumns()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("expected");
}

inline QTestData& rowCalled(std::string name)
{
    std::replace(name.begin(), name.end(), '\n', ' ');
    return QTest::newRow(name.c_str());
}
inline void namedRow(const std::string& name, const std::string& text, const std::string& expected)
{
    rowCalled(name) << QString::fromStdString(text) << QString::fromStdString(expected);
}
inline void textRow(const std::string& text, const std::string& expected)
{
    namedRow(text, text, expected);
}
inline void textRow(const std::string& text)
{
    rowCalled(text) << QString::fromStdString(text);
}

// What is wrong with a Problem; "" where it has a place, says what was expected, what was found and then what to do, and
// quotes nothing.
inline std::string faultOf(const Problem& problem)
{
    const std::string& message = problem.message;
    const std::size_t found = message.find(", found ");
    const auto says = [&](const char* verb) {
        return message.find(std::string("; ") + verb, found) != std::string::npos ||
               message.find(std::string(": ") + verb, found) != std::string::npos;
    };
    if (!problem.evidence.valid() || problem.evidence.line == 0)
        return "no place: " + message;
    if (!message.starts_with("expected "))
        return "not what was expected: " + message;
    if (found == std::string::npos)
        return "not what was found: " + message;
    if (!says("write ") && !says("make ") && !says("take ") && !says("gather ") && !says("remove ") && !says("correct ") &&
        !says("judge "))
        return "not what to do: " + message;
    return message.find("HUNTER2") == std::string::npos ? std::string() : "a quotation: " + message;
}

// The same of an error that leaves out a record, such as a "policy".
inline std::string faultOfRefusal(const Problem& problem, const std::string& what)
{
    if (problem.severity != ProblemSeverity::error)
        return "no error: " + problem.message;
    if (!problem.message.ends_with(" (until then connectivity is worked out without this " + what + ")"))
        return "not what is left out: " + problem.message;
    return faultOf(problem);
}

} // namespace bartizan::test
