// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/review_actions.h"

#include "analysis/review.h"
#include "app/desktop/dialogs/decide_dialog.h"
#include "app/desktop/dialogs/review_dialog.h"
#include "app/desktop/error_text.h"
#include "app/desktop/plain_text.h"
#include "app/desktop/review_parts.h"
#include "app/desktop/sentences.h"

#include <QAction>
#include <QFileDialog>
#include <QFileInfo>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QRandomGenerator>

#include <algorithm>
#include <set>
#include <utility>

namespace bartizan::desktop {

namespace {

QMessageBox* plainBox(QWidget* parent, QMessageBox::Icon icon, const QString& text)
{
    auto* box = new QMessageBox(icon, QObject::tr("Bartizan"), text, QMessageBox::NoButton, parent);
    box->setTextFormat(Qt::PlainText);
    box->setAttribute(Qt::WA_DeleteOnClose, false);
    return box;
}

QString reviewFilter()
{
    return QObject::tr("Reviews (*.bartizan)");
}

ReviewDialogs::Unsaved askUnsaved(QWidget* parent, const QString& title)
{
    const std::unique_ptr<QMessageBox> box(
        plainBox(parent, QMessageBox::Question, QObject::tr("%1 has changes that are not saved.").arg(title)));
    QPushButton* save = box->addButton(QObject::tr("&Save"), QMessageBox::AcceptRole);
    QPushButton* discard = box->addButton(QObject::tr("&Discard them"), QMessageBox::DestructiveRole);
    box->addButton(QMessageBox::Cancel);
    box->setDefaultButton(save);
    box->exec();
    if (box->clickedButton() == save)
        return ReviewDialogs::Unsaved::save;
    return box->clickedButton() == discard ? ReviewDialogs::Unsaved::discard : ReviewDialogs::Unsaved::stay;
}

bool confirmed(QWidget* parent, const QString& question, const QString& yes)
{
    const std::unique_ptr<QMessageBox> box(plainBox(parent, QMessageBox::Question, question));
    QPushButton* button = box->addButton(yes, QMessageBox::AcceptRole);
    box->addButton(QObject::tr("&No"), QMessageBox::RejectRole);
    box->setDefaultButton(button);
    box->exec();
    return box->clickedButton() == button;
}

// What the findings' decisions have in common: all of it, or nothing.
std::optional<Decision> sharedDecision(const Review& review, const std::vector<std::string>& ids)
{
    std::optional<Decision> shared;
    for (const std::string& id : ids) {
        const auto row = review.decisions.find(id);
        if (row == review.decisions.end())
            return std::nullopt;
        if (!shared)
            shared = row->second;
        else if (shared->kind != row->second.kind || shared->reason != row->second.reason || shared->owner != row->second.owner ||
                 shared->expires != row->second.expires)
            return std::nullopt;
    }
    return shared;
}

QStringList knownOwners(const Snapshot& snapshot, const Review& review)
{
    std::set<std::string> names;
    for (const Workload& workload : snapshot.model().architecture.workloads)
        names.insert(workload.owner);
    for (const auto& [id, decision] : review.decisions)
        names.insert(decision.owner);
    for (const auto& [id, owner] : review.owners)
        names.insert(owner.value);
    names.erase("");
    QStringList list;
    for (const std::string& name : names)
        list << shown(name);
    return list;
}

} // namespace

ReviewDialogs systemReviewDialogs()
{
    ReviewDialogs dialogs;
    dialogs.chooseReview = [](QWidget* parent) {
        return QFileDialog::getOpenFileName(parent, QObject::tr("Open a review"), {}, reviewFilter());
    };
    dialogs.chooseTarget = [](QWidget* parent, const QString& suggested) {
        return QFileDialog::getSaveFileName(parent, QObject::tr("Save the review"), suggested, reviewFilter());
    };
    dialogs.askUnsaved = askUnsaved;
    dialogs.confirm = confirmed;
    dialogs.decide = [](QWidget*, DecideDialog& dialog) { return dialog.exec() == QDialog::Accepted; };
    dialogs.ask = [](QWidget*, ReviewDialog& dialog) { return dialog.exec() == QDialog::Accepted; };
    dialogs.showError = [](QWidget* parent, const QString& message) {
        const std::unique_ptr<QMessageBox> box(plainBox(parent, QMessageBox::Warning, message));
        box->addButton(QMessageBox::Ok);
        box->exec();
    };
    return dialogs;
}

ReviewActions::ReviewActions(ReviewDialogs dialogs, Session& session, ViewState& state, QMainWindow* window)
    : QObject(window), m_dialogs(std::move(dialogs)), m_session(session), m_state(state), m_window(window),
      m_parts(new ReviewParts(m_dialogs.ask, m_editor, session, state, window))
{
    connect(m_parts, &ReviewParts::said, this, &ReviewActions::said);
    connect(m_parts, &ReviewParts::decisionAsked, this, [this](int finding) {
        m_state.selectFinding(finding);
        decide();
    });
    connect(&m_editor, &ReviewEditor::changed, this, [this] { m_session.setReview(m_editor.shared()); });
    connect(&m_editor, &ReviewEditor::opened, this, [this] { m_session.setReview(m_editor.shared()); });
    connect(&m_editor, &ReviewEditor::titleChanged, this, &ReviewActions::showTitle);
    connect(&m_editor, &ReviewEditor::changedOnDisk, this, &ReviewActions::changedOnDisk);
    connect(&m_editor, &ReviewEditor::notKept, this, &ReviewActions::said);
    connect(&m_editor, &ReviewEditor::readingProgressed, this, &ReviewActions::progressed);
    connect(&m_session, &Session::finished, this, &ReviewActions::showTitle);
}

void ReviewActions::addToFileMenu(QMenu* menu)
{
    const auto add = [&](const char* name, const QString& text, const QKeySequence& keys, auto call) {
        menu->addAction(text, keys, this, call)->setObjectName(QString::fromLatin1(name));
    };
    add("newReview", tr("&New review"), QKeySequence(QKeySequence::New), [this] { newReview(); });
    add("openReview", tr("Open re&view…"), QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_O), [this] {
        if (const QString path = m_dialogs.chooseReview(m_window); !path.isEmpty())
            openReview(path);
    });
    add("saveReview", tr("Save r&eview"), QKeySequence(QKeySequence::Save), [this] { save(); });
    add("saveReviewAs", tr("Save review &as…"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { saveAs(); });
}

std::string ReviewActions::redactionSalt()
{
    if (m_editor.review().redactionSalt.empty()) {
        quint32 random[8];
        QRandomGenerator::system()->fillRange(random);
        const QByteArray salt = QByteArray(reinterpret_cast<const char*>(random), sizeof random).toHex();
        m_editor.edit(tr("Make pseudonyms possible"), [&](Review& review) { review.redactionSalt = salt.toStdString(); });
    }
    return m_editor.review().redactionSalt;
}

void ReviewActions::addToEditMenu(QMenu* menu)
{
    QAction* undo = m_editor.history().createUndoAction(this, tr("&Undo"));
    undo->setObjectName(QStringLiteral("undo"));
    undo->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Z));
    QAction* redo = m_editor.history().createRedoAction(this, tr("&Redo"));
    redo->setObjectName(QStringLiteral("redo"));
    redo->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Z));
    menu->addAction(undo);
    menu->addAction(redo);
    menu->addSeparator();
}

