// SPDX-License-Identifier: GPL-3.0-or-later
#include "report/text/ways_in.h"

#include "analysis/weakness.h"
#include "report/text/pen.h"

#include <algorithm>
#include <map>
#include <tuple>

namespace bartizan::report {
namespace {

constexpr AuthAnswer byWeakness[] = {AuthAnswer::openShown, AuthAnswer::noCheckInFront, AuthAnswer::undecided,
                                     AuthAnswer::openByDecision, AuthAnswer::checkedAt};

} // namespace

std::vector<WayIn> waysIn(const ReportInput& input)
{
    const Architecture& architecture = input.model.architecture;
    std::vector<WayIn> ways(architecture.entries.size());
    for (std::size_t i = 0; i < architecture.routes.size(); ++i)
        for (const EntryId entry : architecture.routes[i].entries) {
            WayIn& way = ways[entry.pos()];
            way.routes.emplace_back(i);
            for (const RouteBackend& backend : architecture.routes[i].backends)
                way.oneHop.insert(way.oneHop.end(), backend.workloads.begin(), backend.workloads.end());
        }
    for (const Path& path : input.posture->paths)
        if (path.kind == PathKind::direct && path.entry.valid() && ways[path.entry.pos()].routes.empty())
            ways[path.entry.pos()].direct.push_back(&path);
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Entry& entry = architecture.entries[i];
        auto& oneHop = ways[i].oneHop;
        if (!entry.servesRoutes)
            oneHop.insert(oneHop.end(), entry.workloads.begin(), entry.workloads.end());
        std::sort(oneHop.begin(), oneHop.end());
        oneHop.erase(std::unique(oneHop.begin(), oneHop.end()), oneHop.end());
    }
    return ways;
}

std::optional<AuthAnswer> weakestAnswer(const Posture& posture, const WayIn& way)
{
    std::optional<AuthAnswer> weakest;
    const auto take = [&weakest](AuthAnswer answer) {
        if (!weakest || weakness(answer) < weakness(*weakest))
            weakest = answer;
    };
    for (const RouteId route : way.routes)
        take(posture.routes[route.pos()].answer);
    for (const Path* path : way.direct)
        take(path->answer);
    return weakest;
}

std::vector<std::size_t> weakestFirst(const ReportInput& input, const std::vector<WayIn>& ways)
{
    std::vector<std::tuple<bool, int, Reach, std::size_t>> order;
    for (std::size_t i = 0; i < ways.size(); ++i) {
        const Entry& entry = input.model.architecture.entries[i];
        const std::optional<AuthAnswer> answer = weakestAnswer(*input.posture, ways[i]);
        order.emplace_back(!answer && entry.servesRoutes, weakness(answer.value_or(AuthAnswer::noCheckInFront)), entry.reach, i);
    }
    std::sort(order.begin(), order.end());
    std::vector<std::size_t> result;
    result.reserve(order.size());
    for (const auto& row : order)
        result.push_back(std::get<3>(row));
    return result;
}

std::string firstCheck(const ReportInput& input, const Entry& entry, const WayIn& way)
{
    if (way.routes.empty()) {
        for (const AuthAnswer answer : byWeakness)
            for (const Path* path : way.direct)
                if (path->answer == answer)
                    return visible(path->authenticatedAt);
        return entry.servesRoutes ? "no route in the input" : answerText(AuthAnswer::noCheckInFront, "");
    }
    std::map<AuthAnswer, std::size_t> answers;
    std::string at;
    for (const RouteId route : way.routes) {
        const RoutePosture& posture = input.posture->routes[route.pos()];
        ++answers[posture.answer];
        if (posture.answer == AuthAnswer::checkedAt)
            at = posture.checkedAt;
    }
    std::string text;
    for (const AuthAnswer answer : byWeakness) {
        const auto found = answers.find(answer);
        if (found == answers.end())
            continue;
        text += (text.empty() ? "" : "; ") + answerText(answer, visible(at));
        if (answers.size() > 1)
            text += " (" + std::to_string(found->second) + " of " + std::to_string(way.routes.size()) + " routes)";
    }
    return text;
}

} // namespace bartizan::report
