// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as the baseline of a pipeline: never a crash, never a hang; an error names the file and a line; what was read
// compares with itself as the same, and is sorted as a comparison needs it.
#include "app/pipeline/baseline_output.h"

#include "analysis/baseline.h"
#include "tests/fuzz/token_mutator.h"

#include <algorithm>
#include <cstdlib>

using namespace bartizan;

namespace {

void require(bool holds)
{
    if (!holds)
        std::abort();
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    std::string text(reinterpret_cast<const char*>(data), size);
    const bool likely = app::looksLikeOutput(text);
    const auto output = app::readBaselineOutput(std::move(text), "fuzz.json");
    if (!output) {
        const std::string& message = output.error().message;
        const std::size_t at = message.rfind("(fuzz.json:");
        require(output.error().id.starts_with("baseline-"));
        require(at != std::string::npos && message.back() == ')' && message[at + 11] >= '1' && message[at + 11] <= '9');
        return 0;
    }
    require(likely || size > 0);
    const JudgedState& state = output->state;
    require(std::is_sorted(state.services.begin(), state.services.end(),
                           [](const JudgedService& a, const JudgedService& b) { return a.object.id < b.object.id; }));
    const SinceBaseline since = sinceBaseline(state, state, difference(state, state));
    require(since.rows.size() == state.findings.size() && since.gone.empty() && since.goneUntold.empty());
    require(since.count(BaselineState::unchanged) == since.rows.size());
    const JudgedState nothing;
    const SinceBaseline gone = sinceBaseline(state, nothing, difference(state, nothing));
    require(gone.gone.size() + gone.goneUntold.size() == state.findings.size());
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
