// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/review_editor.h"

#include <QFileInfo>
#include <QSettings>
#include <QUndoCommand>

#include <algorithm>

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
    ReviewStep(ReviewEditor& editor, const QString& name, app::ReviewChange change)
        : QUndoCommand(name), m_editor(editor), m_change(std::move(change))
    {
    }
    void redo() override { m_editor.move(m_change, true); }
    void undo() override { m_editor.move(m_change, false); }

private:
    ReviewEditor& m_editor;
    app::ReviewChange m_change;
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
    connect(&m_history, &QUndoStack::cleanChanged, this, &ReviewEditor::titleChanged);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, &m_lookSoon, qOverload<>(&QTimer::start));
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, &m_lookSoon, qOverload<>(&QTimer::start));
}

ReviewEditor::~ReviewEditor()
{
    m_history.disconnect(this);
    flush();
}

QString ReviewEditor::path() const
{
    return QFile::decodeName(QByteArray::fromStdString(m_store.path().string()));
}

QString ReviewEditor::title() const
{
    const QString file = path();
    return file.isEmpty() ? tr("Untitled review") : QFileInfo(file).fileName();
}

void ReviewEditor::edit(const QString& text, const std::function<void(Review&)>& change)
{
    Review after = *m_review;
    change(after);
    app::ReviewChange difference = app::ReviewChange::between(*m_review, after);
    if (!difference.empty())
        m_history.push(new ReviewStep(*this, text, std::move(difference)));
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
    auto next = std::make_shared<Review>(*m_review);
    if (forward)
        change.apply(*next);
    else
        change.revert(*next);
    m_review = std::move(next);
    keepSoon();
    emit changed(change.effect());
}

Result<ReviewEditor::Opened> ReviewEditor::open(const QString& path)
{
    flush();
    auto result = m_store.open(path.isEmpty() ? std::filesystem::path() : pathOf(QFileInfo(path).absoluteFilePath()));
    if (!result)
        return tl::unexpected(result.error());
    m_keepSoon.stop();
    m_review = std::make_shared<const Review>(std::move(result->review));
    m_recovered = std::move(result->recovered);
    m_history.clear();
    watch();
    emit opened();
    emit titleChanged();
    return Opened{m_recovered.has_value(), result->fileMovedOn};
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
    m_store.discard();
}

Result<bool> ReviewEditor::save(const QString& path, bool overwrite)
{
    m_keepSoon.stop();
    m_pool.waitForDone();
    auto result = m_store.save(pathOf(QFileInfo(path).absoluteFilePath()), *m_review, overwrite);
    if (!result) {
        keepSoon();
        return result;
    }
    m_history.setClean();
    watch();
    emit titleChanged();
    return result;
}

void ReviewEditor::discard()
{
    m_keepSoon.stop();
    m_pool.waitForDone();
    m_store.discard();
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
    const bool other = m_store.changedOnDisk();
    if (other && !m_toldOnDisk)
        emit changedOnDisk();
    m_toldOnDisk = other;
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
