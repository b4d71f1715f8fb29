// SPDX-License-Identifier: GPL-3.0-or-later
// The explicit tables of what Bartizan reads. Adding a format or a kind is one file and one row in registry.cpp.
// The driver (import.h) reads a file into documents, asks each FormatRow whether it recognises a document, and hands
// Kubernetes objects to the KindRow of their (API group, kind). Importers write into a private Inventory of that file;
// the driver merges them in path order, so importers never see other files and need no locks.
#pragma once

#include "importers/document/tree.h"
#include "importers/limits.h"
#include "model/inventory.h"

#include <span>
#include <string_view>

namespace bartizan::importers {

// One Kubernetes object being imported. `object` is its index in out.objects of the SAME private inventory.
struct ObjectContext {
    document::Node node; // the object's mapping
    ObjectId object;
    const Limits& limits;
    Inventory& out;

    const Object& meta() const { return out.object(object); }
};

struct KindRow {
    std::string_view group; // "" = core; "*" = any group (for kinds that several served groups share)
    std::string_view kind;
    void (*import)(const ObjectContext&); // null: known, nothing beyond the Object itself is read
    bool namespaced = true;
    std::string_view title; // for docs/formats.md
};
std::span<const KindRow> kindRows();
const KindRow* findKind(std::string_view group, std::string_view kind); // null: unknown kind (still counted)

// A format other than a single Kubernetes object: lists of them, scanner reports, ...
struct FormatRow {
    std::string_view id;                           // "trivy-json"
    std::string_view title;                        // "Trivy JSON, schema 2"
    std::string_view area;                         // "kubernetes", "reports", ...
    bool (*recognise)(const document::Node& root); // by content only; cheap
    void (*import)(const document::Node& root, const Limits&, Inventory& out);
    std::string_view howToGet; // the read-only command that produces it
};
std::span<const FormatRow> formatRows(); // first match wins; Kubernetes objects are tried first
const FormatRow* recognise(const document::Node& root);

} // namespace bartizan::importers
