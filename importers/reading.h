// SPDX-License-Identifier: GPL-3.0-or-later
// The parallel part of an import: files come in one by one, workers turn them into private inventories, and take()
// puts these together in the order of delivery, whichever worker was first. Texts wait in a queue of bounded size.
// Workers start when there is a second file; the caller of take() is one of them, so that a single file needs none.
#pragma once

#include "importers/draft.h"
#include "importers/sources.h"

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
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::vector<std::thread> m_workers;
};

// What was read from one more file, put after what is there; its text is not kept.
void addFile(Draft& draft, SourceFile record, FileImport result);

} // namespace bartizan::importers
