// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/images_view.h"

#include "analysis/images_in_use.h"
#include "app/desktop/models/row_parts.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/report_match.h"
#include "app/desktop/sentences.h"

#include <QAction>

#include <algorithm>
#include <array>
#include <map>
#include <set>
#include <tuple>

namespace bartizan::desktop {

namespace {

using ImageScan = WorkloadPosture::ImageScan;
using Place = std::tuple<FileId, std::uint32_t, std::uint32_t, std::string_view>;

Place placeOf(const Evidence& evidence)
{
    return {evidence.file, evidence.document, evidence.line, evidence.pointer()};
}

struct Use {
    WorkloadId workload;
    const ImageScan* scan = nullptr;
};

// How the report was joined, in the words of this program.
QString matchWords(const std::string& scan)
{
    static const std::array<std::pair<const char*, const char*>, 7> words = {{
        {"exact", QT_TRANSLATE_NOOP("QObject", "exact digest")},
        {"tag", QT_TRANSLATE_NOOP("QObject", "by tag")},
        {"mutable tag", QT_TRANSLATE_NOOP("QObject", "by a tag that moves")},
        {"other digest", QT_TRANSLATE_NOOP("QObject", "another digest runs")},
        {"other platform", QT_TRANSLATE_NOOP("QObject", "another platform")},
        {"attempted", QT_TRANSLATE_NOOP("QObject", "attempted, says nothing")},
        {"other version", QT_TRANSLATE_NOOP("QObject", "same repository, another version")},
    }};
    for (const auto& [word, text] : words)
        if (scan == word)
            return QObject::tr(text);
    return QObject::tr("not covered");
}

QString fileName(const Inventory& inventory, const Evidence& evidence)
{
    return evidence.valid() ? shown(inventory.files[evidence.file.pos()].path) : QString();
}

TableCell reportCell(const Snapshot& snapshot, const Image& image, const ImageScan& scan)
{
    const Inventory& inventory = snapshot.model().inventory;
    const bool byHand = scan.evidence.size() > 1 && isJoinedByHand(snapshot, scan.evidence[1].file, image);
    const QString words = byHand ? QObject::tr("joined by hand: %1").arg(matchWords(scan.scan)) : matchWords(scan.scan);
    TableCell cell;
    cell.tip = told(scan.explanation);
    if (scan.evidence.size() < 2) {
        cell.parts = {quiet(words)};
        return cell;
    }
    cell.parts = {plain(words), quiet(fileName(inventory, scan.evidence[1]))};
    return cell;
}

TableCell scannedCell(const ImageScan& scan, int limitDays)
{
    QString words;
    switch (scan.scanned) {
    case Verdict::present:
        words = QObject::tr("covered");
        break;
    case Verdict::partial:
        words = limitDays > 0 && scan.ageDays > limitDays ? QObject::tr("stale") : QObject::tr("in part");
        break;
    case Verdict::missing:
        words = QObject::tr("fixes open");
        break;
    default:
        words = QObject::tr("cannot tell");
    }
    return verdict(scan.scanned, words, told(scan.explanation));
}

TableCell runningCell(const Image& image)
{
    if (image.runningDigests.empty())
        return {{quiet(QObject::tr("not in the input"))}, QObject::tr("No pod status in the input says what runs."), {}};
    TableCell cell;
    QStringList digests;
    for (const std::string& digest : image.runningDigests) {
        digests << shown(digest);
        CellPart part = plain(shortDigest(digest));
        part.code = true;
        if (cell.parts.size() < 2)
            cell.parts.push_back(part);
    }
    if (image.runningDigests.size() > 2)
        cell.parts.push_back(quiet(QObject::tr("%1 more").arg(image.runningDigests.size() - 2)));
    cell.tip = digests.join(QLatin1Char('\n'));
    return cell;
}

TableCell pinnedCell(const ImageScan& scan)
{
    switch (scan.pinned) {
    case Verdict::present:
        return verdict(scan.pinned, QObject::tr("digest"), QObject::tr("The reference names a digest."));
    case Verdict::partial:
        return verdict(scan.pinned, QObject::tr("fixed tag"), QObject::tr("A tag that is not meant to move; it still can."));
    case Verdict::missing:
        return verdict(scan.pinned, QObject::tr("tag moves"), QObject::tr("The tag may name another image tomorrow."));
    default:
        return verdict(scan.pinned, QObject::tr("cannot tell"), {});
    }
}

void counts(CellsRow& row, const ImageScan& scan, bool told)
{
    const std::array<std::pair<int, int>, 3> figures = {
        {{ImagesView::Critical, scan.critical}, {ImagesView::High, scan.high}, {ImagesView::Fixable, scan.fixableCriticalHigh}}};
    for (const auto& [column, value] : figures)
        row.cells[static_cast<std::size_t>(column)] =
            told ? count(static_cast<std::size_t>(value)) : TableCell{{quiet(QStringLiteral("–"))}, {}, -1.0};
    row.cells[ImagesView::Age] =
        scan.ageDays >= 0 ? TableCell{{plain(QObject::tr("%1 d").arg(scan.ageDays))}, {}, static_cast<double>(scan.ageDays)}
                          : TableCell{{quiet(QStringLiteral("–"))}, QObject::tr("The age is not known."), -1.0};
}

CellsRow imageRow(const Snapshot& snapshot, std::size_t index, std::vector<Use> uses)
{
    const Model& model = snapshot.model();
    const Image& image = model.architecture.images[index];
    // Workloads may run other digests of one reference: the weakest is shown, all of them in the tip.
    std::stable_sort(uses.begin(), uses.end(), [](const Use& a, const Use& b) { return coveredWorse(*a.scan, *b.scan); });
    const ImageScan& scan = *uses.front().scan;
    const bool told = scan.scanned != Verdict::unknown && scan.scanned != Verdict::notApplicable;
    CellsRow row;
    row.index = static_cast<int>(index);
    row.kind = told ? ImagesView::covered : ImagesView::uncovered;
    row.evidence = scan.evidence.empty() ? image.evidence : scan.evidence.front();
    row.tip = shown(image.normalised.empty() ? image.written : image.normalised);
    row.cells.resize(ImagesView::ColumnCount);
    row.cells[ImagesView::Name] = just(strong(shown(image.written)));
    row.cells[ImagesView::Name].parts.front().cutMiddle = true; // the end tells images of one registry apart
    row.cells[ImagesView::Running] = runningCell(image);
    row.cells[ImagesView::Pinned] = pinnedCell(scan);
    row.cells[ImagesView::Scanned] = scannedCell(scan, snapshot.loaded->catalogue.policy.scanMaxAgeDays);
    row.cells[ImagesView::Report] = reportCell(snapshot, image, scan);
    counts(row, scan, told);
    std::vector<std::string> names;
    for (const Use& use : uses)
        names.push_back(model.architecture.workload(use.workload).name);
    std::sort(names.begin(), names.end());
    row.cells[ImagesView::Users] = {{plain(listed(names, 3))}, listed(names, 40), static_cast<double>(names.size())};
    row.cells[ImagesView::Where] = place(model.inventory, row.evidence);
    return row;
}

QString recordWords(const ScanRecord& record)
{
    switch (record.kind) {
    case ScanRecord::Kind::image:
        return QObject::tr("image not in use here");
    case ScanRecord::Kind::workload:
        return QObject::tr("workload not in the input");
    case ScanRecord::Kind::filesystem:
        return QObject::tr("a file system, no image");
    case ScanRecord::Kind::repository:
        return QObject::tr("a source repository, no image");
    case ScanRecord::Kind::sbom:
        return QObject::tr("a list of parts, matches no image in use");
    case ScanRecord::Kind::infrastructure:
        return QObject::tr("configuration, no image");
    case ScanRecord::Kind::other:
        break;
    }
    return QObject::tr("matches nothing in use");
}

// A record, or a report without any (`record` null), that is evidence for no image in use.
CellsRow unusedRow(const Snapshot& snapshot, const ScanReport& report, const ScanRecord* record)
{
    const Inventory& inventory = snapshot.model().inventory;
    CellsRow row;
    row.kind = ImagesView::unusedReport;
    row.evidence = record && record->evidence.valid() ? record->evidence : report.evidence;
    if (!row.evidence.valid())
        row.evidence.file = report.file;
    row.cells.resize(ImagesView::ColumnCount);
    const QString target = record ? shown(record->target) : QString();
    row.cells[ImagesView::Name] = just(plain(target.isEmpty() ? fileName(inventory, row.evidence) : target));
    row.cells[ImagesView::Name].parts.front().tone = Tone::quiet;
    for (const int column : {ImagesView::Running, ImagesView::Pinned})
        row.cells[static_cast<std::size_t>(column)] = {{quiet(QStringLiteral("–"))}, {}, 9.0};
    row.cells[ImagesView::Scanned] = verdict(Verdict::notApplicable, QObject::tr("unused"), {});
    row.cells[ImagesView::Report] = {
        {plain(record ? recordWords(*record) : QObject::tr("holds no result")), quiet(fileName(inventory, row.evidence))},
        QObject::tr("%1 report").arg(shown(report.tool)) +
            (record && !record->attemptedReason.empty() ? QStringLiteral(": ") + shown(record->attemptedReason) : QString()),
        {}};
    counts(row, {}, false);
    row.cells[ImagesView::Users] = {{quiet(QObject::tr("none"))}, {}, 0.0};
    row.cells[ImagesView::Where] = place(inventory, row.evidence);
    return row;
}

std::vector<CellsRow> rowsOf(const Snapshot& snapshot)
{
    const Model& model = snapshot.model();
    std::vector<std::vector<Use>> uses(model.architecture.images.size());
    std::set<Place> used; // records that say something of an image
    const auto& workloads = snapshot.posture().workloads;
    for (std::size_t i = 0; i < workloads.size(); ++i)
        for (const ImageScan& scan : workloads[i].images) {
            if (!scan.image.valid())
                continue;
            uses[scan.image.pos()].push_back({WorkloadId(i), &scan});
            for (std::size_t k = 1; k < scan.evidence.size(); ++k)
                used.insert(placeOf(scan.evidence[k]));
        }
    std::vector<CellsRow> rows;
    for (std::size_t i = 0; i < uses.size(); ++i)
        if (!uses[i].empty())
            rows.push_back(imageRow(snapshot, i, std::move(uses[i])));
    std::stable_sort(rows.begin(), rows.end(), [](const CellsRow& a, const CellsRow& b) {
        return a.cells[ImagesView::Scanned].order < b.cells[ImagesView::Scanned].order;
    });
    for (const ScanReport& report : model.inventory.reports) {
        if (report.records.empty())
            rows.push_back(unusedRow(snapshot, report, nullptr));
        for (const ScanRecord& record : report.records)
            if (used.count(placeOf(record.evidence)) == 0)
                rows.push_back(unusedRow(snapshot, report, &record));
    }
    return rows;
}

std::vector<TableColumn> columns()
{
    return {{QObject::tr("Image"), QObject::tr("The reference as it is written, or what a report without an image names"), 270},
            {QObject::tr("Scanned"), QObject::tr("What the report in the input says; stale after the limit of the policy"), 108},
            {QObject::tr("Report and match"), QObject::tr("How the report was joined to the image, and which it is"), 290},
            {QObject::tr("Age"), QObject::tr("Days between the scan and the review's date"), 60, true},
            {QObject::tr("Critical"), QObject::tr("Critical vulnerabilities in the report"), 66, true},
            {QObject::tr("High"), QObject::tr("High vulnerabilities in the report"), 54, true},
            {QObject::tr("Fixable"), QObject::tr("Critical and high ones with a fix"), 66, true},
            {QObject::tr("Pinned"), QObject::tr("Whether the reference can come to mean another image"), 96},
            {QObject::tr("Used by"), QObject::tr("Workloads that run it"), 170},
            {QObject::tr("Running"), QObject::tr("Digests that pods in the input run, eight hex digits"), 140},
            {QObject::tr("Evidence"), QObject::tr("Where the image, or the report, is written"), 200}};
}

} // namespace

ImagesView::ImagesView(const ViewContext& context, QWidget* parent)
    : CellsPage(context, QStringLiteral("images"), columns(), rowsOf, parent)
{
    table()->setAccessibleName(tr("Images and reports"));
    addChip(marked(diagram::Mark::present, tr("told by a report")), tr("Images that a report in the input covers"));
    addChip(marked(diagram::Mark::unknown, tr("cannot be told")),
            tr("Images that no report covers, or only one of another digest or version"));
    addChip(withIcon(diagram::Icon::report, tr("reports without an image")), tr("What was scanned and is not in use here"));
    auto* join = new QAction(tr("&Join by hand…"), this);
    join->setObjectName(QStringLiteral("joinRow"));
    join->setToolTip(tr("Say which image a report is about, or which report an image has"));
    join->setShortcut(QKeySequence(Qt::Key_F2));
    join->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    connect(join, &QAction::triggered, this, &ImagesView::join);
    addAction(join); // in the menu of a row
    sayWhenEmpty(tr("Images and scan reports appear here once sources are read."));
}

void ImagesView::join()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const CellsRow* row = snapshot && !building() ? rowAt(currentRow()) : nullptr;
    if (!row)
        return void(emit said(tr("Choose an image or a report first.")));
    if (row->kind == unusedReport) {
        const std::string path = snapshot->model().inventory.files[row->evidence.file.pos()].path;
        const std::vector<JoinableReport> reports = joinableReports(*snapshot);
        if (std::none_of(reports.begin(), reports.end(), [&](const JoinableReport& one) { return one.path == path; }))
            return void(
                emit said(tr("Only a report of exactly one thing can be joined by hand; this one is of several, or of none.")));
        return m_state.editReview({ReviewKind::reportMatch, path, {}});
    }
    const Image& image = snapshot->model().architecture.images[static_cast<std::size_t>(row->index)];
    const auto& files = snapshot->model().inventory.files;
    for (std::size_t file = 0; file < files.size() && !snapshot->review->reportMatches.empty(); ++file)
        if (isJoinedByHand(*snapshot, FileId(file), image))
            return m_state.editReview({ReviewKind::reportMatch, files[file].path, {}});
    if (row->kind == covered)
        return void(emit said(tr("A report already covers this image.")));
    m_state.editReview({ReviewKind::reportMatch, {}, image.normalised.empty() ? image.written : image.normalised});
}

