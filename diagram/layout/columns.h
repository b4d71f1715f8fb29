// SPDX-License-Identifier: GPL-3.0-or-later
// Pieces in columns, used for the services of a namespace and for the namespaces themselves. dot has said which piece
// stands left of which (`hint`); here columns are merged and split towards a page's proportions, and rows are set so
// that calls run level and a lit path runs exactly straight, with a free lane where it passes a column.
#pragma once

#include <QPointF>
#include <QSizeF>

#include <vector>

namespace bartizan::diagram::layout {

struct Piece {
    QSizeF size;
    QPointF hint; // middle, as dot placed it
};

// A call between two pieces; the rows are the keeps' distances from the pieces' tops. A lit tie may end at -1: the light
// comes from the left of everything, or goes on to the right.
struct Tie {
    int from = -1;
    int to = -1;
    double fromRow = 0;
    double toRow = 0;
    bool lit = false;
};

struct ColumnProblem {
    std::vector<Piece> pieces;
    std::vector<Tie> ties;
    double columnGap = 60;
    double rowGap = 24;
    double aspect = 1.6; // wanted width : height
    double callGap = 0;  // more room between neighbours of a column that call each other
    bool pullLeaves = false;
};

struct ColumnLayout {
    std::vector<QPointF> places; // top left, by piece; the leftmost column starts at 0, the topmost piece at 0
    QSizeF size;
    bool folded = false; // columns are not dot's
};

ColumnLayout arrangeColumns(const ColumnProblem& problem);

// Columns of piece numbers, left to right, each from top to bottom (folding.cpp).
std::vector<std::vector<int>> foldColumns(const ColumnProblem& problem, bool& folded);

} // namespace bartizan::diagram::layout
