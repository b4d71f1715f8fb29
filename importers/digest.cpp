// SPDX-License-Identifier: GPL-3.0-or-later
#include "importers/digest.h"

#include <algorithm>
#include <openssl/evp.h>

namespace bartizan {

Sha256::Sha256() : m_context(EVP_MD_CTX_new()), m_good(m_context && EVP_DigestInit_ex(m_context, EVP_sha256(), nullptr) == 1) {}

Sha256::~Sha256()
{
    EVP_MD_CTX_free(m_context);
}

void Sha256::update(std::string_view bytes)
{
    m_good = m_good && EVP_DigestUpdate(m_context, bytes.data(), bytes.size()) == 1;
}

Sha256::Digest Sha256::finish()
{
    Digest digest{};
    m_good = m_good && EVP_DigestFinal_ex(m_context, digest.data(), nullptr) == 1 &&
             EVP_DigestInit_ex(m_context, nullptr, nullptr) == 1;
    return m_good ? digest : Digest{};
}

std::string Sha256::hex()
{
    const Digest digest = finish();
    if (!m_good)
        return {};
    constexpr std::string_view digits = "0123456789abcdef";
    std::string text;
    text.reserve(2 * digest.size());
    for (const std::uint8_t byte : digest) {
        text += digits[byte >> 4U];
        text += digits[byte & 15U];
    }
    return text;
}

std::string sha256Hex(std::string_view bytes, const std::stop_token& stop)
{
    constexpr std::size_t piece = std::size_t{1} << 20;
    Sha256 sha;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(piece, bytes.size()))) {
        if (stop.stop_requested())
            return {};
        sha.update(bytes.substr(0, piece));
    }
    return sha.hex();
}

} // namespace bartizan
