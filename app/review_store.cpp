// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/review_store.h"

#include "app/durable_file.h"
#include "app/review_file.h"
#include "app/review_tree.h"
#include "importers/digest.h"

#include <algorithm>
#include <cstdlib>
#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>
#include <utility>

namespace bartizan::app {
namespace {

namespace fs = std::filesystem;

constexpr int mostSlots = 32; // programs with one review open
constexpr std::string_view baseLine = "# base: ";

std::string slotName(const std::string& key, int number, const char* ending)
{
    return key + "." + std::to_string(number) + ending;
}

Result<std::string> readText(const fs::path& path)
{
    auto bytes = readBounded(path, mostReviewBytes);
    if (!bytes && bytes.error().id == "file-size")
        return tl::unexpected(reviewSizeError(path.string()));
    if (!bytes)
        return tl::unexpected(Error{"review-unreadable", bytes.error().message});
    return bytes;
}

Review openable(Review review, const fs::path& path)
{
    for (ReviewSource& source : review.sources)
        source.path = openablePath(path, source.path);
    return review;
}

Review written(Review review, const fs::path& path)
{
    for (ReviewSource& source : review.sources)
        source.path = writtenPath(path, source.path);
    std::sort(review.sources.begin(), review.sources.end(),
              [](const ReviewSource& a, const ReviewSource& b) { return a.path < b.path; });
    return review;
}

bool sameReview(Review a, Review b, const fs::path& path)
{
    return writeReview(written(std::move(a), path)) == writeReview(written(std::move(b), path));
}

// A journal: "# base: DIGEST" and the review with openable paths.
std::optional<Review> readJournal(const fs::path& path, std::string& base)
{
    const auto text = readText(path);
    if (!text || !text->starts_with(baseLine))
        return std::nullopt;
    const std::size_t end = std::min(text->find('\n'), text->size());
    const auto review = readReview(std::string_view(*text).substr(end), path.string());
    if (!review)
        return std::nullopt;
    base = text->substr(baseLine.size(), end - baseLine.size());
    return *review;
}

} // namespace

bool isReviewPath(const fs::path& path)
{
    return path.extension() == ".bartizan";
}

Result<Review> loadReview(const fs::path& path)
{
    const auto text = readText(path);
    if (!text)
        return tl::unexpected(text.error());
    auto review = readReview(*text, path.string());
    if (!review)
        return review;
    return openable(std::move(*review), path);
}

fs::path stateFolder()
{
    const char* state = std::getenv("XDG_STATE_HOME");
    if (state && *state == '/')
        return fs::path(state) / "bartizan";
    const char* home = std::getenv("HOME");
    return fs::path(home && *home ? home : "/tmp") / ".local/state/bartizan";
}

ReviewStore::ReviewStore(fs::path state) : m_state(std::move(state)) {}

ReviewStore::~ReviewStore() = default;

ReviewStore::Slot::Slot(Slot&& other) noexcept
    : key(std::move(other.key)), number(other.number), lock(std::exchange(other.lock, -1))
{
}

ReviewStore::Slot& ReviewStore::Slot::operator=(Slot&& other) noexcept
{
    std::swap(key, other.key);
    std::swap(number, other.number);
    std::swap(lock, other.lock);
    return *this;
}

ReviewStore::Slot::~Slot()
{
    if (lock >= 0)
        ::close(lock); // and with it the lock
}

fs::path ReviewStore::journalOf(const Slot& slot) const
{
    return m_state / slotName(slot.key, slot.number, ".journal");
}

// The first slot of this review that no living program holds. A journal is in it only when that is wanted: what a dead
// program left is offered before it is written over.
ReviewStore::Slot ReviewStore::takeSlot(const fs::path& path, bool leftBehind) const
{
    std::error_code failed;
    fs::create_directories(m_state, failed);
    if (!failed)
        fs::permissions(m_state, fs::perms::owner_all, failed);
    Slot chosen;
    chosen.key =
        path.empty() ? "unsaved" : sha256Hex(fs::weakly_canonical(fs::absolute(path, failed), failed).string()).substr(0, 20);
    for (const bool journal : {true, false}) {
        if (journal && !leftBehind)
            continue;
        for (int number = 0; number < mostSlots; ++number) {
            chosen.number = number;
            if (fs::exists(journalOf(chosen), failed) != journal)
                continue;
            chosen.lock = ::open((m_state / slotName(chosen.key, number, ".lock")).c_str(),
                                 O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600);
            if (chosen.lock < 0)
                continue;
            if (::flock(chosen.lock, LOCK_EX | LOCK_NB) == 0)
                return chosen;
            ::close(chosen.lock);
            chosen.lock = -1;
        }
    }
    return chosen; // no lock: nothing can be kept there, autosave() says so
}

Result<ReviewStore::Found> ReviewStore::readFile(const fs::path& path, const JobControl& job) const
{
    Found found;
    found.path = path;
    if (path.empty())
        return found;
    const auto text = readText(path);
    if (!text)
        return tl::unexpected(text.error());
    auto review = readReview(*text, path.string(), job);
    if (!review)
        return tl::unexpected(review.error());
    found.digest = sha256Hex(*text);
    found.opened.review = openable(std::move(*review), path);
    return found;
}

void ReviewStore::findJournal(Found& found) const
{
    found.slot = takeSlot(found.path, true);
    if (found.slot.lock < 0)
        return;
    std::string base;
    auto left = readJournal(journalOf(found.slot), base);
    if (!left)
        return;
    found.journal = true;
    if (sameReview(*left, found.opened.review, found.path)) {
        found.journal = !removeFile(journalOf(found.slot)); // saved, and died before the journal was removed
    } else {
        found.opened.recovered = std::move(*left);
        found.opened.fileMovedOn = base != found.digest;
    }
}

Result<ReviewStore::Found> ReviewStore::read(const fs::path& path, const JobControl& job) const
{
    auto found = readFile(path, job);
    if (found)
        findJournal(*found);
    return found;
}

ReviewStore::Opened ReviewStore::take(Found found)
{
    const std::lock_guard guard(m_mutex);
    m_slot = std::move(found.slot);
    m_path = std::move(found.path);
    m_digest = std::move(found.digest);
    m_journal = found.journal;
    return std::move(found.opened);
}

Result<ReviewStore::Opened> ReviewStore::open(const fs::path& path)
{
    auto found = readFile(path, {});
    if (!found)
        return tl::unexpected(found.error());
    {
        const std::lock_guard guard(m_mutex);
        m_slot = {}; // a journal of its own is found again
    }
    findJournal(*found);
    return take(std::move(*found));
}

Result<bool> ReviewStore::writeJournal(const Review& review)
{
    if (m_slot.lock < 0)
        return tl::unexpected(Error{"review-journal", "expected to keep unsaved changes, found no place for them; save the "
                                                      "review, or make the folder writable (" +
                                                          m_state.string() + ")"});
    const std::string bytes = std::string(baseLine) + m_digest + "\n" + writeReview(review);
    auto done = replaceFile(journalOf(m_slot), slotName(m_slot.key, m_slot.number, ".new"), bytes, 0600);
    m_journal = m_journal || done.has_value();
    return done;
}

Result<bool> ReviewStore::autosave(const Review& review)
{
    const std::lock_guard guard(m_mutex);
    if (m_slot.lock < 0)
        m_slot = takeSlot(m_path, false);
    return writeJournal(review);
}

Result<bool> ReviewStore::save(const fs::path& path, const Review& review, bool overwrite)
{
    const std::lock_guard guard(m_mutex);
    const std::string text = writeReview(written(review, path));
    const bool elsewhere = path != m_path;
    if (!elsewhere && !overwrite) {
        const auto onDisk = readText(path);
        if ((onDisk ? sha256Hex(*onDisk) : std::string()) != m_digest)
            return tl::unexpected(Error{"review-changed", "expected the review as it was opened, found another one on disk; "
                                                          "open it again, or save under another name (" +
                                                              path.string() + ")"});
    }
    // The journal says the same before the file does: dying between the two leaves nothing older than the file.
    if (m_journal)
        writeJournal(review);
    const std::string temporary =
        "." + path.filename().string() + "." + std::to_string(elsewhere ? ::getpid() : m_slot.number) + ".new";
    if (auto done = replaceFile(path, temporary, text); !done)
        return done;
    if (m_journal)
        m_journal = !removeFile(journalOf(m_slot));
    if (elsewhere) {
        m_slot = takeSlot(path, false);
        m_path = path;
        m_journal = false;
    }
    m_digest = sha256Hex(text);
    return true;
}

void ReviewStore::discard()
{
    const std::lock_guard guard(m_mutex);
    if (m_slot.lock >= 0 && removeFile(journalOf(m_slot)))
        m_journal = false;
}

bool ReviewStore::changedOnDisk() const
{
    const std::lock_guard guard(m_mutex);
    if (m_path.empty())
        return false;
    const auto text = readText(m_path);
    return (text ? sha256Hex(*text) : std::string()) != m_digest;
}

fs::path ReviewStore::path() const
{
    const std::lock_guard guard(m_mutex);
    return m_path;
}

} // namespace bartizan::app
