// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/connectivity/question.h"

#include <charconv>

namespace bartizan::report {

namespace {

std::optional<std::uint32_t> portOf(std::string_view text)
{
    std::uint32_t number = 0;
    const char* end = text.data() + text.size();
    const auto parsed = std::from_chars(text.data(), end, number);
    if (text.empty() || parsed.ec != std::errc() || parsed.ptr != end || number < 1 || number > 65535)
        return std::nullopt;
    return number;
}

} // namespace

Result<connectivity::PortSet> portsNamed(std::string_view text)
{
    const Error wrong{"connectivity-question",
                      "--port takes a protocol and a port or a range, such as TCP:8080, UDP:53 or TCP:8000-8999; ports are 1 to "
                      "65535, protocols TCP, UDP and SCTP"};
    const std::size_t colon = text.find(':');
    std::string word(text.substr(0, colon == std::string_view::npos ? text.size() : colon));
    for (char& c : word)
        c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    std::optional<connectivity::Protocol> protocol = connectivity::protocolOf(word);
    std::string_view ports = colon == std::string_view::npos ? std::string_view() : text.substr(colon + 1);
    if (colon == std::string_view::npos) {
        if (protocol)
            return connectivity::PortSet::of(*protocol, {1, 65535});
        protocol = connectivity::Protocol::tcp;
        ports = text;
    }
    const std::size_t dash = ports.find('-');
    const auto first = portOf(ports.substr(0, dash));
    const auto last = dash == std::string_view::npos ? first : portOf(ports.substr(dash + 1));
    if (!protocol || !first || !last || *first > *last)
        return tl::unexpected(wrong);
    return connectivity::PortSet::of(*protocol, {*first, *last});
}

} // namespace bartizan::report
