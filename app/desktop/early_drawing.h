// SPDX-License-Identifier: GPL-3.0-or-later
// The drawing of a system of which nothing is decided yet, laid out on a thread of its own while the layers are decided.
// Places follow from the system and from the path that is lit: where none is lit in the end, the finished drawing takes
// them as they are; else it is laid out again, and namespaces without a lit call keep what Graphviz answered for them.
// The finished drawing is the same either way. Used by Session on the import's thread.
#pragma once

#include "app/load.h"
#include "diagram/drawing.h"
#include "diagram/layout/layout.h"

#include <functional>
#include <memory>
#include <stop_token>
#include <thread>

namespace bartizan::desktop {

class EarlyDrawing final {
public:
    using Drawn = std::function<void(std::shared_ptr<const diagram::Drawing>)>; // on the other thread

    EarlyDrawing(double aspect, std::stop_token stop, Drawn drawn);
    ~EarlyDrawing(); // stops it and waits
    EarlyDrawing(const EarlyDrawing&) = delete;
    EarlyDrawing& operator=(const EarlyDrawing&) = delete;

    void start(const app::Loaded& resolved);                                                 // its posture is not looked at
    diagram::LayoutReport place(diagram::Drawing& finished, diagram::LayoutOptions options); // as layOut() would, sooner

private:
    diagram::LayoutOptions m_options;
    Drawn m_drawn;
    diagram::Drawing m_bare, m_placed; // of the other thread while it runs
    diagram::LayoutReport m_report;
    std::stop_source m_stop;
    std::stop_callback<std::function<void()>> m_stopToo; // with the import
    std::thread m_thread;
};

// May `finished` take the places that `bare` got? Then they differ only in what is shown.
bool samePlaces(const diagram::Drawing& bare, const diagram::Drawing& finished);
// `finished` at the places that layOut() gave to a drawing with samePlaces().
diagram::Drawing placedAs(const diagram::Drawing& placed, diagram::Drawing finished);

} // namespace bartizan::desktop