void ReviewActions::addToReviewMenu(QMenu* menu)
{
    QAction* decision = menu->addAction(tr("&Decide on the findings…"), QKeySequence(Qt::Key_D), this, [this] { decide(); });
    decision->setObjectName(QStringLiteral("decide"));
    m_parts->addToMenu(menu);
}

void ReviewActions::showTitle()
{
    QStringList parts;
    if (!m_editor.path().isEmpty() || m_editor.isModified())
        parts << m_editor.title() + QStringLiteral("[*]");
    QStringList names;
    for (const QString& source : m_session.sources())
        names << QFileInfo(source).fileName();
    if (!names.isEmpty())
        parts << names.join(QStringLiteral(", "));
    parts << QStringLiteral("Bartizan");
    m_window->setWindowTitle(shown(parts.join(QStringLiteral(" — ")).toStdString()));
    m_window->setWindowModified(m_editor.isModified());
}

bool ReviewActions::mayLeave(const std::function<void()>& later)
{
    const auto again = [this, later] {
        if (mayLeave(later))
            later();
    };
    if (m_editor.saving()) {
        m_whenSaved.push_back(again);
        return false;
    }
    if (!m_editor.isModified())
        return true;
    switch (m_dialogs.askUnsaved(m_window, m_editor.title())) {
    case ReviewDialogs::Unsaved::save:
        save([again](bool saved) {
            if (saved)
                again();
        });
        return false;
    case ReviewDialogs::Unsaved::discard:
        return true;
    case ReviewDialogs::Unsaved::stay:
        break;
    }
    return false;
}

