// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/json/writer.h"

#include <QString>

namespace bartizan::report {

JsonPen::JsonPen() : m_writer(m_buffer)
{
    m_writer.SetIndent(' ', 1);
}

JsonPen& JsonPen::key(std::string_view name)
{
    m_writer.Key(name.data(), static_cast<rapidjson::SizeType>(name.size()));
    return *this;
}
void JsonPen::text(std::string_view value)
{
    const std::string valid = toValidUtf8(value);
    m_writer.String(valid.data(), static_cast<rapidjson::SizeType>(valid.size()));
}
void JsonPen::number(std::int64_t value)
{
    m_writer.Int64(value);
}
void JsonPen::decimal(double value)
{
    m_writer.Double(value);
}
void JsonPen::boolean(bool value)
{
    m_writer.Bool(value);
}
void JsonPen::null()
{
    m_writer.Null();
}
void JsonPen::open()
{
    m_writer.StartObject();
}
void JsonPen::close()
{
    m_writer.EndObject();
}
void JsonPen::openList()
{
    m_writer.StartArray();
}
void JsonPen::closeList()
{
    m_writer.EndArray();
}

std::string JsonPen::finish()
{
    std::string text(m_buffer.GetString(), m_buffer.GetSize());
    text += '\n';
    return text;
}

std::string toValidUtf8(std::string_view text)
{
    bool ascii = true;
    for (const char c : text)
        ascii = ascii && static_cast<unsigned char>(c) < 0x80;
    if (ascii)
        return std::string(text);
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())).toStdString();
}

} // namespace bartizan::report
