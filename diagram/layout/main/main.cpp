// SPDX-License-Identifier: MIT
// bartizan-layout: lays out small graphs with Graphviz' dot. It is a program of its own so that it can be killed: dot
// cannot be interrupted and is not thread-safe. Input and output are described in protocol.md.
#include "diagram/layout/main/dot.h"
#include "diagram/layout/main/request.h"

#include <cstdio>
#include <iostream>
#include <string>

namespace {

void answer(const layout::Placed& placed)
{
    std::printf("graph %.2f %.2f\n", placed.width, placed.height);
    for (const layout::Point& p : placed.nodes)
        std::printf("node %.4f %.4f\n", p.x, p.y);
    for (const auto& points : placed.edges) {
        std::printf("edge %zu", points.size());
        for (const layout::Point& p : points)
            std::printf(" %.2f %.2f", p.x, p.y);
        std::printf("\n");
    }
    std::printf("end\n");
}

} // namespace

int main()
{
    std::ios::sync_with_stdio(false);
    layout::Dot dot;
    for (;;) {
        layout::Request request;
        switch (layout::read(std::cin, request)) {
        case layout::ReadState::done:
            return 0;
        case layout::ReadState::syntax:
            std::printf("failed syntax\n");
            break;
        case layout::ReadState::size:
            std::printf("failed size\n");
            break;
        case layout::ReadState::ok: {
            layout::Placed placed;
            if (dot.place(request, placed))
                answer(placed);
            else
                std::printf("failed layout\n");
            break;
        }
        }
        std::fflush(stdout);
    }
}
