// SPDX-License-Identifier: GPL-3.0-or-later
// One review on disk: opened, saved as a whole, and kept in a journal between saves so that nothing confirmed is lost
// when the program dies. The journal is a review file in the user's state folder, one for each program that has the
// review open (a lock tells a living program from a dead one). When autosave() or save() has returned, the review is
// durable. Reviews go in and out with openable source paths (review_file.h). Every function may be called from any
// thread and blocks on the disk; one at a time runs, but read() runs beside the others.
#pragma once

#include "model/progress.h"
#include "model/result.h"
#include "model/review.h"

#include <filesystem>
#include <mutex>
#include <optional>
#include <string>

namespace bartizan::app {

// A review file for reading only. Errors: "review-unreadable" and those of readReview().
Result<Review> loadReview(const std::filesystem::path& path);
bool isReviewPath(const std::filesystem::path& path); // by its ending, ".bartizan"

std::filesystem::path stateFolder(); // $XDG_STATE_HOME/bartizan, else ~/.local/state/bartizan

class ReviewStore {
public:
    struct Opened {
        Review review;                   // as in the file
        std::optional<Review> recovered; // what a program that died had changed and not saved
        bool fileMovedOn = false;        // ... and the file was changed since by somebody else
    };

    struct Slot { // one program's place for a journal; holds its lock
        Slot() = default;
        Slot(Slot&& other) noexcept;
        Slot& operator=(Slot&& other) noexcept;
        ~Slot();
        std::string key;
        int number = 0, lock = -1;
    };
    struct Found { // what read() brings to take(); holds the journal meanwhile
        Opened opened;
        std::filesystem::path path;
        std::string digest;
        Slot slot;
        bool journal = false;
    };

    explicit ReviewStore(std::filesystem::path state = stateFolder());
    ~ReviewStore(); // keeps the journal; whoever closes without saving calls discard() first
    ReviewStore(const ReviewStore&) = delete;
    ReviewStore& operator=(const ReviewStore&) = delete;

    // `path` "": a new review without a file. On an error the store is what it was.
    Result<Opened> open(const std::filesystem::path& path);
    // The same in two parts: read() changes nothing of the store ("stopped" when `job` was), take() is quick.
    Result<Found> read(const std::filesystem::path& path, const JobControl& job = {}) const;
    Opened take(Found found);
    // Error "review-changed" when the file is not what was opened or saved last, unless `overwrite`; another path than
    // the opened one is taken over and overwritten. The journal ends with it.
    Result<bool> save(const std::filesystem::path& path, const Review& review, bool overwrite = false);
    Result<bool> autosave(const Review& review);
    void discard(); // forgets the journal

    bool changedOnDisk() const; // somebody else wrote the file, or took it away
    std::filesystem::path path() const;

private:
    Result<Found> readFile(const std::filesystem::path& path, const JobControl& job) const;
    void findJournal(Found& found) const;
    Slot takeSlot(const std::filesystem::path& path,
                  bool leftBehind) const; // leftBehind: one with a dead program's journal first
    std::filesystem::path journalOf(const Slot& slot) const;
    Result<bool> writeJournal(const Review& review);

    mutable std::mutex m_mutex;
    std::filesystem::path m_state, m_path;
    std::string m_digest; // of the file as opened or saved; "" = there was none
    Slot m_slot;
    bool m_journal = false;
};

} // namespace bartizan::app
