// SPDX-License-Identifier: GPL-3.0-or-later
// The tables that are data (resources/*.yaml) -> model's Catalogue. Called once at start by app/, with the texts that
// are compiled in or with files that a user gave in their place: those may come from a stranger, so size and depth are
// bounded and nothing is believed. An error names the file and the line, and never quotes a value.
// Unknown and repeated keys are errors: a misspelt key would silently change what is required of a service.
#pragma once

#include "model/catalogue.h"
#include "model/result.h"

#include <stop_token>
#include <string>

namespace bartizan::importers {

struct CatalogueText {
    std::string name; // for messages: "policies/default.yaml"
    std::string text; // "" = this table stays empty
};
struct CatalogueTexts {
    CatalogueText layers, rules, controls, policy, products, components, sensitivity;
};

CatalogueTexts embeddedCatalogue();

// Error ids: "catalogue-syntax" (no YAML, too large, too deep) and "catalogue-shape" (not what the table needs).
Result<Catalogue> loadCatalogue(const CatalogueTexts& texts, const std::stop_token& stop = {}); // or error "stopped"
Result<Catalogue> defaultCatalogue(const std::stop_token& stop = {});                           // of embeddedCatalogue()

} // namespace bartizan::importers
