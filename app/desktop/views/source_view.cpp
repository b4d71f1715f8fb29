// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/views/source_view.h"

#include "app/desktop/compared.h"
#include "app/desktop/plain_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QVBoxLayout>

namespace bartizan::desktop {

namespace {

constexpr unsigned detail = 20; // lines around, below which the view is a part of another one

} // namespace

SourceView::SourceView(const ViewContext& context, QWidget* parent, unsigned around)
    : View(context, parent), m_around(around), m_title(new QLabel(this)), m_text(new CodeView(this)),
      m_findBar(new QWidget(this)), m_find(new QLineEdit(m_findBar)), m_found(new QLabel(m_findBar)),
      m_whole(new Chip(plain(tr("Whole file")), tr("Show the file from its first line, up to 20,000 lines; secrets stay masked"),
                       this))
{
    m_title->setTextFormat(Qt::PlainText);
    m_title->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_title->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Preferred);
    m_title->setContentsMargins(10, 6, 10, 6);
    m_title->setVisible(m_around >= detail); // a part of another view has none until there is something to name
    m_text->setAccessibleName(tr("Source lines"));
    m_text->setPlaceholderText(tr("Choose a piece of evidence to see its lines here."));
    setFocusProxy(m_text);
    auto* head = new QHBoxLayout;
    head->setContentsMargins(0, 0, 8, 0);
    head->addWidget(m_title, 1);
    head->addWidget(m_findBar);
    head->addWidget(m_whole);
    makeBar(m_findBar);
    m_whole->setVisible(m_around >= detail);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(m_text, 1);
    connect(m_whole, &Chip::toggled, this, &SourceView::read);
    connect(m_text, &CodeView::findRequested, this, &SourceView::find);
    connect(&m_state, &ViewState::evidenceChanged, this, &SourceView::evidenceChanged);
}

void SourceView::makeBar(QWidget* bar)
{
    auto* layout = new QHBoxLayout(bar);
    layout->setContentsMargins(0, 2, 0, 2);
    m_find->setPlaceholderText(tr("Find in these lines"));
    m_find->setAccessibleName(tr("Find in these lines"));
    m_find->setClearButtonEnabled(true);
    m_find->setMinimumWidth(180);
    m_find->installEventFilter(this);
    m_found->setTextFormat(Qt::PlainText);
    m_found->setMinimumWidth(70);
    layout->addWidget(m_find);
    layout->addWidget(m_found);
    bar->hide();
    connect(m_find, &QLineEdit::textChanged, this, &SourceView::look);
}

void SourceView::showEvent(QShowEvent* event)
{
    View::showEvent(event);
    if (m_stale)
        read();
}

bool SourceView::copy()
{
    if (m_text->textCursor().hasSelection()) {
        m_text->copy();
        return true;
    }
    QStringList lines;
    for (const CodeLine& line : m_text->lines())
        if (line.cited)
            lines << line.text;
    if (lines.isEmpty())
        return false;
    QGuiApplication::clipboard()->setText(lines.join(QLatin1Char('\n')));
    return true;
}

bool SourceView::find()
{
    if (m_around < detail)
        return false;
    m_findBar->show();
    const QString selected = m_text->textCursor().selectedText();
    if (!selected.isEmpty() && !selected.contains(QChar::ParagraphSeparator))
        m_find->setText(selected);
    m_find->setFocus(Qt::ShortcutFocusReason);
    m_find->selectAll();
    look();
    return true;
}

void SourceView::look()
{
    const int number = m_findBar->isHidden() ? 0 : m_text->findAll(m_find->text());
    m_found->setText(m_find->text().isEmpty() ? QString() : number == 0 ? tr("not found") : tr("%1 found").arg(number));
}

void SourceView::closeFind()
{
    m_findBar->hide();
    m_text->findAll({});
    m_text->setFocus(Qt::OtherFocusReason);
}

bool SourceView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched != m_find || event->type() != QEvent::KeyPress)
        return View::eventFilter(watched, event);
    const auto* key = static_cast<const QKeyEvent*>(event);
    if (key->key() == Qt::Key_Escape) {
        closeFind();
        return true;
    }
    if (key->key() != Qt::Key_Return && key->key() != Qt::Key_Enter)
        return false;
    if (const int at = m_text->findNext(key->modifiers() & Qt::ShiftModifier); at > 0)
        m_found->setText(tr("%1 of %2").arg(at).arg(m_text->matches()));
    return true;
}

void SourceView::followSelection()
{
    if (!sameInput())
        evidenceChanged();
}

void SourceView::evidenceChanged()
{
    m_reading.cancel();
    m_earlier = earlierFile();
    m_citedLine = 0;
    m_title->clear();
    m_text->clearLines();
    m_stale = true;
    if (isVisible())
        read();
}

std::optional<app::CitedFile> SourceView::earlierFile() const
{
    const ComparedPtr& compared = m_state.compared();
    const Evidence& evidence = m_state.evidence();
    if (!m_state.evidenceBefore() || !compared || !evidence.file.valid() || evidence.file.pos() >= compared->before->files.size())
        return std::nullopt;
    const JudgedFile& file = compared->before->files[evidence.file.pos()];
    return app::CitedFile{file.source, file.path, file.sha256};
}

void SourceView::read()
{
    m_stale = false;
    const SnapshotPtr snapshot = m_session.snapshot();
    if (!snapshot || !m_state.evidence().valid() || (m_state.evidenceBefore() && !m_earlier))
        return;
    m_title->setText(tr("Reading…"));
    m_title->show();
    const unsigned around = m_whole->isChecked() ? 0 : m_around;
    m_reading.start(
        [snapshot, evidence = m_state.evidence(), earlier = m_earlier, around](std::stop_token stop) {
            const JobControl job{std::move(stop), {}};
            return earlier ? app::excerpt(*earlier, evidence, around, job)
                           : app::excerpt(snapshot->model().inventory, evidence, around, job);
        },
        [this](const Reading& found) { show(found); });
}

void SourceView::show(const Reading& found)
{
    if (!found) {
        m_title->setText(shown(found.error().message));
        m_text->clearLines();
        return;
    }
    if (m_earlier && found->changed) { // its lines are those of another state
        const QString words = tr("%1 was changed since the earlier state was read: the line as it was can no longer be shown.");
        m_title->setText(words.arg(shown(found->path)));
        m_title->setToolTip(plainToolTip(m_title->text()));
        return m_text->clearLines();
    }
    const Evidence& evidence = m_state.evidence();
    QString title = m_earlier ? tr("Earlier state: %1").arg(shown(found->path)) : shown(found->path);
    if (evidence.lastLine > evidence.line)
        title += QStringLiteral("  ") + tr("line %1–%2").arg(evidence.line).arg(evidence.lastLine);
    else if (evidence.line > 0)
        title += QStringLiteral("  ") + tr("line %1").arg(evidence.line);
    if (found->changed)
        title += QStringLiteral("  ") + tr("(changed since it was imported: read it again with Ctrl+R)");
    m_title->setText(title);
    m_title->setToolTip(plainToolTip(title));
    std::vector<CodeLine> lines;
    lines.reserve(found->lines.size());
    for (const app::ExcerptLine& line : found->lines) {
        lines.push_back({shown(line.text), static_cast<int>(line.number), line.cited});
        if (line.cited && m_citedLine == 0)
            m_citedLine = static_cast<int>(line.number);
    }
    m_text->setLines(std::move(lines));
    look();
}

} // namespace bartizan::desktop
