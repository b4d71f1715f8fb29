// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/catalogue/load_catalogue.h"

#include "importers/catalogue/table_reader.h"
#include "resources/embedded.h"

#include <yaml-cpp/yaml.h>

#include <algorithm>

namespace bartizan::importers {
namespace {

constexpr int mostPort = 65535;

void readLayers(const TableReader& table, Catalogue& out)
{
    table.expectKeys(table.root(), "the layers", {"families", "layers", "assumptions", "notExamined"});
    for (const YAML::Node& row : table.rows(table.root(), "families")) {
        table.expectKeys(row, "a family", {"id", "title"});
        out.families.push_back({table.text(row, "id"), table.text(row, "title")});
    }
    for (const YAML::Node& row : table.rows(table.root(), "layers")) {
        table.expectKeys(row, "a layer",
                         {"id", "family", "acts", "title", "shortTitle", "why", "howDecided", "fixes", "controls"});
        LayerText layer;
        layer.id = table.text(row, "id");
        layer.family = table.text(row, "family");
        layer.acts = table.text(row, "acts");
        layer.title = table.text(row, "title");
        layer.shortTitle = table.text(row, "shortTitle");
        layer.why = table.text(row, "why");
        layer.howDecided = table.text(row, "howDecided");
        for (const auto& [rule, fix] : table.entries(row, "fixes"))
            layer.fixes.emplace(rule, table.scalar(fix, "a fix"));
        for (const auto& [rule, ids] : table.entries(row, "controls"))
            layer.controls.emplace(rule, table.textsOf(ids, "controls"));
        if (out.layer(layer.id))
            table.fail(row, "expected each layer once, found " + layer.id + " again");
        const auto& families = out.families;
        if (std::none_of(families.begin(), families.end(), [&](const FamilyText& f) { return f.id == layer.family; }))
            table.fail(row["family"], "expected the id of a family above, found another word");
        out.layers.push_back(std::move(layer));
    }
    for (const auto& [id, row] : table.entries(table.root(), "assumptions")) {
        table.expectKeys(row, "an assumption", {"sentence", "settledBy"});
        out.assumptions.emplace(id, table.text(row, "sentence"));
        const std::string settledBy = table.optional(row, "settledBy");
        if (!settledBy.empty())
            out.assumptions.emplace(id + ".settledBy", settledBy);
    }
    out.notExamined = table.texts(table.root(), "notExamined");
}

void readControls(const TableReader& table, Catalogue& out)
{
    table.expectKeys(table.root(), "the controls", {"editions"});
    for (const YAML::Node& row : table.rows(table.root(), "editions")) {
        table.expectKeys(row, "an edition", {"id", "title", "source", "controls"});
        const std::string edition = table.text(row, "id");
        for (const auto& [id, title] : table.entries(row, "controls"))
            out.controls.push_back({edition + ":" + id, edition, id, table.scalar(title, "a control's title")});
    }
}

void readRules(const TableReader& table, Catalogue& out)
{
    static constexpr const char* severities[] = {"critical", "high", "medium", "low", "info", "none"};
    table.expectKeys(table.root(), "the rules", {"rules"});
    for (const YAML::Node& row : table.rows(table.root(), "rules")) {
        table.expectKeys(row, "a rule", {"id", "layer", "severity", "title", "why", "fix", "controls"});
        RuleText rule;
        rule.id = table.text(row, "id");
        rule.layer = table.optional(row, "layer");
        rule.severity = table.text(row, "severity");
        rule.title = table.text(row, "title");
        rule.why = table.text(row, "why");
        rule.fix = table.optional(row, "fix");
        rule.controls = table.texts(row, "controls");
        if (out.rule(rule.id))
            table.fail(row, "expected each rule once, found " + rule.id + " again");
        if (std::none_of(std::begin(severities), std::end(severities), [&](const char* s) { return rule.severity == s; }))
            table.fail(row["severity"], "expected critical, high, medium, low, info or none, found another word");
        if (!rule.layer.empty() && !out.layers.empty() && !out.layer(rule.layer))
            table.fail(row["layer"], "expected the id of a layer, found another word");
        for (const std::string& control : rule.controls)
            if (!out.controls.empty() && !out.control(control))
                table.fail(row["controls"], "expected ids of controls (edition:id), found one that no edition has");
        out.rules.push_back(std::move(rule));
    }
}

void readPolicy(const TableReader& table, Catalogue& out)
{
    table.expectKeys(table.root(), "the policy", {"name", "scanMaxAgeDays", "required", "families"});
    out.policy.name = table.text(table.root(), "name");
    if (const YAML::Node days = table.root()["scanMaxAgeDays"]; days.IsDefined())
        out.policy.scanMaxAgeDays = table.number(days, "scanMaxAgeDays", 1, 3660);
    const auto sensitivity = [&](const std::string& word, const YAML::Node& at) {
        if (word != "openData" && word != "internal" && word != "confidential" && word != "restricted")
            table.fail(at, "expected openData, internal, confidential or restricted, found another key");
    };
    for (const auto& [word, row] : table.entries(table.root(), "required")) {
        sensitivity(word, row);
        const std::vector<std::string> ids = table.textsOf(row, "required");
        for (const std::string& id : ids)
            if (!out.layers.empty() && !out.layer(id))
                table.fail(row, "expected ids of layers, found another word");
        out.policy.required.emplace(word, ids);
    }
    for (const auto& [word, row] : table.entries(table.root(), "families")) {
        sensitivity(word, row);
        out.policy.families.emplace(word, table.number(row, "families", 0, 100));
    }
}

void readProducts(const TableReader& table, Catalogue& out)
{
    static constexpr const char* roles[] = {
        "agent",      "authProxy", "ci",           "gateway",         "helper",      "identityProvider", "managed", "mesh",
        "monitoring", "operator",  "policyEngine", "runtimeDetector", "secretStore", "service",          "store",   "tunnel"};
    table.expectKeys(table.root(), "the products", {"products"});
    for (const YAML::Node& row : table.rows(table.root(), "products")) {
        table.expectKeys(row, "a product",
                         {"product", "role", "repositories", "ports", "storeKind", "gatewayController", "plainByDefault",
                          "noLoginByDefault", "schemes", "env", "hosts"});
        ProductRow product;
        product.product = table.text(row, "product");
        product.role = table.text(row, "role");
        if (std::none_of(std::begin(roles), std::end(roles), [&](const char* role) { return product.role == role; }))
            table.fail(row["role"], "expected a known role (store, gateway, authProxy, ...), found another word");
        product.repositories = table.texts(row, "repositories");
        for (const YAML::Node& port : table.rows(row, "ports"))
            product.ports.push_back(table.number(port, "a port", 1, mostPort));
        product.storeKind = table.optional(row, "storeKind");
        product.gatewayController = table.optional(row, "gatewayController");
        product.plainByDefault = table.flag(row, "plainByDefault");
        product.noLoginByDefault = table.flag(row, "noLoginByDefault");
        product.schemes = table.texts(row, "schemes");
        product.env = table.texts(row, "env");
        product.hosts = table.texts(row, "hosts");
        out.products.push_back(std::move(product));
    }
}

void readComponents(const TableReader& table, Catalogue& out)
{
    table.expectKeys(table.root(), "the components", {"platformNamespaces", "components"});
    out.platformNamespaces = table.texts(table.root(), "platformNamespaces");
    for (const YAML::Node& row : table.rows(table.root(), "components")) {
        table.expectKeys(row, "a component", {"component", "names", "namespaces", "images", "needs"});
        ComponentRow component;
        component.component = table.text(row, "component");
        component.names = table.texts(row, "names");
        component.namespaces = table.texts(row, "namespaces");
        component.images = table.texts(row, "images");
        component.needs = table.optional(row, "needs");
        if (component.names.empty() || component.namespaces.empty() || component.images.empty())
            table.fail(row, "expected names, namespaces and images, found one of them empty");
        out.components.push_back(std::move(component));
    }
}

void readSensitivity(const TableReader& table, Catalogue& out)
{
    table.expectKeys(table.root(), "the sensitive words", {"words"});
    for (const YAML::Node& row : table.rows(table.root(), "words")) {
        table.expectKeys(row, "a group of words", {"words", "reason"});
        const std::string reason = table.text(row, "reason");
        for (const std::string& word : table.texts(row, "words"))
            out.sensitiveWords.push_back({word, reason});
    }
}

struct Part {
    const CatalogueText CatalogueTexts::*text;
    void (*read)(const TableReader&, Catalogue&);
};
// Controls and layers come before the rules and the policy that name them.
constexpr Part parts[] = {
    {&CatalogueTexts::layers, readLayers},
    {&CatalogueTexts::controls, readControls},
    {&CatalogueTexts::rules, readRules},
    {&CatalogueTexts::policy, readPolicy},
    {&CatalogueTexts::products, readProducts},
    {&CatalogueTexts::components, readComponents},
    {&CatalogueTexts::sensitivity, readSensitivity},
};

CatalogueText embedded(const std::string& name)
{
    return {name, std::string(embeddedFile(name))};
}

} // namespace

CatalogueTexts embeddedCatalogue()
{
    return {embedded("layers.yaml"),           embedded("rules.yaml"),    embedded("controls.yaml"),
            embedded("policies/default.yaml"), embedded("products.yaml"), embedded("components.yaml"),
            embedded("sensitivity.yaml")};
}

Result<Catalogue> loadCatalogue(const CatalogueTexts& texts, const std::stop_token& stop)
{
    Catalogue catalogue;
    for (const Part& part : parts) {
        const CatalogueText& text = texts.*part.text;
        if (text.text.empty())
            continue;
        if (stop.stop_requested())
            return tl::unexpected(Error{"stopped", "stopped before the tables were read"});
        try {
            const TableReader table(text.name, text.text);
            part.read(table, catalogue);
        } catch (const TableError& error) {
            return tl::unexpected(Error{error.id, error.message});
        } catch (const YAML::Exception& error) {
            const std::string line = error.mark.is_null() ? "" : ":" + std::to_string(error.mark.line + 1);
            return tl::unexpected(Error{"catalogue-shape", "expected a table, found another shape (" + text.name + line + ")"});
        }
    }
    return catalogue;
}

Result<Catalogue> defaultCatalogue(const std::stop_token& stop)
{
    return loadCatalogue(embeddedCatalogue(), stop);
}

} // namespace bartizan::importers
