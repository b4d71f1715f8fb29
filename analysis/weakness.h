// SPDX-License-Identifier: GPL-3.0-or-later
// The order of answers to "who checks first", weakest first: for every list that is sorted by it.
#pragma once

#include "analysis/posture.h"

namespace bartizan {

inline int weakness(AuthAnswer answer) // 0 = weakest
{
    switch (answer) {
    case AuthAnswer::openShown:
        return 0;
    case AuthAnswer::noCheckInFront:
        return 1;
    case AuthAnswer::undecided:
        return 2;
    case AuthAnswer::openByDecision:
        return 3;
    case AuthAnswer::checkedAt:
        break;
    }
    return 4;
}

} // namespace bartizan
