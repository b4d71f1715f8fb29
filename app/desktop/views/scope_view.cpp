// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/scope_view.h"

#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/sentences.h"
#include "report/text/sections.h"

#include <map>

namespace bartizan::desktop {

namespace {

TableCell none()
{
    return {{quiet(QStringLiteral("–"))}, {}, -1.0};
}

CellsRow rowOf(ScopeView::Kind kind, const QString& what, const CellPart& name)
{
    CellsRow row;
    row.kind = kind;
    row.cells.assign(ScopeView::ColumnCount, none());
    row.cells[ScopeView::What] = {{quiet(what)}, {}, static_cast<double>(kind)};
    row.cells[ScopeView::Name] = just(name);
    return row;
}

TableCell stateCell(ScopeState state)
{
    switch (state) {
    case ScopeState::read:
        return verdict(Verdict::present, QObject::tr("read"), QObject::tr("Absence of such an object says something."));
    case ScopeState::refused:
        return {{withIcon(diagram::Icon::warning, QObject::tr("refused"))},
                QObject::tr("The source did not let this kind be read: absence says nothing."),
                0.0};
    case ScopeState::notAsked:
        break;
    }
    return verdict(Verdict::unknown, QObject::tr("not asked"), QObject::tr("Nobody asked for this kind: absence says nothing."));
}

CellsRow kindRow(const ScopeEntry& entry)
{
    CellsRow row =
        rowOf(ScopeView::kinds, QObject::tr("kind"), strong(entry.kind == "*" ? QObject::tr("every kind") : shown(entry.kind)));
    row.cells[ScopeView::Namespace] = just(entry.ns == "*" ? quiet(QObject::tr("all")) : plain(shown(entry.ns)));
    row.cells[ScopeView::State] = stateCell(entry.state);
    row.cells[ScopeView::Because] = just(quiet(shown(entry.source)));
    return row;
}

QString deployableWord(Deployable::Kind kind)
{
    switch (kind) {
    case Deployable::Kind::rendered:
        return QObject::tr("a rendered file");
    case Deployable::Kind::kustomization:
        return QObject::tr("a kustomization");
    case Deployable::Kind::chart:
        return QObject::tr("a chart");
    case Deployable::Kind::folder:
        return QObject::tr("a folder");
    case Deployable::Kind::snapshot:
        break;
    }
    return QObject::tr("a snapshot");
}

CellsRow deployableRow(const Inventory& inventory, std::size_t index, std::size_t objects)
{
    const Deployable& deployable = inventory.deployables[index];
    const bool whole = deployable.path.empty() || deployable.path == ".";
    CellsRow row = rowOf(ScopeView::deployables, QObject::tr("deployable"),
                         strong(shown(whole ? report::shortName(inventory.sources[deployable.source.pos()]) : deployable.path)));
    row.index = static_cast<int>(index);
    row.cells[ScopeView::State] =
        deployable.reviewed ? verdict(Verdict::present, QObject::tr("reviewed"), QObject::tr("Its objects make up the system."))
                            : TableCell{{quiet(QObject::tr("also here, not applied"))},
                                        QObject::tr("Its objects were read and are no part of the reviewed system."),
                                        5.0};
    row.cells[ScopeView::Because] =
        just(quiet(deployable.example ? QObject::tr("%1 below tests or examples").arg(deployableWord(deployable.kind))
                                      : deployableWord(deployable.kind)));
    row.cells[ScopeView::Objects] = count(objects);
    return row;
}

CellsRow fileRow(const Inventory& inventory, std::size_t index, const std::map<std::string, QString>& formats)
{
    const SourceFile& file = inventory.files[index];
    CellsRow row = rowOf(ScopeView::files, QObject::tr("file"), link(shown(file.path)));
    row.index = static_cast<int>(index);
    row.evidence.file = FileId(index);
    const auto found = formats.find(file.format);
    row.cells[ScopeView::State] = file.format == "unrecognised" ? just(quiet(QObject::tr("not recognised")))
                                                                : verdict(Verdict::present, QObject::tr("read"), {});
    row.cells[ScopeView::Because] = just(quiet(found == formats.end() ? shown(file.format) : found->second));
    row.cells[ScopeView::Documents] = count(file.documents);
    row.cells[ScopeView::Objects] = count(file.objects);
    CellPart digest = quiet(shortDigest(file.sha256));
    digest.code = true;
    row.cells[ScopeView::Digest] = {{digest}, QStringLiteral("SHA-256 ") + shown(file.sha256), {}};
    return row;
}

CellsRow unrecognisedRow(const Inventory& inventory, std::size_t index)
{
    const Unrecognised& item = inventory.unrecognised[index];
    CellsRow row = rowOf(ScopeView::unrecognised, QObject::tr("not recognised"),
                         link(item.file.valid() ? shown(inventory.files[item.file.pos()].path) : QString()));
    row.index = static_cast<int>(index);
    row.evidence.file = item.file;
    row.cells[ScopeView::State] = just(withIcon(diagram::Icon::warning, QObject::tr("not recognised")));
    row.cells[ScopeView::Because] = {{plain(told(item.reason))}, told(item.reason), {}};
    return row;
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    const Inventory& inventory = snapshot.model().inventory;
    std::map<std::string, QString> formats;
    for (const report::FormatInfo& info : app::knownFormats())
        formats[info.id] = shown(info.title);
    std::vector<std::size_t> objects(inventory.deployables.size());
    for (const Object& object : inventory.objects)
        if (object.deployable.valid())
            ++objects[object.deployable.pos()];
    std::vector<CellsRow> rows;
    rows.reserve(inventory.scope.entries.size() + inventory.deployables.size() + inventory.files.size());
    // What could not be read first: it is what weakens the review.
    for (const ScopeState state : {ScopeState::refused, ScopeState::notAsked, ScopeState::read})
        for (const ScopeEntry& entry : inventory.scope.entries)
            if (entry.state == state)
                rows.push_back(kindRow(entry));
    for (const bool reviewed : {true, false})
        for (std::size_t i = 0; i < inventory.deployables.size(); ++i)
            if (inventory.deployables[i].reviewed == reviewed)
                rows.push_back(deployableRow(inventory, i, objects[i]));
    for (std::size_t i = 0; i < inventory.unrecognised.size(); ++i)
        rows.push_back(unrecognisedRow(inventory, i));
    for (std::size_t i = 0; i < inventory.files.size(); ++i)
        rows.push_back(fileRow(inventory, i, formats));
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("What"), QObject::tr("A kind of object, a deployable, a file, or what was not recognised"), 110},
            {QObject::tr("Name"), QObject::tr("Kind and group, folder or file"), 330},
            {QObject::tr("Namespace"), QObject::tr("Where the kind was read"), 110},
            {QObject::tr("State"), QObject::tr("Absence says something only where a kind was read"), 170},
            {QObject::tr("Source, format or reason"), QObject::tr("Why it is in that state"), 290},
            {QObject::tr("Documents"), QObject::tr("Documents in the file"), 94, true},
            {QObject::tr("Objects"), QObject::tr("Objects that were read"), 70, true},
            {QObject::tr("Digest"), QObject::tr("Begin of the file's SHA-256; the tool tip has all of it"), 96}};
}

} // namespace