// Reads it, and then takes it: what was changed meanwhile is asked about first.
void ReviewActions::take(const QString& path, const std::function<void()>& then)
{
    if (!path.isEmpty())
        emit reading(QFileInfo(path).fileName());
    m_editor.read(path, [this, path, then, state = m_editor.state()](const ReviewEditor::Found& found) {
        if (!path.isEmpty())
            emit readingEnded({});
        if (!found->has_value()) {
            if (found->error().id != "stopped")
                m_dialogs.showError(m_window, errorText(found->error().message));
            return;
        }
        const bool untouched = state == m_editor.state() && !m_editor.saving();
        if (!untouched && !mayLeave([this, path, then] { take(path, then); }))
            return;
        taken(found);
        then();
    });
}

// Offers what a dead program had not saved.
void ReviewActions::taken(const ReviewEditor::Found& found)
{
    const ReviewEditor::Opened opened = m_editor.take(found);
    if (!opened.recoverable)
        return;
    const QString question =
        opened.fileMovedOn
            ? tr("Changes to %1 were not saved before the program ended, and the file was changed since. Take them up again?")
            : tr("Changes to %1 were not saved before the program ended. Take them up again?");
    if (m_dialogs.confirm(m_window, question.arg(m_editor.title()), tr("&Take them up")))
        m_editor.recover();
    else
        m_editor.forget();
}

void ReviewActions::stopReading()
{
    if (m_editor.stopReading())
        emit readingEnded(tr("Stopped."));
}

void ReviewActions::offerUnsaved()
{
    take({}, [] {});
}

void ReviewActions::newReview()
{
    if (mayLeave([this] { newReview(); }))
        take({}, [] {});
}

void ReviewActions::open(const QStringList& sources)
{
    QStringList others;
    QString review;
    for (const QString& source : sources)
        (app::isReviewPath(source.toStdString()) && review.isEmpty() ? review : others.emplace_back()) = source;
    if (review.isEmpty())
        m_session.open(others);
    else
        openReview(review, others);
}

void ReviewActions::openReview(const QString& path, const QStringList& more)
{
    if (!mayLeave([this, path, more] { openReview(path, more); }))
        return;
    take(path, [this, more] {
        emit reviewOpened(m_editor.path());
        QStringList sources;
        for (const ReviewSource& source : m_editor.review().sources)
            sources << QFile::decodeName(QByteArray::fromStdString(source.path));
        sources << more;
        if (!sources.isEmpty())
            m_session.open(sources);
    });
}

// The review names what is looked at.
void ReviewActions::noteSources()
{
    std::set<std::string> paths;
    for (const QString& source : m_session.sources())
        paths.insert(QFile::encodeName(QFileInfo(source).absoluteFilePath()).toStdString());
    const std::vector<ReviewSource>& named = m_editor.review().sources;
    const bool same = std::equal(paths.begin(), paths.end(), named.begin(), named.end(),
                                 [](const std::string& path, const ReviewSource& source) { return path == source.path; });
    if (paths.empty() || same) // a large review is not copied for nothing
        return;
    m_editor.edit(tr("Note the sources"), [&](Review& review) {
        std::vector<ReviewSource> sources;
        for (const std::string& path : paths) {
            const auto old = std::find_if(review.sources.begin(), review.sources.end(),
                                          [&](const ReviewSource& source) { return source.path == path; });
            sources.push_back(old == review.sources.end() ? ReviewSource{path, {}} : *old);
        }
        review.sources = std::move(sources);
    });
}

void ReviewActions::saveTo(const QString& path, bool overwrite, const std::function<void(bool)>& done)
{
    noteSources();
    emit said(tr("Saving %1").arg(QFileInfo(path).fileName()));
    m_editor.save(path, overwrite,
                  [this, path, overwrite, done](const Result<bool>& result) { written(path, overwrite, result, done); });
}

