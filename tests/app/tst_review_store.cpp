// SPDX-License-Identifier: GPL-3.0-or-later
// What was confirmed is never lost: saves are whole, journals are found again, and a child process that saves without
// pause is killed a thousand times (BARTIZAN_KILLS) at random moments.
#include "app/durable_file.h"
#include "app/review_file.h"
#include "app/review_store.h"
#include "tests/support/paths.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QtTest>

#include <csignal>
#include <fstream>
#include <poll.h>
#include <random>
#include <set>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

using namespace bartizan;
namespace fs = std::filesystem;

namespace {

Decision acceptance(const std::string& reason)
{
    Decision decision;
    decision.kind = DecisionKind::accept;
    decision.reason = reason;
    decision.owner = "Ada";
    decision.expires = "2027-01-31";
    decision.basis.change().subjects = {"shop/a[Deployment]", "shop/b[Deployment]"};
    return decision;
}

// The child: opens, recovers, and then decides, keeps and saves without pause; names each decision once it is durable.
int writeWithoutPause(const fs::path& path, const fs::path& state, int first, int out)
{
    app::ReviewStore store(state);
    auto opened = store.open(path);
    if (!opened)
        return 3;
    Review review = opened->recovered ? *opened->recovered : opened->review;
    std::mt19937 dice(static_cast<unsigned>(first));
    for (int number = first;; ++number) {
        const std::string id = "kill-" + std::to_string(number);
        review.decisions[id] = acceptance("because " + id);
        const bool saves = dice() % 3 == 0;
        if (!(saves ? store.save(path, review) : store.autosave(review)))
            return 4;
        const std::string line = id + "\n";
        if (::write(out, line.data(), line.size()) < 0)
            return 5;
    }
}

struct Child {
    pid_t pid = -1;
    int out = -1;
};

// Forked without exec: a thousand starts of a Qt program would take most of the time. The child touches no Qt.
Child start(const std::string& file, const std::string& state, int first)
{
    int ends[2];
    if (::pipe(ends) != 0)
        return {};
    Child child;
    child.out = ends[0];
    child.pid = ::fork();
    if (child.pid == 0) {
        ::close(ends[0]);
        ::_exit(writeWithoutPause(file, state, first, ends[1]));
    }
    ::close(ends[1]);
    return child;
}

std::string drained(int file)
{
    std::string text;
    char buffer[4096];
    for (ssize_t got = 0; (got = ::read(file, buffer, sizeof buffer)) > 0;)
        text.append(buffer, static_cast<std::size_t>(got));
    return text;
}

} // namespace

class TestReviewStore : public QObject {
    Q_OBJECT
    QTemporaryDir m_folder;
    int m_files = 0;

    fs::path freshState() { return fs::path(m_folder.filePath(QStringLiteral("state%1").arg(++m_files)).toStdString()); }
    fs::path freshFile()
    {
        const fs::path path = m_folder.filePath(QStringLiteral("review%1.bartizan").arg(++m_files)).toStdString();
        std::ofstream(path) << app::writeReview(Review());
        return path;
    }

private slots:
    void savesAndOpens()
    {
        const fs::path file = freshFile(), state = freshState();
        app::ReviewStore store(state);
        auto opened = store.open(file);
        QVERIFY(opened && !opened->recovered);
        Review review = opened->review;
        review.sources = {{(file.parent_path() / "deploy").string(), {}}};
        review.decisions["a"] = acceptance("one");
        QVERIFY(store.save(file, review));
        QVERIFY(!store.changedOnDisk());
        QVERIFY(test::readFile(file)->find("- path: deploy\n") != std::string::npos);
        const auto again = app::loadReview(file);
        QVERIFY(again && *again == review);
        for (const auto& left : fs::directory_iterator(file.parent_path()))
            QVERIFY2(left.path().extension() != ".new", left.path().c_str());
    }

