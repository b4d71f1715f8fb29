// SPDX-License-Identifier: GPL-3.0-or-later
// The lines of evidence that a report quotes, read again from their files: what ReportOptions::excerpt asks.
#pragma once

#include "app/load.h"
#include "app/source_excerpt.h"

#include <functional>

namespace bartizan::app {

// Reads the files; blocks. What is returned must not outlive `loaded`.
std::function<report::Excerpt(const Evidence&)> reportExcerpts(const Loaded& loaded, const JobControl& = {});

} // namespace bartizan::app
