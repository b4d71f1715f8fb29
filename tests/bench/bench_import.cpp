// SPDX-License-Identifier: GPL-3.0-or-later
// The whole import (documents -> inventory) of a real snapshot of 10,000 pods, 155 MB of JSON, whose bytes are in memory,
// against the first DOM parse of the same bytes by a fresh simdjson parser. Goals: at most 8 times its time; at most 3
// bytes of memory for each byte of the input, counted as the growth of the peak resident size over the state in which
// the bytes are in memory (they are not counted, what the import keeps is). With two threads: at least 1.7 times as
// fast over 16 equal files, 1.25 times on one List. Resolving is a line of its own.
#include "importers/archive/archive_reader.h"
#include "importers/catalogue/load_catalogue.h"
#include "importers/document/json_reader.h"
#include "importers/put_together.h"
#include "model/resolve/resolve.h"
#include "tests/bench/bench.h"
#include "tests/support/paths.h"

#include <simdjson.h>

using namespace bartizan;
using bench::print;
using document::FileText;

namespace {

using Texts = std::vector<std::string>;

struct Measured {
    double cpu = 0, wall = 0;
    std::size_t peak = 0, kept = 0;
    Inventory inventory;
};

Measured import(Texts texts, unsigned jobs)
{
    importers::ImportOptions options;
    options.jobs = jobs;
    const JobControl control;
    SourcesResult delivered;
    ::malloc_trim(0);
    bench::resetPeak();
    const std::size_t before = bench::residentBytes();
    const double cpu = bench::processSeconds();
    const double wall = bench::wallSeconds();
    importers::Reading reading(options, control);
    for (std::size_t i = 0; i < texts.size(); ++i) {
        SourceSummary summary;
        summary.path = "snapshot-" + std::to_string(i) + ".json";
        summary.format = "file";
        summary.bytes = texts[i].size();
        summary.files = 1;
        delivered.sources.push_back(summary);
        reading.add({i, FileText::make(summary.path, std::move(texts[i]), FileId(i)), {}});
    }
    auto inventory = importers::putTogether(reading, delivered, options, control);
    Measured measured;
    measured.cpu = bench::processSeconds() - cpu;
    measured.wall = bench::wallSeconds() - wall;
    measured.peak = bench::peakBytes() - before;
    if (inventory)
        measured.inventory = std::move(*inventory);
    return measured;
}

// The items of a List as so many Lists of the same size each.
Texts split(const std::string& text, std::size_t parts)
{
    const auto result = document::readJson(FileText::make("snapshot.json", text));
    const document::Node items = result.documents.front().root()["items"];
    Texts texts;
    for (std::size_t part = 0; part < parts; ++part) {
        std::string list = R"({"apiVersion":"v1","kind":"List","metadata":{"resourceVersion":""},"items":[)";
        const std::size_t first = items.size() * part / parts, last = items.size() * (part + 1) / parts;
        for (std::size_t i = first; i < last; ++i) {
            const document::ByteRange range = rangeOf(items.at(i));
            list.append(i == first ? "" : ",").append(text, range.begin, range.end - range.begin);
        }
        texts.push_back(std::move(list) + "]}");
    }
    return texts;
}

template <class Clock>
double least(Clock clock, int runs, const Texts& texts, unsigned jobs)
{
    double least = 1e9;
    for (int i = 0; i < runs; ++i)
        least = std::min(least, clock(import(texts, jobs)));
    return least;
}

void run(const std::string& text)
{
    const double bytes = static_cast<double>(text.size());
    const simdjson::padded_string padded(text);
    const auto freshParse = [&] {
        simdjson::dom::parser parser;
        (void)parser.parse(padded).error();
    };
    const auto cpu = [](const Measured& m) { return m.cpu; };
    const auto wall = [](const Measured& m) { return m.wall; };
    const auto catalogue = importers::defaultCatalogue();
    double resolving = 0;
    {
        const Measured first = import({text}, 1);
        print("import.peak-memory", static_cast<double>(first.peak) / bytes, "bytes/byte",
              static_cast<double>(first.peak) / bytes, "of-input-bytes");
        resolving = bench::best(2, [&] { resolve(first.inventory, *catalogue); });
    }
    double fresh = 1e9, one = 1e9, oneThread = 1e9, twoThreads = 1e9;
    for (int round = 0; round < 4; ++round) { // in turns: the machine may be slow for a while
        fresh = std::min(fresh, bench::best(2, freshParse));
        one = std::min(one, least(cpu, 1, {text}, 1));
        twoThreads = std::min(twoThreads, least(wall, 1, {text}, 2));
        oneThread = std::min(oneThread, least(wall, 1, {text}, 1));
    }
    print("import.cpu-time.1-thread", one, "s", one / fresh, "of-simdjson-dom-fresh");
    print("import.wall-time.2-threads", twoThreads, "s", twoThreads / fresh, "of-simdjson-dom-fresh");
    print("import.rate", bytes / one / 1e6, "MB/s", fresh / one, "simdjson-dom-fresh");
    print("resolve.cpu-time", resolving, "s", resolving / fresh, "of-simdjson-dom-fresh");
    print("import.one-list.2-threads", twoThreads, "s", oneThread / twoThreads, "1-thread");
    const Texts parts = split(text, 16);
    const double oneOfParts = least(wall, 3, parts, 1), twoOfParts = least(wall, 3, parts, 2);
    print("import.16-files.2-threads", twoOfParts, "s", oneOfParts / twoOfParts, "1-thread");
}

} // namespace

int main()
{
    const auto packed = test::readFile(test::corpusDir() / "snapshots" / "real-apiserver-scale-10k" / "all-no-secrets.json.xz");
    if (!packed) {
        std::fprintf(stderr, "the shared corpus is not there\n");
        return 77;
    }
    std::string text;
    archive::readArchive(*packed, "all-no-secrets.json.xz", {}, [&](archive::Member member) {
        text = std::move(member.bytes);
        return FileId{};
    });
    run(text);
    return 0;
}
