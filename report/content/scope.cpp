// SPDX-License-Identifier: GPL-3.0-or-later
// What was read with its digests, and what was not: refused, not asked, not applied, not understood, not examined.
#include "report/content/sections.h"
#include "report/text/sections.h"

#include <map>
#include <set>
#include <tuple>

namespace bartizan::report {

namespace {

constexpr std::size_t mostFiles = 2000;
constexpr std::size_t mostProblems = 1000;

std::string stateWords(ScopeState state)
{
    switch (state) {
    case ScopeState::read:
        return "read";
    case ScopeState::refused:
        return "refused";
    case ScopeState::notAsked:
        return "not asked";
    }
    return {};
}

void sources(const Content& content, Writer& writer)
{
    writer.heading("Sources");
    writer.beginTable({{Column::Kind::text, "Source", 2.4, false},
                       {Column::Kind::text, "Kind", 0.8, false},
                       {Column::Kind::number, "Bytes", 1.1, false},
                       {Column::Kind::number, "Documents", 1, false},
                       {Column::Kind::number, "Objects", 0.9, false},
                       {Column::Kind::text, "SHA-256", 4.6, false}},
                      "Sources");
    for (const Source& source : content.inventory.sources)
        writer.row({cell::strong(shortName(source)), cell::text(source.format), cell::number(source.bytes),
                    cell::number(source.documents), cell::number(source.objects), cell::code(source.sha256)});
    writer.endTable();
    if (content.ofOneOwner())
        return;
    writer.heading("Files");
    writer.beginTable({{Column::Kind::text, "File", 3.4, false},
                       {Column::Kind::text, "Format", 1.2, false},
                       {Column::Kind::number, "Objects", 0.8, false},
                       {Column::Kind::text, "SHA-256", 4.6, false}},
                      "Files that were read");
    for (std::size_t i = 0; i < content.inventory.files.size() && i < mostFiles; ++i) {
        const SourceFile& file = content.inventory.files[i];
        writer.row({cell::code(file.path), cell::text(file.format), cell::number(file.objects), cell::code(file.sha256)});
    }
    writer.endTable();
    if (content.inventory.files.size() > mostFiles)
        writer.paragraph("and " + withThousands(content.inventory.files.size() - mostFiles) +
                             " more files, in the JSON output of `inventory`; the source's digest covers them.",
                         Tone::small);
}

// By "Deployment.apps": the sources that hold such an object.
std::map<std::string, std::set<std::uint32_t>> sourcesByKind(const Inventory& inventory)
{
    std::map<std::string, std::set<std::uint32_t>> sources;
    for (const Object& object : inventory.objects) {
        const std::string& group = object.identity.group;
        std::set<std::uint32_t>& holders = sources[object.identity.kind + (group.empty() ? "" : "." + group)];
        const auto add = [&](const Evidence& evidence) {
            if (evidence.file.valid() && inventory.files[evidence.file.pos()].source.valid())
                holders.insert(inventory.files[evidence.file.pos()].source.value);
        };
        add(object.evidence);
        for (const Evidence& copy : object.alsoAt)
            add(copy);
    }
    return sources;
}

void kinds(const Content& content, Writer& writer)
{
    struct Row {
        std::set<std::string> namespaces;
    };
    const bool several = content.inventory.sources.size() > 1;     // then each row says which source it is about
    std::map<std::tuple<int, std::string, std::string>, Row> rows; // not read first
    for (const ScopeEntry& entry : content.inventory.scope.entries) {
        const int order = entry.state == ScopeState::refused ? 0 : entry.state == ScopeState::notAsked ? 1 : 2;
        rows[{order, entry.kind, several ? entry.source : std::string()}].namespaces.insert(entry.ns == "*" ? "all namespaces"
                                                                                                            : entry.ns);
    }
    const std::map<std::string, std::set<std::uint32_t>> holders =
        several ? sourcesByKind(content.inventory) : std::map<std::string, std::set<std::uint32_t>>();
    // Sources without an object of the kind: none is there, or it was not asked for there.
    const auto without = [&](const std::string& kind) {
        std::vector<std::string> names;
        const auto found = holders.find(kind);
        for (std::size_t i = 0; i < content.inventory.sources.size(); ++i)
            if (found == holders.end() || found->second.count(static_cast<std::uint32_t>(i)) == 0)
                names.push_back(shortName(content.inventory.sources[i]));
        return names;
    };
    writer.heading("Kinds and namespaces");
    if (rows.empty())
        return writer.paragraph("No kind of object was read.");
    std::vector<Column> columns{{Column::Kind::text, "Kind", 3, false},
                                {Column::Kind::text, "State", 1, false},
                                {Column::Kind::text, "Namespaces", several ? 2.6 : 4, false}};
    if (several) {
        columns.push_back({Column::Kind::text, "Known from", 3, false});
        columns.push_back({Column::Kind::text, "No object in", 2, false});
    }
    writer.beginTable(columns, "Kinds that were read, refused or not asked for");
    static constexpr ScopeState states[] = {ScopeState::refused, ScopeState::notAsked, ScopeState::read};
    for (const auto& [key, row] : rows) {
        const auto& [order, kind, why] = key;
        std::vector<Cell> cells{cell::text(kind == "*" ? "every kind that its files hold" : kind),
                                cell::text(stateWords(states[order])),
                                cell::text(ranges({row.namespaces.begin(), row.namespaces.end()}, 12))};
        if (several) {
            const std::vector<std::string> names = kind == "*" ? std::vector<std::string>() : without(kind);
            cells.push_back(cell::text(why));
            cells.push_back(names.empty() ? cell::dim("–") : cell::text(ranges(names, 6)));
        }
        writer.row(cells);
    }
    writer.endTable();
}

void notApplied(const Content& content, Writer& writer)
{
    const std::vector<std::string> reviewed = deployablesNamed(content.inventory, true);
    const std::vector<std::string> others = deployablesNamed(content.inventory, false);
    const ScopeCounts counts = scopeCounts(content.input.model);
    writer.heading("Reviewed, and also there but not applied");
    std::vector<Label> labels{{"Reviewed", cell::text(reviewed.empty() ? "all that was read" : ranges(reviewed, 40))}};
    if (!others.empty())
        labels.push_back({"Not applied", cell::text(ranges(others, 60))});
    if (counts.notApplied > 0)
        labels.push_back(
            {"Objects", cell::text(withThousands(counts.applied) + " reviewed, " + withThousands(counts.notApplied) +
                                   " read but not applied: they make no verdict present, and serve as nearest miss only")});
    writer.labels(labels);
}

void problems(const Content& content, Writer& writer)
{
    struct Row {
        std::string at, message;
    };
    std::vector<Row> rows;
    for (const auto* list : {&content.inventory.problems, &content.architecture.problems, &content.posture.problems})
        for (const Problem& problem : *list)
            rows.push_back({content.at(problem.evidence), problem.message});
    for (const Unrecognised& item : content.inventory.unrecognised)
        rows.push_back({item.file.valid() ? content.inventory.files[item.file.pos()].path : std::string(), item.reason});
    writer.heading("What could not be read or understood");
    if (rows.empty())
        return writer.paragraph("Everything that was found could be read.");
    writer.paragraph(content.unread() + ".");
    writer.beginTable({{Column::Kind::text, "Where", 2.6, false}, {Column::Kind::text, "What", 5, false}}, "Problems");
    for (std::size_t i = 0; i < rows.size() && i < mostProblems; ++i)
        writer.row({cell::code(rows[i].at), cell::text(rows[i].message)});
    writer.endTable();
    if (rows.size() > mostProblems)
        writer.paragraph("and " + withThousands(rows.size() - mostProblems) + " more, in the JSON output of `inventory`.",
                         Tone::small);
}

void ofThisOwner(const Content& content, Writer& writer)
{
    const auto of = [](std::size_t own, std::size_t all) { return withThousands(own) + " of " + withThousands(all); };
    const auto& routes = content.architecture.routes;
    std::size_t own = 0;
    for (std::size_t i = 0; i < routes.size(); ++i)
        own += content.ownership.mine(RouteId(i)) ? 1 : 0;
    writer.heading("What this report is about");
    writer.labels(
        {{"Services", cell::text(of(content.workloads.size(), content.architecture.workloads.size()) + ": those of " +
                                 content.options.owner)},
         {"Ways in", cell::text(of(content.entries.size(), content.architecture.entries.size()) +
                                ": those that lead to one of them, whoever else's services they lead to")},
         {"Routes", cell::text(of(own, routes.size()) + ": those that one of them stands behind")},
         {"Paths", cell::text(of(content.paths.size(), content.posture.paths.size()) + ": those that end at one of them")},
         {"Findings", cell::text(of(content.findings.size(), content.posture.findings.size()) + ". " +
                                 (content.leftOut().empty() ? "None is left out." : content.leftOut()))}});
    writer.heading("What could not be read or understood");
    writer.paragraph(content.unread() +
                     ", in the whole system. The report that is not of one owner lists them, with files, kinds and what was not "
                     "applied.");
}

} // namespace

void writeScope(const Content& content, Writer& writer)
{
    writer.section({nameOf("scope"), "What was read, and what was not",
                    content.scope() + ". Absence tells something only of kinds that were read.", false});
    sources(content, writer);
    if (!content.ofOneOwner()) {
        kinds(content, writer);
        notApplied(content, writer);
        problems(content, writer);
    } else {
        ofThisOwner(content, writer);
    }
    writer.heading("Not examined");
    writer.paragraph("In no service: " + ranges(content.catalogue.notExamined, 40) + ".");
}

} // namespace bartizan::report
