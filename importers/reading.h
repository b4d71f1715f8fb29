// SPDX-License-Identifier: GPL-3.0-or-later
// The parallel part of an import: files come in one by one, workers turn them into private inventories, and take()
// puts these together in the order of delivery, whichever worker was first. Texts wait in a queue of bounded size.
// Workers start when there is a second file; the caller of take() is one of them, so that a single file needs none.
#pragma once

#include "importers/draft.h"
#include "importers/reading_state.h"
#include "importers/sources.h"

#include <chrono>
#include <condition_variable>
#include <cstddef>
#include <deque>
#include <mutex>
#include <thread>
#include <vector>

namespace bartizan::importers {

class Reading {
public:
    Reading(const ImportOptions& options, const JobControl& control);
    Reading(const Reading&) = delete;
    Reading& operator=(const Reading&) = delete;
    ~Reading(); // ends the workers, dropping what is still queued

    // For the options' watch: all sources, and how many files are in one of them.
    void expect(const std::vector<std::string>& sources);
    void found(std::size_t source, std::size_t files);
    void add(DeliveredFile file); // blocks while too much text waits
    Draft take();                 // helps and waits for the workers; call once

private:
    struct Item {
        std::size_t index = 0;
        std::shared_ptr<const document::FileText> text;
    };
    struct File {
        SourceFile record;
        std::shared_ptr<const document::FileText> kept;
        FileImport result;
    };

    void startWorker();
    void work();
    void finish(bool help);
    void count(const File& entry); // with the lock
    void tell(bool atOnce);        // without it

    const ImportOptions& m_options;
    const JobControl& m_control;
    Limits m_limits; // of the options, with the job's stop
    const unsigned m_jobs;
    std::deque<File> m_files; // a deque: workers hold references while more are added
    std::deque<Item> m_queue;
    std::size_t m_bytesInFlight = 0;
    std::size_t m_bytesKept = 0;
    std::uint64_t m_bytesDone = 0;
    bool m_closed = false;
    ReadingState m_state;
    std::vector<std::size_t> m_delivered; // files, by source
    std::size_t m_source = 0;             // that files come from now
    std::chrono::steady_clock::time_point m_told{};
    std::mutex m_telling; // taken before m_mutex
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::thread> m_workers;
};

// What was read from one more file, put after what is there; its text is not kept.
void addFile(Draft& draft, SourceFile record, FileImport result);

} // namespace bartizan::importers
