// SPDX-License-Identifier: GPL-3.0-or-later
// Asks for a decision about one or several findings: what, why, whose, until when. An acceptance needs all four. Every
// field is reached by keyboard; texts from the input are shown as plain text. The caller makes Decisions of the answer.
#pragma once

#include "model/review.h"

#include <QDialog>
#include <QStringList>

#include <optional>

class QButtonGroup;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QPlainTextEdit;

namespace bartizan::desktop {

class DecideDialog final : public QDialog {
    Q_OBJECT
public:
    // `titles`: of the findings; `before`: the decision they share, to start from; `owners`: to complete from;
    // `today`: "2026-11-21", an expiry before it is refused.
    DecideDialog(const QStringList& titles, const std::optional<Decision>& before, const QStringList& owners, std::string today,
                 QWidget* parent = nullptr);

    // kind, reason, owner and expires; by, on and basis are the caller's.
    Decision answer() const;
    bool takesBack() const { return m_takesBack; } // "Open again": the decision is to go

    QString missing() const; // what the answer still needs, "" = nothing
    void choose(DecisionKind kind);
    void setReason(const QString& text);
    void setOwner(const QString& text);
    void setExpires(const QString& date);

private:
    void addDays(int days);
    void update();

    std::string m_today;
    bool m_takesBack = false;
    QButtonGroup* m_kinds = nullptr;
    QPlainTextEdit* m_reason = nullptr;
    QLineEdit* m_owner = nullptr;
    QLineEdit* m_expires = nullptr;
    QLabel* m_missing = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace bartizan::desktop
