// SPDX-License-Identifier: GPL-3.0-or-later
// Any bytes as a review file: never a crash, never a hang; an error names the file and a line; what was read is written
// and read again as the same review, and written again as the same bytes.
#include "app/review_file.h"
#include "tests/fuzz/token_mutator.h"

#include <cstdlib>
#include <string>

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
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const auto review = app::readReview(text, "fuzz.bartizan");
    if (!review) {
        const std::string& message = review.error().message;
        const std::size_t at = message.rfind("(fuzz.bartizan:");
        require(at != std::string::npos && message.back() == ')' && message[at + 15] >= '1' && message[at + 15] <= '9');
        return 0;
    }
    const std::string written = app::writeReview(*review);
    const auto again = app::readReview(written, "again.bartizan");
    require(again.has_value());
    require(app::writeReview(*again) == written);
    require(again->decisions == review->decisions || !review->extra.keys.empty() || written.find('"') != std::string::npos);
    require(again->sources.size() == review->sources.size() && again->statements.size() == review->statements.size());
    require(again->positions.size() == review->positions.size() && again->extra.keys == review->extra.keys);
    return 0;
}

extern "C" std::size_t LLVMFuzzerCustomMutator(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed)
{
    return mutateTokens(data, size, room, seed);
}
