// SPDX-License-Identifier: GPL-3.0-or-later
// The images that services run, each once however many run it: one image is one digest where the reference names it, else
// one reference as it is written. Counted so by the charts and tables of the window and the report.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

struct ImageInUse {
    // Of its uses the one that is covered worst stands for all; owned by the posture.
    const WorkloadPosture::ImageScan* scan = nullptr;
    std::vector<WorkloadId> users; // in the order asked for
};
std::vector<ImageInUse> imagesInUse(const Posture&); // by reference, then digest
std::vector<ImageInUse> imagesInUse(const Posture&, const std::vector<WorkloadId>& users);

// Gaps come before what nobody can tell, then what is covered in part.
bool coveredWorse(const WorkloadPosture::ImageScan&, const WorkloadPosture::ImageScan&);

// A report about another digest or version is none about this image.
bool hasReport(const WorkloadPosture::ImageScan&);
int reportAge(const WorkloadPosture::ImageScan&); // days; -1 = no report that counts, or one without a date

// By age of the report that counts: up to 7, 30, 90 days, older, no report with a date.
std::array<std::size_t, 5> scanAges(const std::vector<ImageInUse>&);

} // namespace bartizan
