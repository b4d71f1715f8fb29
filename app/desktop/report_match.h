// SPDX-License-Identifier: GPL-3.0-or-later
// Which reports a person may join to which images, and what must be said before: digests that differ win over a person,
// and a report is never taken for another build in silence. Pure functions over a snapshot; used by ReviewParts.
#pragma once

#include "app/desktop/session.h"

#include <string>
#include <vector>

namespace bartizan::desktop {

struct JoinableReport {
    std::string path; // as the review keys it
    QString title;    // path, tool and what it names
    const ScanRecord* record = nullptr;
};
struct JoinableImage {
    std::string written, reference; // reference: as the review keeps it
    const Image* image = nullptr;
};

// Reports of exactly one thing that cover no image in use; and `with`, whatever it covers.
std::vector<JoinableReport> joinableReports(const Snapshot& snapshot, const std::string& with = {});
// Images in use that no report covers; and `with`, a reference.
std::vector<JoinableImage> joinableImages(const Snapshot& snapshot, const std::string& with = {});

// What the digests of both say about it, in one sentence.
QString digestRemark(const JoinableReport& report, const JoinableImage& image);

bool isJoinedByHand(const Snapshot& snapshot, FileId report, const Image& image); // the review says so

} // namespace bartizan::desktop
