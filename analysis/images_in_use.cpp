// SPDX-License-Identifier: GPL-3.0-or-later
#include "analysis/images_in_use.h"

#include <algorithm>
#include <limits>
#include <map>
#include <tuple>

namespace bartizan {

namespace {

using ImageScan = WorkloadPosture::ImageScan;

int coverage(Verdict verdict) // 0 = worst
{
    switch (verdict) {
    case Verdict::missing:
        return 0;
    case Verdict::unknown:
        return 1;
    case Verdict::partial:
        return 2;
    case Verdict::present:
        return 3;
    case Verdict::notApplicable:
        break;
    }
    return 4;
}

} // namespace

bool hasReport(const ImageScan& scan)
{
    return scan.scanned != Verdict::unknown && scan.scanned != Verdict::notApplicable;
}

int reportAge(const ImageScan& scan)
{
    return hasReport(scan) ? scan.ageDays : -1;
}

bool coveredWorse(const ImageScan& a, const ImageScan& b)
{
    // Without a date is worse than any age.
    const auto rank = [](const ImageScan& scan) {
        return std::tuple(coverage(scan.scanned), reportAge(scan) < 0 ? std::numeric_limits<int>::min() : -reportAge(scan),
                          coverage(scan.pinned));
    };
    return rank(a) < rank(b);
}

std::vector<ImageInUse> imagesInUse(const Posture& posture, const std::vector<WorkloadId>& users)
{
    std::map<std::pair<bool, std::string>, ImageInUse> images;
    for (const WorkloadId id : users)
        for (const ImageScan& scan : posture.workloads[id.pos()].images) {
            const bool byDigest = !scan.digest.empty();
            ImageInUse& image = images[{byDigest, byDigest ? scan.digest : scan.reference}];
            if (!image.scan || coveredWorse(scan, *image.scan))
                image.scan = &scan;
            if (image.users.empty() || image.users.back() != id)
                image.users.push_back(id);
        }
    std::vector<ImageInUse> result;
    result.reserve(images.size());
    for (auto& [key, image] : images)
        result.push_back(std::move(image));
    std::stable_sort(result.begin(), result.end(), [](const ImageInUse& a, const ImageInUse& b) {
        return std::tie(a.scan->reference, a.scan->digest) < std::tie(b.scan->reference, b.scan->digest);
    });
    return result;
}

std::vector<ImageInUse> imagesInUse(const Posture& posture)
{
    std::vector<WorkloadId> all;
    for (std::size_t i = 0; i < posture.workloads.size(); ++i)
        all.emplace_back(i);
    return imagesInUse(posture, all);
}

std::array<std::size_t, 5> scanAges(const std::vector<ImageInUse>& images)
{
    std::array<std::size_t, 5> ages{};
    for (const ImageInUse& image : images) {
        const int days = reportAge(*image.scan);
        ++ages[days < 0 ? 4 : days <= 7 ? 0 : days <= 30 ? 1 : days <= 90 ? 2 : 3];
    }
    return ages;
}

} // namespace bartizan
