// SPDX-License-Identifier: GPL-3.0-or-later
// Runs a fuzz target over every file of a folder and over a fixed number of mutations of each, without libFuzzer.
// usage: fuzz_NAME CORPUS [mutations of each file]
// An input that aborts is left in ./replay-failed, for the corpus.
#include "tests/fuzz/token_mutator.h"
#include "tests/support/paths.h"

#include <csignal>
#include <cstdio>
#include <cstdlib>
#include <fcntl.h>
#include <unistd.h>
#include <vector>

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size);

namespace {

const std::vector<std::uint8_t>* running = nullptr;

void keepInput(int)
{
    const int file = ::open("replay-failed", O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0644);
    if (file >= 0 && running && ::write(file, running->data(), running->size()) >= 0)
        ::close(file);
    std::signal(SIGABRT, SIG_DFL);
    std::raise(SIGABRT);
}

} // namespace

int main(int argc, char** argv)
{
    if (argc < 2) {
        std::fprintf(stderr, "usage: %s CORPUS [MUTATIONS]\n", argv[0]);
        return 2;
    }
    std::signal(SIGABRT, keepInput);
    const unsigned mutations = argc > 2 ? static_cast<unsigned>(std::atoi(argv[2])) : 50;
    std::size_t runs = 0;
    const auto files = bartizan::test::filesBelow(argv[1]);
    for (const auto& file : files) {
        const std::string bytes = bartizan::test::readFile(file).value_or("");
        std::vector<std::uint8_t> input(bytes.begin(), bytes.end());
        running = &input;
        LLVMFuzzerTestOneInput(input.data(), input.size());
        for (unsigned i = 0; i < mutations; ++i, ++runs) {
            // Each one starts from the one before, and from the file again now and then.
            if (i % 10 == 0)
                input.assign(bytes.begin(), bytes.end());
            const std::size_t size = input.size();
            input.resize(size + 4096);
            input.resize(mutateTokens(input.data(), size, input.size(), i * 7919U + static_cast<unsigned>(runs)));
            LLVMFuzzerTestOneInput(input.data(), input.size());
        }
    }
    std::printf("%zu files, %zu mutations\n", files.size(), runs);
    return files.empty() ? 1 : 0; // a corpus that is not found must not pass
}
