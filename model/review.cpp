// SPDX-License-Identifier: GPL-3.0-or-later
#include "model/review.h"

#include <chrono>
#include <optional>

namespace bartizan {
namespace {

std::optional<std::chrono::sys_days> dayOf(std::string_view date)
{
    if (date.size() != 10 || date[4] != '-' || date[7] != '-')
        return std::nullopt;
    const auto number = [&](std::size_t at, std::size_t length) {
        int value = 0;
        for (std::size_t i = at; i < at + length; ++i) {
            if (date[i] < '0' || date[i] > '9')
                return -1;
            value = value * 10 + (date[i] - '0');
        }
        return value;
    };
    const int year = number(0, 4), month = number(5, 2), day = number(8, 2);
    if (year < 0 || month < 0 || day < 0)
        return std::nullopt;
    const std::chrono::year_month_day whole{std::chrono::year(year), std::chrono::month(static_cast<unsigned>(month)),
                                            std::chrono::day(static_cast<unsigned>(day))};
    if (!whole.ok())
        return std::nullopt;
    return std::chrono::sys_days(whole);
}

} // namespace

const std::vector<std::string_view> audienceWords = {"anyone", "signed-in people", "machines", "operators", "cluster", "nobody"};
const std::vector<std::string_view> sensitivityWords = {"open data", "internal", "confidential", "restricted"};

const char* toWord(DecisionKind kind)
{
    switch (kind) {
    case DecisionKind::accept:
        return "accept";
    case DecisionKind::mitigate:
        return "mitigate";
    case DecisionKind::falsePositive:
        return "falsePositive";
    case DecisionKind::needsWork:
        return "needsWork";
    }
    return "needsWork";
}

const char* toWord(ReviewKind kind)
{
    switch (kind) {
    case ReviewKind::decision:
        return "decision";
    case ReviewKind::statement:
        return "statement";
    case ReviewKind::sensitivity:
        return "sensitivity";
    case ReviewKind::audience:
        return "audience";
    case ReviewKind::owner:
        return "owner";
    case ReviewKind::note:
        return "note";
    case ReviewKind::reportMatch:
        return "reportMatch";
    case ReviewKind::query:
        return "query";
    }
    return "note";
}

bool isDate(std::string_view date)
{
    return dayOf(date).has_value();
}

long daysBetween(std::string_view from, std::string_view to)
{
    const auto first = dayOf(from), last = dayOf(to);
    return first && last ? static_cast<long>((*last - *first).count()) : 0;
}

} // namespace bartizan
