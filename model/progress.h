// SPDX-License-Identifier: GPL-3.0-or-later
// How long work tells how far it is and learns that it should stop. Both are safe from any thread.
#pragma once

#include <cstdint>
#include <functional>
#include <stop_token>
#include <string>

namespace bartizan {

struct ProgressReport {
    std::string step;        // "Reading", "Resolving", "Deciding layers", ...
    std::uint64_t done = 0;  // in units of the step (bytes, files, objects)
    std::uint64_t total = 0; // 0 = not known
};

struct JobControl {
    std::stop_token stop;
    std::function<void(const ProgressReport&)> progress; // may be empty

    bool stopped() const { return stop.stop_requested(); }
    void report(std::string step, std::uint64_t done, std::uint64_t total) const
    {
        if (progress)
            progress({std::move(step), done, total});
    }
};

} // namespace bartizan
