// SPDX-License-Identifier: GPL-3.0-or-later
// Reads JSON of this program's own making that may come from a stranger: every value is asked for by what it must be,
// and the first that is not is an error with its line. After an error answers are empty, so that readers need not ask
// after each. Standard library and importers/document only; for app/pipeline and app/frozen.
#pragma once

#include "importers/document/tree.h"
#include "model/result.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace bartizan::app {

class JsonShape {
public:
    // `name`: the file's, `id`: of the error, `remedy`: ends each message, before "(NAME:LINE)"; it may be "".
    JsonShape(std::string name, std::string id, std::string remedy)
        : m_name(std::move(name)), m_id(std::move(id)), m_remedy(std::move(remedy))
    {
    }

    const std::optional<Error>& error() const { return m_error; }
    Error fail(std::string id, const std::string& message, std::uint32_t line) const;
    void expected(const std::string& what, const document::Node& parent, const document::Node& found); // the first one counts

    document::Node mapping(const document::Node& parent, std::string_view key);
    document::Node list(const document::Node& parent, std::string_view key);
    std::string text(const document::Node& parent, std::string_view key);
    std::uint64_t number(const document::Node& parent, std::string_view key);           // not negative
    std::vector<std::string> texts(const document::Node& parent, std::string_view key); // sorted, each once

    template <class Enum> // one of an enumeration's words
    Enum word(const document::Node& parent, std::string_view key, int last, const char* (*wordOf)(Enum))
    {
        const std::string found = text(parent, key);
        for (int i = 0; i <= last; ++i)
            if (found == wordOf(static_cast<Enum>(i)))
                return static_cast<Enum>(i);
        expected("one of the words of `" + std::string(key) + "`", parent, parent[key]);
        return static_cast<Enum>(0);
    }

private:
    std::string m_name, m_id, m_remedy;
    std::optional<Error> m_error;
};

} // namespace bartizan::app