void ReviewActions::written(const QString& path, bool overwrite, const Result<bool>& result,
                            const std::function<void(bool)>& done)
{
    const bool changed = !result && result.error().id == "review-changed";
    if (changed && !overwrite &&
        m_dialogs.confirm(m_window,
                          tr("%1 was changed by somebody else since it was opened. Write over it?").arg(m_editor.title()),
                          tr("&Write over it")))
        return saveTo(path, true, done);
    const auto waiting = std::exchange(m_whenSaved, {});
    if (result) {
        emit said(tr("Saved %1.").arg(m_editor.title()));
        emit reviewOpened(m_editor.path());
    } else {
        emit said(tr("%1 is not saved.").arg(m_editor.title()));
        if (!changed)
            m_dialogs.showError(m_window, errorText(result.error().message));
    }
    if (done)
        done(result.has_value());
    for (const auto& call : waiting)
        if (result)
            call();
}

void ReviewActions::save(const std::function<void(bool)>& done)
{
    if (m_editor.saving())
        m_whenSaved.push_back([this, done] { save(done); });
    else if (m_editor.path().isEmpty())
        saveAs(done);
    else
        saveTo(m_editor.path(), false, done);
}

void ReviewActions::saveAs(const std::function<void(bool)>& done)
{
    if (m_editor.saving())
        return m_whenSaved.push_back([this, done] { saveAs(done); });
    QString suggested = m_editor.path();
    if (suggested.isEmpty() && !m_session.sources().isEmpty())
        suggested = QFileInfo(m_session.sources().front()).absolutePath() + QStringLiteral("/review.bartizan");
    QString path = m_dialogs.chooseTarget(m_window, suggested);
    if (path.isEmpty())
        return;
    if (!path.endsWith(QLatin1String(".bartizan")))
        path += QStringLiteral(".bartizan");
    saveTo(path, false, done);
}

void ReviewActions::changedOnDisk()
{
    if (m_asking)
        return;
    m_asking = true;
    const QString question = m_editor.isModified()
                                 ? tr("%1 was changed by somebody else. Read it again and give up the changes made here?")
                                 : tr("%1 was changed by somebody else. Read it again?");
    if (m_dialogs.confirm(m_window, question.arg(m_editor.title()), tr("&Read it again"))) {
        take(m_editor.path(), [] {}); // and with it the changes made here go
    }
    m_asking = false;
}

std::vector<int> ReviewActions::chosen() const
{
    std::vector<int> findings;
    if (m_selection)
        findings = m_selection();
    const int shownNow = m_state.finding();
    if (shownNow >= 0 && std::find(findings.begin(), findings.end(), shownNow) == findings.end())
        return {shownNow}; // what the inspector shows is what is meant
    return findings;
}

void ReviewActions::decide()
{
    const SnapshotPtr snapshot = m_session.snapshot();
    const std::vector<int> findings = chosen();
    if (!snapshot || findings.empty()) {
        emit said(tr("Choose one or several findings to decide on."));
        return;
    }
    QStringList titles;
    std::vector<std::string> ids;
    for (const int index : findings) {
        const Finding& finding = snapshot->posture().findings[static_cast<std::size_t>(index)];
        titles << told(finding.title);
        ids.push_back(finding.id);
    }
    const std::optional<Decision> before = sharedDecision(m_editor.review(), ids);
    DecideDialog dialog(titles, before, knownOwners(*snapshot, m_editor.review()), m_editor.today(), m_window);
    if (!m_dialogs.decide(m_window, dialog))
        return;
    if (dialog.takesBack())
        return m_editor.reopen(ids);
    take(findings, dialog.answer());
}

void ReviewActions::take(const std::vector<int>& findings, const Decision& answer)
{
    const SnapshotPtr snapshot = m_session.snapshot();
    std::vector<std::string> ids;
    std::vector<Decision> decisions;
    for (const int index : findings) {
        ids.push_back(snapshot->posture().findings[static_cast<std::size_t>(index)].id);
        Decision decision = answer;
        decision.by = ReviewEditor::reviewer();
        decision.on = m_editor.today();
        decision.basis = decisionBasis(snapshot->model(), snapshot->posture().findings[static_cast<std::size_t>(index)]);
        decisions.push_back(std::move(decision));
    }
    m_editor.decide(ids, decisions);
}

} // namespace bartizan::desktop
