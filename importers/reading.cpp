// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/reading.h"

#include "model/discard.h"
#include "model/inventory/visit.h"

#include <algorithm>
#include <chrono>
#include <exception>

namespace bartizan::importers {
namespace {

constexpr std::chrono::milliseconds betweenTold(100);
constexpr std::size_t worthThreads = std::size_t{32} << 20; // a file this large may be most of the input

unsigned jobsFor(const ImportOptions& options)
{
    const unsigned hardware = std::max(1U, std::thread::hardware_concurrency());
    return std::clamp(options.jobs == 0 ? hardware : options.jobs, 1U, 64U);
}

FileImport importSafely(const std::shared_ptr<const document::FileText>& text, const Limits& limits, unsigned threads)
{
    std::string why;
    try {
        return importFile(text, limits, threads);
    } catch (const std::bad_alloc&) {
        why = "expected enough memory to read this file, found too little: give the program more, or split the file";
    } catch (const std::exception&) {
        why = "expected to read this file to its end, but reading failed inside the program: please report it with the file";
    }
    FileImport failed;
    failed.format = "unrecognised";
    Evidence where;
    where.file = text->file();
    failed.inventory.unrecognised.push_back({text->file(), "reading failed, see the problems"});
    failed.inventory.problems.push_back({ProblemSeverity::error, "file-not-read", std::move(why), std::move(where), {}});
    return failed;
}

} // namespace

void addFile(Draft& draft, SourceFile record, FileImport result)
{
    record.format = std::move(result.format);
    record.documents = result.documents;
    record.objects = result.objects;
    draft.inventory.files.push_back(std::move(record));
    FileFacts facts;
    facts.scope = std::move(result.inventory.scope.entries);
    append(draft.inventory, std::move(result.inventory));
    facts.lists = std::move(result.lists);
    facts.helmSources = result.helmSources;
    draft.files.push_back(std::move(facts));
}

Reading::Reading(const ImportOptions& options, const JobControl& control)
    : m_options(options), m_control(control), m_limits(options.limits), m_jobs(jobsFor(options))
{
    m_limits.stop = control.stop;
}

Reading::~Reading()
{
    {
        const std::lock_guard lock(m_mutex);
        m_queue.clear();
    }
    finish(false);
}

void Reading::startWorker()
{
    if (m_workers.size() < m_jobs)
        m_workers.emplace_back([this] { work(); });
}

void Reading::finish(bool help)
{
    {
        const std::lock_guard lock(m_mutex);
        m_closed = true;
    }
    m_changed.notify_all();
    if (help && m_workers.size() < m_jobs)
        work();
    for (std::thread& worker : m_workers)
        if (worker.joinable())
            worker.join();
}

void Reading::expect(const std::vector<std::string>& sources)
{
    m_delivered.resize(sources.size());
    for (const std::string& path : sources)
        m_state.sources.emplace_back().path = path;
}

void Reading::found(std::size_t source, std::size_t files)
{
    {
        const std::lock_guard lock(m_mutex);
        m_source = source;
        m_state.sources.at(source).found = files;
    }
    tell(false);
}

void Reading::count(const File& entry)
{
    if (m_state.sources.empty())
        return;
    SourceReading& source = m_state.sources[entry.record.source.pos()];
    ++source.files;
    source.objects += entry.result.objects;
    source.reports += entry.result.inventory.reports.size();
    for (const Problem& problem : entry.result.inventory.problems) {
        if (problem.severity == ProblemSeverity::note)
            continue;
        ++m_state.problems;
        if (m_state.firstProblems.size() == ReadingState::problemsNamed)
            continue;
        std::string place = entry.record.path;
        if (problem.evidence.line > 0)
            place += ":" + std::to_string(problem.evidence.line);
        m_state.firstProblems.push_back({problem.message, std::move(place)});
    }
}

void Reading::tell(bool atOnce)
{
    if (!m_options.watch || m_control.stopped())
        return;
    const std::lock_guard turn(m_telling);
    const auto now = std::chrono::steady_clock::now();
    ReadingState state;
    {
        const std::lock_guard lock(m_mutex);
        if (!atOnce && now - m_told < betweenTold)
            return;
        m_told = now;
        for (std::size_t i = 0; i < m_state.sources.size(); ++i)
            m_state.sources[i].ended = (i < m_source || m_closed) && m_state.sources[i].files == m_delivered[i];
        state = m_state;
    }
    m_options.watch(state);
}

void Reading::add(DeliveredFile file)
{
    const std::size_t bytes = file.text->bytes().size();
    if (!m_files.empty()) // only this thread adds to them
        startWorker();
    std::unique_lock lock(m_mutex);
    const auto room = [&] {
        return m_bytesInFlight == 0 || m_bytesInFlight + bytes <= m_options.limits.bytesInFlight || m_control.stopped();
    };
    while (!m_changed.wait_for(lock, std::chrono::milliseconds(20), room)) {
    } // nobody notifies when the job is stopped
    if (m_control.stopped()) {
        freeLater(std::move(file.text));
        return;
    }
    File& entry = m_files.emplace_back();
    entry.record.source = SourceId(file.source);
    entry.record.path = file.text->path();
    entry.record.sha256 = std::move(file.sha256);
    entry.record.bytes = bytes;
    if (bytes <= m_options.limits.keptFileBytes && m_bytesKept + bytes <= m_options.limits.keptBytes) {
        m_bytesKept += bytes;
        entry.kept = file.text;
    }
    m_bytesInFlight += bytes;
    if (!m_delivered.empty())
        ++m_delivered[file.source];
    m_queue.push_back({m_files.size() - 1, std::move(file.text)});
    m_changed.notify_all();
}

void Reading::work()
{
    std::unique_lock lock(m_mutex);
    for (;;) {
        m_changed.wait(lock, [&] { return m_closed || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        Item item = std::move(m_queue.front());
        m_queue.pop_front();
        File& entry = m_files[item.index];
        const std::size_t bytes = item.text->bytes().size();
        lock.unlock();
        if (!m_control.stopped())
            entry.result = importSafely(item.text, m_limits, bytes >= worthThreads ? m_jobs : 1);
        if (m_control.stopped())
            freeLater(std::move(item.text));
        item.text.reset();
        lock.lock();
        m_bytesInFlight -= bytes;
        m_bytesDone += bytes;
        count(entry);
        const std::uint64_t done = m_bytesDone;
        m_changed.notify_all();
        lock.unlock();
        m_control.report(Step::reading, done, 0);
        tell(false);
        lock.lock();
    }
}

Draft Reading::take()
{
    finish(true);
    tell(true);
    Draft draft;
    draft.options = m_options;
    if (m_control.stopped()) {
        discard(std::move(m_files));
        return draft;
    }
    for (File& file : m_files) {
        addFile(draft, std::move(file.record), std::move(file.result));
        draft.files.back().text = std::move(file.kept);
    }
    m_files.clear();
    return draft;
}

} // namespace bartizan::importers
