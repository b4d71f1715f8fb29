// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/html/markup.h"

#include "report/text/pen.h"
#include "report/xml/writer.h"

#include <QByteArrayView>
#include <QCryptographicHash>

#include <cstdio>

namespace bartizan::report {

std::string htmlText(std::string_view text)
{
    return markupText(text, "&#39;");
}

std::string htmlCode(std::string_view line)
{
    std::string out;
    for (std::size_t from = 0;;) {
        const std::size_t tab = line.find('\t', from);
        out += htmlText(line.substr(from, tab - from));
        if (tab == std::string_view::npos)
            return out;
        out += '\t';
        from = tab + 1;
    }
}

std::string cssString(std::string_view text)
{
    // CSS Syntax 3, 4.3.7: a backslash, hex digits and a blank stand for any character; so nothing can end the string.
    std::string out = "\"";
    for (const char c : visible(text)) {
        const unsigned char byte = static_cast<unsigned char>(c);
        const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == ' ' || byte >= 0x80;
        if (plain) {
            out += c;
        } else {
            char code[8];
            std::snprintf(code, sizeof code, "\\%x ", static_cast<unsigned>(byte));
            out += code;
        }
    }
    return out + "\"";
}

std::string sha256Base64(std::string_view bytes)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(QByteArrayView(bytes.data(), static_cast<qsizetype>(bytes.size())));
    return hash.result().toBase64().toStdString();
}

} // namespace bartizan::report
