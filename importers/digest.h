// SPDX-License-Identifier: GPL-3.0-or-later
// SHA-256 over OpenSSL's EVP, for files, sources and the content of objects. If OpenSSL cannot give a context (out of
// memory) the digest is all zeros and hex() is "".
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <stop_token>
#include <string>
#include <string_view>

struct evp_md_ctx_st;

namespace bartizan {

class Sha256 {
public:
    using Digest = std::array<std::uint8_t, 32>;

    Sha256();
    ~Sha256();
    Sha256(const Sha256&) = delete;
    Sha256& operator=(const Sha256&) = delete;

    void update(std::string_view bytes);
    Digest finish();   // and starts again
    std::string hex(); // finish() as lowercase hexadecimal

private:
    evp_md_ctx_st* m_context;
    bool m_good;
};

std::string sha256Hex(std::string_view bytes, const std::stop_token& stop = {}); // "" when stopped

} // namespace bartizan
