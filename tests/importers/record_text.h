// SPDX-License-Identifier: GPL-3.0-or-later
// Short texts of what importers read, for tests that compare them; "@7" is the cited line, "@7-9" its range.
#pragma once

#include "model/inventory.h"

#include <QTest>

#include <string>
#include <type_traits>
#include <vector>

namespace QTest {
template <>
inline char* toString(const std::string& text)
{
    return qstrdup(text.c_str());
}
} // namespace QTest

namespace bartizan::test {

inline std::string at(const Evidence& evidence)
{
    if (!evidence.valid())
        return "@none";
    return "@" + std::to_string(evidence.line) +
           (evidence.lastLine != evidence.line ? "-" + std::to_string(evidence.lastLine) : "");
}

template <class T>
std::string fact(const char* name, const Fact<T>& value)
{
    if (!value.written())
        return {};
    std::string text = std::string(" ") + name + "=";
    if constexpr (std::is_same_v<T, std::string>)
        text += value.value;
    else
        text += std::to_string(value.value);
    return text + at(value.evidence);
}

inline std::string list(const std::vector<std::string>& values)
{
    std::string text;
    for (const std::string& value : values)
        text += (text.empty() ? "" : ",") + value;
    return text;
}

inline std::string facts(const ValueFacts& value)
{
    std::string text;
    for (const AddressToken& address : value.addresses)
        text += (text.empty() ? "" : ",") + address.host + (address.port != 0 ? ":" + std::to_string(address.port) : "");
    switch (value.cls) {
    case ValueClass::empty:
        return "empty";
    case ValueClass::placeholder:
        return "placeholder";
    case ValueClass::keyword:
        return "keyword " + value.word;
    case ValueClass::address:
        return "address " + text;
    case ValueClass::credentialLike:
        return "credential " + text;
    case ValueClass::plain:
        return "plain";
    }
    return {};
}

// "invalid-policy@4 unexpected-type@7-9"
inline std::string problemIds(const Inventory& inventory)
{
    std::string text;
    for (const Problem& problem : inventory.problems)
        text += (text.empty() ? "" : " ") + problem.id + at(problem.evidence);
    return text;
}

// Shows the whole text when it differs; QCOMPARE cuts long ones.
inline bool same(const std::string& actual, const std::string& expected)
{
    if (actual != expected)
        qWarning("found:\n%s", actual.c_str());
    return actual == expected;
}

} // namespace bartizan::test
