// SPDX-License-Identifier: GPL-3.0-or-later
// A colour laid over opaque pixels: line_raster.cpp's innermost step, for it alone. One pixel or two at once come out the
// same to the bit, so that parts of a picture equal the whole. Pixels are ARGB32, strengths 0..256.
#pragma once

#include <QColor>

#include <cstdint>
#include <cstring>

namespace bartizan::diagram {

// Eight channels side by side, as GCC's and clang's vectors: two pixels at a time on any processor that has such.
using Channels = std::uint16_t __attribute__((vector_size(16)));
using Halves = std::uint64_t __attribute__((vector_size(16)));
using Bytes = std::uint8_t __attribute__((vector_size(8)));

// A colour over opaque pixels, two channels at a time.
struct Ink {
    quint32 redBlue = 0;
    quint32 green = 0;
    unsigned alpha = 0; // 0..256

    Channels both{}; // opaque, for two pixels

    explicit Ink(QRgb colour)
        : redBlue(colour & 0xFF00FFU), green(colour & 0xFF00U), alpha((static_cast<unsigned>(qAlpha(colour)) * 257U) >> 8),
          both(spread(colour | 0xFF000000U, colour | 0xFF000000U))
    {
    }

    static Channels spread(QRgb first, QRgb second)
    {
        const std::uint64_t pair = first | static_cast<std::uint64_t>(second) << 32;
        Bytes bytes;
        std::memcpy(&bytes, &pair, sizeof bytes);
        return __builtin_convertvector(bytes, Channels);
    }

    // Two pixels at once, each with its strength 0..256; the same as one after the other.
    void over(QRgb& first, QRgb& second, unsigned strength1, unsigned strength2) const
    {
        constexpr std::uint64_t four = 0x0001000100010001U;
        const auto strength = reinterpret_cast<Channels>(Halves{strength1 * four, strength2 * four});
        const Channels mixed = (spread(first, second) * (256 - strength) + both * strength) >> 8;
        const Bytes bytes = __builtin_convertvector(mixed, Bytes);
        std::uint64_t pair = 0;
        std::memcpy(&pair, &bytes, sizeof pair);
        first = static_cast<QRgb>(pair);
        second = static_cast<QRgb>(pair >> 32);
    }

    // `strength` 0..256, the alpha counted in already.
    void over(QRgb& pixel, unsigned strength) const
    {
        const quint32 rb = pixel & 0xFF00FFU;
        const quint32 g = pixel & 0xFF00U;
        const quint32 newRb = ((rb * (256 - strength) + redBlue * strength) >> 8) & 0xFF00FFU;
        const quint32 newG = ((g * (256 - strength) + green * strength) >> 8) & 0xFF00U;
        pixel = 0xFF000000U | newRb | newG;
    }
};

} // namespace bartizan::diagram