ScopeView::ScopeView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("scope"), columns(), rowsOf, parent)
{
    table()->setAccessibleName(tr("Scope"));
    addChip(plain(tr("kinds")), tr("Kinds of objects, by namespace: read, refused, not asked"));
    addChip(plain(tr("deployables")), tr("Sets of objects that are deployed together"));
    addChip(withIcon(diagram::Icon::file, tr("files")), tr("Files that were read, with format and digest"));
    addChip(withIcon(diagram::Icon::warning, tr("not recognised")), tr("Files that no importer takes, with the reason"));
    sayWhenEmpty(tr("What was read, refused and not asked for appears here once sources are read."));
}

std::size_t ScopeView::sizeOf(const Snapshot& snapshot) const
{
    const Inventory& inventory = snapshot.model().inventory;
    return inventory.scope.entries.size() + inventory.deployables.size() + inventory.files.size() + inventory.objects.size() / 50;
}

void ScopeView::snapshotChanged(const Snapshot& snapshot)
{
    const Inventory& inventory = snapshot.model().inventory;
    chips()[kinds]->setWords(tr("kinds %1").arg(inventory.scope.entries.size()));
    chips()[deployables]->setWords(tr("deployables %1").arg(inventory.deployables.size()));
    chips()[files]->setWords(tr("files %1").arg(inventory.files.size()));
    chips()[unrecognised]->setWords(tr("not recognised %1").arg(inventory.unrecognised.size()));
    const report::ScopeCounts counts = report::scopeCounts(snapshot.model());
    setNote(counts.kindsRefused > 0 ? tr("%1 refused").arg(counts.kindsRefused) : QString());
}

QString ScopeView::shownText(int shown, int all) const
{
    return shown == all ? tr("%1 rows").arg(all) : tr("%1 of %2 rows shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