    void aJournalIsFoundAgain()
    {
        const fs::path file = freshFile(), state = freshState();
        Review review;
        {
            app::ReviewStore store(state);
            QVERIFY(store.open(file));
            review.decisions["a"] = acceptance("not saved");
            QVERIFY(store.autosave(review));
            app::ReviewStore second(state); // beside a living one: its journal is not ours
            const auto opened = second.open(file);
            QVERIFY(opened && !opened->recovered);
        }
        {
            app::ReviewStore store(state);
            const auto opened = store.open(file);
            QVERIFY(opened && opened->recovered && !opened->fileMovedOn);
            QVERIFY(*opened->recovered == review);
            QVERIFY(opened->review == Review());
        }
        std::ofstream(file, std::ios::app) << "variant: other\n";
        {
            app::ReviewStore store(state);
            const auto opened = store.open(file);
            QVERIFY(opened && opened->recovered && opened->fileMovedOn);
            store.discard();
        }
        app::ReviewStore store(state);
        const auto opened = store.open(file);
        QVERIFY(opened && !opened->recovered);
    }

    void aJournalOfWhatWasSavedIsDropped()
    {
        const fs::path file = freshFile(), state = freshState();
        Review review;
        review.sources = {{(file.parent_path() / "deploy").string(), {}}};
        review.decisions["a"] = acceptance("saved");
        {
            app::ReviewStore store(state);
            QVERIFY(store.open(file));
            QVERIFY(store.autosave(review));
            Review written = review;
            written.sources[0].path = "deploy";
            std::ofstream(file) << app::writeReview(written); // as if the program died before it removed the journal
        }
        app::ReviewStore store(state);
        const auto opened = store.open(file);
        QVERIFY(opened && !opened->recovered && opened->review == review);
    }

    // What is read beside the open review changes nothing before it is taken.
    void readThenTaken()
    {
        const fs::path first = freshFile(), second = freshFile(), state = freshState();
        app::ReviewStore store(state);
        QVERIFY(store.open(first));
        Review review;
        review.variant = "mine";
        QVERIFY(store.autosave(review));
        {
            auto again = store.read(first); // its own journal is not one that was left behind
            QVERIFY(again && !again->opened.recovered);
            auto dropped = store.read(second);
            QVERIFY(dropped.has_value());
        }
        QCOMPARE(store.path().string(), first.string());
        QVERIFY(!store.read(first.parent_path() / "none.bartizan"));
        QVERIFY(store.save(first, review)); // it is the review that was opened
        auto found = store.read(second);
        QVERIFY(found.has_value());
        store.take(std::move(*found));
        QCOMPARE(store.path().string(), second.string());
        review.variant = "second";
        QVERIFY(store.autosave(review));
        app::ReviewStore other(state);
        QVERIFY(!other.open(second)->recovered); // the lock went with what was taken
        std::stop_source stop;
        stop.request_stop();
        const auto stopped = store.read(second, JobControl{stop.get_token(), {}});
        QVERIFY(!stopped && stopped.error().id == "stopped");
    }

    void aNewReviewIsKeptToo()
    {
        const fs::path state = freshState();
        Review review;
        review.notes["a"] = {"text", "", "", {}};
        {
            app::ReviewStore store(state);
            QVERIFY(store.open({}));
            QVERIFY(store.autosave(review));
        }
        app::ReviewStore store(state);
        const auto opened = store.open({});
        QVERIFY(opened && opened->recovered && *opened->recovered == review);
        const fs::path file = m_folder.filePath(QStringLiteral("first.bartizan")).toStdString();
        QVERIFY(store.save(file, review));
        QCOMPARE(store.path().string(), file.string());
        app::ReviewStore next(state);
        const auto fresh = next.open({});
        QVERIFY(fresh && !fresh->recovered);
    }

    void aChangedFileIsNotOverwritten()
    {
        const fs::path file = freshFile();
        app::ReviewStore store(freshState());
        QVERIFY(store.open(file));
        Review review;
        review.variant = "mine";
        QVERIFY(!store.changedOnDisk());
        std::ofstream(file, std::ios::app) << "variant: theirs\n";
        QVERIFY(store.changedOnDisk());
        const auto refused = store.save(file, review);
        QVERIFY(!refused && refused.error().id == "review-changed");
        QVERIFY(test::readFile(file)->find("theirs") != std::string::npos);
        QVERIFY(store.save(file, review, true));
        QVERIFY(!store.changedOnDisk());
        QVERIFY(test::readFile(file)->find("theirs") == std::string::npos);
        fs::remove(file);
        QVERIFY(store.changedOnDisk());
    }

