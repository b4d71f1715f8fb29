// SPDX-License-Identifier: GPL-3.0-or-later
// A thin pen over RapidJSON's PrettyWriter: keys in the order they are written, invalid UTF-8 replaced, control and
// bidirectional characters escaped so that a terminal shows them. Used by every JSON export.
#pragma once

#include <rapidjson/prettywriter.h>
#include <rapidjson/stringbuffer.h>

#include <concepts>
#include <string>
#include <string_view>

namespace bartizan::report {

class JsonPen {
public:
    JsonPen();

    JsonPen& key(std::string_view name);
    void text(std::string_view value);
    void number(std::int64_t value);
    void decimal(double value);
    void boolean(bool value);
    void null();
    void open();      // {
    void close();     // }
    void openList();  // [
    void closeList(); // ]

    void member(std::string_view name, std::string_view value) { key(name).text(value); }
    void member(std::string_view name, const std::string& value) { key(name).text(value); }
    void member(std::string_view name, const char* value) { key(name).text(value); }
    void member(std::string_view name, bool value) { key(name).boolean(value); }
    template <std::integral T>
    requires(!std::same_as<T, bool>) void member(std::string_view name, T value)
    {
        key(name).number(static_cast<std::int64_t>(value));
    }
    template <class Range, class Each>
    void list(std::string_view name, const Range& range, Each each)
    {
        key(name).openList();
        for (const auto& item : range)
            each(item);
        closeList();
    }
    template <class Range>
    void texts(std::string_view name, const Range& range)
    {
        list(name, range, [this](const auto& item) { text(item); });
    }

    std::string finish(); // ends with a newline

private:
    rapidjson::StringBuffer m_buffer;
    rapidjson::PrettyWriter<rapidjson::StringBuffer> m_writer;
};

// Valid UTF-8 in, valid UTF-8 out: broken bytes become U+FFFD.
std::string toValidUtf8(std::string_view text);

} // namespace bartizan::report
