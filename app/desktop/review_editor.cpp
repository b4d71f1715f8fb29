// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/review_editor.h"

#include "app/progress_gate.h"
#include "model/discard.h"

#include <QFileInfo>
#include <QSettings>
#include <QUndoCommand>

#include <algorithm>
#include <utility>

namespace bartizan::desktop {

namespace {

constexpr int keepAfterMs = 150; // one write for a burst of keys, well below the second that is promised
constexpr int lookAfterMs = 200; // another program's save is several events

std::filesystem::path pathOf(const QString& path)
{
    return std::filesystem::path(QFile::encodeName(path).toStdString());
}

} // namespace

class ReviewStep final : public QUndoCommand {
public:
    ReviewStep(ReviewEditor& editor, const QString& name, app::ReviewChange change, int state)
        : QUndoCommand(name), m_editor(editor), m_change(std::move(change)), m_state(state)
    {
    }
    int state() const { return m_state; } // once it is done
    void redo() override { m_editor.move(m_change, true); }
    void undo() override { m_editor.move(m_change, false); }

private:
    ReviewEditor& m_editor;
    app::ReviewChange m_change;
    int m_state;
};

ReviewEditor::ReviewEditor(const std::filesystem::path& state, QObject* parent) : QObject(parent), m_store(state)
{
    m_pool.setMaxThreadCount(1); // one after the other: the last one written is the newest
    m_keepSoon.setSingleShot(true);
    m_keepSoon.setInterval(keepAfterMs);
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(lookAfterMs);
    connect(&m_keepSoon, &QTimer::timeout, this, &ReviewEditor::keep);
    connect(&m_lookSoon, &QTimer::timeout, this, &ReviewEditor::lookAtFile);
    connect(&m_history, &QUndoStack::indexChanged, this, &ReviewEditor::titleChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_lookSoon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_lookSoon, qOverload<>(&QTimer::start));
}

ReviewEditor::~ReviewEditor()
{
    m_history.disconnect(this);
    flush();
}

int ReviewEditor::state() const
{
    const int index = m_history.index();
    return index == 0 ? m_firstState : static_cast<const ReviewStep*>(m_history.command(index - 1))->state();
}

QString ReviewEditor::title() const
{
    const QString file = path();
    return file.isEmpty() ? tr("Untitled review") : QFileInfo(file).fileName();
}

void ReviewEditor::edit(const QString& text, const std::function<void(Review&)>& change)
{
    auto after = makeDiscardable<Review>(*m_review);
    change(*after);
    app::ReviewChange difference = app::ReviewChange::between(*m_review, *after);
    if (difference.empty())
        return;
    m_next = std::move(after); // so that a large review is copied once
    m_history.push(new ReviewStep(*this, text, std::move(difference), ++m_lastState));
}

void ReviewEditor::decide(const std::vector<std::string>& findings, const std::vector<Decision>& decisions)
{
    if (findings.empty() || findings.size() != decisions.size())
        return;
    const auto count = static_cast<int>(findings.size());
    QString text;
    switch (decisions.front().kind) {
    case DecisionKind::accept:
        text = count == 1 ? tr("Accept a finding") : tr("Accept %n findings", nullptr, count);
        break;
    case DecisionKind::mitigate:
        text = count == 1 ? tr("Mitigate a finding") : tr("Mitigate %n findings", nullptr, count);
        break;
    case DecisionKind::falsePositive:
        text = count == 1 ? tr("Call a finding a false positive") : tr("Call %n findings false positives", nullptr, count);
        break;
    case DecisionKind::needsWork:
        text = count == 1 ? tr("Mark a finding for work") : tr("Mark %n findings for work", nullptr, count);
        break;
    }
    edit(text, [&](Review& review) {
        for (std::size_t i = 0; i < findings.size(); ++i) {
            Decision& row = review.decisions[findings[i]];
            KeptKeys extra = std::move(row.extra);
            row = decisions[i];
            row.extra = std::move(extra);
        }
    });
}

void ReviewEditor::reopen(const std::vector<std::string>& findings)
{
    const auto count = static_cast<int>(findings.size());
    edit(count == 1 ? tr("Take a decision back") : tr("Take %n decisions back", nullptr, count), [&](Review& review) {
        for (const std::string& finding : findings)
            review.decisions.erase(finding);
    });
}

void ReviewEditor::move(const app::ReviewChange& change, bool forward)
{
    if (m_next) {
        m_review = std::exchange(m_next, nullptr);
    } else {
        auto next = makeDiscardable<Review>(*m_review);
        if (forward)
            change.apply(*next);
        else
            change.revert(*next);
        m_review = std::move(next);
    }
    keepSoon();
    emit changed(change.effect());
}

void ReviewEditor::read(const QString& path, std::function<void(Found)> done)
{
    const std::filesystem::path file = path.isEmpty() ? std::filesystem::path() : pathOf(QFileInfo(path).absoluteFilePath());
    const auto work = [this, file](std::stop_token stop) {
        app::ProgressGate gate;
        const JobControl job{std::move(stop), [this, &gate](const ProgressReport& report) {
                                 if (gate.passes(report.step))
                                     emit readingProgressed(static_cast<qint64>(report.done), static_cast<qint64>(report.total));
                             }};
        return std::make_shared<Result<app::ReviewStore::Found>>(m_store.read(file, job));
    };
    m_reading.start(work, std::move(done));
}

ReviewEditor::Opened ReviewEditor::take(const Found& found)
{
    app::ReviewStore::Opened& opened = (*found)->opened;
    m_keepSoon.stop();
    m_review = makeDiscardable<const Review>(std::move(opened.review));
    m_recovered = std::move(opened.recovered);
    m_path = QFile::decodeName(QByteArray::fromStdString((*found)->path.string()));
    const Opened result{m_recovered.has_value(), opened.fileMovedOn};
    m_pool.start([this, found] { // which is the worker's from here on
        m_store.discard();       // of what was open until now
        m_store.take(std::move(**found));
    });
    m_firstState = m_savedState = ++m_lastState;
    m_history.clear();
    watch();
    m_lookSoon.start(); // it may have been written since it was read
    emit this->opened();
    emit titleChanged();
    return result;
}

void ReviewEditor::recover()
{
    if (!m_recovered)
        return;
    const Review recovered = std::move(*m_recovered);
    m_recovered.reset();
    edit(tr("Recover unsaved changes"), [&](Review& review) { review = recovered; });
}

void ReviewEditor::forget()
{
    m_recovered.reset();
    m_pool.start([this] { m_store.discard(); });
}

void ReviewEditor::save(const QString& path, bool overwrite, std::function<void(const Result<bool>&)> done)
{
    m_keepSoon.stop();
    ++m_saving;
    const QString file = QFileInfo(path).absoluteFilePath();
    m_pool.start([this, file, overwrite, review = m_review, now = state(), of = m_firstState, done = std::move(done)] {
        const auto result = m_store.save(pathOf(file), *review, overwrite);
        const auto tell = [this, file, now, of, result, done] {
            --m_saving;
            if (of == m_firstState) // else another review was opened meanwhile
                saved(file, now, result);
            done(result);
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

void ReviewEditor::saved(const QString& file, int state, const Result<bool>& result)
{
    if (!result)
        return keepSoon();
    m_path = file;
    m_savedState = state;
    watch();
    emit titleChanged();
}

void ReviewEditor::discard()
{
    m_keepSoon.stop();
    m_pool.start([this] { m_store.discard(); });
}

void ReviewEditor::keepSoon()
{
    if (!m_keepSoon.isActive())
        m_keepSoon.start();
}

void ReviewEditor::keep()
{
    m_pool.start([this, review = m_review] {
        if (const auto kept = m_store.autosave(*review); !kept)
            emit notKept(QString::fromStdString(kept.error().message));
    });
}

void ReviewEditor::flush()
{
    if (m_keepSoon.isActive()) {
        m_keepSoon.stop();
        keep();
    }
    m_pool.waitForDone();
}

void ReviewEditor::watch()
{
    if (const QStringList old = m_watcher.files() + m_watcher.directories(); !old.isEmpty())
        m_watcher.removePaths(old);
    m_toldOnDisk = false;
    const QString file = path();
    if (file.isEmpty())
        return;
    m_watcher.addPath(file);
    m_watcher.addPath(QFileInfo(file).absolutePath()); // a file that is replaced is another file
}

void ReviewEditor::lookAtFile()
{
    const QString file = path();
    if (file.isEmpty())
        return;
    if (QFileInfo::exists(file))
        m_watcher.addPath(file);
    m_pool.start([this, file] {
        const bool other = m_store.changedOnDisk();
        const auto tell = [this, file, other] {
            if (file != path())
                return;
            if (other && !std::exchange(m_toldOnDisk, other))
                emit changedOnDisk();
            m_toldOnDisk = other;
        };
        QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection);
    });
}

std::string ReviewEditor::today() const
{
    const QDate date = m_today.isValid() ? m_today : QDateTime::currentDateTimeUtc().date();
    return date.toString(Qt::ISODate).toStdString();
}

std::string ReviewEditor::reviewer()
{
    return QSettings().value(QStringLiteral("review/by"), QString::fromLocal8Bit(qgetenv("USER"))).toString().toStdString();
}

} // namespace bartizan::desktop
