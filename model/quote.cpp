// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/quote.h"

#include <algorithm>
#include <limits>
#include <new>

namespace bartizan {

Quote::Quote(std::string_view pointer, std::string_view text)
{
    if (pointer.empty() && text.empty())
        return;
    constexpr std::size_t most = std::numeric_limits<std::uint32_t>::max();
    pointer = pointer.substr(0, most);
    text = text.substr(0, most);
    void* const room = ::operator new(sizeof(Block) + pointer.size() + text.size());
    char* const end = std::copy(pointer.begin(), pointer.end(), static_cast<char*>(room) + sizeof(Block));
    std::copy(text.begin(), text.end(), end);
    m_block = new (room) Block{{1}, static_cast<std::uint32_t>(pointer.size()), static_cast<std::uint32_t>(text.size())};
}

void Quote::destroy() noexcept
{
    m_block->~Block();
    ::operator delete(m_block);
}

} // namespace bartizan
