// SPDX-License-Identifier: MIT
// A graph to lay out, as read from standard input (protocol.md). Lengths are points; nodes are numbers from 0.
#pragma once

#include <cstddef>
#include <istream>
#include <vector>

namespace layout {

enum class Rank { free, min, max };

struct RequestNode {
    double width = 0;
    double height = 0;
    Rank rank = Rank::free;
};

struct RequestEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    int weight = 1;
    int span = 1; // columns apart, at least
};

enum class Mode { order, places, curves };

struct Request {
    Mode mode = Mode::order;
    bool lowEffort = false; // bounded work: a plainer drawing instead of a slow one
    double rankSep = 60;
    double nodeSep = 16;
    std::vector<RequestNode> nodes;
    std::vector<RequestEdge> edges;
};

enum class ReadState { ok, done, syntax, size };

// Reads up to and including the line "end". After `syntax` or `size` the rest of that graph was skipped.
ReadState read(std::istream& in, Request& request);

} // namespace layout
