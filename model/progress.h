// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells how far it is and learns that it should stop. Both are safe from any thread.
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <stop_token>

namespace bartizan {

// In the order in which an import takes them; the rest stand alone.
enum class Step : std::uint8_t {
    reading,
    puttingTogether,
    kustomizations,
    resolving,
    decidingLayers,
    lookingForPaths,
    makingDrawing,
    layingOut,
    comparing,
    readingReview,
    writingReport,
};
constexpr std::size_t stepCount = 11;

// As the command line shows it: "Deciding layers".
constexpr const char* stepName(Step step)
{
    constexpr const char* names[stepCount] = {"Reading",
                                              "Putting together",
                                              "Building kustomizations",
                                              "Resolving",
                                              "Deciding layers",
                                              "Looking for paths",
                                              "Drawing",
                                              "Laying out",
                                              "Comparing",
                                              "Reading the review",
                                              "Writing the report"};
    return names[static_cast<std::size_t>(step)];
}

struct ProgressReport {
    Step step = Step::reading;
    std::uint64_t done = 0;  // in units of the step (bytes, files, services)
    std::uint64_t total = 0; // 0 = not known
};

struct JobControl {
    std::stop_token stop;
    std::function<void(const ProgressReport&)> progress; // may be empty

    bool stopped() const { return stop.stop_requested(); }
    void report(Step step, std::uint64_t done, std::uint64_t total) const
    {
        if (progress)
            progress({step, done, total});
    }
};

} // namespace bartizan
