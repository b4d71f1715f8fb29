// SPDX-License-Identifier: GPL-3.0-or-later
// The lines that evidence cites, read again from their source. Every line that holds something secret is
// masked (concealment.h); a file that changed since is said to have changed. Reads and parses that one file, so call it
// on a worker thread; follows nothing.
#pragma once

#include "model/inventory.h"
#include "model/progress.h"
#include "model/result.h"

#include <map>
#include <string>
#include <tuple>
#include <vector>

namespace bartizan::app {

struct ExcerptLine {
    std::uint32_t number = 0; // 1-based
    std::string text;         // at most 400 bytes, cut at a code point
    bool cited = false;
    bool masked = false;
};
struct Excerpt {
    std::string path;
    std::vector<ExcerptLine> lines;
    std::size_t firstCited = 0; // index into lines
    bool changed = false;       // the file's digest is not the one that was imported
};

// `around`: lines shown before and after the cited ones; 0 = the whole file (at most 20,000 lines).
// Errors: "no-file" (evidence of absence), "gone" (the file can no longer be read), "stopped".
Result<Excerpt> excerpt(const Inventory&, const Evidence&, std::uint32_t around, const JobControl& = {});

struct CitedFile { // of which no inventory is at hand any more
    std::string source, path, sha256;
};
Result<Excerpt> excerpt(const CitedFile&, const Evidence&, std::uint32_t around, const JobControl& = {});

// The same for many pieces of evidence: each source is read once, each cited file searched for secrets once. want() all, read(), then ask.
class ExcerptBook {
public:
    // `standsAt`: where a source stands now, by its path as given; one that is not named stands there.
    ExcerptBook(const Inventory& inventory, std::uint32_t around, std::map<std::string, std::string> standsAt = {})
        : m_inventory(inventory), m_around(around), m_standsAt(std::move(standsAt))
    {
    }

    void want(const Evidence& evidence);
    void read(const JobControl& = {});                                     // stopped, it has what it read so far
    const std::vector<ExcerptLine>* lines(const Evidence& evidence) const; // null: gone, changed, or not wanted

private:
    using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>; // file, first and last line
    static Key keyOf(const Evidence& evidence) { return {evidence.file.value, evidence.line, evidence.lastLine}; }

    const Inventory& m_inventory;
    std::uint32_t m_around;
    std::map<std::string, std::string> m_standsAt;
    std::map<Key, Evidence> m_wanted; // those of one file follow each other
    std::map<Key, std::vector<ExcerptLine>> m_lines;
};

} // namespace bartizan::app
