// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/nca_texts.h"

#include <algorithm>
#include <charconv>
#include <map>

namespace bartizan::test {
namespace {

using connectivity::PortRange;
using connectivity::PortSet;

std::string_view trimmed(std::string_view text)
{
    while (!text.empty() && text.front() == ' ')
        text.remove_prefix(1);
    while (!text.empty() && text.back() == ' ')
        text.remove_suffix(1);
    return text;
}

std::optional<PortRange> portsOf(std::string_view text) // "80", "90-99"
{
    const std::size_t dash = text.find('-');
    const auto number = [](std::string_view digits) -> std::uint32_t {
        std::uint32_t value = 0;
        const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
        return error == std::errc() && end == digits.data() + digits.size() ? value : 0;
    };
    const PortRange range{number(text.substr(0, dash)), number(dash == std::string_view::npos ? text : text.substr(dash + 1))};
    if (range.first == 0 || range.last < range.first || range.last > 65535)
        return std::nullopt;
    return range;
}

// IANA, "Assigned Internet Protocol Numbers".
std::optional<std::uint8_t> numberOf(std::string_view protocol)
{
    static const std::map<std::string_view, std::uint8_t> numbers{
        {"ICMP", std::uint8_t{1}},    {"IGMP", std::uint8_t{2}},   {"GRE", std::uint8_t{47}},     {"ESP", std::uint8_t{50}},
        {"ICMPv6", std::uint8_t{58}}, {"VRRP", std::uint8_t{112}}, {"UDPLite", std::uint8_t{136}}};
    const auto found = numbers.find(protocol);
    return found == numbers.end() ? std::nullopt : std::optional(found->second);
}

class Expression { // recursive descent; expressions are some words long
public:
    Expression(std::string_view text, const Attributes& labels) : m_labels(labels)
    {
        constexpr std::string_view marks = "(){},=!";
        for (std::size_t i = 0; i < text.size();) {
            std::size_t length = 1;
            if (text[i] == ' ') {
                ++i;
                continue;
            }
            if (text.substr(i, 2) == "!=")
                length = 2;
            else if (marks.find(text[i]) == std::string_view::npos)
                length = std::min(text.find_first_of(" (){},=!", i), text.size()) - i;
            m_tokens.push_back(text.substr(i, length));
            i += length;
        }
    }

    std::optional<bool> value()
    {
        const bool holds = any(0);
        return m_wrong || m_at != m_tokens.size() ? std::nullopt : std::optional(holds);
    }

private:
    std::string_view next() { return m_at < m_tokens.size() ? m_tokens[m_at++] : fail(); }
    std::string_view peek() const { return m_at < m_tokens.size() ? m_tokens[m_at] : std::string_view(); }
    bool take(std::string_view token)
    {
        const bool is = peek() == token;
        m_at += is;
        return is;
    }
    std::string_view fail()
    {
        m_wrong = true;
        return {};
    }

    bool any(int depth)
    {
        bool holds = all(depth);
        while (!m_wrong && take("or"))
            holds = all(depth) || holds;
        return holds;
    }
    bool all(int depth)
    {
        bool holds = one(depth);
        while (!m_wrong && take("and"))
            holds = one(depth) && holds;
        return holds;
    }
    bool one(int depth)
    {
        for (const auto& [open, close] : {std::pair("(", ")"), std::pair("{", "}")})
            if (depth < 20 && take(open)) {
                const bool holds = any(depth + 1);
                if (!take(close))
                    fail();
                return holds;
            }
        const bool negated = take("!");
        const std::string_view key = next();
        if (key == "has" && peek() == "(") {
            const std::vector<std::string_view> names = list();
            return (names.size() == 1 && find(m_labels, names.front()) != nullptr) != negated;
        }
        const Attribute* label = find(m_labels, key);
        const bool isNot = take("not");
        if (take("in")) {
            const std::vector<std::string_view> values = list();
            return (label && std::find(values.begin(), values.end(), label->value) != values.end()) != isNot;
        }
        const std::string_view op = next();
        if (negated || isNot || (op != "=" && op != "!="))
            fail();
        const std::string_view value = next();
        return (label && label->value == value) == (op == "=");
    }
    std::vector<std::string_view> list()
    {
        std::vector<std::string_view> values;
        if (!take("("))
            fail();
        while (!m_wrong && !take(")"))
            if (const std::string_view token = next(); token != ",")
                values.push_back(token);
        return values;
    }

    const Attributes& m_labels;
    std::vector<std::string_view> m_tokens;
    std::size_t m_at = 0;
    bool m_wrong = false;
};

bool isNamed(std::string_view name, const NcaPod& pod)
{
    if (name == pod.name || (!pod.owner.empty() && name == pod.owner))
        return true;
    const std::size_t dash = name.rfind('-'); // "web-1": a copy that the tool made of a workload without pods
    return dash != std::string_view::npos && dash + 1 < name.size() && name.substr(0, dash) == pod.name &&
           name.find_first_not_of("0123456789", dash + 1) == std::string_view::npos;
}

} // namespace

std::vector<std::string_view> ncaParts(std::string_view text)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const std::size_t end = text.find(',');
        parts.push_back(trimmed(text.substr(0, end)));
        if (end == std::string_view::npos)
            return parts;
        text.remove_prefix(end + 1);
    }
}

std::map<std::string, std::string> ncaFields(std::string_view body)
{
    std::map<std::string, std::string> fields;
    std::string key;
    for (const std::string_view part : ncaParts(body)) {
        const std::size_t colon = part.find(':');
        const std::string_view name = part.substr(0, colon);
        const bool isKey = colon != std::string_view::npos && !name.empty() &&
                           name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos;
        if (isKey)
            fields[key = std::string(name)] = std::string(part.substr(colon + 1));
        else
            fields[key] += "," + std::string(part);
    }
    return fields;
}

std::optional<PortSet> ncaConnection(std::string_view text)
{
    if (text == "All connections")
        return PortSet::everything();
    PortSet set;
    while (!text.empty()) {
        const std::size_t end = text.find('}');
        if (text.front() != '{' || end == std::string_view::npos)
            return std::nullopt;
        auto fields = ncaFields(text.substr(1, end - 1));
        const std::string protocols = fields.count("protocols") != 0 ? fields["protocols"] : "TCP";
        const std::string ports = fields.count("dst_ports") != 0 ? fields["dst_ports"] : "1-65535";
        for (const auto& [key, value] : fields)
            if (key != "protocols" && key != "dst_ports")
                return std::nullopt;
        for (const std::string_view word : ncaParts(protocols)) {
            const auto protocol = connectivity::protocolOf(word);
            const auto number = numberOf(word);
            if (!protocol && !number)
                return std::nullopt;
            if (!protocol) {
                set |= PortSet::ofOther(*number);
                continue;
            }
            for (const std::string_view part : ncaParts(ports)) {
                const auto range = portsOf(part);
                if (!range)
                    return std::nullopt;
                set |= PortSet::of(*protocol, *range);
            }
        }
        text.remove_prefix(end + 1);
        if (!text.empty() && text.front() == ',')
            text.remove_prefix(1);
    }
    return set;
}

std::optional<bool> ncaMatches(std::string_view expression, const Attributes& labels, const NcaPod& pod)
{
    if (expression == "*")
        return true;
    if (expression.find_first_of("=(!") != std::string_view::npos)
        return Expression(expression, labels).value();
    const std::vector<std::string_view> names = ncaParts(expression);
    return std::any_of(names.begin(), names.end(), [&](std::string_view name) { return isNamed(name, pod); });
}

} // namespace bartizan::test