std::size_t ImagesView::sizeOf(const Snapshot& snapshot) const
{
    return snapshot.model().architecture.images.size() + snapshot.model().inventory.reports.size();
}

void ImagesView::snapshotChanged(const Snapshot& snapshot)
{
    std::set<ImageId> inUse, told;
    for (const WorkloadPosture& workload : snapshot.posture().workloads)
        for (const ImageScan& scan : workload.images)
            if (scan.image.valid()) {
                inUse.insert(scan.image);
                if (scan.scanned != Verdict::unknown && scan.scanned != Verdict::notApplicable)
                    told.insert(scan.image);
            }
    setNote(tr("%1 of %2").arg(told.size()).arg(inUse.size()));
    sayWhenEmpty(tr("No image and no scan report is in the input."));
}

void ImagesView::rowsChanged()
{
    std::array<int, 3> number{};
    for (const CellsRow& row : cells().rows())
        ++number[static_cast<std::size_t>(row.kind)];
    chips()[covered]->setWords(tr("told by a report %1").arg(number[covered]));
    chips()[uncovered]->setWords(tr("cannot be told %1").arg(number[uncovered]));
    chips()[unusedReport]->setWords(tr("reports without an image %1").arg(number[unusedReport]));
}

QString ImagesView::shownText(int shown, int all) const
{
    return shown == all ? all == 1 ? tr("1 row") : tr("%1 rows").arg(all) : tr("%1 of %2 rows shown").arg(shown).arg(all);
}

} // namespace bartizan::desktop
