// SPDX-License-Identifier: GPL-3.0-or-later
// Coverage of scan reports: each image with the report that counts for it and how old it is; then the reports themselves.
#include "analysis/images_in_use.h"
#include "report/content/sections.h"
#include "report/text/sections.h"

#include <algorithm>
#include <span>

namespace bartizan::report {

namespace {

constexpr std::ptrdiff_t mostUnreportedAmongOthers = 40; // more are rows of their own table, by why they have none

Cell users(const Content& content, const ImageInUse& image)
{
    std::vector<std::string> services;
    for (const WorkloadId id : image.users)
        services.push_back(content.nameOf(id));
    return cell::text(ranges(services, 4));
}

void imagesWithReports(const Content& content, Writer& writer, std::span<const ImageInUse> images)
{
    writer.beginTable({{Column::Kind::text, "Image", 2.8, false},
                       {Column::Kind::mark, "Scanned", 1, false},
                       {Column::Kind::mark, "Pinned", 1, false},
                       {Column::Kind::text, "Age", 0.8, false},
                       {Column::Kind::number, "Critical", 0.9, false},
                       {Column::Kind::number, "High", 0.7, false},
                       {Column::Kind::number, "With a fix", 0.9, false},
                       {Column::Kind::text, "Used by", 1.5, false},
                       {Column::Kind::text, "Why", 4.6, false}},
                      "Images and the reports about them");
    for (const ImageInUse& image : images) {
        if (writer.stopped())
            return;
        const WorkloadPosture::ImageScan& scan = *image.scan;
        const int age = reportAge(scan);
        const auto amount = [&](int value) {
            return hasReport(scan) ? cell::number(static_cast<std::size_t>(value)) : cell::dim("–");
        };
        writer.row({cell::code(scan.reference), cell::mark(scan.scanned), cell::mark(scan.pinned),
                    age >= 0 ? cell::text(std::to_string(age) + " d") : cell::dim("–"), amount(scan.critical), amount(scan.high),
                    amount(scan.fixableCriticalHigh), users(content, image), cell::text(scan.explanation)});
    }
    writer.endTable();
}

void imagesWithoutReport(const Content& content, Writer& writer, std::span<ImageInUse> images)
{
    std::stable_sort(images.begin(), images.end(),
                     [](const ImageInUse& a, const ImageInUse& b) { return a.scan->explanation < b.scan->explanation; });
    writer.heading(counted(images.size(), "image") + " without a report");
    writer.beginTable({{Column::Kind::text, "Image", 4, false},
                       {Column::Kind::mark, "Scanned", 1, false},
                       {Column::Kind::mark, "Pinned", 1, false},
                       {Column::Kind::text, "Used by", 4, false}},
                      "Images without a report, by why");
    const std::string* why = nullptr;
    for (const ImageInUse& image : images) {
        if (writer.stopped())
            return;
        const WorkloadPosture::ImageScan& scan = *image.scan;
        if (!why || *why != scan.explanation)
            writer.tableGroup(*(why = &scan.explanation));
        writer.row({cell::code(scan.reference), cell::mark(scan.scanned), cell::mark(scan.pinned), users(content, image)});
    }
    writer.endTable();
}

} // namespace

void writeScans(const Content& content, Writer& writer)
{
    std::vector<ImageInUse> images = imagesInUse(content.posture, content.workloads);
    const std::size_t covered = images.size() - scanAges(images).back();
    const int limit = content.catalogue.policy.scanMaxAgeDays;
    writer.section(
        {nameOf("reports"),
         images.empty() ? "No image is in the input"
                        : withThousands(covered) + " of " + counted(images.size(), "image") + " with a dated scan report",
         "A report counts for an image by its digest, or by a tag that means one image only. " +
             (limit > 0 ? "Older than " + std::to_string(limit) + " days is stale" : std::string("No age limit is set")) +
             ". No report means unknown, not a gap. One image is one digest, or one reference where no digest is written.",
         false});
    const auto unreported =
        std::stable_partition(images.begin(), images.end(), [](const ImageInUse& image) { return hasReport(*image.scan); });
    const bool apart = images.end() - unreported > mostUnreportedAmongOthers;
    if (const std::span together(images.begin(), apart ? unreported : images.end()); !together.empty())
        imagesWithReports(content, writer, together);
    if (apart)
        imagesWithoutReport(content, writer, {unreported, images.end()});
    if (content.ofOneOwner())
        return;
    writer.heading("Reports that were read");
    if (content.inventory.reports.empty())
        return writer.paragraph("No scan report is in the input.");
    writer.beginTable({{Column::Kind::text, "Report", 3, false},
                       {Column::Kind::text, "Tool", 1.6, false},
                       {Column::Kind::text, "Made", 1.4, false},
                       {Column::Kind::text, "Database of", 1.4, false},
                       {Column::Kind::number, "Things scanned", 1, false},
                       {Column::Kind::number, "Vulnerabilities", 1, false}},
                      "Scan reports");
    for (const ScanReport& report : content.inventory.reports) {
        std::size_t vulnerabilities = 0, scanned = 0;
        for (const ScanRecord& record : report.records) {
            vulnerabilities += record.vulnerabilities.size();
            scanned += record.attempted ? 0 : 1;
        }
        const auto time = [](const std::string& written) {
            return written.empty() ? cell::dim("not written") : cell::text(written.substr(0, 10));
        };
        writer.row({cell::code(report.file.valid() ? content.inventory.files[report.file.pos()].path : std::string()),
                    cell::text(report.tool + (report.toolVersion.empty() ? "" : " " + report.toolVersion)), time(report.time),
                    time(report.databaseTime), cell::number(scanned), cell::number(vulnerabilities)});
    }
    writer.endTable();
}

} // namespace bartizan::report
