// SPDX-License-Identifier: GPL-3.0-or-later
// Lines over the drawing that say what it does not show as usual: what a query hides, what falls with the selection. Each
// has one command. They take no room when there is nothing to say.
#pragma once

#include "diagram/theme.h"

#include <QString>
#include <QWidget>

#include <functional>
#include <memory>
#include <vector>

namespace bartizan::desktop {

class GraphView;

class GraphNotes final {
public:
    struct Note {
        QString text;
        QString command; // what the button says
        std::function<void()> run;
        bool warns = false; // something red is out of sight
    };

    explicit GraphNotes(GraphView& view);
    ~GraphNotes();
    // In the corner of `area` where `covers` says that least is covered.
    void show(const std::vector<Note>& notes, const diagram::Theme& theme, const QRect& area,
              const std::function<int(const QRect&)>& covers);

private:
    class Line;

    GraphView& m_view;
    std::vector<std::unique_ptr<Line>> m_lines; // children of the view
};

} // namespace bartizan::desktop
