// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/text_architecture.h"

#include "importers/catalogue/load_catalogue.h"
#include "model/resolve/resolve.h"
#include "tests/support/text_builder.h"

#include <algorithm>
#include <stdexcept>

namespace bartizan::test {
namespace {

template <class Row>
const Row& byId(const std::vector<Row>& rows, std::string_view id)
{
    for (const Row& row : rows)
        if (row.id == id)
            return row;
    throw std::out_of_range("nothing has the id " + std::string(id));
}

} // namespace

ValueFacts valueFacts(std::string_view value)
{
    ValueFacts facts;
    if (value.empty())
        return facts;
    facts.cls = ValueClass::plain;
    for (const std::string_view word : {"true", "false", "disable", "require", "verify-full"})
        if (value == word) {
            facts.cls = ValueClass::keyword;
            facts.word = value;
            return facts;
        }
    AddressToken token;
    const std::size_t scheme = value.find("://");
    if (scheme != std::string_view::npos) {
        token.scheme = value.substr(0, scheme);
        value.remove_prefix(scheme + 3);
    }
    const std::size_t at = value.find('@');
    if (at != std::string_view::npos) {
        token.credentials = true;
        value.remove_prefix(at + 1);
    }
    value = value.substr(0, value.find_first_of("/?"));
    const std::size_t colon = value.rfind(':');
    if (colon != std::string_view::npos) {
        const std::string port(value.substr(colon + 1));
        if (port.empty() || port.size() > 5 || port.find_first_not_of("0123456789") != std::string::npos)
            return facts;
        token.port = static_cast<std::uint32_t>(std::stoul(port));
        value = value.substr(0, colon);
    }
    token.host = value;
    if (token.host.empty() || token.host.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-.*") != std::string::npos)
        return facts;
    if (!token.scheme.empty() || token.port != 0)
        facts.cls = ValueClass::address;
    facts.addresses.push_back(std::move(token));
    return facts;
}

Inventory parseArchitecture(std::string_view text)
{
    TextBuilder builder;
    std::uint32_t number = 0;
    while (!text.empty()) {
        const std::size_t end = text.find('\n');
        std::string line(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        ++number;
        if (const std::size_t comment = line.find('#'); comment != std::string::npos)
            line.resize(comment);
        try {
            builder.line(number, line);
        } catch (const std::exception& error) {
            throw std::invalid_argument("line " + std::to_string(number) + ": " + error.what());
        }
    }
    return builder.take();
}

const Catalogue& shippedCatalogue()
{
    static const Catalogue catalogue = [] {
        Result<Catalogue> loaded = importers::defaultCatalogue();
        if (!loaded)
            throw std::runtime_error(loaded.error().message);
        return *loaded;
    }();
    return catalogue;
}

Model modelOf(std::string_view text)
{
    Model model;
    model.inventory = parseArchitecture(text);
    model.architecture = resolve(model.inventory, shippedCatalogue());
    return model;
}

const Workload& workloadById(const Architecture& architecture, std::string_view id)
{
    return byId(architecture.workloads, id);
}

const Service& serviceById(const Architecture& architecture, std::string_view id)
{
    return byId(architecture.services, id);
}

std::string callsText(const Architecture& architecture)
{
    std::string text;
    for (const Call& call : architecture.calls) {
        text += peerId(architecture, call.from) + " -> " + peerId(architecture, call.to);
        for (const CallPort& port : call.ports)
            text += " " + port.protocol + " " + port.port;
        for (const std::string& word : {call.scheme, call.clientTls})
            text += word.empty() ? "" : " " + word;
        text += "\n";
    }
    for (const DanglingCall& call : architecture.danglingCalls)
        text += architecture.workload(call.from).id + " -> ? " + call.host + ":" + std::to_string(call.port) +
                (call.nearest.empty() ? "" : " near " + call.nearest) + "\n";
    return text;
}

std::string entriesText(const Architecture& architecture)
{
    std::string text;
    for (const Entry& entry : architecture.entries) {
        text += entry.id + " " + toWord(entry.reach);
        for (const WorkloadId id : entry.workloads)
            text += " " + architecture.workload(id).id;
        for (const std::uint32_t target : entry.targets)
            text += ":" + std::to_string(target);
        text += "\n";
    }
    return text;
}

} // namespace bartizan::test
