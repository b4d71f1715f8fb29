// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/document/shortened.h"

namespace bartizan {

std::string shortened(std::string_view text, std::size_t limit)
{
    const std::size_t lineBreak = text.find_first_of("\r\n");
    bool cut = lineBreak != std::string_view::npos && lineBreak + 1 < text.size();
    text = text.substr(0, lineBreak);
    std::size_t points = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if ((static_cast<unsigned char>(text[i]) & 0xC0U) != 0x80U && ++points > limit) {
            text = text.substr(0, i);
            cut = true;
            break;
        }
    }
    return std::string(text) + (cut ? "…" : "");
}

} // namespace bartizan
