// SPDX-License-Identifier: GPL-3.0-or-later
// Every bound that keeps hostile input from taking the machine, each with its reason. Reaching one is a Problem that
// names the file and the limit ("limit-..."), and the rest of the input goes on. Tests pass smaller values.
#pragma once

#include <cstddef>
#include <stop_token>
#include <cstdint>

namespace bartizan {

struct Limits {
    // Reading one file.
    std::size_t fileBytes = std::size_t{1} << 30;      // tree offsets are 32 bits; a 50,000-pod snapshot is about 0.8 GB
    std::size_t documents = 100'000;                   // the largest real dump seen has 25,744 objects
    std::size_t depth = 200;                           // Kubernetes objects stay below 60; bounds every recursion
    std::size_t nodes = 24'000'000;                    // 28 bytes each: 670 MB; the 155 MB snapshot has 2.8 million
    std::size_t scalarBytes = std::size_t{16} << 20;   // the API server refuses objects above about 3 MB
    std::size_t aliases = 20'000;                      // uses of anchors in one document
    std::size_t expandedNodes = 2'000'000;             // nodes a walk sees more than were written ("billion laughs")
    std::size_t expandedBytes = std::size_t{64} << 20; // the same for the text of aliased scalars
    std::size_t problemsPerFile = 200;                 // beyond it one problem says how many were left out

    // The import job.
    std::size_t bytesInFlight = std::size_t{96} << 20; // text that waits for a worker; one larger file may wait alone
    std::size_t keptFileBytes = std::size_t{8} << 20;  // files that kustomizations may name; the largest are CRD bundles
    std::size_t keptBytes = std::size_t{256} << 20;    // of all these together, until the kustomizations are built

    // Archives.
    std::size_t archiveEntries = 200'000;                  // must-gather archives have tens of thousands
    std::size_t archiveBytes = std::size_t{4} << 30;       // unpacked, one archive with everything inside it
    std::size_t archiveRatio = 400;                        // a real cluster snapshot packs 42 to 1; bombs pack 1000 to 1
    std::size_t archiveRatioFloor = std::size_t{16} << 20; // small outputs are harmless whatever their ratio
    std::size_t archiveNesting = 1;                        // an archive inside an archive, and no deeper

    // Folders.
    std::size_t folderFiles = 500'000;              // a monorepo checkout without its history
    std::size_t folderDepth = 64;                   // paths deeper than this are not written by people
    std::size_t totalBytes = std::size_t{16} << 30; // of all sources together; files are read one by one

    // Asked between the values and between the objects of a file: what is left is not read, and nobody uses the rest.
    std::stop_token stop;
};

} // namespace bartizan
