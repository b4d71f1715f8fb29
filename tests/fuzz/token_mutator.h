// SPDX-License-Identifier: GPL-3.0-or-later
// Changes texts by tokens and lines instead of bits: Debian's parsers are not instrumented, so libFuzzer is blind inside
// them and random bits rarely get past them. Used as LLVMFuzzerCustomMutator and by replay_main.cpp.
#pragma once

#include <cstddef>
#include <cstdint>

// Changes `size` bytes at `data` in place; returns the new size, at most `room`. Same seed, same change.
std::size_t mutateTokens(std::uint8_t* data, std::size_t size, std::size_t room, unsigned seed);
