// SPDX-License-Identifier: GPL-3.0-or-later
// The window's Compare menu: chooses what to compare with, shows the outcome (the Changes view, the Change lens) and
// takes the lens back when comparing ends. Owns the Comparison, whose signals the window shows as it shows an import.
#pragma once

#include "app/desktop/comparison.h"

#include <QMainWindow>

#include <functional>

class QAction;
class QMenu;

namespace bartizan::desktop {

class CompareActions final : public QObject {
    Q_OBJECT
public:
    using Choose = std::function<QStringList(QWidget*, bool folder)>;
    CompareActions(Choose choose, Session& session, ViewState& state, QMainWindow* window);

    void addToFileMenu(QMenu* file);
    Comparison& comparison() { return m_comparison; }
    void with(const QStringList& sources);

signals:
    void said(const QString& sentence); // for the status bar

private:
    void chooseAnd(bool folder);
    void withPrevious();
    void shown();
    void fillRecent();
    void enable();

    Choose m_choose;
    Session& m_session;
    ViewState& m_state;
    QMainWindow* m_window;
    Comparison m_comparison;
    QMenu* m_recent = nullptr;
    QAction* m_previous = nullptr;
    QAction* m_stop = nullptr;
    QStringList m_asked; // to be remembered once it is compared
    diagram::Lens m_lensBefore = diagram::Lens::exposure;
};

} // namespace bartizan::desktop
