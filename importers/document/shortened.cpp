// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/shortened.h"

namespace bartizan {

void appendShortened(std::string& to, std::string_view text, std::size_t limit)
{
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool lineBreak = text[i] == '\n' || text[i] == '\r';
        if (!lineBreak && ((static_cast<unsigned char>(text[i]) & 0xC0U) == 0x80U || ++points <= limit))
            continue;
        to.append(text.substr(0, i));
        if (!lineBreak || i + 1 < text.size())
            to += "…";
        return;
    }
    to.append(text);
}

std::string shortened(std::string_view text, std::size_t limit)
{
    std::string cut;
    appendShortened(cut, text, limit);
    return cut;
}

} // namespace bartizan
