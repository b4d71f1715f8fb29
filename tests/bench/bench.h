// SPDX-License-Identifier: GPL-3.0-or-later
// Timing for benchmarks: the best of several runs, resident memory, and the one line a figure that is printed.
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <ctime>
#include <fstream>
#include <malloc.h>
#include <string>
#include <unistd.h>

namespace bartizan::bench {

inline double processSeconds() // of all threads; other programs on the machine do not count
{
    timespec time{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time);
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_nsec) * 1e-9;
}

inline double wallSeconds()
{
    return std::chrono::duration<double>(std::chrono::steady_clock::now().time_since_epoch()).count();
}

// Seconds of the fastest of `runs` calls: the least disturbed one. Use wallSeconds for what runs in several threads.
template <class Work>
double best(int runs, Work work, double (*clock)() = processSeconds)
{
    double least = 1e9;
    for (int i = 0; i < runs; ++i) {
        const double start = clock();
        work();
        const double taken = clock() - start;
        least = taken < least ? taken : least;
    }
    return least;
}

struct Pair {
    double ours = 1e9, reference = 1e9; // seconds
};

// The same for two kinds of work in turns, so that a machine that is slow for a while is slow for both.
template <class Ours, class Reference>
Pair compared(int rounds, Ours ours, Reference reference)
{
    Pair least;
    for (int i = 0; i < rounds; ++i) {
        least.ours = std::min(least.ours, best(3, ours));
        least.reference = std::min(least.reference, best(1, reference));
    }
    return least;
}

inline std::size_t residentBytes()
{
    std::ifstream status("/proc/self/statm");
    std::size_t total = 0;
    std::size_t resident = 0;
    status >> total >> resident;
    return resident * static_cast<std::size_t>(::sysconf(_SC_PAGESIZE));
}

// What the result of `make` keeps resident, in bytes.
template <class Make>
std::size_t residentOf(Make make)
{
    ::malloc_trim(0);
    const std::size_t before = residentBytes();
    const auto kept = make();
    ::malloc_trim(0);
    const std::size_t after = residentBytes();
    return after > before ? after - before : 0;
}

// The most that was resident since the last resetPeak(), in bytes (Linux).
inline void resetPeak()
{
    std::ofstream("/proc/self/clear_refs") << 5;
}
inline std::size_t peakBytes()
{
    std::ifstream status("/proc/self/status");
    std::string word;
    std::size_t kilobytes = 0;
    while (status >> word)
        if (word == "VmHWM:")
            status >> kilobytes;
    return kilobytes * 1024;
}

// "name value unit ratio reference": ratio is how many times better than the reference, or, where the reference starts
// with "of-", how many times as much.
inline void print(const char* name, double value, const char* unit, double ratio, const char* reference)
{
    std::printf("%s %.4g %s %.2f %s\n", name, value, unit, ratio, reference);
    std::fflush(stdout);
}

} // namespace bartizan::bench
