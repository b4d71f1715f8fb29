// SPDX-License-Identifier: GPL-3.0-or-later
// Whether a frozen review belongs together and still says the same: its members have the digests of its manifest, the
// inputs are what was read, and the report is made again with the same bytes. It tells what changed by accident or by
// hand; it is no signature: who can replace the whole archive can write another that belongs together.
// The archive is hostile input: bounded, in memory, nothing is unpacked; what is imported is bounded by what it claims.
#pragma once

#include "app/load.h"

namespace bartizan::app {

struct VerifyStep {
    enum class Result : std::uint8_t { same, differs, notFound, notChecked, note } result = Result::same;
    std::string what; // "members", "inputs", "report.pdf"
    std::string says; // one sentence; names come from the archive and from the disk
};
const char* verifyWord(VerifyStep::Result); // "same", "DIFFERS", "not found", "not checked", "note"

struct Verified {
    std::vector<VerifyStep> steps;
    bool any(VerifyStep::Result result) const; // is it that of a step?
};

struct VerifyOptions {
    std::string archive; // path
    std::string sources; // folder in which the inputs stand (placeBelow); "" = where the manifest says
    unsigned jobs = 0;
};

// Where a source of the manifest is looked for below `folder`, by its path alone: a relative path as it is ("shop/a"), one
// that goes up without what goes up ("../shop" and "x/../../shop": shop), "." is the folder itself, of an absolute path its
// last name. Never outside of the folder, whatever a stranger's manifest says. "" = nothing is left ("..", "/").
std::string placeBelow(const std::string& folder, const std::string& source);

// Errors: "frozen-unreadable" and those of readManifest(): there is nothing to verify. Needs what freeze() needs.
Result<Verified> verify(const VerifyOptions& options, const JobControl& job);

} // namespace bartizan::app