    void keepsLinksAndPermissions()
    {
        const fs::path file = freshFile(), link = m_folder.filePath(QStringLiteral("link.bartizan")).toStdString();
        fs::permissions(file, fs::perms::owner_read | fs::perms::owner_write);
        fs::create_symlink(file, link);
        app::ReviewStore store(freshState());
        QVERIFY(store.open(link));
        Review review;
        review.variant = "x";
        QVERIFY(store.save(link, review));
        QVERIFY(fs::is_symlink(link));
        QVERIFY(test::readFile(file)->find("variant: x") != std::string::npos);
        struct stat about {};
        QVERIFY(::stat(file.c_str(), &about) == 0);
        QCOMPARE(about.st_mode & 0777, 0600U);
    }

    void aSaveThatFailsLeavesTheFile()
    {
        const fs::path file = freshFile(), state = freshState();
        const std::string before = *test::readFile(file);
        app::ReviewStore store(state);
        QVERIFY(store.open(file));
        Review review;
        review.variant = "x";
        QVERIFY(!store.save(file.parent_path() / "nowhere" / "b.bartizan", review));
        QCOMPARE(*test::readFile(file), before);
        QCOMPARE(store.path().string(), file.string());
    }

    void aThousandKills()
    {
        const int kills = qEnvironmentVariableIsSet("BARTIZAN_KILLS") ? qEnvironmentVariableIntValue("BARTIZAN_KILLS") : 1000;
        std::mt19937 dice(20261121);
        QElapsedTimer timer;
        timer.start();
        fs::path file, state;
        std::set<std::string> confirmed;
        int number = 0, unconfirmedFound = 0, recoveries = 0;
        std::size_t total = 0;
        for (int kill = 0; kill < kills; ++kill) {
            if (kill % 25 == 0) {
                total += confirmed.size();
                confirmed.clear();
                file = freshFile();
                state = freshState();
            }
            const Child child = start(file.string(), state.string(), number);
            QVERIFY(child.pid > 0);
            pollfd ready{child.out, POLLIN, 0};
            QVERIFY(::poll(&ready, 1, 20000) == 1);
            ::usleep(static_cast<useconds_t>(dice() % 8000));
            ::kill(child.pid, SIGKILL);
            int status = 0;
            ::waitpid(child.pid, &status, 0);
            QVERIFY2(WIFSIGNALED(status), "the child ended by itself");
            const std::string text = drained(child.out);
            ::close(child.out);
            for (std::size_t at = 0, end = 0; (end = text.find('\n', at)) != std::string::npos; at = end + 1) {
                confirmed.insert(text.substr(at, end - at));
                ++number;
            }
            app::ReviewStore store(state);
            const auto opened = store.open(file);
            QVERIFY2(opened.has_value(), opened ? "" : opened.error().message.c_str());
            recoveries += opened->recovered.has_value();
            const Review& now = opened->recovered ? *opened->recovered : opened->review;
            for (const std::string& id : confirmed)
                QVERIFY2(now.decisions.count(id) == 1, (id + " was confirmed and is lost").c_str());
            unconfirmedFound += now.decisions.size() > confirmed.size();
            // What was durable and not yet said counts as confirmed from here on: the next child builds on it.
            for (const auto& [id, decision] : now.decisions) {
                if (confirmed.insert(id).second)
                    ++number;
                QCOMPARE(decision, acceptance("because " + id));
            }
        }
        total += confirmed.size();
        qInfo("%d kills in %.1f s: %zu decisions confirmed, none lost; %d times a journal was found, %d times a decision was "
              "durable before it was said",
              kills, static_cast<double>(timer.elapsed()) / 1000, total, recoveries, unconfirmedFound);
        QVERIFY(total > static_cast<std::size_t>(kills));
    }
};

QTEST_GUILESS_MAIN(TestReviewStore)
#include "tst_review_store.moc"
